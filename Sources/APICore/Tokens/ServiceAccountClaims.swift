import APIMachinery

/// What a service account's token says.
///
/// Kubernetes: `pkg/serviceaccount.Claims`.
struct ServiceAccountClaims: Sendable {
  /// An object that a token names.
  struct Reference: Sendable, Hashable {
    var name: String
    var uid: String

    init(name: String, uid: String) {
      self.name = name
      self.uid = uid
    }

    fileprivate init?(_ json: JSON?) {
      guard let name = json?["name"]?.stringValue else { return nil }
      self.init(name: name, uid: json?["uid"]?.stringValue ?? "")
    }

    fileprivate var json: JSON { ["name": .string(name), "uid": .string(uid)] }
  }

  var identifier: String
  var issuer: String
  var audiences: [String]
  var issuedAt: Int64
  var notBefore: Int64
  var expiresAt: Int64
  var namespace: String
  var account: Reference
  var pod: Reference?
  var secret: Reference?
  /// The node of the pod, or the node that the token itself is bound to.
  var node: Reference?
  /// When a client that does not renew its token is late, for a token that is good for longer than was asked.
  var warnAfter: Int64?

  /// The claims of a token; in the order of their names, as Go writes them.
  var json: JSONObject {
    var bound: JSONObject = ["namespace": .string(namespace)]
    if let node { bound["node"] = node.json }
    if let pod { bound["pod"] = pod.json }
    if let secret { bound["secret"] = secret.json }
    bound["serviceaccount"] = account.json
    if let warnAfter { bound["warnafter"] = .int(warnAfter) }
    return [
      "aud": .array(audiences.map { .string($0) }), "exp": .int(expiresAt), "iat": .int(issuedAt),
      "iss": .string(issuer), "jti": .string(identifier), "kubernetes.io": .object(bound),
      "nbf": .int(notBefore), "sub": .string(userName),
    ]
  }

  /// Kubernetes: `serviceaccount.MakeUsername`.
  var userName: String { "system:serviceaccount:\(namespace):\(account.name)" }

  /// Who shows the token.
  ///
  /// Kubernetes: `serviceaccount.ServiceAccountInfo.UserInfo`.
  var user: UserInfo {
    var user = UserInfo(
      name: userName, uid: account.uid,
      groups: ["system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated"])
    func add(_ name: String, _ value: String) { user.extra["authentication.kubernetes.io/\(name)"] = [value] }
    if !identifier.isEmpty { add("credential-id", "JTI=\(identifier)") }
    if let pod {
      add("pod-name", pod.name)
      add("pod-uid", pod.uid)
    }
    if let node {
      add("node-name", node.name)
      add("node-uid", node.uid)
    }
    return user
  }
}

extension ServiceAccountClaims {
  /// Reads claims.
  ///
  /// - Returns: `nil` when they are not those of a service account.
  init?(_ claims: JSONObject) {
    guard let bound = claims.object("kubernetes.io"), let namespace = bound.string("namespace"),
      let account = Reference(bound["serviceaccount"]), let expiresAt = claims["exp"]?.intValue
    else { return nil }
    identifier = claims.string("jti") ?? ""
    issuer = claims.string("iss") ?? ""
    audiences = claims["aud"]?.stringValue.map { [$0] } ?? claims.array("aud").compactMap(\.stringValue)
    issuedAt = claims["iat"]?.intValue ?? 0
    notBefore = claims["nbf"]?.intValue ?? 0
    self.expiresAt = expiresAt
    self.namespace = namespace
    self.account = account
    pod = Reference(bound["pod"])
    secret = Reference(bound["secret"])
    node = Reference(bound["node"])
    warnAfter = bound["warnafter"]?.intValue
    guard claims.string("sub") == userName else { return nil }
  }
}
