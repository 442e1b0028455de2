public import APIMachinery
import Synchronization

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
  public static var current: ControllerActivity? {
    switch Place.current {
    case .own(let activity)?: activity
    case .desk(let desk)?: desk.activity
    case nil: nil
    }
  }

  /// Where a task says what it is at.
  enum Place: Sendable {
    @TaskLocal static var current: Place?

    case own(ControllerActivity)
    case desk(Desk)
  }

  /// One place for all who hear of a change, one after the other: giving each a task-local value of its own costs more than
  /// most of them have to do.
  final class Desk: Sendable {
    private let handlers: [Informer.Handler]
    /// Which of them is at work.
    private let position = Atomic(0)

    init(of handlers: [Informer.Handler]) {
      self.handlers = handlers
    }

    var activity: ControllerActivity? { handlers[position.load(ordering: .relaxed)].activity }

    /// Says that the handler at `position` is at work from now.
    func turn(to position: Int) { self.position.store(position, ordering: .relaxed) }
  }

  /// Says for as long as `body` runs what it is part of.
  func during<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await Place.$current.withValue(.own(self), operation: body)
  }

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
