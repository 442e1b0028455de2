import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct AccessAndNetworkingRulesTests {
  private static let rbac = #""apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"a"}"#
  private static let net = #""apiVersion":"networking.k8s.io/v1","metadata":{"name":"a"}"#

  static let refused: [(resource: GroupVersionResource, body: String, message: String)] = [
    (
      Role.definition.groupVersionResource, #"{"kind":"Role",\#(rbac),"rules":[{"verbs":["get"]}]}"#,
      #"[rules[0].apiGroups: Required value: resource rules must supply at least one api group, rules[0].resources: Required value: resource rules must supply at least one resource]"#
    ),
    (
      Role.definition.groupVersionResource,
      #"{"kind":"Role",\#(rbac),"rules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}"#,
      "namespaced rules cannot apply to non-resource URLs"
    ),
    (
      ClusterRoleBinding.definition.groupVersionResource,
      #"{"kind":"ClusterRoleBinding",\#(rbac),"roleRef":{"kind":"Role","name":"r"}}"#,
      #"roleRef.kind: Unsupported value: "Role": supported values: "ClusterRole""#
    ),
    (
      RoleBinding.definition.groupVersionResource,
      #"{"kind":"RoleBinding",\#(rbac),"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"Robot","name":"x"}]}"#,
      #"subjects[0].kind: Unsupported value: "Robot": supported values: "Group", "ServiceAccount", "User""#
    ),
    (
      Ingress.definition.groupVersionResource, #"{"kind":"Ingress",\#(net),"spec":{}}"#,
      "either `defaultBackend` or `rules` must be specified"
    ),
    (
      Ingress.definition.groupVersionResource,
      #"{"kind":"Ingress",\#(net),"spec":{"rules":[{"http":{"paths":[{"path":"x","pathType":"Prefix","backend":{"service":{"name":"s","port":{}}}}]}}]}}"#,
      #"[spec.rules[0].http.paths[0].path: Invalid value: "x": must be an absolute path, spec.rules[0].http.paths[0].backend.service: Required value: port name or number is required]"#
    ),
    (
      NetworkPolicy.definition.groupVersionResource,
      #"{"kind":"NetworkPolicy",\#(net),"spec":{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"10.0.0.0/16","except":["10.1.0.0/24"]}}]}]}}"#,
      #"spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: "10.1.0.0/24": must be a strict subset of `cidr`"#
    ),
  ]

  @Test(arguments: refused.indices) func `what means nothing is refused in Kubernetes' words`(
    index: Int
  ) async throws {
    let (resource, body, message) = Self.refused[index]
    let api = try await TestAPI()
    let error = await statusError { _ = try await api.post(resource, body) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
    #expect(error?.reason == .invalid)
  }

  @Test func `a binding's role stays, and its subjects get the group of their kind`() async throws {
    let api = try await TestAPI()
    _ = try await api.post(
      RoleBinding.definition.groupVersionResource,
      #"{"kind":"RoleBinding",\#(Self.rbac),"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"},{"kind":"ServiceAccount","name":"s","namespace":"n"}]}"#
    )
    var binding = try await api.client.get(RoleBinding.self, ObjectKey(namespace: "default", name: "a"))
    #expect(binding.subjects.map { $0.apiGroup ?? "" } == ["rbac.authorization.k8s.io", ""])
    #expect(binding.roleRef.apiGroup == "rbac.authorization.k8s.io")
    binding.roleRef.name = "other"
    let changed = binding
    let error = await statusError { try await api.client.update(changed) }
    #expect(error?.message.contains("cannot change roleRef") == true)
  }

  @Test func `a policy with egress rules is about both directions`() async throws {
    let api = try await TestAPI()
    for (name, egress, types) in [("in", "[]", ["Ingress"]), ("both", "[{}]", ["Ingress", "Egress"])] {
      _ = try await api.post(
        NetworkPolicy.definition.groupVersionResource,
        #"{"kind":"NetworkPolicy","apiVersion":"networking.k8s.io/v1","metadata":{"name":"\#(name)"},"spec":{"podSelector":{},"egress":\#(egress)}}"#
      )
      let policy = try await api.client.get(NetworkPolicy.self, ObjectKey(namespace: "default", name: name))
      #expect(policy.spec.policyTypes == types)
    }
  }

  @Test func `names of cluster roles may have colons`() async throws {
    let api = try await TestAPI()
    _ = try await api.post(
      ClusterRole.definition.groupVersionResource,
      #"{"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"system:a:b"}}"#)
    let error = await statusError {
      _ = try await api.post(
        ClusterRole.definition.groupVersionResource,
        #"{"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"a%b"}}"#)
    }
    #expect(error?.message.contains("may not contain '%'") == true)
  }
}
