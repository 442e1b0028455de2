import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI
import KubernetesClient

/// What `reconcile-contract.md` shows.
struct ShelfReconciler: Reconciler {
  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let shelf = context.cache.get(Shelf.self, key) else { return .done }  // gone: nothing to do
    let cups = context.cache.list(Cup.self, index: .controllerUID, shelf.metadata.uid ?? "")
    for _ in cups.count..<max(cups.count, shelf.spec.size) {
      var cup = Cup {
        $0.metadata.namespace = key.namespace
        $0.metadata.generateName = "\(key.name)-"
      }
      try cup.setControllerReference(shelf)
      try await context.client.create(cup)
    }
    return .done
  }
}

enum ContractSnippets {
  static func manager(_ client: any Client, _ world: World) async throws {
    let controller = Controller("shelf", ShelfReconciler())
      .for(Shelf.self, where: .generationChanged)
      .owns(Cup.self)
      .indexByController(Cup.self)

    let manager = Manager(client: client, world: .system())
    manager.add(controller)
    try await manager.run()
  }

  static func deletion(_ shelf: Shelf, _ context: ReconcileContext) async throws -> Action {
    if shelf.metadata.isBeingDeleted {
      try await washEverything(shelf)
      try await context.client.removeFinalizer("example.com/wash", from: shelf)
      return .done
    }
    let shelf = try await context.client.addFinalizer("example.com/wash", to: shelf)  // before there is a cup
    _ = shelf
    return .done
  }

  private static func washEverything(_ shelf: Shelf) async throws {}
}
