import APIMachinery

/// Asks webhooks about requests: those that may change the object one after another, those that may only refuse it
/// together.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/webhook/{mutating,validating}`, with their texts.
final class WebhookAdmission: AdmissionPlugin {
  private let mutating = WebhookCache("mutatingwebhookconfigurations")
  private let validating = WebhookCache("validatingwebhookconfigurations")

  func isActive(in service: APIService) -> Bool {
    mutating.isActive(in: service.store) || validating.isActive(in: service.store)
  }

  // MARK: Changes

  func mutate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {
    if request.isExemptFromWebhooks { return }
    for webhook in mutating.webhooks(in: service.store) where request.reinvocation.isDue(webhook.place) {
      try await mutate(&request, webhook, in: service)
    }
  }

  private func mutate(
    _ request: inout AdmissionRequest, _ webhook: AdmissionWebhook, in service: APIService
  ) async throws(StatusError) {
    guard let version = try webhook.match(request, in: service) else { return }
    defer { if webhook.isReinvoked { request.reinvocation.invoked(webhook.place) } }
    let place = "round_\(request.reinvocation.isAgain ? 1 : 0)_index_\(webhook.index)"
    let outcome = await service.ask(webhook, request, version, mayPatch: true)
    guard let answer = try settle(outcome, webhook, "mutating", place, &request) else { return }
    let before = request.object
    if let patch = answer.patch, let object = before {
      request.object = try Self.patched(object, patch, version, webhook, request)
    }
    if request.object != before { request.reinvocation.objectChanged() }
    let note: JSON = [
      "configuration": .string(webhook.configuration), "webhook": .string(webhook.name),
      "mutated": .bool(request.object != before),
    ]
    request.annotate("mutation.webhook.admission.k8s.io/\(place)", note.description)
  }

  private static func patched(
    _ object: JSONObject, _ patch: JSON, _ version: String, _ webhook: AdmissionWebhook,
    _ request: AdmissionRequest
  ) throws(StatusError) -> JSONObject {
    guard case .object(let shown) = AdmissionRequest.inVersion(version, of: request.resource, object) else {
      return object
    }
    do throws(StatusError) {
      var changed = try JSONPatching.apply(patch, to: shown)
      changed["apiVersion"] = object["apiVersion"]
      return changed
    } catch {
      throw .internalError(
        "failed calling webhook \"\(webhook.name)\": the patch cannot be applied: "
          + (error.details?.causes.first?.message ?? error.message))
    }
  }

  // MARK: Objections

  func validate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {
    if request.isExemptFromWebhooks { return }
    var asked: [(webhook: AdmissionWebhook, version: String)] = []
    for webhook in validating.webhooks(in: service.store) {
      if let version = try webhook.match(request, in: service) { asked.append((webhook, version)) }
    }
    if asked.isEmpty { return }
    let outcomes = await outcomes(asked, request, in: service)
    var refusal: StatusError?
    for ((webhook, _), outcome) in zip(asked, outcomes) {
      do throws(StatusError) {
        _ = try settle(outcome, webhook, "validating", webhook.configuration, &request)
      } catch {
        refusal = refusal ?? error
      }
    }
    if let refusal { throw refusal }
  }

  /// What webhooks say that are asked together, in their order.
  private func outcomes(
    _ asked: [(webhook: AdmissionWebhook, version: String)], _ request: AdmissionRequest,
    in service: APIService
  ) async -> [WebhookOutcome] {
    await withTaskGroup(of: (Int, WebhookOutcome).self) { group in
      for (place, (webhook, version)) in asked.enumerated() {
        group.addTask { (place, await service.ask(webhook, request, version, mayPatch: false)) }
      }
      var outcomes = [WebhookOutcome](repeating: .unsupported, count: asked.count)
      for await (place, outcome) in group { outcomes[place] = outcome }
      return outcomes
    }
  }

  // MARK: Answers

