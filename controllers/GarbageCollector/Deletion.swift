import APIMachinery
import ControllerRuntime
import KubernetesClient

/// The writes of the garbage collector on one object. Each names the object's UID and revision, so that a verdict
/// on what has changed meanwhile is refused, and made anew.
struct Deletion {
  let object: OwnedObject
  let context: ReconcileContext

  init(_ object: OwnedObject, _ context: ReconcileContext) {
    self.object = object
    self.context = context
  }

  /// Deletes the object, unless its owners have changed since the verdict: the cache shows at once what this loop
  /// wrote, the graph only when the watch brings it, and then the object is judged anew.
  func delete(_ propagation: OwnerGraph.PropagationOfDeletion) async throws {
    guard let present, present.metadata.ownerReferences == object.owners else { return }
    let policy: PropagationPolicy
    switch propagation {
    case .orphan: policy = .orphan
    case .foreground: policy = .foreground
    // What the object's own finalizers ask for goes before.
    case .background where present.metadata.finalizers.contains(OwnedObject.orphanFinalizer): policy = .orphan
    case .background: policy = .background
    }
    try await tolerating(.notFound) {
      try await context.client.delete(
        object.resource, object.key,
        options: DeleteOptions(
          propagationPolicy: policy, preconditionUID: object.uid,
          preconditionResourceVersion: present.metadata.resourceVersion))
    }
  }

  /// Takes owners out of the object's references.
  func dropReferences(_ uids: [String]) async throws {
    guard let present else { return }
    let kept = present.metadata.ownerReferences.filter { !uids.contains($0.uid) }
    try await patch(present, "ownerReferences", kept.json)
  }

  func removeFinalizer(_ name: String) async throws {
    guard let present else { return }
    let kept = present.metadata.finalizers.filter { $0 != name }
    guard kept.count != present.metadata.finalizers.count else { return }
    try await patch(present, "finalizers", kept.json)
  }

  /// The object as the cache has it, unless another has taken its name.
  private var present: DynamicObject? {
    guard let present = context.cache.get(object.resource, object.key) else { return nil }
    return present.metadata.uid == object.uid ? present : nil
  }

  private func patch(_ present: DynamicObject, _ field: String, _ value: JSON) async throws {
    var metadata: JSONObject = [field: value, "uid": .string(object.uid)]
    metadata["resourceVersion"] = present.metadata.resourceVersion.map { .string($0) }
    let patch: JSONObject = ["metadata": .object(metadata)]
    try await tolerating(.notFound) {
      try await context.client.patch(
        object.resource, object.key, subresource: nil, patch: .merge(.object(patch)), options: WriteOptions())
    }
  }
}
