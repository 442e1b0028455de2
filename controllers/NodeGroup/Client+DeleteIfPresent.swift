import APIMachinery
import KubernetesClient

extension Client {
  /// Deletes an object; one that is gone already is no error.
  func deleteIfPresent<Kind: Resource>(_ kind: Kind.Type, _ key: ObjectKey) async throws(StatusError) {
    do throws(StatusError) {
      try await delete(kind, key)
    } catch {
      if !error.isNotFound { throw error }
    }
  }
}
