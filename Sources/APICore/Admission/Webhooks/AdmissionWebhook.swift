import APIMachinery
import CEL

/// A webhook of a configuration, ready to be asked.
struct AdmissionWebhook: Sendable {
  /// Kubernetes: `--admission-review-versions`: what this server speaks.
  static let reviewVersions = ["v1", "v1beta1"]

  let configuration: String
  /// Its place in the configuration.
  let index: Int
  let name: String
  let client: JSONObject
  let failsClosed: Bool
  let timeoutSeconds: Int
  let sideEffects: String
  let isReinvoked: Bool
  /// The version of AdmissionReview that server and webhook both speak.
  let reviewVersion: String
  /// `nil` for a webhook without rules, which is never asked.
  let matcher: Result<ResourceMatcher, SelectorError>?
  /// The match conditions, as a policy that has nothing else.
  let conditions: CompiledPolicy

  init(_ webhook: JSONObject, index: Int, of configuration: String) {
    self.configuration = configuration
    self.index = index
    name = webhook.string("name") ?? ""
    client = webhook.object("clientConfig") ?? JSONObject()
    failsClosed = webhook.string("failurePolicy") != "Ignore"
    timeoutSeconds = Int(webhook["timeoutSeconds"]?.intValue ?? 10)
    sideEffects = webhook.string("sideEffects") ?? ""
    isReinvoked = webhook.string("reinvocationPolicy") == "IfNeeded"
    let spoken = webhook.array("admissionReviewVersions").compactMap(\.stringValue)
    reviewVersion = spoken.first(where: Self.reviewVersions.contains) ?? "v1"
    var constraints = webhook
    constraints["resourceRules"] = webhook["rules"]
    if webhook.array("rules").isEmpty {
      matcher = nil
    } else {
      do throws(SelectorError) { matcher = .success(try ResourceMatcher(constraints)) } catch {
        matcher = .failure(error)
      }
    }
    conditions = CompiledPolicy(["spec": ["matchConditions": webhook["matchConditions"] ?? []]])
  }

  /// The webhooks of a configuration.
  static func all(_ configuration: JSONObject) -> [AdmissionWebhook] {
    let name = configuration.metadataFields.string("name") ?? ""
    return configuration.array("webhooks").enumerated().compactMap { index, webhook in
      webhook.objectValue.map { AdmissionWebhook($0, index: index, of: name) }
    }
  }

  /// The version of the resource in which the webhook is asked about a request; `nil` when it is not.
  ///
  /// - Throws: what is wrong with its selectors, or a condition that fails.
  func match(_ request: AdmissionRequest, in service: APIService) throws(StatusError) -> String? {
    guard let matcher else { return nil }
    let version: String?
    switch matcher {
    case .failure(let error): throw .internalError(error.message)
    case .success(let matcher): version = try matcher.match(request, in: service)
    }
    guard let version, !conditions.conditions.isEmpty else { return version }
    let authorizer = PolicyAuthorizer(authorizer: service.options.authorizer, user: request.user)
    let input = PolicyInput(
      request, version: version, namespace: nil, params: nil, conditions, authorizer)
    var run = PolicyRun(input)
    switch run.meets(conditions.conditions.map(\.expression)) {
    case .success(let isMet): return isMet ? version : nil
    case .failure(let problem):
      if !failsClosed { return nil }
      throw request.forbidden(problem.message)
    }
  }
}
