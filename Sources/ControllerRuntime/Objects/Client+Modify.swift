public import APIMachinery
public import KubernetesClient

extension Client {
  /// Changes the present state of an object, and does so again on the newer one when somebody was faster.
  ///
  /// For the few writes that must not wait for the next reconcile; most reconcilers let a conflict be an error and
  /// are run again.
  ///
  /// Kubernetes: client-go `util/retry.RetryOnConflict`, five tries.
  @discardableResult
  public func modify<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, attempts: Int = 5, _ change: (inout Kind) throws -> Void
  ) async throws -> Kind {
    var attempt = 1
    while true {
      var object = try await get(kind, key)
      let before = object
      try change(&object)
      if object.fields == before.fields { return object }
      do {
        return try await update(object)
      } catch {
        guard error.isConflict, attempt < attempts else { throw error }
        attempt += 1
      }
    }
  }
}
