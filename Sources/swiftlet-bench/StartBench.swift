import APICore
import ControlPlane
import ControllerRuntime
import ObjectStore

/// From nothing to a control plane whose caches are filled, in this process.
struct StartBench {
  func run() async throws {
    let start = Meter.now
    try await BenchCluster.run(latencyScale: 0) { cluster in
      while !cluster.plane.manager.health.isReady { await Task.yield() }
      let cost = Meter.now - start
      Figures.print(
        "start on an empty folder",
        [
          ("wall", cost.wall * 1000, "ms"), ("CPU", cost.cpu * 1000, "ms"),
          ("resident", Double(Meter.residentBytes) / 1e6, "MB"),
        ], peer: "2.6 s with all components, 570 MiB")
    }
  }
}
