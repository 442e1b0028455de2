import APIMachinery
import ArgumentParser
import ControlPlane
import ControllerRuntime
import ControllerService
import Foundation
import Logging
import RemoteClient
import ServiceLifecycle
import UnixSignals

/// `swiftlet controllers`: runs all built-in loops against a server in another process.
struct Controllers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run all built-in loops against a server in another process.",
    discussion: "Start the server with `swiftlet up --without-controllers`. Several may run; one leads.")

  @Option(name: .long, help: "The kubeconfig file to use.") var kubeconfig: String?
  @Option(name: .long, help: "The context of the kubeconfig to use.") var context: String?
  @Option(name: .long, help: "Multiplies the waits of the AWS side and of containers.") var latencyScale = 1.0
  @Flag(name: .long, inversion: .prefixedNo, help: "Let one of several processes work.") var leaderElect =
    true

  /// What the processes take turns to hold.
  private static let lease = ObjectKey(namespace: "kube-system", name: "swiftlet-controllers")

  func run() async throws {
    let config = try KubeConfig.load(
      explicit: kubeconfig, environment: ProcessInfo.processInfo.environment,
      dataFolder: DataFolder.standard.path)
    let configuration = try config.configuration(context: context)
    let client = try RemoteClient(configuration)
    let world = World.system()
    let identity = "\(ProcessInfo.processInfo.hostName)_\(world.random.uuid())"
    let manager = Manager(
      client: client, world: world,
      options: ManagerOptions(
        watchTimeout: .seconds(300),
        leaderElection: leaderElect ? LeaderElection(lease: Self.lease, identity: identity) : nil))
    let options = ControlPlaneOptions(latencyScale: latencyScale, endpoint: configuration.server)
    for controller in BuiltInLoops(client: client, world: world, options: options).controllers {
      manager.add(controller)
    }
    let group = ServiceGroup(
      services: [ManagerService(manager)], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: .quiet)
    Terminal.writeLine("running all loops against \(configuration.server)")
    try await group.run()
    await client.shutdown()
  }
}
