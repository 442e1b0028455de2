import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Testing

@Suite struct CustomObjectTests {
  // MARK: Reading a new object

  @Test func `defaults are filled in and unknown fields taken out with a warning`() async throws {
    let api = try await TestAPI.withCronTabs()
    let answer = try await api.service.create(
      api.target(.cronTabs), RequestBody(cronTabBody("c", ["bogus": 1, "ports": [["name": "web"]]])))
    let spec = answer.tree["spec"]
    #expect(spec?["image"] == "busybox")
    #expect(spec?["replicas"] == 1)
    #expect(spec?["ports"] == [["name": "web", "protocol": "TCP"]])
    #expect(spec?["bogus"] == nil)
    #expect(answer.tree["metadata"]?["generation"] == 1)
    let warned = try await api.service.create(
      api.target(.cronTabs),
      RequestBody(cronTabBody("d", ["bogus": 1, "ports": [["name": "web", "odd": true]]])),
      options: WriteOptions(fieldValidation: .warn))
    #expect(warned.warnings == [#"unknown field "spec.bogus""#, #"unknown field "spec.ports[0].odd""#])
    let strict = await statusError {
      _ = try await api.service.create(
        api.target(.cronTabs), RequestBody(cronTabBody("e", ["bogus": 1])),
        options: WriteOptions(fieldValidation: .strict))
    }
    #expect(
      strict?.message
        == #"CronTab in version "v1" cannot be handled as a CronTab: strict decoding error: unknown field "spec.bogus""#
    )
  }

  @Test func `what may be anything is kept, and null where it may be null`() async throws {
    let api = try await TestAPI.withCronTabs()
    let spec = try await api.cronTab(
      "c", ["free": ["a": ["b": [1, nil]]], "note": nil, "image": nil, "policy": nil])["spec"]
    #expect(spec?["free"] == ["a": ["b": [1, nil]]])
    #expect(spec?["note"] == .null)
    #expect(spec?["image"] == "busybox")
    #expect(spec?["policy"] == nil)
  }

  @Test(arguments: [
    (
      #"{"replicas": "x"}"#,
      #"spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string""#
    ),
    (
      #"{"replicas": 0}"#,
      "spec.replicas: Invalid value: 0: spec.replicas in body should be greater than or equal to 1"
    ),
    (
      #"{"replicas": 11}"#,
      "spec.replicas: Invalid value: 11: spec.replicas in body should be less than or equal to 10"
    ),
    (
      #"{"cronSpec": "* * *"}"#,
      #"spec.cronSpec: Invalid value: "* * *": spec.cronSpec in body should match '^(\d+|\*)(/\d+)?(\s+(\d+|\*)(/\d+)?){4}$'"#
    ),
    (
      #"{"policy": "Maybe"}"#,
      #"spec.policy: Unsupported value: "Maybe": supported values: "Allow", "Forbid""#
    ),
    (
      #"{"image": "0123456789012345678901234567890"}"#,
      "spec.image: Too long: may not be more than 30 bytes"
    ),
    (
      #"{"port": true}"#,
      #"spec.port: Invalid value: "boolean": spec.port in body must be of type integer,string: "boolean""#
    ),
    (
      #"{"ports": [{"name": "a"}, {"name": "a"}]}"#, #"spec.ports[1]: Duplicate value: {"name":"a"}"#
    ),
    (#"{"ports": [{"number": 1}]}"#, "spec.ports[0].name: Required value"),
    (#"{"tags": ["a", "b", "a"]}"#, #"spec.tags[2]: Duplicate value: "a""#),
    (
      #"{"settings": {"k": 1}}"#,
      #"spec.settings.k: Invalid value: "integer": spec.settings.k in body must be of type string: "integer""#
    ),
  ])
  func `a value that breaks the schema is refused in Kubernetes' words`(spec: String, text: String)
    async throws
  {
    let api = try await TestAPI.withCronTabs()
    #expect(await api.complaint(object(spec)) == #"CronTab.stable.example.com "c" is invalid: \#(text)"#)
  }

  @Test func `several errors are told together`() async throws {
    let api = try await TestAPI.withCronTabs()
    let error = await statusError { try await api.cronTab("c", ["replicas": 0, "policy": 1]) }
    #expect(error?.code == 422)
    #expect(
      error?.details?.causes.map(\.reason) == [
        "FieldValueInvalid", "FieldValueTypeInvalid",
      ])
    #expect(error?.details?.causes.map(\.field) == ["spec.replicas", "spec.policy"])
  }

  @Test(arguments: [
    (
      #"{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
      #""spec.choice" must validate at least one schema (anyOf)"#
    ),
    (
      #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
      #""spec.choice" must validate one and only one schema (oneOf). Found none valid"#
    ),
    (#"{"not": {"required": ["c"]}}"#, #""spec.choice" must not validate the schema (not)"#),
    (
      #"{"allOf": [{"required": ["a"]}]}"#,
      #""spec.choice" must validate all the schemas (allOf). None validated"#
    ),
  ])
  func `alternatives are checked`(schema: String, text: String) async throws {
    let api = try await TestAPI.withCronTabs { definition in
      definition.withSpecProperties { properties in
        var choice = object(schema)
        choice["type"] = "object"
        choice["properties"] = ["a": ["type": "string"], "b": ["type": "string"], "c": ["type": "string"]]
        properties["choice"] = .object(choice)
      }
    }
    let message = try #require(await api.complaint(["choice": ["c": "x"]]))
    #expect(message.contains(#"<nil>: Invalid value: "": "# + text))
    #expect(await api.complaint(["choice": ["a": "x"]]) == nil)
  }

  // MARK: Changing an object

  @Test func `generations count changes of all but metadata and status`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", [:])
    let target = api.target(.cronTabs, "c")
    let labelled = try await api.service.patch(target, .merge(["metadata": ["labels": ["a": "b"]]])).tree
    #expect(labelled["metadata"]?["generation"] == 1)
    let changed = try await api.service.patch(
      target, .merge(["spec": ["replicas": 2], "status": ["replicas": 7]])
    ).tree
    #expect(changed["metadata"]?["generation"] == 2)
    #expect(changed["status"] == nil)
    let status = try await api.service.patch(
      api.target(.cronTabs, "c", "status"), .merge(["spec": ["replicas": 9], "status": ["replicas": 7]])
    ).tree
    #expect(status["metadata"]?["generation"] == 2)
    #expect(status["status"] == ["replicas": 7])
    #expect(status["spec"]?["replicas"] == 2)
    let bad = await statusError {
      _ = try await api.service.patch(
        api.target(.cronTabs, "c", "status"), .merge(["status": ["replicas": "many"]]))
    }
    #expect(bad?.code == 422)
  }

  @Test func `a strategic merge patch is not taken`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", [:])
    let error = await statusError {
      _ = try await api.service.patch(
        api.target(.cronTabs, "c"), .strategicMerge(["spec": ["replicas": 2]]))
    }
    #expect(error?.code == 415)
  }

  @Test func `a JSON patch is taken`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", [:])
    let changed = try await api.service.patch(
      api.target(.cronTabs, "c"), .json([["op": "replace", "path": "/spec/replicas", "value": 4]])
    ).tree
    #expect(changed["spec"]?["replicas"] == 4)
  }

  @Test func `server-side apply merges lists as their types say`() async throws {
    let api = try await TestAPI.withCronTabs()
    func apply(_ manager: String, _ spec: JSONObject, force: Bool = false) async throws -> JSONObject {
      try await api.service.patch(
        api.target(.cronTabs, "c"), .apply(.object(cronTabBody("c", spec))),
        options: WriteOptions(fieldManager: manager, isForced: force)
      ).tree
    }
    _ = try await apply("a", ["ports": [["name": "web", "number": 80]], "tags": ["x"]])
    let both = try await apply("b", ["ports": [["name": "dns", "number": 53]], "tags": ["y"]])
    #expect(
      both["spec"]?["ports"] == [
        ["name": "web", "number": 80, "protocol": "TCP"], ["name": "dns", "number": 53, "protocol": "TCP"],
      ])
    #expect(both["spec"]?["tags"] == ["x", "y"])
    let conflict = await statusError {
      _ = try await apply("b", ["ports": [["name": "web", "number": 81]], "tags": ["y"]])
    }
    #expect(
      conflict?.message == #"Apply failed with 1 conflict: conflict with "a": .spec.ports[name="web"].number"#
    )
    let removed = try await apply("b", ["tags": ["y"]])
    #expect(removed["spec"]?["ports"] == [["name": "web", "number": 80, "protocol": "TCP"]])
    let unknown = await statusError { _ = try await apply("b", ["odd": 1]) }
    #expect(
      unknown?.message
        == "failed to create typed patch object (default/c; stable.example.com/v1, Kind=CronTab): .spec.odd: field not declared in schema"
    )
  }

  @Test func `the scale is read and written`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("c", ["replicas": 3])
    let target = api.target(.cronTabs, "c", "scale")
    _ = try await api.service.patch(
      api.target(.cronTabs, "c", "status"),
      .merge(["status": ["replicas": 2, "labelSelector": "app=c"]]))
    let scale = try api.service.get(target).tree
    #expect(scale["spec"] == ["replicas": 3])
    #expect(scale["status"] == ["replicas": 2, "selector": "app=c"])
    let scaled = try await api.service.patch(target, .merge(["spec": ["replicas": 5]])).tree
    #expect(scaled["spec"] == ["replicas": 5])
    #expect(try api.service.get(api.target(.cronTabs, "c")).tree["spec"]?["replicas"] == 5)
    let tooMany = await statusError {
      _ = try await api.service.patch(target, .merge(["spec": ["replicas": 50]]))
    }
    #expect(tooMany?.code == 422)
  }

  @Test func `a field that the definition names can be selected by`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("a", ["image": "nginx"])
    try await api.cronTab("b", [:])
    let list = try api.service.list(
      api.target(.cronTabs), options: ListOptions(fieldSelector: "spec.image=nginx"))
    #expect(list.objects.map(\.key.name) == ["a"])
    let error = await statusError {
      _ = try api.service.list(
        api.target(.cronTabs), options: ListOptions(fieldSelector: "spec.replicas=1"))
    }
    #expect(error?.message == "field label not supported: spec.replicas")
  }

  @Test func `tables have the columns of the definition`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.cronTab("a", ["replicas": 3])
    let list = try api.service.list(api.target(.cronTabs))
    let table = api.service.tableRenderer(list.served).table(of: list)
    let names = table.array("columnDefinitions").compactMap { $0["name"]?.stringValue }
    #expect(names == ["Name", "Spec", "Replicas", "Age"])
    #expect(table.array("rows").first?["cells"] == ["a", "* * * * */5", 3, "0s"])
  }
}
