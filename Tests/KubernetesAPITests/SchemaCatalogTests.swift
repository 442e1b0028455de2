import APIMachinery
import EKSAPI
import KubernetesAPI
import Testing

@Suite struct SchemaCatalogTests {
  let catalog = SchemaCatalog.all

  /// Calls `visit` with all types beneath `type`.
  private func objects(in type: TypeSchema, _ visit: (ObjectSchema) -> Void) {
    switch type {
    case .object(let schema): visit(schema)
    case .array(let element), .map(let element): objects(in: element, visit)
    default: break
    }
  }

  @Test func `every type that a field names is in the catalogue`() {
    for type in catalog.types {
      // The official type has no fields, either: that it is there says all.
      if type.name == "CustomResourceSubresourceStatus" { continue }
      #expect(!type.fields.isEmpty, "\(type.name)")
      for field in type.fields {
        objects(in: field.type) { referred in
          #expect(
            catalog.type(openAPIName: referred.openAPIName) === referred, "\(type.name).\(field.name)")
        }
      }
    }
  }

  @Test func `a kind is found by its kind, by its resource and by its view`() {
    let pod = catalog.kind(GroupVersionKind(group: "", version: "v1", kind: "Pod"))
    #expect(pod?.definition.plural == "pods")
    #expect(pod?.schema.openAPIName == "io.k8s.api.core.v1.Pod")
    let resource = GroupVersionResource(group: "apps", version: "v1", resource: "deployments")
    #expect(catalog.kind(resource)?.definition.kind == "Deployment")
    #expect(catalog.kind(of: Lease.self)?.definition.group == "coordination.k8s.io")
    #expect(catalog.kind(GroupVersionKind(group: "", version: "v1", kind: "Pods")) == nil)
  }

  @Test func `ACK's spelling of a node group is accepted`() {
    let group = "eks.services.k8s.aws"
    let alias = catalog.kind(GroupVersionKind(group: group, version: "v1alpha1", kind: "Nodegroup"))
    #expect(alias?.definition.kind == "NodeGroup")
    #expect(alias?.definition.plural == "nodegroups")
  }

  @Test func `groups may have types of one name`() {
    let core = catalog.type(openAPIName: "io.k8s.api.core.v1.EndpointPort")
    let discovery = catalog.type(openAPIName: "io.k8s.api.discovery.v1.EndpointPort")
    #expect(core != nil && discovery != nil && core !== discovery)
    guard
      case .array(.object(let ports))? =
        catalog.type(named: "EndpointSlice")?.field("ports")?.type
    else {
      Issue.record("EndpointSlice.ports is no list of objects")
      return
    }
    #expect(ports === discovery)
  }

  @Test func `a kind that is only the body of a subresource is no resource`() {
    #expect(catalog.kind(of: Scale.self) != nil)
    #expect(!catalog.resources.contains { $0.definition.kind == "Scale" })
    #expect(catalog.resources.contains { $0.definition.kind == "Pod" })
  }

  @Test func `resources have names of their own`() {
    let resources = catalog.resources.map(\.definition.groupVersionResource)
    #expect(Set(resources).count == resources.count)
    let shortNames = catalog.resources.filter { $0.definition.group != "events.k8s.io" }
      .flatMap(\.definition.shortNames)
    #expect(Set(shortNames).count == shortNames.count)
  }

  @Test func `views and catalogue agree on the standing of a kind`() {
    let definitions = [
      Pod.definition, Node.definition, Deployment.definition, Endpoints.definition,
      PriorityClass.definition, EventsEvent.definition, VPC.definition, NodeGroup.definition,
      Scale.definition, ServiceAccount.definition,
    ]
    for definition in definitions {
      #expect(catalog.kind(definition.groupVersionKind)?.definition == definition)
    }
  }
}
