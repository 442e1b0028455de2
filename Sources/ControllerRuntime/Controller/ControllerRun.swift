import APIMachinery
import KubernetesClient
import Logging
import Synchronization

/// A controller at work in a manager: its queue, its workers, its subscriptions.
final class ControllerRun: Sendable {
  let controller: Controller
  let queue: WorkQueue
  let metrics: ControllerMetrics
  private let reconciler: any Reconciler
  private let environment: ReconcileEnvironment
  private let trace: Trace
  private let ownWrites: OwnWriteFilter?
  private let gate: ReconcileGate?
  private let ids: ReconcileIDs
  private let shards: ShardGate?
  /// What the controller listens to.
  private let subscriptions = Mutex<[(watch: Watch, informer: Informer)]>([])
  /// Opens when the controller may begin, or should come to an end.
  private let start = Gate()
  private let isStopped = Atomic(false)

  /// - Parameter shards: What this process may look at; everything when `nil`.
  init(_ controller: consuming Controller, in manager: RunEnvironment, shards: ShardGate? = nil) {
    self.shards = shards
    reconciler = controller.reconciler
    environment = ReconcileEnvironment(
      controller: controller.name, component: controller.component, logger: manager.logger.with(controller),
      in: manager)
    trace = manager.trace
    metrics = manager.metrics.controller(controller.name, workers: controller.concurrency)
    gate = manager.gate
    ids = ReconcileIDs(controller: controller.name, startedAt: manager.world.time.now())
    queue = WorkQueue(time: manager.world.time, limits: controller.limits)
    ownWrites = controller.ignoresOwnWrites ? OwnWriteFilter() : nil
    self.controller = controller
    metrics.observe(queue)
    listen(in: manager)
  }

  /// Lets the controller hear of what it is declared to watch.
  private func listen(in manager: RunEnvironment) {
    for signal in controller.signals { signal.attach(queue) }
    for index in controller.indexers { informer(index.informer).addIndexer(index.indexer) }
    for watch in controller.watches { subscribe(watch, to: informer(watch.informer)) }
    for watch in controller.dynamicWatches {
      manager.dynamicInformers.register(
        DynamicInformers.Registration(source: informer(watch.source), resources: watch.resources) {
          [weak self] informer in
          let resource = informer.resource
          self?.subscribe(
            Watch(informer: watch.source, keys: { watch.keys($0.change, resource, $1) }), to: informer)
        })
    }
  }

  /// The informer that `find` finds, which the controller is noted to read.
  private func informer(_ find: (InformerSet) -> Informer) -> Informer {
    let informer = find(environment.informers)
    informer.use(by: controller.name)
    return informer
  }

  var isSynced: Bool { environment.informers.all.allSatisfy(\.synced.isOpen) }

  /// Where a controller runs.
  enum Mode { case led, everywhere, shared }

  var mode: Mode {
    if shards != nil { return .shared }
    return controller.runsOnEveryReplica ? .everywhere : .led
  }

  // MARK: From changes to keys

  private func subscribe(_ watch: Watch, to informer: Informer) {
    guard let keys = watch.keys else { return }
    if shards != nil { subscriptions.withLock { $0.append((watch, informer)) } }
    let (isMine, delay) = (isMine, watch.coalescing)
    let activity = ControllerActivity(
      controller.name, .mapping(informer.resource), startedAt: environment.world.time.now())
    let informers = environment.informers
    // The informer is one of the informers, which live as long as anybody feeds it: strongly held, they would keep each
    // other for ever.
    informer.subscribe(as: activity) { [queue, ownWrites, unowned informers] changes in
      let cache = Cache(informers: informers, recorder: nil)
      var additions = QueueAdditions()
      for observed in changes {
        let priority: Priority = observed.change.isInitial ? .low : .normal
        for key in keys(observed, cache)
        where isMine?(key) != false && ownWrites?.isOwn(observed.cause, of: key) != true {
          additions.append(QueueAddition(key: key, cause: observed.cause, priority: priority))
        }
      }
      if additions.isEmpty { return }
      if let delay {
        queue.add(additions, after: delay)
      } else {
        queue.add(additions)
      }
    }
  }

