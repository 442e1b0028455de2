import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// What MutatingAdmissionPolicies do to objects.
@Suite struct MutatingPolicyTests {
  private static let policies = MutatingAdmissionPolicy.definition.groupVersionResource
  private static let bindings = MutatingAdmissionPolicyBinding.definition.groupVersionResource

  /// Puts a policy for pods or another resource into force.
  private func policy(
    _ api: TestAPI, _ mutations: String, _ more: String = "{}", resource: String = "pods", group: String = "",
    name: String = "sidecar-policy.example.com", binding: String = "{}"
  ) async throws {
    var spec = object(
      #"{"matchConstraints": {"resourceRules": [{"apiGroups": ["\#(group)"], "apiVersions": ["v1"], "#
        + #""operations": ["CREATE", "UPDATE"], "resources": ["\#(resource)"]}]}, "mutations": [\#(mutations)]}"#
    )
    for (key, value) in object(more) { spec[key] = value }
    try await api.create(Self.policies, name, spec)
    var bound: JSONObject = ["policyName": .string(name)]
    for (key, value) in object(binding) { bound[key] = value }
    try await api.create(Self.bindings, name + "-binding", bound)
  }

  private static func apply(_ expression: String) -> String {
    #"{"patchType": "ApplyConfiguration", "applyConfiguration": {"expression": \#(JSON.string(expression))}}"#
  }

  private static func patch(_ expression: String) -> String {
    #"{"patchType": "JSONPatch", "jsonPatch": {"expression": \#(JSON.string(expression))}}"#
  }

