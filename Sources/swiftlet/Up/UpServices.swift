import APIServer
import ArgumentParser
import ControlPlane
import ControllerRuntime
import Foundation
import ServiceLifecycle

/// Runs the loops until the group shuts down.
struct LoopService: ServiceLifecycle.Service {
  let plane: ControlPlane

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do {
        try await plane.run()
        // Without loops there is nothing to run; the service waits for the end all the same.
        try await Task.sleep(for: .seconds(Int64.max / 2))
      } catch is CancellationError {
        return
      }
    }
  }
}

/// Wakes those who wait for a time of the cluster, until the group shuts down.
struct ClockService: ServiceLifecycle.Service {
  let time: StoppableTime

  func run() async throws {
    await cancelWhenGracefulShutdown { await time.run() }
  }
}

/// Says when the cluster is ready, then applies the manifests that it is to start with.
struct ReadyService: ServiceLifecycle.Service {
  let server: RunningServer
  let manifests: [String]
  /// Whether the clock is stopped when the cluster is ready.
  let isPaused: Bool
  let start: ContinuousClock.Instant

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      let port = await server.api.port
      guard port > 0 else { return }
      let path = try server.writeKubeconfig(port: port)
      while !server.plane.manager.health.isReady { try await Task.sleep(for: .milliseconds(1)) }
      if isPaused { try await pause() }
      let took = (ContinuousClock.now - start).components
      let milliseconds = took.seconds * 1000 + took.attoseconds / 1_000_000_000_000_000
      Terminal.writeLine(
        "swiftlet is ready: \(server.scheme)://\(server.host):\(port), kubeconfig \(path), \(milliseconds) ms"
      )
      if !manifests.isEmpty { try await apply(path) }
    }
  }

  /// Stops the clock when what every cluster begins with is done.
  private func pause() async throws {
    let trace = server.plane.manager.trace
    var (count, quiet) = (trace.count, 0)
    while quiet < 10 {
      try await Task.sleep(for: .milliseconds(20))
      (count, quiet) = (trace.count, trace.count == count ? quiet + 1 : 0)
    }
    server.clock.stop()
  }

  private func apply(_ kubeconfig: String) async throws {
    let command = try Apply.parse(["--kubeconfig", kubeconfig] + manifests.flatMap { ["-f", $0] })
    do { try await command.run() } catch let error as CommandError {
      if !error.description.isEmpty { Terminal.writeError("error: \(error)") }
    }
  }
}
