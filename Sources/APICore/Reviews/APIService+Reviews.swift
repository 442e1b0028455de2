import APIMachinery
import KubernetesClient

extension APIService {
  /// Answers a question that is posted as an object and not stored; `nil` for a kind that is stored, of which
  /// ``ServedResource/isReview`` tells before.
  ///
  /// Kubernetes: `authorization.k8s.io`, `authentication.k8s.io`, and `bindings`, the old way to place a pod.
  func review(
    _ body: RequestBody, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject? {
    guard served.isReview else { return nil }
    if served.storeName == "bindings" { return try await postBinding(body, target, options) }
    let draft = try decode(body, served, options)
    var answer = draft.object
    answer["status"] = try status(of: answer, served, target)
    answer["metadata"] = ["creationTimestamp": nil]
    return APIObject(answer, warnings: draft.warnings, isCreated: true)
  }

  private func status(of question: JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError) -> JSON
  {
    switch served.storeName {
    case "tokenreviews.authentication.k8s.io": try tokenStatus(of: question)
    case "selfsubjectreviews.authentication.k8s.io": ["userInfo": target.user.json]
    case "selfsubjectrulesreviews.authorization.k8s.io": try rulesStatus(of: question, target.user)
    default: try accessStatus(of: question, served, target)
    }
  }

  private func postBinding(_ body: RequestBody, _ target: RequestTarget, _ options: WriteOptions)
    async throws(StatusError) -> APIObject?
  {
    guard let pods = registry.find(GroupVersionResource(group: "", version: "v1", resource: "pods")) else {
      return nil
    }
    let name = body.object.metadataFields.string("name") ?? target.name
    var pod = target.with(name: name)
    (pod.resource, pod.subresource) = (pods.name, "binding")
    return try await post(body, to: "binding", pods, pod, options)
  }

  /// Kubernetes: `pkg/registry/authentication/tokenreview`.
  private func tokenStatus(of question: JSONObject) throws(StatusError) -> JSON {
    let spec = question.object("spec") ?? JSONObject()
    guard let token = spec.string("token"), !token.isEmpty else {
      throw .badRequest("token is required for TokenReview in authentication")
    }
    let audiences = spec.array("audiences").compactMap(\.stringValue)
    do throws(BearerRejection) {
      let identity = try identify(bearer: token)
      let shared = try check(identity, audiences: audiences.isEmpty ? nil : audiences)
      guard !shared.isEmpty else { throw BearerRejection(message: "invalid bearer token") }
      return [
        "authenticated": true, "user": identity.user.json, "audiences": .array(shared.map { .string($0) }),
      ]
    } catch {
      return ["user": [:], "error": .string(error.message)]
    }
  }
}

extension UserInfo {
  /// Kubernetes: `authentication.k8s.io/v1 UserInfo`.
  var json: JSON {
    var object: JSONObject = ["username": .string(name)]
    if !uid.isEmpty { object["uid"] = .string(uid) }
    if !groups.isEmpty { object["groups"] = .array(groups.map { .string($0) }) }
    if !extra.isEmpty {
      let members = extra.map { ($0.key, JSON.array($0.value.map { .string($0) })) }
      object["extra"] = .object(JSONObject(uniqueKeysWithValues: members).sortedByKey())
    }
    return .object(object)
  }
}
