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
    let present = claimants(owner, of: change.object.metadata, selector: selector)
    guard let old = change.old, !OwnerKeys.haveSameController(old.fields, change.object.fields) else {
      return present
    }
    var keys = claimants(owner, of: old.metadata, selector: selector)
    for key in present where !keys.contains(key) { keys.append(key) }
    return keys
  }

  @inlinable
  func claimants<Owner: Resource>(
    _ owner: Owner.Type, of metadata: ObjectMeta, selector: (Owner) -> JSONObject?
  ) -> [ObjectKey] {
    if let controller = metadata.controller {
      guard controller.kind == Owner.definition.kind else { return [] }
      return [ObjectKey(namespace: metadata.namespace ?? "", name: controller.name)]
    }
    let namespace = metadata.namespace ?? ""
    return list(owner, namespace: namespace).filter { candidate in
      guard let selector = selector(candidate) else { return false }
      return (try? Selector(labelSelector: selector))?.matches(metadata.labels) ?? false
    }.map(\.key)
  }
}
