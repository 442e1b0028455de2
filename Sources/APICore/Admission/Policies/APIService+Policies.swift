import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// Follows a write of a policy: writes down in its status what does not fit the types of the resources it names.
  ///
  /// Kubernetes: `pkg/controller/validatingadmissionpolicystatus`.
  func checkTypes(of stored: StoredObject, _ served: ServedResource) async throws(StatusError) -> StoredObject
  {
    let tree = trees.tree(of: stored)
    let generation = tree.metadataFields["generation"] ?? 0
    if tree.object("status")?["observedGeneration"] == generation { return stored }
    let typeChecking = PolicyTypeChecker(tree, self).json
    let answer = try await writeStatus(of: stored.key.name, served) { old in
      var status = old.object("status") ?? JSONObject()
      status["observedGeneration"] = generation
      status["typeChecking"] = typeChecking
      return status
    }
    return answer?.stored ?? stored
  }
}
