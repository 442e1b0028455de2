import APIMachinery
import Testing

/// What Kubernetes says of rules with mistakes.
@Suite struct RuleDeclarationTests {
  private static let place = "spec.validation.openAPIV3Schema.properties[spec]"

  private func refusal(_ rules: String, _ properties: String = "{}") async throws -> String {
    let api = try await TestAPI()
    let definition = cronTabDefinition { definition in
      definition.withSpecProperties { all in
        for (name, schema) in object(properties) { all[name] = schema }
      }
      definition.withSchema { schema in
        schema.withObject("properties") {
          $0.withObject("spec") { $0["x-kubernetes-validations"] = json(rules) }
        }
      }
    }
    let message = await api.refusal(of: definition) ?? ""
    let prefix = #"CustomResourceDefinition.apiextensions.k8s.io "crontabs.stable.example.com" is invalid: "#
    return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
  }

  private static func shown(_ rule: String) -> String {
    #"{"Rule":"\#(rule)","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}"#
  }

  @Test(arguments: [
    (
      "self.nothing > 0",
      "compilation failed: ERROR: <input>:1:5: undefined field 'nothing'\n | self.nothing > 0\n | ....^"
    ),
    (
      "self.replicas == true",
      "compilation failed: ERROR: <input>:1:15: found no matching overload for '_==_' applied to '(int, bool)'\n"
        + " | self.replicas == true\n | ..............^"
    ),
    ("self.replicas", "cel expression must evaluate to a bool"),
    (
      "has(self)",
      "compilation failed: ERROR: <input>:1:5: invalid argument to has() macro\n | has(self)\n | ....^"
    ),
  ])
  func `a rule that is no expression is refused with its place`(_ rule: String, _ problem: String)
    async throws
  {
    let message = try await refusal(#"[{"rule": "\#(rule)"}]"#)
    #expect(
      message
        == "\(Self.place).x-kubernetes-validations[0].rule: Invalid value: \(Self.shown(rule)): \(problem)")
  }

  @Test(arguments: [
    (#"[{"rule": " "}]"#, "[0].rule: Required value: rule is not specified"),
    (
      #"[{"rule": "true", "message": " "}]"#,
      #"[0].message: Invalid value: " ": message must be non-empty if specified"#
    ),
    (
      #"[{"rule": "true"}, {"rule": "true", "message": "a\nb"}]"#,
      #"[1].message: Invalid value: "a\nb": message must not contain line breaks"#
    ),
    (
      #"[{"rule": "true\n"}, {"rule": "true ||\nfalse"}]"#,
      "[1].message: Required value: message must be specified if rule contains line breaks"
    ),
    (
      #"[{"rule": "true", "messageExpression": " "}]"#,
      "[0].messageExpression: Required value: messageExpression must be non-empty if specified"
    ),
    (
      #"[{"rule": "true", "reason": "Bad"}]"#,
      #"[0].reason: Unsupported value: "Bad": supported values: "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired""#
    ),
    (
      #"[{"rule": "true", "fieldPath": ".nothing"}]"#,
      #"[0].fieldPath: Invalid value: ".nothing": fieldPath must be a valid path"#
    ),
    (
      #"[{"rule": "true", "fieldPath": "replicas"}]"#,
      #"[0].fieldPath: Invalid value: "replicas": fieldPath must be a valid path"#
    ),
    (
      #"[{"rule": "self.replicas > 0", "optionalOldSelf": true}]"#,
      "[0].optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule"
    ),
  ])
  func `what a rule says beside its expression is checked`(_ rules: String, _ problem: String) async throws {
    #expect(try await refusal(rules) == "\(Self.place).x-kubernetes-validations\(problem)")
  }

  @Test func `an expression for a message makes a text`() async throws {
    let message = try await refusal(#"[{"rule": "true", "messageExpression": "self.replicas"}]"#)
    #expect(
      message.hasPrefix("\(Self.place).x-kubernetes-validations[0].messageExpression: Invalid value: {"))
    #expect(message.hasSuffix("}: messageExpression must evaluate to a string"))
  }

  @Test func `what was before cannot be asked for in a list without keys`() async throws {
    let properties = #"""
      {"tags": {"type": "array", "maxItems": 5, "items": {"type": "string", "maxLength": 5,
        "x-kubernetes-validations": [{"rule": "self == oldSelf"}]}}}
      """#
    #expect(
      try await refusal("[]", properties)
        == "\(Self.place).properties[tags].items.x-kubernetes-validations[0].rule: "
        + #"Invalid value: "self == oldSelf": oldSelf cannot be used on the uncorrelatable portion of the schema within "#
        + "\(Self.place).properties[tags]")
  }

  private static let advice =
    "(try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are "
    + "declared)"

  @Test func `a rule that may cost too much is refused`() async throws {
    let rule = "self.all(x, self.all(y, x == y))"
    func tags(_ most: Int) -> String {
      #"""
      {"tags": {"type": "array", "maxItems": \#(most), "items": {"type": "integer"},
        "x-kubernetes-validations": [{"rule": "\#(rule)"}]}}
      """#
    }
    let place = "\(Self.place).properties[tags].x-kubernetes-validations[0].rule"
    #expect(try await refusal("[]", tags(1000)).isEmpty)
    let large = try await refusal("[]", tags(2000))
    #expect(
      large == "\(place): Forbidden: estimated rule cost exceeds budget by factor of 2.0x \(Self.advice)",
      "\(large)")
    let message = try await refusal("[]", tags(1_000_000))
    #expect(
      message
        == "[\(place): Forbidden: estimated rule cost exceeds budget by factor of more than 100x \(Self.advice), "
        + "\(place): Forbidden: contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema, "
        + "spec.validation.openAPIV3Schema: Forbidden: x-kubernetes-validations estimated rule cost total for entire "
        + "OpenAPIv3 schema exceeds budget by factor of more than 100x \(Self.advice)]")
  }

  @Test func `a rule below lists without a limit counts for every element that fits`() async throws {
    let properties = #"""
      {"ports": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}},
        "x-kubernetes-validations": [{"rule": "self.name.contains('abc')"}]}}}
      """#
    let message = try await refusal("[]", properties)
    #expect(
      message.contains(
        "properties[ports].items.x-kubernetes-validations[0].rule: Forbidden: estimated rule cost"))
  }

  @Test func `a default keeps the rules`() async throws {
    let properties = #"""
      {"range": {"type": "object", "default": {"low": 5, "high": 1},
        "properties": {"low": {"type": "integer"}, "high": {"type": "integer"}},
        "x-kubernetes-validations": [{"rule": "self.low <= self.high"}]}}
      """#
    let message = try await refusal("[]", properties)
    #expect(
      message
        == "\(Self.place).properties[range].default: Invalid value: failed rule: self.low <= self.high",
      "\(message)")
  }
}
