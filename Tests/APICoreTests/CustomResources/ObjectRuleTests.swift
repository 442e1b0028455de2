import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// What `x-kubernetes-validations` do to objects.
@Suite struct ObjectRuleTests {
  /// An API that serves the example with rules on its `spec` and changed properties.
  private static func api(
    _ rules: String, _ properties: String = "{}", onRoot root: String = "[]"
  ) async throws -> TestAPI {
    try await TestAPI.withCronTabs { add(rules, properties, root, to: &$0) }
  }

  private static func add(
    _ rules: String, _ properties: String, _ root: String, to definition: inout JSONObject
  ) {
    definition.withSpecProperties { all in
      for (name, schema) in object(properties) { all[name] = schema }
    }
    definition.withSchema { schema in
      if root != "[]" { schema["x-kubernetes-validations"] = json(root) }
      schema.withObject("properties") { properties in
        properties.withObject("spec") { $0["x-kubernetes-validations"] = json(rules) }
      }
    }
  }

  private static let prefix = #"CronTab.stable.example.com "c" is invalid: "#

  private func update(_ api: TestAPI, _ change: (inout JSONObject) -> Void) async throws -> APIObject {
    var object = try api.service.get(api.target(.cronTabs, "c")).tree
    change(&object)
    return try await api.service.update(api.target(.cronTabs, "c"), RequestBody(object))
  }

  @Test(arguments: [
    (
      #"[{"rule": "self.replicas <= 5"}]"#, #"{"replicas": 6}"#,
      #"spec: Invalid value: failed rule: self.replicas <= 5"#
    ),
    (
      #"[{"rule": "self.replicas <= 5", "message": " too many "}]"#, #"{"replicas": 6}"#,
      #"spec: Invalid value: too many"#
    ),
    (
      #"[{"rule": "self.replicas <= 5", "message": "x", "messageExpression": "'no more than 5 of ' + self.image"}]"#,
      #"{"replicas": 6}"#, #"spec: Invalid value: no more than 5 of busybox"#
    ),
    (
      #"[{"rule": "self.replicas <= 5", "message": "fixed", "messageExpression": "string(self.replicas / 0)"}]"#,
      #"{"replicas": 6}"#, #"spec: Invalid value: fixed"#
    ),
    (
      #"[{"rule": "self.replicas <= 5", "reason": "FieldValueForbidden", "fieldPath": ".replicas"}]"#,
      #"{"replicas": 6}"#, "spec.replicas: Forbidden: failed rule: self.replicas <= 5"
    ),
    (
      #"[{"rule": "has(self.policy)", "reason": "FieldValueRequired", "fieldPath": ".policy", "message": "say how"}]"#,
      "{}", "spec.policy: Required value: say how"
    ),
    (
      #"[{"rule": "self.settings.size() > 5", "reason": "FieldValueDuplicate", "fieldPath": ".settings['a.b']"}]"#,
      #"{"settings": {}}"#, "spec.settings[a.b]: Duplicate value"
    ),
    (
      #"[{"rule": "self.port == 80 || self.port == 'http'"}]"#, #"{"port": "https"}"#,
      #"spec: Invalid value: failed rule: self.port == 80 || self.port == 'http'"#
    ),
    (
      #"[{"rule": "self.port + 1 > 0"}]"#, #"{"port": "https"}"#,
      #"spec: Invalid value: "object": 'no such overload': call arguments did not match a supported operator, function or macro signature for rule: self.port + 1 > 0"#
    ),
    (
      #"[{"rule": "self.settings['x'] == 'y'"}]"#, #"{"settings": {}}"#,
      #"spec: Invalid value: "object": no such key: x evaluating rule: self.settings['x'] == 'y'"#
    ),
    (
      #"[{"rule": "self.ports.all(p, p.number < 1024)", "message": "ports"}]"#,
      #"{"ports": [{"name": "a", "number": 80}, {"name": "b", "number": 8080}]}"#,
      #"spec: Invalid value: ports"#
    ),
  ])
  func `an object that breaks a rule is refused`(_ rules: String, _ spec: String, _ message: String)
    async throws
  {
    let api = try await Self.api(rules)
    #expect(await api.complaint(object(spec)) == Self.prefix + message)
  }

