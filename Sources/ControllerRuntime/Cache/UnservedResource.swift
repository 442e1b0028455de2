import APIMachinery
import KubernetesClient

/// A resource that a controller watches and the cluster does not serve: what is missing, and what to do.
///
/// Kubernetes: controller-runtime, `if kind is a CRD, it should be installed before calling Start`.
struct UnservedResource {
  private let resource: GroupVersionResource
  private let client: any Client

  private static let definitions = GroupVersionResource(
    group: "apiextensions.k8s.io", version: "v1", resource: "customresourcedefinitions")

  init(_ resource: GroupVersionResource, _ client: any Client) {
    self.resource = resource
    self.client = client
  }

  /// Asks for the definition of the resource, if it can be a custom one.
  func explanation() async -> String {
    let start = "the cluster does not serve them"
    guard resource.group.contains("."), !resource.group.hasSuffix(".k8s.io") else {
      return "\(start): compare `kubectl api-resources`, where resources stand by their plural"
    }
    let name = resource.groupResource.description
    do throws(StatusError) {
      let definition = try await client.get(
        Self.definitions, ObjectKey(name: name), subresource: nil, options: GetOptions())
      return "\(start): \(reason(definition.fields, name))"
    } catch {
      return error.isNotFound
        ? "\(start): there is no CustomResourceDefinition \(name); apply it, and the list comes by itself"
        : "\(start): is its CustomResourceDefinition \(name) applied?"
    }
  }

  /// Why a definition that is there does not make the resource one that is served.
  private func reason(_ definition: JSONObject, _ name: String) -> String {
    let versions = definition["spec"]?["versions"]?.arrayValue ?? []
    let served = versions.filter { $0["served"]?.boolValue == true }.compactMap { $0["name"]?.stringValue }
    guard served.contains(resource.version) else {
      return "its CustomResourceDefinition \(name) serves \(served.joined(separator: ", "))"
    }
    let conditions = definition["status"]?["conditions"]?.arrayValue ?? []
    let refusals = conditions.filter {
      ["NamesAccepted", "Established"].contains($0["type"]?.stringValue)
        && $0["status"]?.stringValue == "False"
    }
    let message = refusals.lazy.compactMap { $0["message"]?.stringValue }.first { !$0.isEmpty }
    return "its CustomResourceDefinition \(name) is not established\(message.map { ": \($0)" } ?? " yet")"
  }
}

extension GroupVersionResource {
  /// `deployments in apps/v1`
  var words: String { "\(resource) in \(GroupVersion(group: group, version: version))" }
}
