import APIMachinery
import ControllerRuntime
import KubernetesClient

/// A toy like the ReplicaSet loop: keeps as many cups as the shelf wants, and says how many there are.
struct ShelfReconciler: Reconciler {
  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
    let cups = context.cache.list(Cup.self, index: .controllerUID, shelf.metadata.uid ?? "")
    if cups.count < shelf.size {
      let (_, error) = await slowStart(shelf.size - cups.count) { _ in
        var cup = Cup {
          $0.metadata.namespace = key.namespace
          $0.metadata.generateName = "\(key.name)-"
        }
        try cup.setControllerReference(shelf)
        try await context.client.create(cup)
        context.events.normal(shelf, "CupPlaced", "placed a cup")
      }
      if let error { throw error }
    }
    for cup in cups.dropFirst(shelf.size) { try await context.client.delete(Cup.self, cup.key) }
    let count = context.cache.list(Cup.self, index: .controllerUID, shelf.metadata.uid ?? "").count
    if shelf.filled != count {
      var shelf = shelf
      shelf.filled = count
      try await context.client.updateStatus(shelf)
    }
    return count == shelf.size ? .done : .awaitChange
  }

  static var controller: Controller {
    Controller("shelf", ShelfReconciler()).for(Shelf.self).owns(Cup.self).indexByController(Cup.self)
  }
}
