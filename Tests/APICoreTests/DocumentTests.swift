import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct DocumentTests {
  private func parse(_ bytes: [UInt8]) throws -> JSON { try JSON.parse(bytes, limits: .response) }

  @Test func `discovery lists resources and what hangs below them`() async throws {
    let api = try await TestAPI()
    let core = try parse(try #require(api.service.resourcesDocument(GroupVersion(group: "", version: "v1"))))
    let names = core["resources"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
    #expect(
      ["pods", "pods/status", "pods/binding", "pods/eviction", "nodes", "services"].allSatisfy(names.contains)
    )
    #expect(!names.contains("pods/exec"))
    let pods = core["resources"]?.arrayValue?.first { $0["name"] == "pods" }
    #expect(pods?["shortNames"] == ["po"])
    #expect(pods?["namespaced"] == true)
    let eviction = core["resources"]?.arrayValue?.first { $0["name"] == "pods/eviction" }
    #expect(eviction?["group"] == "policy")
    let groups = try parse(api.service.groupsDocument)
    let groupNames = groups["groups"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
    #expect(
      ["apps", "policy", "eks.services.k8s.aws", "ec2.services.k8s.aws"].allSatisfy(groupNames.contains))
    #expect(api.service.resourcesDocument(GroupVersion(group: "no.such", version: "v1")) == nil)
  }

  @Test func `aggregated discovery says the same in one document`() async throws {
    let api = try await TestAPI()
    let all = try parse(api.service.aggregatedDocument(core: false))
    #expect(all["kind"] == "APIGroupDiscoveryList")
    let apps = all["items"]?.arrayValue?.first { $0["metadata"]?["name"] == "apps" }
    let resources = apps?["versions"]?.arrayValue?.first?["resources"]?.arrayValue ?? []
    let deployments = resources.first { $0["resource"] == "deployments" }
    #expect(deployments?["scope"] == "Namespaced")
    #expect(deployments?["subresources"]?.arrayValue?.map { $0["subresource"] } == ["scale", "status"])
  }

  @Test func `every reference of the OpenAPI documents leads somewhere`() async throws {
    let api = try await TestAPI()
    let index = try parse(api.service.openAPIIndexDocument)
    let paths = index["paths"]?.objectValue ?? JSONObject()
    #expect(paths.contains("api/v1") && paths.contains("apis/apps/v1"))
    for path in paths.keys {
      let parts = path.split(separator: "/").map(String.init)
      let version = GroupVersion(group: parts.count == 3 ? parts[1] : "", version: parts.last ?? "")
      let document = try parse(try #require(api.service.openAPIDocument(version)))
      let schemas = document["components"]?["schemas"]?.objectValue ?? JSONObject()
      for name in references(document) { #expect(schemas.contains(name), "\(name) in \(path)") }
    }
    let two = try parse(api.service.openAPIV2Document)
    let definitions = two["definitions"]?.objectValue ?? JSONObject()
    for name in references(two) { #expect(definitions.contains(name), "\(name)") }
  }

  private func references(_ value: JSON) -> Set<String> {
    switch value {
    case .object(let object):
      var names: Set<String> = []
      for (key, value) in object {
        if key == "$ref", let path = value.stringValue {
          names.insert(String(path.split(separator: "/").last ?? ""))
        } else {
          names.formUnion(references(value))
        }
      }
      return names
    case .array(let elements): return elements.reduce(into: []) { $0.formUnion(references($1)) }
    default: return []
    }
  }

  @Test func `kubectl finds merge keys and the parameters of patch`() async throws {
    let api = try await TestAPI()
    let document = try parse(
      try #require(api.service.openAPIDocument(GroupVersion(group: "apps", version: "v1"))))
    let spec = document["components"]?["schemas"]?["io.k8s.api.core.v1.PodSpec"]?["properties"]
    #expect(spec?["containers"]?["x-kubernetes-patch-merge-key"] == "name")
    #expect(spec?["containers"]?["x-kubernetes-patch-strategy"] == "merge")
    #expect(spec?["volumes"]?["x-kubernetes-patch-strategy"] == "merge,retainKeys")
    let patch = document["paths"]?["/apis/apps/v1/namespaces/{namespace}/deployments/{name}"]?["patch"]
    let names = patch?["parameters"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
    #expect(names.contains("fieldValidation") && names.contains("dryRun"))
    #expect(patch?["x-kubernetes-group-version-kind"]?["kind"] == "Deployment")
  }

  @Test func `the version is Kubernetes 1.36`() throws {
    let version = try parse(VersionInfo.document)
    #expect(version["gitVersion"] == "v1.36.0+swiftlet")
    #expect(version["minor"] == "36")
  }
}