  // MARK: Shards

  private var isMine: (@Sendable (ObjectKey) -> Bool)? {
    guard let shards, let unit = controller.shardUnit else { return nil }
    return { shards.allows(unit.text($0)) }
  }

  /// Looks at the keys that became this process' own: at what all objects that are there lead to.
  ///
  /// - Parameter before: What was its own before.
  func lookAtGained(_ before: @Sendable (String) -> Bool) {
    guard let isMine, let unit = controller.shardUnit else { return }
    let cache = Cache(informers: environment.informers, recorder: nil)
    for (watch, informer) in subscriptions.withLock({ $0 }) {
      var additions = QueueAdditions()
      for object in informer.list(namespace: nil) {
        let observed = ObservedChange(Change(.added, object, isInitial: true), of: informer.resource)
        for key in watch.keys?(observed, cache) ?? [] where isMine(key) && !before(unit.text(key)) {
          additions.append(QueueAddition(key: key, cause: observed.cause, priority: .low))
        }
      }
      queue.add(additions)
    }
    for key in controller.startKeys where isMine(key) && !before(unit.text(key)) {
      queue.add(key, cause: Cause(.startup))
    }
  }

  // MARK: Running

  /// Runs until ``shutDown()``, or until the task is cancelled. Works from the time on when ``begin()`` was called and there
  /// is something to do.
  func run() async {
    environment.logger.info("Starting Controller")
    guard await start.wait(), !isStopped.load(ordering: .relaxed) else { return }
    environment.logger.info("Starting workers", metadata: ["worker count": "\(controller.concurrency)"])
    for key in controller.startKeys { queue.add(key, cause: Cause(.startup)) }
    // Most controllers of a cluster have nothing to do for long: until then they are one task that waits.
    if controller.sources.isEmpty { guard await queue.waitForUse() else { return } }
    await withTaskGroup { group in
      group.addTask { await self.queue.run() }
      for source in controller.sources { group.addTask { await self.run(source) } }
      await runWorkers()
      group.cancelAll()
    }
    environment.logger.info("All workers finished")
  }

  /// Lets workers work until the queue is closed. One more begins whenever there is a key and none is free, up to
  /// ``Controller/concurrency(_:)`` of them.
  private func runWorkers() async {
    await withTaskGroup { workers in
      await queue.withSeat(isSpare: true) { seat in
        var count = 0
        while count < controller.concurrency, let item = await queue.next(seat) {
          count += 1
          workers.addTask { await self.work(from: item) }
        }
      }
    }
  }

  /// Lets the controller work. All caches of the manager are to be filled: a loop may read any of them, and one that is not
  /// filled would tell it that nothing is there.
  func begin() { start.open() }

  /// Lets the workers finish what they are at, and take nothing more.
  func shutDown() {
    isStopped.store(true, ordering: .relaxed)
    start.open()
    queue.close()
  }

  private func run(_ source: Source) async {
    var failures = 0
    let activity = ControllerActivity(controller.name, .source, startedAt: environment.world.time.now())
    while !Task.isCancelled {
      do {
        let context = ReconcileContext(environment, failures: failures)
        try await activity.during {
          try await source.run(KeySink(queue: queue), context)
        }
        return
      } catch {
        let delay = max(.seconds(1), controller.limits.backoff(failures: failures))
        failures += 1
        if (try? await environment.world.time.sleep(for: delay)) == nil { return }
      }
    }
  }

  private func work(from first: WorkItem) async {
    await queue.withSeat { seat in
      var streak = 0
      var next: WorkItem? = first
      while let item = next {
        await workOn(item)
        // A worker that always finds a key and never has to wait lets the others run now and then.
        streak += 1
        if streak.isMultiple(of: 16) { await Task.yield() }
        next = await queue.next(seat)
      }
    }
  }

