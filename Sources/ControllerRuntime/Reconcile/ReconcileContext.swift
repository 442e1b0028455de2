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
  /// What is looked at.
  public let key: ObjectKey
  /// Names this look in the trace and in the log.
  public let id: ReconcileID
  /// Why this reconcile runs, oldest first: everything that was folded into it. For the trace and for logs; what
  /// to do follows from the state, not from this.
  public let causes: [Cause]
  /// How many times in a row the key failed before.
  public let failures: Int

  /// What is the same for all looks of the controller.
  let environment: ReconcileEnvironment

  init(
    _ environment: ReconcileEnvironment, key: ObjectKey = ObjectKey(name: ""), id: ReconcileID = .none,
    causes: [Cause] = [], failures: Int, recorder: ReconcileRecorder = ReconcileRecorder()
  ) {
    client = RecordingClient(environment: environment, recorder: recorder)
    cache = Cache(informers: environment.informers, recorder: recorder)
    self.key = key
    self.id = id
    self.causes = causes
    self.failures = failures
    self.environment = environment
  }

  /// Time and chance.
  public var world: World { environment.world }
  /// Tells users what happened, as Event objects.
  public var events: EventRecorder { environment.events }
  /// The name of the controller.
  public var controller: String { environment.controller }

  public var now: Timestamp { environment.world.time.now() }

  var memory: AppliedMemory { environment.memory }

  /// A logger whose lines say which controller looks at which key, and in which look: `reconcileID` is the
  /// ``ReconcileRecord/id`` of the trace.
  ///
  /// Kubernetes: controller-runtime `log.FromContext(ctx)`, with its fields.
  public var log: Logger {
    var log = environment.logger
    if !key.namespace.isEmpty { log[metadataKey: "namespace"] = "\(key.namespace)" }
    log[metadataKey: "name"] = "\(key.name)"
    log[metadataKey: "reconcileID"] = "\(id)"
    return log
  }

  /// Adds a line to the trace of this reconcile. Bounded: after ``ReconcileRecord/noteLimit`` lines they are
  /// dropped.
  public func note(_ text: @autoclosure () -> String) {
    cache.recorder?.note(text())
  }
}

/// What all looks of a controller work with. A class, because a context is copied all the time.
final class ReconcileEnvironment: Sendable {
  let client: any Client
  let world: World
  let informers: InformerSet
  let events: EventRecorder
  /// The name of the controller.
  let controller: String
  let logger: Logger
  let memory = AppliedMemory()

  /// - Parameter logger: With the fields of the controller.
  init(controller: String, component: String, logger: Logger, in manager: RunEnvironment) {
    client = manager.client
    world = manager.world
    informers = manager.informers
    events = EventRecorder(component: component, sink: manager.events)
    self.controller = controller
    self.logger = logger
  }
}
