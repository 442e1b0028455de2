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

  public var kind: Kind
  /// The resource of the watched object.
  public var resource: GroupVersionResource?
  /// The key of the watched object.
  public var key: ObjectKey?
  /// The revision of the watched object.
  public var resourceVersion: String

  public init(
    _ kind: Kind, _ resource: GroupVersionResource? = nil, _ key: ObjectKey? = nil,
    resourceVersion: String = ""
  ) {
    self.kind = kind
    self.resource = resource
    self.key = key
    self.resourceVersion = resourceVersion
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