  private func workOn(_ item: WorkItem) async {
    let text = shards.flatMap { _ in controller.shardUnit?.text(item.key) }
    if let text, shards?.begin(text) == false {
      return queue.finish(item.key, .success)
    }
    await reconcile(item)
    if let text { shards?.end(text) }
  }

  private func reconcile(_ item: WorkItem) async {
    let number = await gate?.pass(controller.name, item)
    let record = await look(number == nil ? item : queue.refolded(item))
    if let number { gate?.ended(number, record) }
  }

  private func look(_ item: WorkItem) async -> ReconcileRecord {
    let recorder = ReconcileRecorder()
    let id = ids.next()
    let context = ReconcileContext(
      environment, key: item.key, id: id, causes: item.causes, failures: item.failures, recorder: recorder)
    let start = environment.world.time.now()
    let ticket = metrics.begin(at: start)
    let activity = ControllerActivity(controller.name, .reconcile(item.key), startedAt: start)
    trace.begin(activity)
    let outcome = await activity.during {
      await self.outcome(of: item.key, context)
    }
    let duration = environment.world.time.now() - start
    let draft = recorder.content
    let record = ReconcileRecord(
      controller: controller.name, item, id: id, startedAt: start, duration: duration, draft, outcome)
    // Before the key is free again: of one key, records come in the order of the looks.
    trace.append(record, ending: activity)
    if let ownWrites {
      ownWrites.note(draft.writes, of: item.key)
      queue.finish(item.key, outcome.completion) { ownWrites.isOwn($0, of: item.key) }
    } else {
      queue.finish(item.key, outcome.completion)
    }
    metrics.end(ticket, outcome, duration: duration, waited: item.waited)
    outcome.log(in: context)
    return record
  }

  private func outcome(of key: ObjectKey, _ context: ReconcileContext) async -> ReconcileRecord.Outcome {
    do {
      guard let limit = controller.timeout else {
        return .action(try await reconciler.reconcile(key, context))
      }
      return .action(try await reconcile(key, context, within: limit))
    } catch let error as TerminalError {
      return .terminal(error.description)
    } catch {
      if error is ReconcileTimeout { metrics.timedOut() }
      return Task.isCancelled ? .cancelled : .failed(String(describing: error))
    }
  }

  private func reconcile(
    _ key: ObjectKey, _ context: ReconcileContext, within limit: Duration
  ) async throws -> Action {
    try await withThrowingTaskGroup(of: Action.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await self.reconciler.reconcile(key, context) }
      group.addTask {
        try await self.environment.world.time.sleep(for: limit)
        throw ReconcileTimeout(limit: limit)
      }
      return try await group.next() ?? .done
    }
  }
}

/// What a manager gives each of its controllers.
struct RunEnvironment: Sendable {
  let client: any Client
  let world: World
  let informers: InformerSet
  let dynamicInformers: DynamicInformers
  let trace: Trace
  let metrics: Metrics
  let events: EventSink
  let logger: Logger
  let gate: ReconcileGate?

  init(
    client: any Client, world: World, informers: InformerSet, trace: Trace, metrics: Metrics,
    events: EventSink,
    logger: Logger = .silent, gate: ReconcileGate? = nil
  ) {
    self.client = client
    self.world = world
    self.informers = informers
    dynamicInformers = DynamicInformers(informers: informers)
    self.trace = trace
    self.metrics = metrics
    self.events = events
    self.logger = logger
    self.gate = gate
  }
}

extension ReconcileRecord.Outcome {
  var completion: Completion {
    switch self {
    case .action(.done), .action(.awaitChange): .success
    case .action(.requeue(let delay)): delay > .zero ? .requeue(after: delay) : .failure
    case .failed: .failure
    case .terminal, .cancelled: .drop
    }
  }
}
