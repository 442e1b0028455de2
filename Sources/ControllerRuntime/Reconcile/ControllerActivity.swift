public import APIMachinery

/// What a controller is at: a look at a key, or something that leads to looks.
///
/// For those who have to say who was at work when something went wrong: a test that hangs, the handler of a crash.
public final class ControllerActivity: Sendable {
  public enum Kind: Sendable, Hashable {
    case reconcile(ObjectKey)
    /// Finding the keys that changes of a resource lead to.
    case mapping(GroupVersionResource)
    /// A source of the controller's own.
    case source
  }

  public let controller: String
  public let kind: Kind
  public let startedAt: Timestamp

  /// What the calling task is part of; `nil` outside of controllers.
  @TaskLocal public static var current: ControllerActivity?

  init(_ controller: String, _ kind: Kind, startedAt: Timestamp) {
    self.controller = controller
    self.kind = kind
    self.startedAt = startedAt
  }
}

extension ControllerActivity: CustomStringConvertible {
  /// `controller "web" at default/a`
  public var description: String {
    let what =
      switch kind {
      case .reconcile(let key): "at \(key)"
      case .mapping(let resource): "at changes of \(resource.groupResource)"
      case .source: "at a source of its own"
      }
    return "controller \"\(controller)\" \(what)"
  }
}
