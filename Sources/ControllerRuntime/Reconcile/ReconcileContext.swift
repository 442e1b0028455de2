public import APIMachinery
public import KubernetesClient
public import Logging

/// What a reconcile works with.
public struct ReconcileContext: Sendable {
  /// The API. Reads are live; what it reads and writes stands in the trace, and what it writes is in ``cache``
  /// at once.
  public let client: any Client
  /// The objects that the controller watches, as new as its own last write at least.
  public let cache: Cache
  /// Time and chance.
  public let world: World
  /// Tells users what happened, as Event objects.
  public let events: EventRecorder
  /// What is looked at.
  public let key: ObjectKey
  /// Names this look in the trace and in the log.
  public let id: ReconcileID
  /// The name of the controller.
  public let controller: String
  /// Why this reconcile runs, oldest first: everything that was folded into it. For the trace and for logs; what
  /// to do follows from the state, not from this.
  public let causes: [Cause]
  /// How many times in a row the key failed before.
  public let failures: Int

  let logger: Logger
  let memory: AppliedMemory
  let recorder: ReconcileRecorder

  public var now: Timestamp { world.time.now() }

  /// A logger whose lines say which controller looks at which key, and in which look: `reconcileID` is the
  /// ``ReconcileRecord/id`` of the trace.
  ///
  /// Kubernetes: controller-runtime `log.FromContext(ctx)`, with its fields.
  public var log: Logger {
    var log = logger
    if !key.namespace.isEmpty { log[metadataKey: "namespace"] = "\(key.namespace)" }
    log[metadataKey: "name"] = "\(key.name)"
    log[metadataKey: "reconcileID"] = "\(id)"
    return log
  }

  /// Adds a line to the trace of this reconcile. Bounded: after ``ReconcileRecord/noteLimit`` lines they are
  /// dropped.
  public func note(_ text: @autoclosure () -> String) {
    recorder.note(text())
  }
}
