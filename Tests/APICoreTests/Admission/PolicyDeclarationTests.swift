import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// What Kubernetes says of policies and bindings.
@Suite struct PolicyDeclarationTests {
  private static let constraints: JSON = [
    "resourceRules": [
      ["apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["deployments"]]
    ]
  ]

  private func refusal(_ resource: GroupVersionResource, _ spec: JSONObject) async throws -> String {
    let api = try await TestAPI()
    let message = await statusError { try await api.create(resource, "p", spec) }?.message ?? ""
    return message.split(separator: " is invalid: ", maxSplits: 1).last.map(String.init) ?? message
  }

  @Test(arguments: [
    (
      #"{"validations": [{"expression": "object.x == "}]}"#,
      #"spec.validations[0].expression: Invalid value: "object.x == ": compilation failed: ERROR: <input>:1:13: Syntax error: mismatched input '<EOF>'"#
    ),
    (
      #"{"validations": [{"expression": "1"}]}"#,
      #"spec.validations[0].expression: Invalid value: "1": must evaluate to bool but got int"#
    ),
    (
      #"{"validations": [{"expression": "params.x == 1"}]}"#,
      "undeclared reference to 'params' (in container '')"
    ),
    (
      #"{"validations": [{"expression": "variables.x == 1"}]}"#,
      "undeclared reference to 'variables' (in container '')"
    ),
    (
      #"{"variables": [{"name": "a", "expression": "variables.b"}, {"name": "b", "expression": "1"}], "validations": [{"expression": "true"}]}"#,
      #"spec.variables[0].expression: Invalid value: "variables.b": compilation failed: ERROR: <input>:1:1: undeclared reference to 'variables'"#
    ),
    (
      #"{"variables": [{"name": "a", "expression": "1"}], "validations": [{"expression": "variables.a == 'x'"}]}"#,
      "found no matching overload for '_==_' applied to '(int, string)'"
    ),
    (
      #"{"variables": [{"name": "for", "expression": "1"}], "validations": [{"expression": "true"}]}"#,
      #"spec.variables[0].name: Invalid value: "for": name is not a valid CEL identifier"#
    ),
    (
      #"{"validations": [{"expression": " "}]}"#,
      "spec.validations[0].expression: Required value: expression is not specified"
    ),
    (
      #"{"validations": [{"expression": "true", "messageExpression": "authorizer.path('/').check('get').reason()"}]}"#,
      "undeclared reference to 'authorizer'"
    ),
    (
      #"{"validations": [{"expression": "true", "reason": "Odd"}]}"#,
      #"spec.validations[0].reason: Unsupported value: "Odd": supported values: "Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized""#
    ),
    (
      "{}", "spec.validations: Required value: validations or auditAnnotations must contain at least one item"
    ),
    (
      #"{"auditAnnotations": [{"key": "k", "valueExpression": "1"}]}"#,
      #"spec.auditAnnotations[0].valueExpression: Invalid value: "1": must evaluate to one of [string null_type] but got int"#
    ),
    (
      #"{"matchConditions": [{"name": "a", "expression": "true"}, {"name": "a", "expression": "true"}], "validations": [{"expression": "true"}]}"#,
      #"spec.matchConditions[1].name: Duplicate value: "a""#
    ),
    (
      #"{"matchConstraints": {}, "validations": [{"expression": "true"}]}"#,
      "spec.matchConstraints.resourceRules: Required value"
    ),
    (
      #"{"paramKind": {"kind": "ConfigMap"}, "validations": [{"expression": "true"}]}"#,
      "spec.paramKind.apiVersion: Required value"
    ),
  ])
  func `a policy with a mistake is refused`(_ spec: String, _ message: String) async throws {
    var all: JSONObject = ["matchConstraints": Self.constraints]
    for (key, value) in object(spec) { all[key] = value }
    let text = try await refusal(.policies, all)
    #expect(text.contains(message), "\(text)")
  }

  @Test(arguments: [
    (
      #"{"validationActions": ["Deny", "Warn"]}"#,
      #"spec.validationActions: Invalid value: ["Deny","Warn"]: must not contain both Deny and Warn"#
    ),
    (
      #"{"validationActions": ["Shout"]}"#,
      #"spec.validationActions[0]: Unsupported value: "Shout": supported values: "Audit", "Deny", "Warn""#
    ),
    (#"{"paramRef": {}}"#, "spec.paramRef: Required value: one of name or selector must be specified"),
    (
      #"{"paramRef": {"name": "a"}}"#, "spec.paramRef.parameterNotFoundAction: Required value"
    ),
    (
      #"{"paramRef": {"name": "a", "selector": {}, "parameterNotFoundAction": "Deny"}}"#,
      "spec.paramRef.name: Forbidden: name and selector are mutually exclusive"
    ),
    (#"{"policyName": ""}"#, "spec.policyName: Required value"),
  ])
  func `a binding with a mistake is refused`(_ spec: String, _ message: String) async throws {
    var all: JSONObject = ["policyName": "p", "validationActions": ["Deny"]]
    for (key, value) in object(spec) { all[key] = value }
    let text = try await refusal(.policyBindings, all)
    #expect(text.contains(message), "\(text)")
  }

  @Test func `what is not given is filled in`() async throws {
    let api = try await TestAPI()
    let answer = try await api.create(
      .policies, "p", ["matchConstraints": Self.constraints, "validations": [["expression": "true"]]])
    let spec = answer.tree["spec"]
    #expect(spec?["failurePolicy"] == "Fail")
    #expect(spec?["matchConstraints"]?["matchPolicy"] == "Equivalent")
    #expect(spec?["matchConstraints"]?["namespaceSelector"] == [:])
    #expect(spec?["matchConstraints"]?["resourceRules"]?.arrayValue?[0]["scope"] == "*")
    #expect(answer.tree["metadata"]?["generation"] == 1)
  }

  @Test func `what does not fit the types of the resources is written down`() async throws {
    let api = try await TestAPI()
    let answer = try await api.create(
      .policies, "p",
      [
        "matchConstraints": Self.constraints, "variables": [["name": "spec", "expression": "object.spec"]],
        "validations": [
          ["expression": "object.replicas > 1"], ["expression": "variables.spec.replicas > 1"],
          ["expression": "variables.spec.replicas == 'x'"],
        ],
      ])
    let status = try #require(answer.tree["status"])
    #expect(status["observedGeneration"] == 1)
    let warnings = try #require(status["typeChecking"]?["expressionWarnings"]?.arrayValue)
    #expect(
      warnings == [
        [
          "fieldRef": "spec.validations[0].expression",
          "warning":
            "apps/v1, Kind=Deployment: ERROR: <input>:1:7: undefined field 'replicas'\n | object.replicas > 1\n | ......^\n",
        ],
        [
          "fieldRef": "spec.validations[2].expression",
          "warning":
            "apps/v1, Kind=Deployment: ERROR: <input>:1:25: found no matching overload for '_==_' applied to '(int, string)'\n | variables.spec.replicas == 'x'\n | ........................^\n",
        ],
      ])
  }

  @Test func `a table shows what counts`() async throws {
    let api = try await TestAPI()
    try await api.policy(
      #"{"paramKind": {"apiVersion": "v1", "kind": "ConfigMap"}, "validations": [{"expression": "true"}]}"#,
      binding: #"{"paramRef": {"name": "limits", "parameterNotFoundAction": "Deny"}}"#)
    func cells(_ resource: GroupVersionResource) throws -> [JSON] {
      let list = try api.service.list(api.target(resource, namespace: nil))
      let served = try #require(api.service.resource(resource))
      let table = api.service.tableRenderer(served, including: .none).table(of: list)
      return table["rows"]?.arrayValue?[0]["cells"]?.arrayValue ?? []
    }
    #expect(try cells(.policies).prefix(3) == ["demo-policy.example.com", 1, "v1/ConfigMap"])
    #expect(
      try cells(.policyBindings).prefix(3) == [
        "demo-binding-test.example.com", "demo-policy.example.com", "*/limits",
      ])
  }
}
