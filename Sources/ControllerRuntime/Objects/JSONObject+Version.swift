public import APIMachinery

extension JSONObject {
  /// The patch on the condition that the object is still of this version: the API answers with a conflict when it is not.
  ///
  /// Kubernetes: controller-runtime `MergeFromWithOptimisticLock`.
  ///
  /// - Parameter resourceVersion: Without one the patch is as it was, and holds for any version.
  public func requiring(_ resourceVersion: String?) -> JSONObject {
    guard let resourceVersion else { return self }
    var patch = self
    patch.withObject("metadata") { $0["resourceVersion"] = .string(resourceVersion) }
    return patch
  }
}
