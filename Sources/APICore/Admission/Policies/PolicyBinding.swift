import APIMachinery

/// A binding of a policy of either kind.
struct PolicyBinding: Sendable {
  let name: String
  let policyName: String
  let matcher: Result<ResourceMatcher, SelectorError>?
  let actions: [String]
  let paramRef: JSONObject?

  init(_ object: JSONObject) {
    let spec = object.object("spec") ?? JSONObject()
    name = object.metadataFields.string("name") ?? ""
    policyName = spec.string("policyName") ?? ""
    actions = spec.array("validationActions").compactMap(\.stringValue)
    paramRef = spec.object("paramRef")
    guard let resources = spec.object("matchResources") else {
      matcher = nil
      return
    }
    do throws(SelectorError) { matcher = .success(try ResourceMatcher(resources)) } catch {
      matcher = .failure(error)
    }
  }

  /// Whether the binding is about a request that its policy is about.
  func matches(_ request: AdmissionRequest, in service: APIService) -> Result<Bool, PolicyProblem> {
    switch matcher {
    case nil: return .success(true)
    case .failure(let error)?: return .failure(PolicyProblem(error.message))
    case .success(let matcher)?:
      do throws(StatusError) {
        return .success(try matcher.match(request, in: service) != nil)
      } catch {
        return .failure(PolicyProblem(error.message))
      }
    }
  }
}