  /// Takes up what a webhook said.
  ///
  /// - Returns: `nil` when it could not be asked, and that does not matter.
  private func settle(
    _ outcome: WebhookOutcome, _ webhook: AdmissionWebhook, _ kind: String, _ place: String,
    _ request: inout AdmissionRequest
  ) throws(StatusError) -> AdmissionReview.Answer? {
    switch outcome {
    case .unsupported:
      throw .badRequest("admission webhook \"\(webhook.name)\" does not support dry run")
    case .failed(let failure):
      let message = "failed calling webhook \"\(webhook.name)\": \(failure.message)"
      guard !webhook.failsClosed else { throw .internalError(message) }
      request.annotate("failed-open.\(kind).webhook.admission.k8s.io/\(place)", webhook.name)
      return nil
    case .answered(let answer):
      for warning in answer.warnings { request.warn(warning) }
      for (key, value) in answer.annotations {
        request.annotate("\(webhook.name)/\(key)", value.stringValue ?? "")
      }
      if answer.isAllowed { return answer }
      throw StatusError(refusal: answer.status, by: webhook.name)
    }
  }
}

/// What became of a question.
enum WebhookOutcome: Sendable {
  case answered(AdmissionReview.Answer)
  case failed(WebhookFailure)
  /// The webhook has side effects, and the request is a dry run.
  case unsupported
}

extension APIService {
  /// Asks a webhook.
  fileprivate func ask(
    _ webhook: AdmissionWebhook, _ request: AdmissionRequest, _ version: String, mayPatch: Bool
  ) async -> WebhookOutcome {
    if request.isDryRun, !["None", "NoneOnDryRun"].contains(webhook.sideEffects) { return .unsupported }
    let review = AdmissionReview(request, version: version, for: webhook, uid: world.random.uuid())
    let bytes: [UInt8]
    do throws(WebhookFailure) {
      bytes = try await call(webhook.client, timeoutSeconds: webhook.timeoutSeconds, body: review.body)
    } catch {
      return .failed(WebhookFailure("failed to call webhook: \(error.message)"))
    }
    do throws(WebhookFailure) {
      return .answered(try review.answer(bytes, mayPatch: mayPatch))
    } catch {
      return .failed(WebhookFailure("received invalid webhook response: \(error.message)"))
    }
  }
}

extension AdmissionWebhook {
  /// Where it is declared; several webhooks may share a name.
  fileprivate var place: String { "webhook \(configuration)/\(index)" }
}

extension AdmissionRequest {
  /// Who is asked about requests is not asked about.
  ///
  /// Kubernetes: `webhook/predicates/rules.IsExemptAdmissionConfigurationResource`.
  fileprivate var isExemptFromWebhooks: Bool {
    resource.group == "admissionregistration.k8s.io"
      && [
        "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "validatingadmissionpolicies",
        "validatingadmissionpolicybindings", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings",
      ].contains(resource.resource)
  }
}

extension StatusError {
  /// The refusal of a webhook.
  ///
  /// Kubernetes: `webhook/errors.ToStatusErr`.
  init(refusal status: JSONObject, by webhook: String) {
    let words = "admission webhook \"\(webhook)\" denied the request"
    let message = status.string("message") ?? ""
    let reason = status.string("reason") ?? ""
    let text =
      if !message.isEmpty {
        "\(words): \(message)"
      } else if !reason.isEmpty { "\(words): \(reason)" } else { "\(words) without explanation" }
    self.init(
      code: max(400, Int(status["code"]?.intValue ?? 0)), reason: Reason(reason), message: text)
    guard let details = status.object("details") else { return }
    self.details = Details(
      name: details.string("name"), group: details.string("group"), kind: details.string("kind"),
      causes: details.array("causes").compactMap(\.objectValue).map { cause in
        Cause(
          reason: cause.string("reason") ?? "", message: cause.string("message") ?? "",
          field: cause.string("field"))
      })
  }
}
