import APIMachinery
import ObjectStore

/// Who a token belongs to, as far as the token says so. Whether it is good now is asked of the service, each time.
public struct BearerIdentity: Sendable {
  public let user: UserInfo
  /// `nil` for a token that never changes.
  let claims: ServiceAccountClaims?
}

/// Why a token is not accepted.
public struct BearerRejection: Error, Sendable, Hashable {
  public var message: String
}

extension APIService {
  /// Accepts a token that never changes.
  ///
  /// Kubernetes: `--token-auth-file`.
  public func accept(bearer token: String, of user: UserInfo) { authority.accept(token, of: user) }

  /// Has the tokens of service accounts signed, and accepted, by a key.
  ///
  /// Kubernetes: `--service-account-signing-key-file`.
  public func signTokens(with signer: any TokenSigner) { authority.use(signer) }

  /// Reads a token and checks its signature.
  ///
  /// - Throws: what is wrong with a token that nobody here issued.
  public func identify(bearer token: String) throws(BearerRejection) -> BearerIdentity {
    if let user = authority.user(of: token) { return BearerIdentity(user: user, claims: nil) }
    guard let signer = authority.signer, let parsed = JSONWebToken(token),
      parsed.claims.string("iss") == options.tokenIssuer
    else { throw BearerRejection(message: "invalid bearer token") }
    guard parsed.header.string("alg") == signer.algorithm,
      parsed.header.string("kid").map({ $0 == signer.keyID }) ?? true,
      signer.isValid(parsed.signature, of: parsed.message)
    else { throw .signed("invalid signature") }
    guard let claims = ServiceAccountClaims(parsed.claims) else { throw .signed("invalid claims") }
    return BearerIdentity(user: claims.user, claims: claims)
  }

  /// Checks that a token is good at this moment: in time, for one of these audiences, and its objects are still there.
  ///
  /// Kubernetes: `pkg/serviceaccount.validator.Validate`.
  ///
  /// - Parameter audiences: The server's own ones if not said.
  /// - Returns: those of the audiences that the token is for.
  /// - Complexity: up to four look-ups.
  @discardableResult
  public func check(_ identity: BearerIdentity, audiences: [String]? = nil) throws(BearerRejection)
    -> [String]
  {
    let wanted = audiences ?? options.tokenAudiences
    guard let claims = identity.claims else { return wanted.filter(options.tokenAudiences.contains) }
    let given = claims.audiences.isEmpty ? options.tokenAudiences : claims.audiences
    let shared = wanted.filter(given.contains)
    guard !shared.isEmpty else {
      throw .signed(
        "token audiences \(Self.quoted(given)) is invalid for the target audiences \(Self.quoted(wanted))")
    }
    let now = world.time.now().secondsSince1970
    guard now < claims.expiresAt else { throw .signed("service account token has expired") }
    guard claims.notBefore <= now else { throw .signed("service account token is not valid yet") }
    try checkObjects(of: claims, now: now)
    return shared
  }

  private static func quoted(_ texts: [String]) -> String {
    "[" + texts.map { JSON.string($0).description }.joined(separator: " ") + "]"
  }

  private func checkObjects(of claims: ServiceAccountClaims, now: Int64) throws(BearerRejection) {
    var references = [("serviceaccounts", claims.namespace, claims.account)]
    if let pod = claims.pod { references.append(("pods", claims.namespace, pod)) }
    if let secret = claims.secret { references.append(("secrets", claims.namespace, secret)) }
    // Kubernetes: the node of a pod's token is told, not checked.
    if claims.pod == nil, let node = claims.node { references.append(("nodes", "", node)) }
    for (resource, namespace, reference) in references {
      let key = StoreKey(resource: resource, namespace: namespace, name: reference.name)
      guard let stored = store.get(key), isAlive(stored, uid: reference.uid, now: now) else {
        throw .signed("service account token has been invalidated")
      }
    }
  }

  /// Whether an object is the one that is meant, and not gone for more than a minute.
  private func isAlive(_ stored: StoredObject, uid: String, now: Int64) -> Bool {
    let metadata = trees.tree(of: stored).metadataFields
    guard metadata.string("uid") == uid else { return false }
    guard let deletion = metadata["deletionTimestamp"], let time = Timestamp(json: deletion) else {
      return true
    }
    return time.secondsSince1970 >= now - 60
  }
}

extension BearerRejection {
  /// What is wrong with a token that claims to be this server's.
  fileprivate static func signed(_ message: String) -> BearerRejection {
    BearerRejection(message: "[invalid bearer token, \(message)]")
  }
}
