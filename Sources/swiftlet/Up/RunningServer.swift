import APICore
import APIMachinery
import APIServer
import ControlPlane
import ControllerRuntime
import Foundation
import Logging
import ObjectStore
import RemoteClient

/// What `swiftlet up` runs, put together from its flags.
struct RunningServer: Sendable {
  let store: ObjectStore
  let plane: ControlPlane
  let api: APIServer
  let clock: ClusterClock
  let scheme: String
  let host: String
  private let credentials: ServerCredentials?
  private let kubeconfigPath: String

  init(_ flags: Up) async throws {
    let address = try ListenAddress(flags.listen).withFreePort()
    let clock = ClusterClock()
    self.clock = clock
    let world = World(time: clock.time, random: SystemRandom())
    (scheme, host) = (flags.plainHTTP ? "http" : "https", address.host)
    kubeconfigPath = flags.kubeconfig ?? (flags.ephemeral ? Self.temporaryPath : "\(flags.data)/kubeconfig")
    let credentials = try flags.plainHTTP ? nil : Self.makeCredentials(flags, address, world)
    self.credentials = credentials
    store = try await Self.openStore(flags, world)
    plane = ControlPlane(
      store: store, world: world,
      options: ControlPlaneOptions(
        latencyScale: flags.latencyScale, endpoint: "\(scheme)://\(address.host):\(address.port)",
        rootCertificate: credentials?.authorityPEM, runsLoops: !flags.withoutControllers), gate: clock.gate)
    api = try APIServer(
      service: plane.service,
      configuration: Self.configuration(
        address, credentials, plane, flags.withoutControllers ? nil : clock),
      logger: .quiet)
  }

  private static var temporaryPath: String { "\(NSTemporaryDirectory())/swiftlet-kubeconfig" }

  private static func makeCredentials(
    _ flags: Up, _ address: ListenAddress, _ world: World
  ) throws -> ServerCredentials {
    let now = world.time.now().secondsSince1970
    let hosts = ["127.0.0.1", "::1", "localhost"].contains(address.host) ? [] : [address.host]
    if flags.ephemeral { return try .ephemeral(hosts: hosts, secondsSince1970: now) }
    try FileManager.default.createDirectory(atPath: flags.data, withIntermediateDirectories: true)
    return try .load(folder: "\(flags.data)/pki", hosts: hosts, secondsSince1970: now)
  }

  private static func openStore(_ flags: Up, _ world: World) async throws -> ObjectStore {
    let options = StoreOptions(now: { world.time.now().nanosecondsSince1970 })
    if flags.ephemeral { return try await ObjectStore(backend: MemoryBackend(), options: options) }
    try FileManager.default.createDirectory(atPath: flags.data, withIntermediateDirectories: true)
    return try await ObjectStore(backend: SQLiteBackend(folder: flags.data), options: options)
  }

  private static func configuration(
    _ address: ListenAddress, _ credentials: ServerCredentials?, _ plane: ControlPlane, _ clock: ClusterClock?
  ) -> APIServerConfiguration {
    var configuration = APIServerConfiguration(
      host: address.host, port: address.port, security: credentials.map { .tls($0) } ?? .plain)
    configuration.readinessChecks = [
      HealthCheck("controllers") {
        let waiting = plane.manager.health.waitingForCaches
        return waiting.isEmpty ? nil : "waiting for the caches of \(waiting.joined(separator: ", "))"
      }
    ]
    if let clock {
      let trace = plane.manager.trace
      configuration.debugSources = [
        "trace": TraceSource(trace: trace), "findings": FindingSource(trace: trace),
        "clock": ClockSource(clock: clock, manager: plane.manager),
        "waiting": WaitingSource(clock: clock, manager: plane.manager),
      ]
    }
    configuration.metrics = { $0.append(plane.manager.metrics.prometheusText()) }
    return configuration
  }
}

extension RunningServer {
  /// Writes the kubeconfig for the port that the server got.
  ///
  /// - Returns: Its path.
  func writeKubeconfig(port: Int) throws -> String {
    var config = KubeConfig.empty
    let cluster = KubeConfigCluster {
      $0.server = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
      $0.certificateAuthorityData = credentials.map { Self.base64($0.authorityPEM) }
    }
    let user = KubeConfigUser {
      guard let credentials else { return }
      $0.clientCertificateData = Self.base64(credentials.adminCertificatePEM)
      $0.clientKeyData = Self.base64(credentials.adminKeyPEM)
      $0.token = credentials.token
    }
    config.set(context: "swiftlet", cluster: cluster, user: user, namespace: nil)
    let folder = (kubeconfigPath as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try config.write(path: kubeconfigPath)
    return kubeconfigPath
  }

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
