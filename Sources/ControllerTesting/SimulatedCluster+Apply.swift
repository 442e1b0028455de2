import APICore
public import APIMachinery
import ControlPlane
import ControllerRuntime
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
    let (resource, object) = try served(object)
    let applied = try await client.patch(
      resource, object.key, subresource: nil, patch: .apply(object.json),
      options: WriteOptions(fieldManager: "test", isForced: true))
    return Kind(fields: applied.fields)
  }

  /// Deletes the objects of a manifest, the last first. One that is gone already is not an error.
  public func delete(_ manifest: String) async throws {
    for document in try YAML.parse(manifest).reversed() {
      guard case .object(let fields) = document.value else { continue }
      let (resource, object) = try served(DynamicObject(fields: fields))
      try await tolerating(.notFound) {
        _ = try await client.delete(resource, object.key, options: DeleteOptions())
      }
    }
  }

  func served<Kind: KubernetesObject>(_ object: Kind) throws -> (GroupVersionResource, Kind) {
    var object = object
    let version = GroupVersion(apiVersion: object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
    guard let served = plane.service.resource(kind: kind) else { throw UnservedKind(kind: kind) }
    if served.definition.isNamespaced, object.metadata.namespace == nil {
      object.metadata.namespace = "default"
    }
    return (served.definition.groupVersionResource, object)
  }
}

/// A manifest names a kind that the cluster does not serve.
public struct UnservedKind: Error, Hashable, Sendable, CustomStringConvertible {
  public let kind: GroupVersionKind

  public var description: String { "no matches for kind \"\(kind.kind)\" in version \"\(kind.apiVersion)\"" }
}
