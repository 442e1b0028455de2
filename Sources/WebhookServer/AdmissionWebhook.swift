public import APIMachinery

/// A request that an API server asks about.
///
/// Kubernetes: `admission.k8s.io/v1 AdmissionRequest`.
public struct AdmissionQuestion<Kind: Resource>: Sendable {
  /// The question as it came.
  public let request: JSONObject

  /// - Parameter request: The members of an `AdmissionRequest`; those that are asked for, in a test of an answer.
  public init(request: JSONObject) { self.request = request }

  /// `CREATE`, `UPDATE`, `DELETE` or `CONNECT`.
  public var operation: String { request.string("operation") ?? "" }
  public var namespace: String { request.string("namespace") ?? "" }
  public var name: String { request.string("name") ?? "" }
  public var subresource: String { request.string("subResource") ?? "" }
  /// Who asks for the write.
  public var userName: String { request["userInfo"]?["username"]?.stringValue ?? "" }
  public var groups: [String] {
    request["userInfo"]?["groups"]?.arrayValue?.compactMap(\.stringValue) ?? []
  }
  public var isDryRun: Bool { request["dryRun"] == true }
  /// The object as it is to be; `nil` for a deletion.
  public var object: Kind? { request.object("object").map { Kind(fields: $0) } }
  /// The object as it is; `nil` for a creation.
  public var oldObject: Kind? { request.object("oldObject").map { Kind(fields: $0) } }
}

/// What a webhook says of a request.
public struct AdmissionVerdict: Sendable, Hashable {
  public var isAllowed: Bool
  /// Why not; the client reads it.
  public var message: String
  /// The HTTP code of the refusal.
  public var code: Int
  /// What the client is told although the request is allowed.
  public var warnings: [String] = []
  /// What is noted for an audit.
  public var auditAnnotations: StringMap = [:]

  public static let allowed = AdmissionVerdict(isAllowed: true, message: "", code: 200)

  public static func denied(_ message: String, code: Int = 403) -> AdmissionVerdict {
    AdmissionVerdict(isAllowed: false, message: message, code: code)
  }

  /// The same verdict with a warning.
  public func warning(_ text: String) -> AdmissionVerdict {
    var verdict = self
    verdict.warnings.append(text)
    return verdict
  }
}

/// Answers questions about writes.
///
///     AdmissionWebhook.mutating("/mutate", Pod.self) { pod, question in
///       pod.metadata.labels["team"] = question.namespace
///       return .allowed
///     }
///
/// Kubernetes: dynamic admission control.
public enum AdmissionWebhook {
  /// Says whether requests are allowed. An error that is thrown refuses the request, with its text.
  public static func validating<Kind: Resource>(
    _ path: String, _ kind: Kind.Type,
    _ judge: @escaping @Sendable (AdmissionQuestion<Kind>) async throws -> AdmissionVerdict
  ) -> WebhookRoute {
    route(path, kind.definition) { request in
      do {
        return (try await judge(AdmissionQuestion(request: request)), nil)
      } catch {
        return (.denied("\(error)", code: 500), nil)
      }
    }
  }

  /// Says whether requests are allowed, and changes their objects. Nothing is changed in what is refused, and the object
  /// of a deletion is not there to be changed.
  public static func mutating<Kind: Resource>(
    _ path: String, _ kind: Kind.Type,
    _ change: @escaping @Sendable (inout Kind, AdmissionQuestion<Kind>) async throws -> AdmissionVerdict
  ) -> WebhookRoute {
    route(path, kind.definition) { request in
      guard let object = request.object("object") else { return (.allowed, nil) }
      do {
        var changed = Kind(fields: object)
        let verdict = try await change(&changed, AdmissionQuestion(request: request))
        let patch = JSONPatch(from: object, to: changed.fields)
        return (verdict, verdict.isAllowed && !patch.operations.isEmpty ? patch : nil)
      } catch {
        return (.denied("\(error)", code: 500), nil)
      }
    }
  }

  /// An API server asks about whatever the rules of its configuration name: something else than the kind of the path is
  /// refused with what to do, and not read as if it were of that kind.
  private static func route(
    _ path: String, _ kind: ResourceDefinition,
    _ answer: @escaping @Sendable (JSONObject) async -> (AdmissionVerdict, JSONPatch?)
  ) -> WebhookRoute {
    WebhookRoute(path: path) { review throws(WebhookProblem) in
      guard review.string("kind") == "AdmissionReview", let request = review.object("request") else {
        throw WebhookProblem("the body is no AdmissionReview with a request")
      }
      let (verdict, patch) =
        if let problem = kind.problem(askedAbout: request.object("kind")) {
          (AdmissionVerdict.denied("\(path) \(problem)", code: 400), JSONPatch?.none)
        } else { await answer(request) }
      return [
        "apiVersion": review["apiVersion"] ?? "admission.k8s.io/v1", "kind": "AdmissionReview",
        "response": .object(verdict.response(to: request.string("uid") ?? "", patch)),
      ]
    }
  }
}

extension AdmissionVerdict {
  fileprivate func response(to uid: String, _ patch: JSONPatch?) -> JSONObject {
    var response: JSONObject = ["uid": .string(uid), "allowed": .bool(isAllowed)]
    if !isAllowed { response["status"] = ["message": .string(message), "code": .int(Int64(code))] }
    if let patch {
      response["patchType"] = "JSONPatch"
      response["patch"] = .string(ByteString(patch.json.serialized()).base64)
    }
    if !warnings.isEmpty { response["warnings"] = .array(warnings.map { .string($0) }) }
    if !auditAnnotations.isEmpty { response["auditAnnotations"] = .object(auditAnnotations.fields) }
    return response
  }
}

extension ResourceDefinition {
  /// Why a question about a `GroupVersionKind` is none about this kind.
  fileprivate func problem(askedAbout asked: JSONObject?) -> String? {
    guard let asked else { return nil }
    let (group, version) = (asked.string("group") ?? "", asked.string("version") ?? "")
    let kind = asked.string("kind") ?? ""
    if (group, version, kind) == (self.group, self.version, self.kind) { return nil }
    return "judges \(self.kind) of \(apiVersion) and was asked about \(kind) of "
      + "\(GroupVersion(group: group, version: version)): name \(plural) of \(apiVersion) alone in the rules of its "
      + "configuration"
  }
}