  @Test func `an object is merged in as server-side apply does`() async throws {
    let api = try await TestAPI()
    try await policy(
      api,
      Self.apply(
        #"""
        Object{spec: Object.spec{initContainers: [
          Object.spec.initContainers{name: "mesh-proxy", image: "mesh/proxy:v1.0.0", args: ["proxy", "sidecar"],
            restartPolicy: "Always"}]}}
        """#.replacing("args: [\"proxy\", \"sidecar\"],", with: "")),
      #"{"matchConditions": [{"name": "new", "expression": "!object.spec.?initContainers.orValue([]).exists(ic, ic.name == 'mesh-proxy')"}]}"#
    )
    let pod = try await api.client.create(
      somePod { $0.spec.initContainers = [Container { ($0.name, $0.image) = ("first", "busybox") }] })
    #expect(pod.spec.initContainers.map(\.name) == ["first", "mesh-proxy"])
    #expect(pod.spec.initContainers[1].restartPolicy == "Always")
    // What the schema says of absent fields holds for what the policy adds.
    #expect(pod.spec.initContainers[1].imagePullPolicy == "IfNotPresent")
    #expect(pod.spec.containers.map(\.name) == ["main"])
  }

  @Test func `a JSON patch is applied`() async throws {
    let api = try await TestAPI()
    try await policy(
      api,
      Self.patch(
        #"""
        [JSONPatch{op: "test", path: "/spec/containers/0/name", value: "main"},
         JSONPatch{op: "add", path: "/spec/containers/-",
           value: Object.spec.containers{name: "mesh-proxy", image: "mesh/proxy:v1.0.0"}},
         JSONPatch{op: "add", path: "/metadata/labels", value: {"env": "test"}},
         JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("example.com/team"), value: "a"}]
        """#))
    let pod = try await api.client.create(somePod())
    #expect(pod.spec.containers.map(\.name) == ["main", "mesh-proxy"])
    #expect(pod.metadata.labels["env"] == "test")
    #expect(pod.metadata.labels["example.com/team"] == "a")
    let other = try await api.client.create(somePod("other") { $0.spec.containers[0].name = "x" })
    #expect(other.spec.containers.count == 1)
  }

  @Test func `updates are changed, and conditionally built objects`() async throws {
    let api = try await TestAPI()
    try await policy(
      api,
      Self.apply(
        "Object{spec: Object.spec{?replicas: object.spec.replicas > 5 ? optional.of(5) : optional.none()}, "
          + "metadata: Object.metadata{annotations: {'seen': request.operation}}}"),
      resource: "deployments", group: "apps")
    var answer = try await api.deployment(replicas: 9).tree
    #expect(answer["spec"]?["replicas"] == 5)
    #expect(answer["metadata"]?["annotations"]?["seen"] == "CREATE")
    answer =
      try await api.service.patch(api.target(.deployments, "web"), .merge(["spec": ["replicas": 2]])).tree
    #expect(answer["spec"]?["replicas"] == 2)
    #expect(answer["metadata"]?["annotations"]?["seen"] == "UPDATE")
    #expect(answer["metadata"]?["generation"] == 2)
  }

  @Test func `policies see what those before them made, and validating ones what all made`() async throws {
    let api = try await TestAPI()
    let label = { (name: String, value: String) in
      Self.apply("Object{metadata: Object.metadata{labels: {'\(name)': \(value)}}}")
    }
    try await policy(api, label("a", "'1'"), resource: "deployments", group: "apps", name: "a.example.com")
    try await policy(
      api, label("b", "object.metadata.labels.a + '2'"), resource: "deployments", group: "apps",
      name: "b.example.com")
    try await api.policy(#"{"validations": [{"expression": "object.metadata.labels.b == '12'"}]}"#)
    let answer = try await api.deployment()
    #expect(answer.tree["metadata"]?["labels"] == ["a": "1", "b": "12"])
  }

  @Test(arguments: [("Never", "0"), ("IfNeeded", "1")])
  func `a policy is asked again when it wants to`(_ reinvocation: String, _ seen: String) async throws {
    let api = try await TestAPI()
    try await policy(
      api,
      Self.apply(
        "Object{metadata: Object.metadata{labels: {'seen': string(object.metadata.?labels['other'].hasValue() ? 1 : 0)}}}"
      ),
      #"{"reinvocationPolicy": "\#(reinvocation)"}"#, name: "a.example.com")
    try await policy(
      api, Self.apply("Object{metadata: Object.metadata{labels: {'other': 'x'}}}"), name: "b.example.com")
    let pod = try await api.client.create(somePod())
    #expect(pod.metadata.labels["seen"] == seen)
  }

  @Test func `parameters and variables are there`() async throws {
    let api = try await TestAPI()
    try await api.client.create(
      ConfigMap {
        $0.metadata.name = "team"
        $0.metadata.namespace = "default"
        $0.data["name"] = "blue"
      })
    try await policy(
      api, Self.apply("Object{metadata: Object.metadata{labels: {'team': variables.team}}}"),
      #"{"paramKind": {"apiVersion": "v1", "kind": "ConfigMap"}, "variables": [{"name": "team", "expression": "params.data.name"}]}"#,
      binding: #"{"paramRef": {"name": "team", "parameterNotFoundAction": "Deny"}}"#)
    #expect(try await api.client.create(somePod()).metadata.labels["team"] == "blue")
  }

  @Test func `objects of users are changed as well`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await policy(
      api, Self.apply("Object{spec: Object.spec{ports: [Object.spec.ports{name: 'web', number: 80}]}}"),
      resource: "crontabs", group: "stable.example.com")
    let tree = try await api.cronTab("c", ["ports": [["name": "a", "number": 1]]])
    #expect(
      tree["spec"]?["ports"] == [
        ["name": "a", "number": 1, "protocol": "TCP"], ["name": "web", "number": 80, "protocol": "TCP"],
      ])
  }

  // MARK: Failures

  @Test(arguments: [
    (
      apply("Object{spec: Object.spec{nodeName: object.spec.nothing}}"),
      "expression 'Object{spec: Object.spec{nodeName: object.spec.nothing}}' resulted in error: no such key: nothing"
    ),
    (
      apply("Object{spec: Object.spec{nothing: 1}}"),
      "error applying patch: failed to convert patch object to typed object: .spec.nothing: field not declared in schema"
    ),
    (
      apply("Object{spec: Object.wrong{nodeName: 'n'}}"),
      #"type mismatch: unexpected type name "Object.wrong", expected "Object.spec", which matches field name path from root Object type"#
    ),
    (
      apply("Object{spec: Object.spec{nodeSelector: {'a': 'b'}}}"),
      "error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: .spec.nodeSelector"
    ),
    (
      patch("[JSONPatch{op: 'remove', path: '/spec/nothing'}]"),
      #"JSONPath: remove operation does not apply: doc is missing path: "/spec/nothing": missing value"#
    ),
  ])
  func `a change that cannot be made refuses the request`(_ mutation: String, _ message: String) async throws
  {
    let api = try await TestAPI()
    try await policy(api, mutation)
    let error = await statusError { try await api.client.create(somePod()) }
    #expect(
      error?.message
        == "policy 'sidecar-policy.example.com' with binding 'sidecar-policy.example.com-binding' denied request: \(message)"
    )
    let lenient = try await TestAPI()
    try await policy(lenient, mutation, #"{"failurePolicy": "Ignore"}"#)
    try await lenient.client.create(somePod())
  }

  @Test(arguments: [
    ("", "spec.mutations: Required value: mutations must contain at least one item"),
    (
      apply("1"),
      #"spec.mutations[0].applyConfiguration.expression: Invalid value: "1": must evaluate to Object but got int"#
    ),
    (
      patch("[1]"),
      #"spec.mutations[0].jsonPatch.expression: Invalid value: "[1]": must evaluate to list(JSONPatch) but got list(int)"#
    ),
    (
      patch("[JSONPatch{op: 1}]"), "expected type of field 'op' is 'string' but provided type is 'int'"
    ),
    (patch("[JSONPatch{nothing: 1}]"), "undefined field 'nothing'"),
    (apply("Other{}"), "undeclared reference to 'Other' (in container '')"),
    (
      #"{"patchType": "JSONPatch"}"#,
      "spec.mutations[0].jsonPatch: Required value: must be specified when patchType is JSONPatch"
    ),
  ])
  func `a policy with a mistake is refused`(_ mutation: String, _ message: String) async throws {
    let api = try await TestAPI()
    let text = await statusError { try await policy(api, mutation) }?.message ?? ""
    #expect(text.contains(message), "\(text)")
  }
}
