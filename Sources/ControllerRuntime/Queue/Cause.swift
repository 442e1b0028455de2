public import APIMachinery

/// Why a key is looked at.
public struct Cause: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// A watched object appeared, changed or went.
    case added, modified, deleted
    /// The controller began with this key.
    case startup
    /// A reconcile asked to look again after a time.
    case requeue
    /// The reconcile before failed.
    case backoff
    /// A source of the controller's own.
    case source
  }

  /// Causes are copied from queue to queue and record to record, and never changed: a copy costs one reference.
  private final class Content: Sendable, Hashable {
    let kind: Kind
    let resource: GroupVersionResource?
    let key: ObjectKey?
    let resourceVersion: String

    init(_ kind: Kind, _ resource: GroupVersionResource?, _ key: ObjectKey?, _ resourceVersion: String) {
      self.kind = kind
      self.resource = resource
      self.key = key
      self.resourceVersion = resourceVersion
    }

    static func == (left: Content, right: Content) -> Bool {
      left === right
        || left.kind == right.kind && left.resourceVersion == right.resourceVersion && left.key == right.key
          && left.resource == right.resource
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(resource)
      hasher.combine(key)
      hasher.combine(resourceVersion)
    }
  }

  private let content: Content

  public var kind: Kind { content.kind }
  /// The resource of the watched object.
  public var resource: GroupVersionResource? { content.resource }
  /// The key of the watched object.
  public var key: ObjectKey? { content.key }
  /// The revision of the watched object.
  public var resourceVersion: String { content.resourceVersion }

  public init(
    _ kind: Kind, _ resource: GroupVersionResource? = nil, _ key: ObjectKey? = nil,
    resourceVersion: String = ""
  ) {
    content = Content(kind, resource, key, resourceVersion)
  }
}

extension Cause {
  /// Whether it is the end of a wait alone: no cause when something else brings the key sooner.
  var isWait: Bool { kind == .requeue || kind == .backoff }
}

extension Cause: CustomStringConvertible {
  /// `modified pods default/web@42`, `backoff`.
  public var description: String {
    guard let resource, let key else { return kind.rawValue }
    return "\(kind.rawValue) \(resource.groupResource) \(key)@\(resourceVersion)"
  }
}
