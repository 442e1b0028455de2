import APICore
public import APIMachinery
import ControlPlane
import KubernetesClient

extension SimulatedCluster {
  /// Applies the objects of a manifest, as `kubectl apply --server-side` does: in their order, into the namespace
  /// `default` where they name none.
  public func apply(_ manifest: String) async throws {
    for document in try YAML.parse(manifest) {
      guard case .object(let fields) = document.value else { continue }
      try await apply(DynamicObject(fields: fields))
    }
  }

  /// Applies one object.
  @discardableResult
  public func apply<Kind: KubernetesObject>(_ object: Kind) async throws -> Kind {
    var object = object
    let version = GroupVersion(apiVersion: object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
    guard let served = plane.service.resource(kind: kind) else { throw UnservedKind(kind: kind) }
    if served.definition.isNamespaced, object.metadata.namespace == nil {
      object.metadata.namespace = "default"
    }
    let applied = try await client.patch(
      served.definition.groupVersionResource, object.key, subresource: nil, patch: .apply(object.json),
      options: WriteOptions(fieldManager: "test", isForced: true))
    return Kind(fields: applied.fields)
  }
}

/// A manifest names a kind that the cluster does not serve.
public struct UnservedKind: Error, Hashable, Sendable, CustomStringConvertible {
  public let kind: GroupVersionKind

  public var description: String { "no matches for kind \"\(kind.kind)\" in version \"\(kind.apiVersion)\"" }
}
