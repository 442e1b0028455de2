public import APIMachinery
public import KubernetesClient

extension Client {
  /// Makes sure that `object` cannot go before its controller has cleaned up. Call it before making anything that
  /// has to be cleaned up.
  ///
  /// - Returns: The object with the finalizer.
  public func addFinalizer<Kind: Resource>(
    _ name: String, to object: Kind
  ) async throws(StatusError) -> Kind {
    try await changeFinalizers(of: object) { $0.addFinalizer(name) }
  }

  /// Lets `object` go, as far as its controller is concerned. Call it when everything is cleaned up.
  ///
  /// - Returns: The object without the finalizer. An object that is gone is not an error.
  @discardableResult
  public func removeFinalizer<Kind: Resource>(
    _ name: String, from object: Kind
  ) async throws(StatusError) -> Kind {
    do {
      return try await changeFinalizers(of: object) { $0.removeFinalizer(name) }
    } catch {
      guard error.isNotFound else { throw error }
      return object
    }
  }

  /// Writes a changed list of finalizers, on the condition that nobody changed the object meanwhile.
  private func changeFinalizers<Kind: Resource>(
    of object: Kind, _ change: (inout ObjectMeta) -> Bool
  ) async throws(StatusError) -> Kind {
    var metadata = object.metadata
    guard change(&metadata) else { return object }
    let finalizers = JSON.array(metadata.finalizers.map { .string($0) })
    let patch: JSON = [
      "metadata": [
        "finalizers": metadata.finalizers.isEmpty ? .null : finalizers,
        "resourceVersion": .string(metadata.resourceVersion ?? ""),
      ]
    ]
    return try await self.patch(Kind.self, object.key, .merge(patch))
  }
}
