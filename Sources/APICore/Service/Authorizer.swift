public import APIMachinery

/// Says who may do what. The service asks it before anything else.
public protocol Authorizer: Sendable {
  /// - Throws: a `Forbidden` error that says why.
  func authorize(_ target: RequestTarget, verb: String) throws(StatusError)

  /// The same for a path that is no resource.
  func authorize(path: String, verb: String, _ user: UserInfo) throws(StatusError)
}

extension Authorizer {
  public func authorize(path: String, verb: String, _ user: UserInfo) throws(StatusError) {}
}

/// Lets everybody do everything.
public struct AlwaysAllow: Authorizer {
  public init() {}
  public func authorize(_ target: RequestTarget, verb: String) throws(StatusError) {}
}
