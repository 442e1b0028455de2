public import APIMachinery
import KubernetesClient

extension SimulatedCluster {
  /// The objects of a kind, of all namespaces if none is named.
  public func list<Kind: Resource>(_ kind: Kind.Type, namespace: String? = nil) async throws -> [Kind] {
    try await client.list(kind, namespace: namespace).items
  }

  public func count<Kind: Resource>(_ kind: Kind.Type, namespace: String? = nil) async throws -> Int {
    try await list(kind, namespace: namespace).count
  }
}
