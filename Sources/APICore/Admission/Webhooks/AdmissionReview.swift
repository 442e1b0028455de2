import APIMachinery

/// The question that a webhook is asked.
///
/// Kubernetes: `admission.k8s.io AdmissionReview`.
struct AdmissionReview {
  let uid: String
  let apiVersion: String
  let body: [UInt8]

  init(_ request: AdmissionRequest, version: String, for webhook: AdmissionWebhook, uid: String) {
    self.uid = uid
    apiVersion = "admission.k8s.io/\(webhook.reviewVersion)"
    let json: JSON = [
      "kind": "AdmissionReview", "apiVersion": .string(apiVersion),
      "request": .object(request.question(uid: uid, version: version)),
    ]
    body = json.serialized()
  }

  /// What a webhook says.
  struct Answer: Sendable {
    var isAllowed = false
    /// The `Status` of a refusal.
    var status = JSONObject()
    var patch: JSON?
    var warnings: [String] = []
    var annotations = JSONObject()
  }

  /// Reads an answer.
  ///
  /// Kubernetes: `webhook/request.VerifyAdmissionResponse`.
  func answer(_ bytes: [UInt8], mayPatch: Bool) throws(WebhookFailure) -> Answer {
    guard let json = try? JSON.parse(bytes), case .object(let review) = json else {
      throw WebhookFailure("the answer of \(bytes.count) bytes is not JSON")
    }
    guard let response = review.object("response") else {
      throw WebhookFailure("webhook response was absent")
    }
    let isFirst = apiVersion.hasSuffix("/v1")
    if isFirst {
      let kind = review.string("kind") ?? ""
      let version = review.string("apiVersion") ?? ""
      guard version == apiVersion, kind == "AdmissionReview" else {
        throw WebhookFailure(
          "expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got \(version), Kind=\(kind)"
        )
      }
      let given = response.string("uid") ?? ""
      guard given == uid else {
        throw WebhookFailure("expected response.uid=\"\(uid)\", got \"\(given)\"")
      }
    }
    var answer = Answer()
    answer.isAllowed = response["allowed"] == true
    answer.status = response.object("status") ?? JSONObject()
    answer.warnings = response.array("warnings").compactMap(\.stringValue)
    answer.annotations = response.object("auditAnnotations") ?? JSONObject()
    if mayPatch { answer.patch = try patch(of: response, needsType: isFirst) }
    return answer
  }

  private func patch(of response: JSONObject, needsType: Bool) throws(WebhookFailure) -> JSON? {
    let type = response.string("patchType") ?? ""
    guard let text = response.string("patch"), !text.isEmpty else {
      if !type.isEmpty, needsType {
        throw WebhookFailure("webhook returned response.patchType but not response.patch")
      }
      return nil
    }
    if type.isEmpty, needsType {
      throw WebhookFailure("webhook returned response.patch but not response.patchType")
    }
    guard type.isEmpty || type == "JSONPatch" else {
      throw WebhookFailure("webhook returned invalid response.patchType of \"\(type)\"")
    }
    guard let bytes = ByteString(base64: text)?.bytes, let patch = try? JSON.parse(bytes) else {
      throw WebhookFailure("webhook returned a response.patch that is no JSON in base64")
    }
    return patch
  }
}

extension AdmissionRequest {
  /// The request as a webhook sees it, in a version of the resource that it knows.
  fileprivate func question(uid: String, version: String) -> JSONObject {
    func kindJSON(_ version: String) -> JSON {
      ["group": .string(kind.group), "version": .string(version), "kind": .string(kind.kind)]
    }
    func resourceJSON(_ version: String) -> JSON {
      ["group": .string(resource.group), "version": .string(version), "resource": .string(resource.resource)]
    }
    var json: JSONObject = [
      "uid": .string(uid), "kind": kindJSON(version == resource.version ? kind.version : version),
      "resource": resourceJSON(version),
    ]
    if !subresource.isEmpty { json["subResource"] = .string(subresource) }
    json["requestKind"] = kindJSON(kind.version)
    json["requestResource"] = resourceJSON(resource.version)
    if !subresource.isEmpty { json["requestSubResource"] = .string(subresource) }
    if !name.isEmpty { json["name"] = .string(name) }
    if !namespace.isEmpty { json["namespace"] = .string(namespace) }
    json["operation"] = .string(operation.rawValue)
    json["userInfo"] = user.json
    json["object"] = Self.inVersion(version, of: resource, object)
    json["oldObject"] = Self.inVersion(version, of: resource, oldObject)
    json["dryRun"] = .bool(isDryRun)
    json["options"] = .object(options)
    return json
  }

  /// The object under another version of its group: versions of one resource differ by that name alone here.
  static func inVersion(_ version: String, of resource: GroupVersionResource, _ object: JSONObject?) -> JSON {
    guard var object else { return .null }
    if version != resource.version {
      object["apiVersion"] = .string(GroupVersion(group: resource.group, version: version).description)
    }
    return .object(object)
  }
}
