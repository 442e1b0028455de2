import APIMachinery
import ControllerRuntime
import KubernetesClient
import Synchronization

/// The controllers under test in a process of their own, which can die and come back.
///
/// Each incarnation has a manager, caches and controllers of its own: nothing in memory outlives it.
final class ControllerProcess: Sendable {
  private struct State {
    var incarnation: Incarnation?
    var manager: Manager?
    var restarts = 0
  }

  private let client: any Client
  private let world: World
  private let time: any TimeSource
  private let injector: FaultInjector
  private let trace: Trace
  private let timeline: Timeline
  private let controllers: @Sendable (World) -> [Controller]
  private let state = Mutex(State())

  init(
    client: any Client, world: World, injector: FaultInjector, trace: Trace, timeline: Timeline,
    controllers: @escaping @Sendable (World) -> [Controller]
  ) {
    self.client = client
    time = world.time
    self.world = World(time: injector.clock, random: world.random)
    self.injector = injector
    self.trace = trace
    self.timeline = timeline
    self.controllers = controllers
  }

  /// How often the process came back.
  var restartCount: Int { state.withLock { $0.restarts } }

  var manager: Manager? { state.withLock { $0.manager } }

  /// The controllers of the process, as they are at its start.
  var newControllers: [Controller] { controllers(world) }

  /// Ends the present incarnation; the next one begins at once, with empty memory.
  func restart() {
    state.withLock { $0.incarnation }?.die(Restart())
  }

  /// Runs one incarnation after the other until the task is cancelled.
  ///
  /// - Throws: `RegistrationError` when the controllers cannot run.
  func run() async throws {
    var restart = Restart()
    while !Task.isCancelled {
      let incarnation = Incarnation(view: restart.view)
      let manager = makeManager(incarnation)
      try manager.check()
      state.withLock { state in
        state.incarnation = incarnation
        state.manager = manager
      }
      timeline.add(.started)
      await withTaskGroup { group in
        group.addTask { try? await manager.run() }
        group.addTask { await incarnation.death() }
        _ = await group.next()
        group.cancelAll()
      }
      guard !Task.isCancelled, let next = incarnation.restart else { return }
      restart = next
      state.withLock { $0.restarts += 1 }
      if next.downFor > .zero, (try? await time.sleep(for: next.downFor)) == nil { return }
    }
  }

  private func makeManager(_ incarnation: Incarnation) -> Manager {
    let client = FaultyClient(base: client, injector: injector, incarnation: incarnation, time: time)
    let manager = Manager(client: client, world: world, trace: trace)
    for controller in controllers(world) { manager.add(controller) }
    return manager
  }
}
