import APIMachinery
import KubernetesClient

/// At which revision a list is read, and after which key.
///
/// Kubernetes: "The resourceVersion parameter" of the API concepts.
struct ListWindow {
  /// `nil` for the newest.
  var revision: UInt64?
  var start: ContinueToken?

  init(_ options: ListOptions, current: UInt64) throws(StatusError) {
    let text = options.resourceVersion ?? ""
    if let token = options.continueToken, !token.isEmpty {
      guard text.isEmpty || text == "0" else {
        throw .badRequest("specifying resource version is not allowed when using continue")
      }
      try Self.checkMatch(options)
      let token = try ContinueToken(parsing: token)
      (start, revision) = (token, token.revision)
      return
    }
    try Self.checkMatch(options)
    let wanted = text.isEmpty ? 0 : try APIService.revision(text)
    if wanted > current { throw .tooLargeResourceVersion(wanted, current: current) }
    let isExact = options.resourceVersionMatch == .exact
    let isOldDefault = options.resourceVersionMatch == nil && (options.limit ?? 0) > 0 && wanted > 0
    if isExact || isOldDefault { revision = wanted }
  }

  private static func checkMatch(_ options: ListOptions) throws(StatusError) {
    guard let match = options.resourceVersionMatch else { return }
    var errors = FieldErrors()
    let version = options.resourceVersion ?? ""
    if let token = options.continueToken, !token.isEmpty {
      errors.forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden for continue")
    } else if version.isEmpty {
      errors.forbidden(
        "resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided")
    } else if match == .exact, version == "0" {
      errors.forbidden(
        "resourceVersionMatch", "resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\"")
    }
    if errors.isEmpty { return }
    throw .invalid(kind: "ListOptions", group: "meta.k8s.io", name: "", errors.list)
  }
}
