import APIMachinery
import ArgumentParser
import ControllerRuntime
import ControllerService
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// What `running-in-a-cluster.md` and `replicas.md` show.
struct ShelfProgram: AsyncParsableCommand {
  @Option(help: "How many cups a shelf may have.") var most = 12
  @OptionGroup var flags: ManagerFlags

  func run() async throws {
    try await flags.run("shelf-operator", controllers: [shelfController(most: most)]) { options in
      options.traceCapacity = 4096
    }
  }
}

private func shelfController(most: Int) -> Controller {
  Controller("shelf", ShelfReconciler()).for(Shelf.self).owns(Cup.self).indexByController(Cup.self)
}

enum ProgramSnippets {
  static func clients() throws -> [RemoteClient] {
    let client = try RemoteClient(try ClientConfiguration.load())  // as a program does
    let staging = try RemoteClient(try KubeConfig.load().configuration(context: "staging"))
    return [client, staging]
  }

  static func replicas(_ client: any Client, _ podName: String, _ lease: ObjectKey) -> Manager {
    let manager = Manager(
      client: client, world: .system(),
      options: ManagerOptions(leaderElection: LeaderElection(lease: lease, identity: podName)))
    return manager
  }

  static func shards(
    _ client: any Client, _ podName: String, _ lease: ObjectKey, _ controller: Controller
  ) -> Manager {
    let manager = Manager(
      client: client, world: .system(),
      options: ManagerOptions(sharding: Sharding(lease: lease, identity: podName)))
    manager.add(controller.sharded())  // each object for itself
    manager.add(controller.sharded(by: .namespace))  // the objects of a namespace together
    return manager
  }

  struct Offline: Error {}

  static func checks(_ manager: Manager, _ isOnline: @escaping @Sendable () -> Bool) {
    manager.addHealthCheck("database") { if !isOnline() { throw Offline() } }
  }
}
