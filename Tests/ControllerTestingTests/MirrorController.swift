import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps a Secret beside each ConfigMap that is labelled `mirror=yes`, with a copy of its data, in one of several
/// ways.
struct Mirror: Reconciler {
  enum Flaw {
    case none
    /// Two writes, the second of which is forgotten when the process dies between them.
    case copiesOnlyWhenCreated
    /// Throws the copy away when the cache says that the ConfigMap is gone.
    case believesTheCache
    /// Removes what the ConfigMap had only when it sees it being deleted.
    case waitsForTheDeletion
  }

  let flaw: Flaw

  static func controller(_ flaw: Flaw) -> Controller {
    let controller = Controller("mirror", Mirror(flaw: flaw)).for(ConfigMap.self).reads(Secret.self)
    return flaw == .waitsForTheDeletion ? controller : controller.watches(Secret.self) { [$0.object.key] }
  }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let map = context.cache.get(ConfigMap.self, key)
    let copy = context.cache.get(Secret.self, key)
    guard let map, map.metadata.labels["mirror"] == "yes", !map.metadata.isBeingDeleted else {
      let isLeft = map?.metadata.isBeingDeleted == true || (map == nil && flaw != .waitsForTheDeletion)
      if isLeft, copy != nil { try await remove(key, context) }
      return .done
    }
    guard let copy else {
      try await context.client.create(
        Secret {
          $0.metadata.namespace = key.namespace
          $0.metadata.name = key.name
        })
      try await write(map, key, context)
      return .done
    }
    if flaw != .copiesOnlyWhenCreated, copy.metadata.annotations["of"] != Self.digest(of: map) {
      try await write(map, key, context)
    }
    return .done
  }

  private static func digest(of map: ConfigMap) -> String { map.data["value"] ?? "" }

  private func write(_ map: ConfigMap, _ key: ObjectKey, _ context: ReconcileContext) async throws {
    let digest = Self.digest(of: map)
    try await context.client.patch(
      Secret.self, key, .merge(["metadata": ["annotations": ["of": .string(digest)]]]))
  }

  private func remove(_ key: ObjectKey, _ context: ReconcileContext) async throws {
    if flaw != .believesTheCache {
      let map = try await context.client.find(ConfigMap.self, key)
      guard map == nil || map?.metadata.isBeingDeleted == true else { return }
    }
    try await tolerating(.notFound) { try await context.client.delete(Secret.self, key) }
  }
}
