import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Testing

@Suite struct DefinitionTests {
  private func conditions(_ definition: JSONObject) -> [String: String] {
    var found: [String: String] = [:]
    for condition in definition.object("status")?.array("conditions") ?? [] {
      found[condition["type"]?.stringValue ?? ""] =
        "\(condition["status"]?.stringValue ?? "") \(condition["reason"]?.stringValue ?? "")"
    }
    return found
  }

  // MARK: Being served

  @Test func `a definition is served at once, with its names`() async throws {
    let api = try await TestAPI()
    let made = try await api.define(cronTabDefinition())
    #expect(
      conditions(made) == [
        "NamesAccepted": "True NoConflicts", "Established": "True InitialNamesAccepted",
      ])
    let status = made["status"]
    #expect(status?["storedVersions"] == ["v1"])
    #expect(
      status?["acceptedNames"] == [
        "plural": "crontabs", "singular": "crontab", "kind": "CronTab", "listKind": "CronTabList",
        "shortNames": ["ct"], "categories": ["all"],
      ])
    #expect(made["spec"]?["conversion"] == ["strategy": "None"])
    let served = try #require(api.service.resource(.cronTabs))
    #expect(served.definition.shortNames == ["ct"])
    #expect(served.definition.subresources == ["scale", "status"])
  }

  @Test func `names that another definition has are not accepted until it goes`() async throws {
    let api = try await TestAPI.withCronTabs()
    let second = try await api.define(
      cronTabDefinition { definition in
        definition["metadata"] = ["name": "timers.stable.example.com"]
        definition.withObject("spec") {
          $0["names"] = ["plural": "timers", "kind": "CronTab", "shortNames": ["ct"]]
        }
      })
    #expect(
      conditions(second) == ["NamesAccepted": "False ListKindConflict", "Established": "False NotAccepted"])
    let timers = GroupVersionResource(group: "stable.example.com", version: "v1", resource: "timers")
    #expect(api.service.resource(timers) == nil)

    _ = try await api.service.delete(api.target(.definitions, "crontabs.stable.example.com", namespace: nil))
    let first = try await api.service.patch(
      api.target(.definitions, "crontabs.stable.example.com", namespace: nil),
      .merge(["metadata": ["finalizers": nil]]))
    #expect(first.isGone)
    let waiting = try api.service.get(api.target(.definitions, "timers.stable.example.com", namespace: nil))
    #expect(
      conditions(waiting.tree) == [
        "NamesAccepted": "True NoConflicts", "Established": "True InitialNamesAccepted",
      ])
    #expect(api.service.resource(timers) != nil)
  }

  @Test func `definitions and their objects outlive a restart`() async throws {
    let backend = MemoryBackend()
    let api = try await TestAPI(backend: backend)
    try await api.define(cronTabDefinition())
    try await api.cronTab("c", ["replicas": 2])
    let again = APIService(
      store: try await ObjectStore(backend: backend), kinds: SchemaCatalog.kubernetes.resources,
      world: api.service.world)
    let object = try again.get(api.target(.cronTabs, "c")).tree
    #expect(object["spec"]?["replicas"] == 2)
    let error = await statusError {
      _ = try await again.create(
        api.target(.cronTabs), RequestBody(cronTabBody("d", ["replicas": 0])))
    }
    #expect(error?.code == 422)
  }

  // MARK: Changing

  @Test func `a changed schema holds for what is stored already`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", ["settings": ["a": "b"], "tags": ["x"]])
    try await change(api) { definition in
      definition.withSpecProperties { properties in
        properties.removeValue("tags")
        properties["zone"] = ["type": "string", "default": "a"]
        properties["replicas"] = ["type": "integer", "minimum": 5, "default": 5]
      }
    }
    let read = try api.service.get(api.target(.cronTabs, "c")).tree["spec"]
    #expect(read?["zone"] == "a")
    #expect(read?["tags"] == nil)
    let list = try api.service.list(api.target(.cronTabs))
    #expect(DynamicObject(fields: try #require(list.objects.first?.parsed)).fields["spec"] == read)
    // Replicas 1 is too little now, but it is no change.
    let patched = try await api.service.patch(
      api.target(.cronTabs, "c"), .merge(["spec": ["image": "nginx"]])
    ).tree["spec"]
    #expect(patched?["replicas"] == 1)
    #expect(patched?["image"] == "nginx")
    let lower = await statusError {
      _ = try await api.service.patch(api.target(.cronTabs, "c"), .merge(["spec": ["replicas": 2]]))
    }
    #expect(lower?.code == 422)
  }

  private func change(_ api: TestAPI, _ change: (inout JSONObject) -> Void) async throws {
    let target = api.target(.definitions, "crontabs.stable.example.com", namespace: nil)
    var definition = try api.service.get(target).tree
    change(&definition)
    _ = try await api.service.update(target, RequestBody(definition))
  }

  @Test func `a watch ends when the schema changes and when the definition goes`() async throws {
    let api = try await TestAPI.withCronTabs()
    let watch = try api.service.watch(api.target(.cronTabs))
    try await api.cronTab("c", [:])
    #expect(try await watch.next()?.events.map(\.kind) == [.added])
    try await change(api) { definition in
      definition.withSpecProperties { $0["zone"] = ["type": "string"] }
    }
    #expect(try await watch.next() == nil)
  }

  @Test func `a label on the definition ends no watch`() async throws {
    let api = try await TestAPI.withCronTabs()
    let watch = try api.service.watch(api.target(.cronTabs))
    try await change(api) { definition in
      definition.withObject("metadata") { $0["labels"] = ["a": "b"] }
    }
    try await api.cronTab("c", [:])
    #expect(try await watch.next()?.events.map(\.kind) == [.added])
  }

  @Test func `names, group and scope cannot be changed`() async throws {
    let api = try await TestAPI.withCronTabs()
    let error = await statusError {
      try await change(api) { definition in
        definition.withObject("spec") {
          $0["scope"] = "Cluster"
          $0.withObject("names") { $0["kind"] = "Other" }
        }
      }
    }
    #expect(
      error?.message
        == #"CustomResourceDefinition.apiextensions.k8s.io "crontabs.stable.example.com" is invalid: [spec.scope: Invalid value: "Cluster": field is immutable, spec.names.kind: Invalid value: "Other": field is immutable]"#
    )
  }

  // MARK: Versions

  private func addVersion(_ definition: inout JSONObject) {
    definition.withObject("spec") { spec in
      var versions = spec.array("versions")
      var second = versions[0].objectValue ?? JSONObject()
      second["name"] = "v2"
      second["storage"] = false
      second["deprecated"] = true
      second["schema"] = [
        "openAPIV3Schema": [
          "type": "object",
          "properties": [
            "spec": [
              "type": "object",
              "properties": ["cronSpec": ["type": "string"], "zone": ["type": "string", "default": "z"]],
            ]
          ],
        ]
      ]
      second.removeValue("selectableFields")
      second.removeValue("subresources")
      versions.append(.object(second))
      spec["versions"] = .array(versions)
    }
  }

  @Test func `an object is read and written in every version, and stored in one`() async throws {
    let api = try await TestAPI.withCronTabs { addVersion(&$0) }
    let second = GroupVersionResource(group: "stable.example.com", version: "v2", resource: "crontabs")
    try await api.cronTab("c", ["replicas": 3])
    let read = try api.service.get(api.target(second, "c")).tree
    #expect(read["apiVersion"] == "stable.example.com/v2")
    #expect(read["spec"] == ["cronSpec": "* * * * */5", "zone": "z"])
    let watch = try api.service.watch(api.target(second))
    #expect(try await watch.next()?.events.first?.object.tree["apiVersion"] == "stable.example.com/v2")

    var body = cronTabBody("d", ["cronSpec": "1 * * * *", "zone": "y"])
    body["apiVersion"] = "stable.example.com/v2"
    let made = try await api.service.create(api.target(second), RequestBody(body)).tree
    #expect(made["apiVersion"] == "stable.example.com/v2")
    let stored = try api.service.get(api.target(.cronTabs, "d")).tree
    #expect(stored["apiVersion"] == "stable.example.com/v1")
    #expect(stored["spec"] == ["cronSpec": "1 * * * *", "image": "busybox", "replicas": 1])
    let list = try api.service.list(api.target(second))
    #expect(
      list.objects.compactMap { $0.parsed["apiVersion"] } == [
        "stable.example.com/v2", "stable.example.com/v2",
      ])
  }

  @Test func `a new storage version is remembered, and objects move to it when they are written`()
    async throws
  {
    let api = try await TestAPI.withCronTabs { addVersion(&$0) }
    try await api.cronTab("c", [:])
    try await change(api) { definition in
      definition.withObject("spec") { spec in
        var versions = spec.array("versions").compactMap(\.objectValue)
        versions[0]["storage"] = false
        versions[1]["storage"] = true
        spec["versions"] = .array(versions.map { .object($0) })
      }
    }
    let definition = try api.service.get(
      api.target(.definitions, "crontabs.stable.example.com", namespace: nil))
    #expect(definition.tree["status"]?["storedVersions"] == ["v1", "v2"])
    let before = try #require(api.service.store.get(stored("c")))
    #expect(before.parsed["apiVersion"] == "stable.example.com/v1")
    // An update that changes nothing writes the object in the new version.
    let target = api.target(.cronTabs, "c")
    let present = try api.service.get(target).tree
    _ = try await api.service.update(target, RequestBody(present))
    let after = try #require(api.service.store.get(stored("c")))
    #expect(after.parsed["apiVersion"] == "stable.example.com/v2")
  }

  private func stored(_ name: String) -> StoreKey {
    StoreKey(resource: "crontabs.stable.example.com", namespace: "default", name: name)
  }

  // MARK: Discovery and documents

  @Test func `discovery and OpenAPI tell of the kind`() async throws {
    let api = try await TestAPI.withCronTabs { addVersion(&$0) }
    let group = try JSON.parse(try #require(api.service.groupDocument("stable.example.com")))
    #expect(group["preferredVersion"]?["version"] == "v2")
    let resources = try JSON.parse(
      try #require(
        api.service.resourcesDocument(GroupVersion(group: "stable.example.com", version: "v1"))))
    #expect(
      resources["resources"]?.arrayValue?.compactMap { $0["name"]?.stringValue } == [
        "crontabs", "crontabs/scale", "crontabs/status",
      ])
    let document = try JSON.parse(
      try #require(api.service.openAPIDocument(GroupVersion(group: "stable.example.com", version: "v1"))))
    let schema = document["components"]?["schemas"]?["com.example.stable.v1.CronTab"]
    #expect(schema?["description"] == "Runs something now and then.")
    #expect(schema?["properties"]?["spec"]?["properties"]?["replicas"]?["minimum"] == 1)
    #expect(schema?["x-kubernetes-group-version-kind"]?.arrayValue?.count == 1)
    let second = try JSON.parse(api.service.openAPIV2Document)
    #expect(second["definitions"]?["com.example.stable.v1.CronTab"]?["type"] == "object")
  }

  // MARK: Deleting

  @Test func `a definition that is deleted waits for its objects and takes no new ones`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", [:])
    let target = api.target(.definitions, "crontabs.stable.example.com", namespace: nil)
    let answer = try await api.service.delete(target)
    #expect(!answer.isGone)
    #expect(
      answer.tree["metadata"]?["finalizers"] == ["customresourcecleanup.apiextensions.k8s.io"])
    #expect(conditions(answer.tree)["Terminating"] == "True InstanceDeletionPending")
    let error = await statusError { try await api.cronTab("d", [:]) }
    #expect(error?.code == 405)
    #expect(error?.message == "create not allowed while custom resource definition is terminating")
    let gone = try await api.service.patch(target, .merge(["metadata": ["finalizers": nil]]))
    #expect(gone.isGone)
    #expect(api.service.resource(.cronTabs) == nil)
    #expect(api.service.store.get(stored("c")) == nil)
  }

  // MARK: Answers that come late

  @Test func `a write that is answered after the end of its definition serves nothing any more`() async throws
  {
    let answers = LateAnswers()
    let api = try await TestAPI(backend: answers.backend())
    try await api.define(cronTabDefinition())
    let target = api.target(.definitions, "crontabs.stable.example.com", namespace: nil)
    _ = try await api.service.delete(target)
    let late = try await answers.commit(api) {
      _ = try await api.service.patch(target, .merge(["metadata": ["annotations": ["a": "b"]]]))
    }
    let marked = try api.service.get(target).tree
    #expect(marked["metadata"]?["annotations"]?["a"] == "b")
    let gone = try await api.service.patch(target, .merge(["metadata": ["finalizers": nil]]))
    #expect(gone.isGone)
    try await late.answer()
    #expect(api.service.resource(.cronTabs) == nil)
  }

  @Test
  func `a definition that is made again before the end of the old one is answered stays, with its objects`()
    async throws
  {
    let answers = LateAnswers()
    let api = try await TestAPI(backend: answers.backend())
    try await api.define(cronTabDefinition())
    try await api.cronTab("old", [:])
    let target = api.target(.definitions, "crontabs.stable.example.com", namespace: nil)
    _ = try await api.service.delete(target)
    let late = try await answers.commit(api) {
      _ = try await api.service.patch(target, .merge(["metadata": ["finalizers": nil]]))
    }
    try await api.define(cronTabDefinition())
    try await api.cronTab("new", [:])
    try await late.answer()
    #expect(api.service.resource(.cronTabs) != nil)
    #expect(api.service.store.get(stored("new")) != nil)
    #expect(api.service.store.get(stored("old")) == nil)
  }
}

extension StoredObject {
  /// The object's bytes, parsed.
  var parsed: JSONObject { (try? JSON.parse(bytes))?.objectValue ?? JSONObject() }
}
