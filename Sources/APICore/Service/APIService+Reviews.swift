import APIMachinery
import KubernetesClient

extension APIService {
  /// Answers a question that is posted as an object and not stored; `nil` for a kind that is stored.
  ///
  /// Kubernetes: `authorization.k8s.io`, `authentication.k8s.io`, and `bindings`, the old way to place a pod.
  func review(
    _ body: RequestBody, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject? {
    var answer = body.object
    switch served.storeName {
    case "selfsubjectaccessreviews.authorization.k8s.io", "subjectaccessreviews.authorization.k8s.io",
      "localsubjectaccessreviews.authorization.k8s.io":
      answer["status"] = ["allowed": true, "reason": "everybody may do everything"]
    case "selfsubjectrulesreviews.authorization.k8s.io":
      answer["status"] = [
        "resourceRules": [["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]],
        "nonResourceRules": [["verbs": ["*"], "nonResourceURLs": ["*"]]], "incomplete": false,
      ]
    case "selfsubjectreviews.authentication.k8s.io":
      answer["status"] = ["userInfo": Self.json(of: target.user)]
    case "tokenreviews.authentication.k8s.io":
      answer["status"] = ["authenticated": true, "user": Self.json(of: target.user)]
    case "bindings":
      guard let pods = registry.find(GroupVersionResource(group: "", version: "v1", resource: "pods")) else {
        return nil
      }
      let name = body.object.metadataFields.string("name") ?? target.name
      var pod = target.with(name: name)
      (pod.resource, pod.subresource) = (pods.definition.groupVersionResource, "binding")
      return try await post(body, to: "binding", pods, pod, options)
    default: return nil
    }
    answer["kind"] = .string(served.definition.kind)
    answer["apiVersion"] = .string(served.apiVersion)
    answer.setDefault("metadata", ["creationTimestamp": nil])
    return APIObject(answer, isCreated: true)
  }

  private static func json(of user: UserInfo) -> JSON {
    var object: JSONObject = [
      "username": .string(user.name), "groups": .array(user.groups.map { .string($0) }),
    ]
    if !user.uid.isEmpty { object["uid"] = .string(user.uid) }
    return .object(object)
  }
}
