import APICore
import APIMachinery
import KubernetesAPI
import Testing

/// Lets nobody but the administrator delete, and nobody at all see `/secret`.
private struct Careful: Authorizer {
  func authorize(_ target: RequestTarget, verb: String) throws(StatusError) {
    if verb == "delete", target.user != .admin {
      throw .forbidden(GroupResource(group: "", resource: target.resource.resource), name: target.name, "no")
    }
  }

  func authorize(path: String, verb: String, _ user: APICore.UserInfo) throws(StatusError) {
    if path == "/secret" { throw .badRequest("hidden") }
  }
}

@Suite struct AccessReviewTests {
  private func ask(_ kind: String, _ spec: JSONObject, namespace: String? = nil) async throws -> JSON {
    let api = try await TestAPI(options: APIServiceOptions(authorizer: Careful()))
    let resource = GroupVersionResource(group: "authorization.k8s.io", version: "v1", resource: kind)
    let answer = try await api.service.create(
      api.target(resource, namespace: namespace), RequestBody(["spec": .object(spec)]))
    return answer.tree["status"] ?? .null
  }

  private let deletion: JSON = ["verb": "delete", "resource": "pods", "namespace": "default", "name": "a"]

  @Test func `the authorizer is asked about the caller, and about others`() async throws {
    #expect(try await ask("selfsubjectaccessreviews", ["resourceAttributes": deletion]) == ["allowed": true])
    let other = try await ask("subjectaccessreviews", ["resourceAttributes": deletion, "user": "jane"])
    #expect(other["allowed"] == false)
    #expect(other["reason"] == #"pods "a" is forbidden: no"#)
    let local = try await ask(
      "localsubjectaccessreviews", ["resourceAttributes": deletion, "user": "jane"], namespace: "default")
    #expect(local["allowed"] == false)
    for (path, isAllowed) in [("/healthz", true), ("/secret", false)] {
      let spec: JSONObject = ["nonResourceAttributes": ["path": .string(path), "verb": "get"]]
      #expect(try await ask("selfsubjectaccessreviews", spec)["allowed"] == .bool(isAllowed))
    }
  }

  @Test(
    arguments: [
      (
        "selfsubjectaccessreviews", "{}",
        "spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified"
      ),
      (
        "subjectaccessreviews", #"{"resourceAttributes": {"verb": "get"}}"#,
        "spec.user: Invalid value: \"\": at least one of user or group must be specified"
      ),
      (
        "localsubjectaccessreviews",
        #"{"resourceAttributes": {"verb": "get", "namespace": "x"}, "user": "a"}"#,
        "spec.resourceAttributes.namespace: Invalid value: \"x\": must match metadata.namespace"
      ),
    ])
  func `a question that makes no sense is refused`(kind: String, spec: String, words: String) async throws {
    let error = await statusError {
      _ = try await ask(kind, object(spec), namespace: kind.hasPrefix("local") ? "default" : nil)
    }
    #expect(error?.code == 422)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func `the user that is told has what the credential says`() async throws {
    let api = try await TestAPI()
    var target = api.target(SelfSubjectReview.definition.groupVersionResource, namespace: nil)
    target.user = APICore.UserInfo(name: "jane", uid: "7", groups: ["g"])
    target.user.extra = ["b": ["2"], "a": ["1"]]
    let answer = try await api.service.create(target, RequestBody([:]))
    #expect(
      answer.tree["status"]?["userInfo"]?.description
        == #"{"username":"jane","uid":"7","groups":["g"],"extra":{"a":["1"],"b":["2"]}}"#)
  }
}
