import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct SubresourceTests {
  @Test func `the scale is read and written`() async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(someDeployment())
    let target = api.target(.deployments, "web", "scale")
    let scale = try api.service.get(target).tree
    #expect(scale["kind"] == "Scale")
    #expect(scale["spec"] == ["replicas": 1])
    #expect(scale["status"]?["selector"] == "app=web")
    let patched = try await api.service.patch(target, .merge(["spec": ["replicas": 6]])).tree
    #expect(patched["spec"] == ["replicas": 6])
    #expect(try await api.client.get(Deployment.self, made.key).spec.replicas == 6)
    var stale = scale
    stale.withObject("spec") { $0["replicas"] = 2 }
    let error = await statusError { [stale] in
      _ = try await api.service.update(target, RequestBody(stale))
    }
    #expect(error?.code == 409)
    let negative = await statusError {
      _ = try await api.service.patch(target, .merge(["spec": ["replicas": -1]]))
    }
    #expect(
      negative?.message
        == #"Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0"#
    )
  }

  @Test func `a token is given for a service account`() async throws {
    let api = try await TestAPI()
    let accounts = ServiceAccount.definition.groupVersionResource
    let answer = try await api.service.create(
      api.target(accounts, "default", "token"), RequestBody(["spec": ["expirationSeconds": 3600]]))
    #expect(answer.tree["status"]?["token"]?.stringValue?.isEmpty == false)
    #expect(answer.tree["status"]?["expirationTimestamp"] == "2026-05-28T21:26:40Z")
  }

  @Test func `what is not served is not found`() async throws {
    let api = try await TestAPI()
    let none = await statusError {
      _ = try api.service.get(
        api.target(GroupVersionResource(group: "x.com", version: "v1", resource: "things"), "a"))
    }
    #expect(none?.message == "the server could not find the requested resource")
    let sub = await statusError { _ = try api.service.get(api.target(.configMaps, "a", "status")) }
    #expect(sub?.code == 404)
    let missing = await statusError { _ = try api.service.get(api.target(.pods, "a")) }
    #expect(missing?.message == #"pods "a" not found"#)
  }

  @Test func `an access review says yes`() async throws {
    let api = try await TestAPI()
    let reviews = GroupVersionResource(
      group: "authorization.k8s.io", version: "v1", resource: "selfsubjectaccessreviews")
    let answer = try await api.service.create(
      api.target(reviews, namespace: nil), RequestBody(["spec": ["resourceAttributes": ["verb": "get"]]]))
    #expect(answer.tree["status"]?["allowed"] == true)
  }

  @Test func `a kind that is declared at run time is served like any other`() async throws {
    let api = try await TestAPI()
    let source = SchemaSource(
      name: "Widget",
      text: """
        api example.com/v1 com.example.v1

        kind Widget subresources(status) "A widget."
          spec  WidgetSpec "What it should be."

        type WidgetSpec "What a widget should be."
          size  int32  default(3) min(1)  "How large."
          color string required enum(red green) "Which color."
        """)
    let catalog = try SchemaCatalog(reading: [source], on: .meta)
    for kind in catalog.resources { api.service.serve(kind) }
    let widgets = GroupVersionResource(group: "example.com", version: "v1", resource: "widgets")
    let made = try await api.post(
      widgets,
      #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"color":"red"}}"#)
    #expect(made.tree["spec"] == ["color": "red", "size": 3])
    let error = await statusError {
      _ = try await api.post(
        widgets, #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"v"},"spec":{"size":0}}"#
      )
    }
    #expect(
      error?.message
        == #"Widget.example.com "v" is invalid: [spec.color: Required value, spec.size: Invalid value: 0: must be greater than or equal to 1]"#
    )
    api.service.stopServing(widgets)
    #expect(api.service.resource(widgets) == nil)
  }
}
