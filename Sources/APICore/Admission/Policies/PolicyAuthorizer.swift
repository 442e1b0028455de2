import APIMachinery
import CEL

/// Lets expressions of a policy ask what users may do.
struct PolicyAuthorizer: CELAuthorizer {
  let authorizer: any Authorizer
  let user: UserInfo

  func decide(
    _ request: CELAuthorizationRequest, serviceAccount: (namespace: String, name: String)?
  ) -> CELDecision {
    let user = serviceAccount.map { UserInfo.serviceAccount(namespace: $0.namespace, name: $0.name) } ?? user
    if request.path != nil {
      if authorizer is AlwaysAllow { return CELDecision(isAllowed: true) }
      return CELDecision(isAllowed: false, error: "paths are not authorized by this server")
    }
    let target = RequestTarget(
      user: user,
      resource: GroupVersionResource(group: request.group, version: "*", resource: request.resource),
      namespace: request.namespace.isEmpty ? nil : request.namespace, name: request.name,
      subresource: request.subresource.isEmpty ? nil : request.subresource)
    do throws(StatusError) {
      try authorizer.authorize(target, verb: request.verb)
      return CELDecision(isAllowed: true)
    } catch {
      return CELDecision(isAllowed: false, reason: error.message)
    }
  }
}

extension UserInfo {
  /// A service account, with the groups that each one has.
  fileprivate static func serviceAccount(namespace: String, name: String) -> UserInfo {
    UserInfo(
      name: "system:serviceaccount:\(namespace):\(name)",
      groups: ["system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated"])
  }
}
