import APIMachinery
import CEL

/// Asks ValidatingAdmissionPolicies about requests.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/policy/validating`, with its texts.
final class ValidatingPolicyAdmission: AdmissionPlugin {
  private let cache = PolicyCache(
    "validatingadmissionpolicies", bindings: "validatingadmissionpolicybindings"
  ) {
    ValidatingPolicy($0)
  }

  func isActive(in service: APIService) -> Bool { cache.isActive(in: service.store) }

  /// A condition that a request breaks, or a policy that could not decide.
  struct Denial {
    var policy: String
    var binding: String?
    var message: String
    var reason = ""
  }

  func validate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {
    if request.isExemptFromPolicies { return }
    var denials: [Denial] = []
    for hook in cache.hooks(in: service.store) {
      denials += ValidatingPolicyCheck(hook.policy, service).denials(hook.bindings, &request)
    }
    guard let first = denials.first else { return }
    let source = first.binding.map { " with binding '\($0)'" } ?? ""
    let message = "ValidatingAdmissionPolicy '\(first.policy)'\(source) denied request: \(first.message)"
    var error = request.forbidden(message)
    error.reason = StatusError.Reason(first.reason.isEmpty ? "Invalid" : first.reason)
    error.code = Self.codes[first.reason] ?? 422
    error.details?.causes.append(StatusError.Cause(reason: "", message: message))
    throw error
  }

  private static let codes = ["Forbidden": 403, "Unauthorized": 401, "RequestEntityTooLarge": 413]
}

extension AdmissionRequest {
  /// Policies themselves can always be changed, so that nobody locks everybody out.
  var isExemptFromPolicies: Bool {
    if ["authentication.k8s.io", "authorization.k8s.io"].contains(resource.group) { return true }
    return resource.group == "admissionregistration.k8s.io"
      && resource.resource.hasSuffix("admissionpolicies")
      || resource.group == "admissionregistration.k8s.io"
        && resource.resource.hasSuffix("admissionpolicybindings")
  }
}
