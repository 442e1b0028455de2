import APIMachinery
import KubernetesClient
import Logging
import Synchronization

extension Manager {
  /// Runs the controllers until ``shutDown()``, or until the task is cancelled; all they started has ended then.
  ///
  /// With leader election the caches run from the start and the controllers from the election on; the lease is given
  /// up when no controller works any more.
  ///
  /// - Throws: ``RegistrationError`` when something that was registered cannot run, before anything is asked for;
  ///   ``LeadershipLost`` when another process has taken over; ``CachesNotFilled`` after
  ///   ``ManagerOptions/cacheSyncTimeout``. Neither shutdown nor cancellation is an error.
  public func run() async throws {
    let controllers = try begin()
    try await runToTheEnd(controllers)
    try checkNothingCameLate()
  }

  private func runToTheEnd(_ controllers: [ControllerRun]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      let isCold = options.standby == .cold && controllers.allSatisfy { $0.mode == .led }
      for informer in environment.informers.all {
        group.addTask {
          if isCold { guard await self.elected.wait() else { return } }
          await self.reflector(for: informer).run()
        }
      }
      group.addTask {
        if isCold { guard await self.elected.wait() else { return } }
        await self.environment.dynamicInformers.run { await self.reflector(for: $0).run() }
      }
      group.addTask { await self.environment.events.run() }
      group.addTask { await self.beginWhenCachesAreFilled(controllers) }
      try await work(controllers)
      await environment.events.drain()
    }
  }

  private func beginWhenCachesAreFilled(_ controllers: [ControllerRun]) async {
    for informer in environment.informers.all { guard await informer.synced.wait() else { return } }
    for controller in controllers { controller.begin() }
  }

  private func begin() throws(RegistrationError) -> [ControllerRun] {
    try check()
    return try state.withLock { state throws(RegistrationError) in
      if state.isRunning {
        throw RegistrationError(problems: [
          "a manager runs once: make another one to run its controllers again"
        ])
      }
      state.isRunning = true
      return state.controllers
    }
  }

  private func reflector(for informer: Informer) -> Reflector {
    Reflector(
      informer: informer, client: environment.client, world: environment.world,
      options: ReflectorOptions(watchTimeout: options.watchTimeout), logger: environment.logger)
  }

  // MARK: Work

  /// Returns when all controllers have ended, or were not done in time after ``shutDown()``.
  private func work(_ controllers: [ControllerRun]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await self.workUntilStopped(controllers) }
      group.addTask { await self.stop(controllers) }
      if let timeout = options.cacheSyncTimeout {
        group.addTask { try await self.waitForCaches(timeout) }
      }
      try await group.next()
    }
  }

  /// Waits for as long as the caches may take, and then until the task is cancelled.
  private func waitForCaches(_ timeout: Duration) async throws {
    let isCold = options.standby == .cold
    if isCold { guard await elected.wait() else { return } }
    try await environment.world.time.sleep(for: timeout)
    let waiting = environment.informers.all.filter { !$0.synced.isOpen }
    if !waiting.isEmpty {
      throw CachesNotFilled(timeout: timeout, troubles: waiting.map(\.waitingFor))
    }
    _ = await Gate().wait()
  }

  private func workUntilStopped(_ controllers: [ControllerRun]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { await self.run(controllers.filter { $0.mode == .everywhere }) }
      group.addTask { try await self.lead { await self.run(controllers.filter { $0.mode == .led }) } }
      group.addTask { try await self.share(controllers.filter { $0.mode == .shared }) }
      while try await group.next() != nil {}
    }
  }

  /// Runs controllers to their ends, and no shorter than until ``shutDown()``.
  private func run(_ controllers: [ControllerRun]) async {
    await withTaskGroup { group in
      for controller in controllers { group.addTask { await controller.run() } }
      group.addTask { _ = await self.stopped.wait() }
      await group.waitForAll()
    }
  }

  /// Runs `body` while this process leads; at once when there is no election.
  private func lead(_ body: @escaping @Sendable () async -> Void) async throws {
    guard let election = options.leaderElection else {
      elected.open()
      return await body()
    }
    let elector = LeaderElector(
      election: election, client: environment.client, world: environment.world, logger: environment.logger)
    defer { metrics.leads(election.lease, false) }
    try await elector.lead {
      self.metrics.leads(election.lease, true)
      self.elected.open()
      await body()
    }
  }

  /// Runs controllers whose keys are shared, while this process is of the ring.
  private func share(_ controllers: [ControllerRun]) async throws {
    guard let sharding = options.sharding, let shards, !controllers.isEmpty else { return }
    let member = ShardMember(
      sharding: sharding, client: environment.client, world: environment.world, gate: shards,
      logger: environment.logger
    ) { before in
      for controller in controllers { controller.lookAtGained(before) }
    }
    try await member.share { await self.run(controllers) }
  }

  /// Waits for ``shutDown()``, lets the controllers end, and gives them time for it.
  private func stop(_ controllers: [ControllerRun]) async {
    guard await stopped.wait() else { return }
    environment.logger.info("Stopping and waiting for controllers")
    environment.gate?.open()
    for controller in controllers { controller.shutDown() }
    let works = elected.isOpen || controllers.contains { $0.mode != .led }
    guard works else { return }
    try? await environment.world.time.sleep(for: options.gracefulShutdownTimeout)
  }
}
