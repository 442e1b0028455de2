import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation

/// Runs `body` beside a manager with `controllers` over a fake API, in a simulation.
func withManager<Result: Sendable>(
  seed: UInt64 = 0, latency: Duration? = nil, options: ManagerOptions = ManagerOptions(),
  _ controllers: [Controller],
  before: @escaping @Sendable (FakeAPI) async throws -> Void = { _ in },
  _ body: @escaping @Sendable (Bench) async throws -> Result
) throws -> Result {
  try Simulation.run(seed: seed) { simulation in
    let api = FakeAPI(world: simulation.world, latency: latency)
    try await before(api)
    let manager = Manager(client: api, world: simulation.world, options: options)
    for controller in controllers { manager.add(controller) }
    return try await withThrowingTaskGroup { group in
      group.addTask { try await manager.run() }
      let result = try await body(Bench(simulation: simulation, api: api, manager: manager))
      group.cancelAll()
      try await group.waitForAll()
      return result
    }
  }
}

struct Bench: Sendable {
  let simulation: Simulation
  let api: FakeAPI
  let manager: Manager

  var trace: Trace { manager.trace }

  /// Lets everything happen that can happen now.
  func settle() async { await simulation.idle() }
  func advance(by duration: Duration) async throws { try await simulation.advance(by: duration) }
}
