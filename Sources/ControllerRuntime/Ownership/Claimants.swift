public import APIMachinery

extension Cache {
  /// The owners that a change of an object leads to: the one that controls it, before and after the change, or, when none
  /// does, those that could adopt it by its labels.
  ///
  /// Kubernetes: `addPod`, `updatePod`, `getPodReplicaSets` and their like of `pkg/controller`.
  ///
  /// - Parameter selector: The label selector of an owner; one without a selector adopts nothing.
  /// - Complexity: O(1) for an object with a controller, else O(*n*) in the owners of its namespace.
  @inlinable
  public func claimants<Owner: Resource, Kind: KubernetesObject>(
    _ owner: Owner.Type, of change: Change<Kind>, selector: (Owner) -> JSONObject?
  ) -> [ObjectKey] {
    OwnerKeys.claimants(
      of: change.object.fields, before: change.old?.fields, kind: Owner.definition.kind
    ) { orphan in
      let metadata = Kind(fields: orphan).metadata
      return list(owner, namespace: metadata.namespace ?? "").filter { candidate in
        guard let selector = selector(candidate) else { return false }
        return (try? Selector(labelSelector: selector))?.matches(metadata.labels) ?? false
      }.map(\.key)
    }
  }
}
