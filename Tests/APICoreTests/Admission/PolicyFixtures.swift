import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Synchronization

extension GroupVersionResource {
  static let policies = ValidatingAdmissionPolicy.definition.groupVersionResource
  static let policyBindings = ValidatingAdmissionPolicyBinding.definition.groupVersionResource
}

extension TestAPI {
  /// Creates a policy for deployments with the given members of `spec`, and a binding.
  func policy(
    _ spec: String, binding: String = "{}", actions: String = #"["Deny"]"#,
    name: String = "demo-policy.example.com"
  ) async throws {
    var policy = object(
      #"{"matchConstraints": {"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "#
        + #""operations": ["CREATE", "UPDATE"], "resources": ["deployments"]}]}}"#)
    for (key, value) in object(spec) { policy[key] = value }
    try await create(.policies, name, policy)
    var bound: JSONObject = ["policyName": .string(name), "validationActions": json(actions)]
    for (key, value) in object(binding) { bound[key] = value }
    try await create(.policyBindings, "demo-binding-test.example.com", bound)
  }

  /// Puts a policy into force that merges what an expression makes into deployments.
  func mutatingPolicy(_ expression: String, reinvocation: String) async throws {
    let mutation: JSON = [
      "patchType": "ApplyConfiguration", "applyConfiguration": ["expression": .string(expression)],
    ]
    let rule: JSON = [
      "apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["deployments"],
    ]
    try await create(
      MutatingAdmissionPolicy.definition.groupVersionResource, "change.example.com",
      [
        "matchConstraints": ["resourceRules": [rule]], "reinvocationPolicy": .string(reinvocation),
        "mutations": [mutation],
      ])
    try await create(
      MutatingAdmissionPolicyBinding.definition.groupVersionResource, "change-everywhere.example.com",
      ["policyName": "change.example.com"])
  }

  @discardableResult
  func create(_ resource: GroupVersionResource, _ name: String, _ spec: JSONObject) async throws -> APIObject
  {
    try await service.create(
      target(resource, namespace: nil),
      RequestBody(["metadata": ["name": .string(name)], "spec": .object(spec)]))
  }

  /// Creates a deployment.
  @discardableResult
  func deployment(
    _ name: String = "web", replicas: Int64 = 3, labels: JSONObject = [:], namespace: String = "default"
  ) async throws -> APIObject {
    try await service.create(
      target(.deployments, namespace: namespace),
      RequestBody([
        "metadata": ["name": .string(name), "labels": .object(labels)],
        "spec": [
          "replicas": .int(replicas), "selector": ["matchLabels": ["app": "a"]],
          "template": [
            "metadata": ["labels": ["app": "a"]], "spec": ["containers": [["name": "c", "image": "nginx"]]],
          ],
        ],
      ]))
  }

  /// The message with which a deployment is refused.
  func refusal(
    replicas: Int64 = 3, labels: JSONObject = [:], namespace: String = "default"
  ) async -> String? {
    await statusError {
      try await deployment(replicas: replicas, labels: labels, namespace: namespace)
    }?.message
  }
}

/// Keeps what policies note.
final class AuditLog: AdmissionAudit {
  private let notes = Mutex<[String]>([])

  func record(_ annotations: [(key: String, value: String)], of request: AdmissionRequest) {
    notes.withLock { $0 += annotations.map { "\($0.key): \($0.value)" } }
  }

  var all: [String] { notes.withLock { $0 } }
}
