import APIMachinery
import KubernetesClient
import RemoteClient

/// Deletes what was applied before and is not part of the files any more.
struct Pruner {
  let session: Session
  let selector: String
  let dryRun: DryRun

  func prune(keeping applied: [DynamicObject]) async throws {
    let kept = Set(applied.compactMap(\.metadata.uid))
    for resource in try await session.mapper().resources where Self.isPruned(resource) {
      let list = try await session.client.list(
        resource.groupVersionResource, namespace: resource.isNamespaced ? session.namespace : nil,
        options: ListOptions(labelSelector: selector))
      for object in list.items {
        let metadata = object.metadata
        guard metadata.annotations[Applier.lastApplied] != nil, !kept.contains(metadata.uid ?? "") else {
          continue
        }
        if dryRun == .none {
          _ = try await session.client.delete(
            resource.groupVersionResource, object.key, options: DeleteOptions())
        }
        let group = resource.group.isEmpty ? "" : ".\(resource.group)"
        Terminal.writeLine("\(resource.singular)\(group)/\(object.key.name) pruned")
      }
    }
  }

  /// Kubernetes: `kubectl apply --prune` looks at a fixed list of kinds; here at all that people apply.
  private static func isPruned(_ resource: ResourceDefinition) -> Bool {
    resource.verbs.contains("delete") && resource.verbs.contains("list")
      && !["events", "nodes", "endpointslices", "leases", "instances", "networkinterfaces"].contains(
        resource.plural)
  }
}
