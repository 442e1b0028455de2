import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ServerSideApplyTests {
  private func apply(
    _ api: TestAPI, _ text: String, as manager: String, force: Bool = false, name: String = "web"
  ) async throws -> Deployment {
    let target = api.target(.deployments, name)
    let answer = try await api.service.patch(
      target, .apply(json(text)), options: WriteOptions(fieldManager: manager, isForced: force))
    return Deployment(fields: answer.tree)
  }

  private static func deployment(_ spec: String, labels: String = "{}") -> String {
    #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","labels":\#(labels)},"spec":\#(spec)}"#
  }

  private static let base =
    #""selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"main","image":"nginx"}]}}"#

  private func managers(_ deployment: Deployment) -> [String] {
    deployment.fields.object("metadata")?.array("managedFields").map {
      "\($0["manager"]?.stringValue ?? "") \($0["operation"]?.stringValue ?? "")"
    } ?? []
  }

  private func owned(_ deployment: Deployment, by manager: String) -> [String] {
    let entries = deployment.fields.object("metadata")?.array("managedFields") ?? []
    let entry = entries.first { $0["manager"]?.stringValue == manager }
    return FieldSet(tree: entry?["fieldsV1"]?.objectValue ?? JSONObject()).paths
  }

  @Test func `an apply creates an object that does not exist, and owns what it says`() async throws {
    let api = try await TestAPI()
    let made = try await apply(api, Self.deployment("{\"replicas\":3,\(Self.base)}"), as: "alice")
    #expect(made.spec.replicas == 3)
    #expect(made.spec.revisionHistoryLimit == 10)
    #expect(managers(made) == ["alice Apply"])
    #expect(owned(made, by: "alice").contains(".spec.replicas"))
    #expect(!owned(made, by: "alice").contains(".spec.revisionHistoryLimit"))
  }

  @Test func `an apply that changes another manager's field is a conflict`() async throws {
    let api = try await TestAPI()
    _ = try await apply(api, Self.deployment("{\"replicas\":3,\(Self.base)}"), as: "alice")
    let error = await statusError {
      _ = try await apply(api, Self.deployment("{\"replicas\":5}"), as: "bob")
    }
    #expect(error?.code == 409)
    #expect(error?.message == #"Apply failed with 1 conflict: conflict with "alice": .spec.replicas"#)
    #expect(
      error?.details?.causes == [
        StatusError.Cause(
          reason: "FieldManagerConflict", message: #"conflict with "alice""#, field: ".spec.replicas")
      ])
  }

  @Test func `several conflicts are told by manager`() async throws {
    let api = try await TestAPI()
    _ = try await apply(
      api, Self.deployment("{\"replicas\":3,\"minReadySeconds\":1,\(Self.base)}"), as: "alice")
    let error = await statusError {
      _ = try await apply(api, Self.deployment("{\"replicas\":5,\"minReadySeconds\":2}"), as: "bob")
    }
    #expect(
      error?.message
        == "Apply failed with 2 conflicts: conflicts with \"alice\":\n- .spec.minReadySeconds\n- .spec.replicas"
    )
  }

  @Test func `a conflict with an update names its time and version`() async throws {
    let api = try await TestAPI()
    var made = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    made.spec.replicas = 4
    try await api.client.update(made)
    let error = await statusError {
      _ = try await apply(api, Self.deployment("{\"replicas\":5,\(Self.base)}"), as: "alice")
    }
    #expect(
      error?.message
        == #"Apply failed with 1 conflict: conflict with "test" using apps/v1 at 2026-05-28T20:26:40Z: .spec.replicas"#
    )
  }

  @Test func `force takes a field over`() async throws {
    let api = try await TestAPI()
    _ = try await apply(api, Self.deployment("{\"replicas\":3,\(Self.base)}"), as: "alice")
    let taken = try await apply(api, Self.deployment("{\"replicas\":5}"), as: "bob", force: true)
    #expect(taken.spec.replicas == 5)
    #expect(owned(taken, by: "bob") == [".spec.replicas"])
    #expect(!owned(taken, by: "alice").contains(".spec.replicas"))
  }

  @Test func `two managers can own a field of the same value`() async throws {
    let api = try await TestAPI()
    _ = try await apply(api, Self.deployment("{\"replicas\":3,\(Self.base)}"), as: "alice")
    let shared = try await apply(api, Self.deployment("{\"replicas\":3}"), as: "bob")
    #expect(owned(shared, by: "alice").contains(".spec.replicas"))
    #expect(owned(shared, by: "bob") == [".spec.replicas"])
    let released = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    #expect(released.spec.replicas == 3)
    #expect(!owned(released, by: "alice").contains(".spec.replicas"))
  }

  @Test func `a field that is no longer applied goes, or falls back to its default`() async throws {
    let api = try await TestAPI()
    _ = try await apply(
      api,
      Self.deployment("{\"replicas\":3,\"minReadySeconds\":7,\(Self.base)}", labels: #"{"a":"1","b":"2"}"#),
      as: "alice")
    let changed = try await apply(
      api, Self.deployment("{\(Self.base)}", labels: #"{"a":"1"}"#), as: "alice")
    #expect(changed.spec.replicas == 1)
    #expect(changed.spec.minReadySeconds == nil)
    #expect(changed.metadata.labels == ["a": "1"])
  }

  @Test func `elements of keyed lists have owners of their own`() async throws {
    let api = try await TestAPI()
    _ = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    let sidecar =
      #"{"template":{"spec":{"containers":[{"name":"sidecar","image":"proxy","env":[{"name":"A","value":"1"}]}]}}}"#
    let both = try await apply(api, Self.deployment(sidecar), as: "mesh")
    #expect(both.spec.template.spec.containers.map(\.name) == ["main", "sidecar"])
    let again = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    #expect(again.spec.template.spec.containers.map(\.name) == ["main", "sidecar"])
    let without = try await apply(api, Self.deployment("{}"), as: "mesh")
    #expect(without.spec.template.spec.containers.map(\.name) == ["main"])
  }

  @Test func `an atomic list is replaced as a whole`() async throws {
    let api = try await TestAPI()
    let command =
      #"{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"main","image":"nginx","args":%@}]}}}"#
    func text(_ arguments: String) -> String {
      let parts = command.split(separator: "%@", omittingEmptySubsequences: false)
      return Self.deployment(parts[0] + arguments + parts[1])
    }
    _ = try await apply(api, text(#"["a","b"]"#), as: "alice")
    let changed = try await apply(api, text(#"["c"]"#), as: "alice")
    #expect(changed.spec.template.spec.containers.first?.args == ["c"])
    let error = await statusError { _ = try await apply(api, text(#"["d"]"#), as: "bob") }
    #expect(error?.message.hasSuffix(#".spec.template.spec.containers[name="main"].args"#) == true)
  }

  @Test func `sets of values are joined and released by element`() async throws {
    let api = try await TestAPI()
    func text(_ finalizers: String) -> String {
      #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","finalizers":\#(finalizers)},"spec":{\#(Self.base)}}"#
    }
    _ = try await apply(api, text(#"["a.com/x"]"#), as: "alice")
    let both = try await apply(api, text(#"["b.com/y"]"#), as: "bob")
    #expect(both.metadata.finalizers == ["a.com/x", "b.com/y"])
    let one = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    #expect(one.metadata.finalizers == ["b.com/y"])
  }

  @Test func `applying the same again writes nothing`() async throws {
    let api = try await TestAPI()
    let text = Self.deployment("{\"replicas\":3,\(Self.base)}")
    let first = try await apply(api, text, as: "alice")
    api.clock.advance(by: .seconds(60))
    let second = try await apply(api, text, as: "alice")
    #expect(second.metadata.resourceVersion == first.metadata.resourceVersion)
  }

  @Test func `an update takes what it changes, by subresource too`() async throws {
    let api = try await TestAPI()
    var made = try await apply(api, Self.deployment("{\"replicas\":3,\(Self.base)}"), as: "alice")
    made.spec.replicas = 4
    made = try await api.client.update(made)
    #expect(managers(made) == ["alice Apply", "test Update"])
    #expect(owned(made, by: "test") == [".spec.replicas"])
    #expect(!owned(made, by: "alice").contains(".spec.replicas"))
    made.status.replicas = 4
    made = try await api.client.updateStatus(made)
    let entries = made.fields.object("metadata")?.array("managedFields") ?? []
    #expect(entries.compactMap { $0["subresource"]?.stringValue } == ["status"])
  }

  @Test func `an apply needs a manager, and fields that exist`() async throws {
    let api = try await TestAPI()
    let target = api.target(.deployments, "web")
    let nameless = await statusError {
      _ = try await api.service.patch(target, .apply(json(Self.deployment("{}"))), options: WriteOptions())
    }
    #expect(
      nameless?.message
        == #"PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch"#
    )
    let unknown = await statusError {
      _ = try await apply(api, Self.deployment("{\"replicaz\":1,\(Self.base)}"), as: "alice")
    }
    #expect(unknown?.code == 500)
    #expect(
      unknown?.message
        == "failed to create typed patch object (default/web; apps/v1, Kind=Deployment): .spec.replicaz: field not "
        + "declared in schema")
  }

  @Test func `two elements with one key are refused`() async throws {
    let api = try await TestAPI()
    _ = try await apply(api, Self.deployment("{\(Self.base)}"), as: "alice")
    let error = await statusError {
      _ = try await apply(
        api,
        Self.deployment(
          #"{"template":{"spec":{"containers":[{"name":"x","image":"a"},{"name":"x","image":"b"}]}}}"#),
        as: "bob")
    }
    #expect(
      error?.message.hasSuffix(#".spec.template.spec.containers: duplicate entries for key [name="x"]"#)
        == true)
  }
}