  @Test func `an object that keeps the rules is taken`() async throws {
    let api = try await Self.api(
      #"[{"rule": "self.replicas <= 5 && self.image.startsWith('busy') && !has(self.policy)"}]"#,
      onRoot:
        #"[{"rule": "self.metadata.name.size() < 4 && self.kind == 'CronTab' && self.spec.tags == ['b', 'a']"}]"#
    )
    _ = try await api.cronTab("c", ["tags": ["a", "b"]])
    #expect(
      await statusError { try await api.cronTab("long-name", ["tags": ["a", "b"]]) }?.message.contains(
        #"<nil>: Invalid value: failed rule: self.metadata.name"#) == true)
  }

  @Test func `rules stand at every part of a schema`() async throws {
    let api = try await Self.api(
      "[]",
      #"""
      {"image": {"type": "string", "maxLength": 30, "x-kubernetes-validations": [{"rule": "self != 'bad'"}]},
       "tags": {"type": "array", "maxItems": 9, "items": {"type": "string", "maxLength": 9,
         "x-kubernetes-validations": [{"rule": "self.size() < 4"}]}},
       "settings": {"type": "object", "maxProperties": 9, "additionalProperties": {"type": "string", "maxLength": 9,
         "x-kubernetes-validations": [{"rule": "self == self.lowerAscii()", "message": "small letters"}]}}}
      """#)
    #expect(
      await api.complaint(["image": "bad"])
        == Self.prefix + #"spec.image: Invalid value: "bad": failed rule: self != 'bad'"#)
    #expect(
      await api.complaint(["tags": ["a", "abcd"]])
        == Self.prefix + #"spec.tags[1]: Invalid value: "abcd": failed rule: self.size() < 4"#)
    #expect(
      await api.complaint(["settings": ["a": "b", "x": "Y"]])
        == Self.prefix + #"spec.settings[x]: Invalid value: "Y": small letters"#)
  }

  @Test func `an object that breaks its schema is not asked about its rules`() async throws {
    let api = try await Self.api(#"[{"rule": "self.replicas <= 5"}]"#)
    #expect(
      await api.complaint(["replicas": "many"]) == Self.prefix
        + #"[spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string", "#
        + #"<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; "#
        + "correct the existing errors to complete validation]")
  }

  // MARK: Changes

  @Test func `a rule about a change is asked when there is something before`() async throws {
    let api = try await Self.api(
      #"[{"rule": "self.replicas >= oldSelf.replicas", "message": "no way back"}]"#)
    _ = try await api.cronTab("c", ["replicas": 3])
    _ = try await update(api) { $0.withObject("spec") { $0["replicas"] = 4 } }
    let error = await statusError {
      _ = try await update(api) { $0.withObject("spec") { $0["replicas"] = 2 } }
    }
    #expect(error?.message == Self.prefix + #"spec: Invalid value: no way back"#)
  }

  @Test func `a rule can ask whether there was something before`() async throws {
    let api = try await Self.api(
      #"[{"rule": "oldSelf.hasValue() || self.replicas == 1", "optionalOldSelf": true, "message": "start with one"}]"#
    )
    #expect(
      await api.complaint(["replicas": 2]) == Self.prefix + #"spec: Invalid value: start with one"#)
    _ = try await api.cronTab("c", ["replicas": 1])
    _ = try await update(api) { $0.withObject("spec") { $0["replicas"] = 2 } }
  }

  @Test func `elements of a keyed list are compared with themselves wherever they stand`() async throws {
    let api = try await Self.api(
      "[]",
      #"""
      {"ports": {"type": "array", "maxItems": 9, "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
        "items": {"type": "object", "required": ["name"],
          "properties": {"name": {"type": "string"}, "number": {"type": "integer"}},
          "x-kubernetes-validations": [{"rule": "self.number == oldSelf.number", "message": "a port stays"}]}}}
      """#)
    _ = try await api.cronTab("c", ["ports": [["name": "a", "number": 1], ["name": "b", "number": 2]]])
    _ = try await update(api) {
      $0.withObject("spec") {
        $0["ports"] = [["name": "z", "number": 9], ["name": "b", "number": 2], ["name": "a", "number": 1]]
      }
    }
    let error = await statusError {
      _ = try await update(api) {
        $0.withObject("spec") { $0["ports"] = [["name": "b", "number": 3], ["name": "a", "number": 1]] }
      }
    }
    #expect(error?.message == Self.prefix + #"spec.ports[0]: Invalid value: a port stays"#)
  }

  @Test func `a rule that came later only warns of what has not changed`() async throws {
    let api = try await TestAPI.withCronTabs()
    _ = try await api.cronTab("c", ["replicas": 9])
    var definition = try api.service.get(
      api.target(.definitions, "crontabs.stable.example.com", namespace: nil)
    ).tree
    Self.add(#"[{"rule": "self.replicas <= 5"}]"#, "{}", "[]", to: &definition)
    _ = try await api.service.update(
      api.target(.definitions, "crontabs.stable.example.com", namespace: nil), RequestBody(definition))
    let answer = try await update(api) { $0.withObject("metadata") { $0["labels"] = ["a": "b"] } }
    #expect(answer.warnings == [#"spec: Invalid value: failed rule: self.replicas <= 5"#])
    let error = await statusError {
      _ = try await update(api) { $0.withObject("spec") { $0["image"] = "other" } }
    }
    #expect(
      error?.message == Self.prefix + #"spec: Invalid value: failed rule: self.replicas <= 5"#)
    _ = try await update(api) { $0.withObject("spec") { $0["replicas"] = 5 } }
  }

  // MARK: Costs

  private static let numbers =
    #"{"numbers": {"type": "array", "maxItems": 1000, "items": {"type": "integer"}}}"#

  @Test func `a rule that costs too much is not run to its end`() async throws {
    let api = try await Self.api(
      #"[{"rule": "self.numbers.all(x, self.numbers.all(y, x + y >= 0))", "message": "all"}]"#, Self.numbers)
    _ = try await api.cronTab("few", ["numbers": .array((0..<100).map { .int($0) })])
    #expect(
      await api.complaint(["numbers": .array((0..<1000).map { .int($0) })])
        == Self.prefix
        + #"spec: Invalid value: "object": 'operation cancelled: actual cost limit exceeded': no further validation rules "#
        + "will be run due to call cost exceeds limit for rule: all")
  }

  @Test func `the rules of an object have one budget`() async throws {
    let rules = (0..<14).map { #"{"rule": "self.numbers.all(x, self.numbers.all(y, x + y >= \#(-$0)))"}"# }
    let api = try await Self.api("[\(rules.joined(separator: ","))]", Self.numbers)
    _ = try await api.cronTab("few", ["numbers": .array((0..<100).map { .int($0) })])
    #expect(
      await api.complaint(["numbers": .array((0..<370).map { .int($0) })])
        == Self.prefix
        + #"spec: Invalid value: "object": validation failed due to running out of cost budget, no further validation "#
        + "rules will be run")
  }
}
