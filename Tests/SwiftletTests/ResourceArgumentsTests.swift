import APIMachinery
import Testing

@testable import swiftlet

@Suite struct ResourceArgumentsTests {
  private func read(_ text: String) throws -> [String] {
    let arguments = try ResourceArguments(text.split(separator: " ").map(String.init), .catalog)
    return arguments.targets.map { ([$0.resource.plural] + $0.names).joined(separator: " ") }
  }

  @Test(arguments: [
    ("po", ["pods"]),
    ("pod web-1 web-2", ["pods web-1 web-2"]),
    ("pods,svc", ["pods", "services"]),
    ("deploy/web svc/web", ["deployments web", "services web"]),
    ("deployments.apps", ["deployments"]),
    ("deployments.v1.apps web", ["deployments web"]),
    ("Deployment", ["deployments"]),
    ("nodegroups", ["nodegroups"]),
    ("subnets,instances", ["subnets", "instances"]),
  ])
  func `resources are found by the names that people type`(typed: String, meant: [String]) throws {
    #expect(try read(typed) == meant)
  }

  @Test func `all means the resources of the category`() throws {
    let names = try read("all")
    #expect(names.contains("pods") && names.contains("deployments") && !names.contains("configmaps"))
  }

  @Test(arguments: [
    ("foo", "the server doesn't have a resource type \"foo\""),
    ("pods.apps", "the server doesn't have a resource type \"pods.apps\""),
  ])
  func `an unknown resource is told in kubectl's words`(typed: String, message: String) throws {
    let error = #expect(throws: CommandError.self) { try read(typed) }
    #expect(error?.description == message)
  }

  @Test(arguments: ["pod web/1/2", "pods web svc/x", "pod/"])
  func `a name cannot stand in both forms`(typed: String) throws {
    #expect(throws: CommandError.self) { try read(typed) }
  }

  @Test func `ACK's spelling of a kind is taken`() throws {
    let kind = GroupVersionKind(group: "eks.services.k8s.aws", version: "v1alpha1", kind: "Nodegroup")
    #expect(try ResourceMapper.catalog.resource(for: kind).kind == "NodeGroup")
  }

  @Test func `discovery documents are read`() throws {
    let document = try JSON.parse(
      """
      {"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"apps"},"versions":[{"version":"v1","resources":[
        {"resource":"deployments","responseKind":{"group":"apps","version":"v1","kind":"Deployment"},
         "scope":"Namespaced","singularResource":"deployment","shortNames":["deploy"],"categories":["all"],
         "verbs":["get","list"],"subresources":[{"subresource":"scale"}]}]}]}]}
      """)
    let resource = try ResourceMapper(discovery: [document]).resource(named: "deploy")
    #expect(resource.groupResource.description == "deployments.apps")
    #expect(resource.isNamespaced && resource.subresources == ["scale"] && resource.verbs == ["get", "list"])
  }
}
