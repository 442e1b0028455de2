public import APIMachinery

/// Says who may do what. The service asks it before anything else.
public protocol Authorizer: Sendable {
  /// - Throws: a `Forbidden` error that says why.
  func authorize(_ target: RequestTarget, verb: String) throws(StatusError)
}

/// Lets everybody do everything.
public struct AlwaysAllow: Authorizer {
  public init() {}
  public func authorize(_ target: RequestTarget, verb: String) throws(StatusError) {}
}
