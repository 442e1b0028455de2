public import APIMachinery

/// One loop: drives what a key names toward what is wanted of it.
///
/// A reconciler learns *that* something about a key may have changed, never *what*: it reads, compares, writes,
/// and says when to look again. It must be idempotent, because a key is reconciled after every change, after
/// every restart, and after every error. See `docs/Swiftlet.docc/reconcile-contract.md`.
///
/// Kubernetes: controller-runtime `pkg/reconcile`.
public protocol Reconciler: Sendable {
  /// Reconciles one key. The object may be gone: reading it is the first thing to do.
  ///
  /// - Throws: Whatever stands in the way. The key is tried again after a back-off, or not before its next
  ///   change when the error is a ``TerminalError``. A missing object is not an error: return ``Action/done``.
  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action
}

/// When to look at a key again.
public enum Action: Sendable, Hashable {
  /// Everything is as wanted.
  case done
  /// Looks again after a time, if no change comes sooner.
  ///
  /// A time that is not positive goes through the back-off, so that a loop without a wait cannot spin.
  case requeue(after: Duration)
  /// Not there yet; a change of a watched object will tell when to go on.
  ///
  /// To the queue this is ``done``; to a reader of the trace it is a key that has not converged.
  case awaitChange
}

/// An error that trying again would not help: the key waits for its next change.
///
/// Kubernetes: controller-runtime `reconcile.TerminalError`.
public struct TerminalError: Error, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ message: String) {
    description = message
  }

  public init(_ cause: any Error) {
    description = String(describing: cause)
  }
}

/// A reconcile took longer than its controller allows.
public struct ReconcileTimeout: Error, Hashable, Sendable, CustomStringConvertible {
  public let limit: Duration

  public var description: String { "the reconcile did not end within \(limit)" }
}

/// A reconciler made of a closure.
struct ClosureReconciler: Reconciler {
  let body: @Sendable (ObjectKey, ReconcileContext) async throws -> Action

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    try await body(key, context)
  }
}
