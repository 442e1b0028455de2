import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// Objects that parameterize policies.
@Suite struct PolicyParameterTests {
  private static let prefix =
    #"deployments.apps "web" is forbidden: ValidatingAdmissionPolicy 'demo-policy.example.com' with binding "#
    + "'demo-binding-test.example.com' denied request: "

  private func api(_ reference: String?, kind: String = "ConfigMap") async throws -> TestAPI {
    let api = try await TestAPI()
    try await api.policy(
      #"""
      {"paramKind": {"apiVersion": "v1", "kind": "\#(kind)"},
       "validations": [{"expression": "params == null || object.spec.replicas <= int(params.data.most)",
         "messageExpression": "'more than ' + params.data.most + ' of ' + params.metadata.name"}]}
      """#, binding: reference.map { #"{"paramRef": \#($0)}"# } ?? "{}")
    return api
  }

  private func configMap(_ api: TestAPI, _ name: String, _ most: String, namespace: String = "default")
    async throws
  {
    try await api.client.create(
      ConfigMap {
        $0.metadata.name = name
        $0.metadata.namespace = namespace
        $0.metadata.labels["use"] = "limits"
        $0.data["most"] = most
      })
  }

  @Test func `a binding names the object of parameters`() async throws {
    let api = try await api(#"{"name": "limits", "namespace": "default", "parameterNotFoundAction": "Deny"}"#)
    #expect(
      await api.refusal() == Self.prefix
        + "failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction"
    )
    try await configMap(api, "limits", "3")
    #expect(await api.refusal(replicas: 4) == Self.prefix + "more than 3 of limits")
    #expect(await api.refusal(replicas: 3) == nil)
  }

  @Test func `without a namespace the parameters are those beside the object`() async throws {
    let api = try await api(#"{"name": "limits", "parameterNotFoundAction": "Allow"}"#)
    try await api.client.create(Namespace { $0.metadata.name = "other" })
    try await configMap(api, "limits", "1", namespace: "other")
    #expect(await api.refusal(namespace: "other") == Self.prefix + "more than 1 of limits")
    #expect(await api.refusal() == nil)
  }

  @Test func `all objects that a selector chooses must agree`() async throws {
    let api = try await api(
      #"{"selector": {"matchLabels": {"use": "limits"}}, "parameterNotFoundAction": "Deny"}"#)
    try await configMap(api, "a", "9")
    try await configMap(api, "b", "2")
    #expect(await api.refusal() == Self.prefix + "more than 2 of b")
    #expect(await api.refusal(replicas: 2) == nil)
  }

  @Test func `a binding without a reference has no parameters`() async throws {
    let api = try await api(nil)
    #expect(await api.refusal(replicas: 99) == nil)
  }

  @Test func `a kind that is not served cannot parameterize`() async throws {
    let api = try await api(#"{"name": "limits", "parameterNotFoundAction": "Allow"}"#, kind: "Limits")
    #expect(
      await api.refusal() == Self.prefix
        + "failed to configure binding: paramKind kind `&ParamKind{APIVersion:v1,Kind:Limits,}` not known")
  }
}
