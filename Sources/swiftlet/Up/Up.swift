import APIServer
import ArgumentParser
import ControllerRuntime
import Foundation
import Logging
import ObjectStore
import ServiceLifecycle
import UnixSignals

/// `swiftlet up`: starts a cluster in the foreground.
struct Up: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a cluster in the foreground.",
    discussion: """
      Store, API server, all loops and the simulated AWS side run in this process until it gets SIGTERM or SIGINT. \
      The state is kept in the data folder; the next start goes on where this one ended.
      """)

  @Option(name: .long, help: "Where the state is kept.") var data: String = DataFolder.standard.path
  @Flag(name: .long, help: "Keep the state in memory only.") var ephemeral = false
  @Option(name: .long, help: "HOST:PORT to listen on; port 0 takes a free one.") var listen = "127.0.0.1:6443"
  @Option(name: .long, help: "Where the kubeconfig is written; in the data folder if not said.")
  var kubeconfig: String?
  @Option(name: .long, help: "A file or folder to apply when the cluster is ready; may be repeated.")
  var manifests: [String] = []
  @Option(name: .long, help: "Multiplies the waits of the AWS side and of containers: 1 as on EKS, 0 none.")
  var latencyScale = 1.0
  @Flag(name: .long, help: "Serve plain HTTP; on a loopback address only.") var plainHTTP = false
  @Flag(name: .long, help: "Stop the clock and the loops when the cluster is ready: see `swiftlet step`.")
  var paused = false
  @Flag(name: .long, help: "Leave the loops to `swiftlet controllers` in another process.")
  var withoutControllers = false

  func validate() throws {
    guard latencyScale >= 0, latencyScale.isFinite else {
      throw ValidationError("--latency-scale must not be negative")
    }
    guard !paused || !withoutControllers else {
      throw ValidationError("--paused and --without-controllers exclude each other")
    }
    _ = try ListenAddress(listen)
  }

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let server = try await RunningServer(self)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: server.api, successTerminationBehavior: .gracefullyShutdownGroup),
          .init(
            service: LoopService(plane: server.plane), successTerminationBehavior: .gracefullyShutdownGroup),
          .init(service: ClockService(time: server.clock.time), successTerminationBehavior: .ignore),
          .init(
            service: ReadyService(server: server, manifests: manifests, isPaused: paused, start: start),
            successTerminationBehavior: .ignore),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger.quiet))
    do {
      try await group.run()
    } catch {
      await server.store.close()
      throw error
    }
    await server.store.close()
    Terminal.writeError("swiftlet has stopped")
  }
}

extension Logger {
  /// Errors only: what goes on is shown by the cluster's own events and metrics.
  static var quiet: Logger {
    var logger = Logger(label: "swiftlet") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return logger
  }
}

/// `HOST:PORT`.
struct ListenAddress {
  let host: String
  let port: Int

  init(_ text: String) throws {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port)
    else { throw ValidationError("--listen must be HOST:PORT, such as 127.0.0.1:6443, not \"\(text)\"") }
    let host = text[..<colon].trimmingPrefix("[")
    self.host = String(host.hasSuffix("]") ? host.dropLast() : host)
    self.port = port
  }

  /// The same address with a port: one that is free now, where any would do.
  ///
  /// The port is needed before the server is bound, because the cluster's own objects name it.
  func withFreePort() throws -> ListenAddress {
    guard port == 0 else { return self }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw CommandError("no socket can be opened to find a free port") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw CommandError("no free port was found") }
    return try ListenAddress(
      "\(host.contains(":") ? "[\(host)]" : host):\(UInt16(bigEndian: address.sin_port))")
  }
}
