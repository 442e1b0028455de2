import APIMachinery
import ObjectStore

extension APIService {
  /// The tokens that kubelets mount: they ask for this duration, and get more of it than they know.
  ///
  /// Kubernetes: `WarnOnlyBoundTokenExpirationSeconds`. EKS: such a token is good for 90 days.
  private static let extendedSeconds: (asked: Int64, given: Int64) = (3607, 90 * 86_400)

  /// Makes a token for a service account.
  ///
  /// Kubernetes: `pkg/registry/core/serviceaccount/storage.TokenREST`.
  func token(_ body: RequestBody, _ served: ServedResource, _ target: RequestTarget) throws(StatusError)
    -> APIObject
  {
    let account = try require(served, target)
    let request = try decodeTokenRequest(body)
    let spec = request.object("spec") ?? JSONObject()
    let now = world.time.now()
    var claims = ServiceAccountClaims(
      identifier: world.random.uuid(), issuer: options.tokenIssuer,
      audiences: spec.array("audiences").compactMap(\.stringValue), issuedAt: now.secondsSince1970,
      notBefore: now.secondsSince1970, expiresAt: 0, namespace: account.key.namespace,
      account: reference(to: account))
    if claims.audiences.isEmpty { claims.audiences = options.tokenAudiences }
    let seconds = spec["expirationSeconds"]?.intValue ?? 3600
    claims.expiresAt = claims.issuedAt + seconds
    if seconds == Self.extendedSeconds.asked,
      claims.audiences.contains(where: options.tokenAudiences.contains)
    {
      claims.warnAfter = claims.expiresAt
      claims.expiresAt = claims.issuedAt + Self.extendedSeconds.given
    }
    if let bound = spec.object("boundObjectRef") { try bind(&claims, to: bound) }
    let token: String
    if let signer = authority.signer {
      token = try JSONWebToken.text(claims.json, signedBy: signer)
    } else {
      token = try JSONWebToken.text(claims.json, signedBy: UnknownSigner(random: world.random))
    }
    return answer(
      request, target, audiences: claims.audiences, seconds: seconds, token: token, now: now)
  }

  private func answer(
    _ request: JSONObject, _ target: RequestTarget, audiences: [String], seconds: Int64, token: String,
    now: Timestamp
  ) -> APIObject {
    var answer = request
    answer["metadata"] = [
      "name": .string(target.name), "namespace": .string(target.namespace ?? ""),
      "creationTimestamp": .string(now.rfc3339),
    ]
    answer.withObject("spec") { spec in
      spec["audiences"] = .array(audiences.map { .string($0) })
      spec["expirationSeconds"] = .int(seconds)
    }
    answer["status"] = [
      "token": .string(token), "expirationTimestamp": .string((now + .seconds(seconds)).rfc3339),
    ]
    return APIObject(answer, isCreated: true)
  }

  /// Kubernetes: `apis/authentication/validation.ValidateTokenRequest`.
  private func decodeTokenRequest(_ body: RequestBody) throws(StatusError) -> JSONObject {
    var request = body.object
    if let kind = request.string("kind"), !kind.isEmpty, kind != "TokenRequest" {
      throw .badRequest("\(kind) cannot be handled as a TokenRequest")
    }
    request["kind"] = "TokenRequest"
    request["apiVersion"] = "authentication.k8s.io/v1"
    let seconds = request.object("spec")?["expirationSeconds"]?.intValue ?? 3600
    var errors = FieldErrors()
    if seconds < 600 {
      errors.invalid(
        "spec.expirationSeconds", .int(seconds), "may not specify a duration less than 10 minutes")
    } else if seconds > 1 << 32 {
      errors.invalid(
        "spec.expirationSeconds", .int(seconds), "may not specify a duration larger than 2^32 seconds")
    }
    if errors.isEmpty { return request }
    throw .invalid(
      kind: "TokenRequest", group: "authentication.k8s.io",
      name: request.metadataFields.string("name") ?? "", errors.list)
  }

  // MARK: Bound objects

  private func reference(to stored: StoredObject) -> ServiceAccountClaims.Reference {
    .init(name: stored.key.name, uid: trees.tree(of: stored).metadataFields.string("uid") ?? "")
  }

  /// Binds a token to the life of an object.
  private func bind(_ claims: inout ServiceAccountClaims, to bound: JSONObject) throws(StatusError) {
    let kind = bound.string("kind") ?? ""
    let apiVersion = bound.string("apiVersion") ?? ""
    let name = bound.string("name") ?? ""
    switch (apiVersion, kind) {
    case ("v1", "Pod"): claims.pod = try podReference(name, &claims)
    case ("v1", "Secret"): claims.secret = reference(to: try object("secrets", claims.namespace, name))
    case ("v1", "Node"): claims.node = reference(to: try object("nodes", "", name))
    default:
      throw .badRequest(
        "cannot bind token for object of type \(apiVersion.isEmpty ? "" : apiVersion + ", ")Kind=\(kind)")
    }
    let uid = (claims.pod ?? claims.secret ?? claims.node)?.uid ?? ""
    if let wanted = bound.string("uid"), !wanted.isEmpty, wanted != uid {
      throw .conflict(
        GroupResource(group: "", resource: kind.lowercased() + "s"), name: name,
        "the UID in the bound object reference (\(wanted)) does not match the UID in record. "
          + "The object might have been deleted and then recreated")
    }
  }

  private func podReference(_ name: String, _ claims: inout ServiceAccountClaims) throws(StatusError)
    -> ServiceAccountClaims.Reference
  {
    let pod = try object("pods", claims.namespace, name)
    let spec = trees.tree(of: pod).object("spec") ?? JSONObject()
    let account = spec.string("serviceAccountName") ?? ""
    guard account == claims.account.name else {
      throw .badRequest(
        "cannot bind token for serviceaccount \"\(claims.account.name)\" to pod running with different "
          + "serviceaccount name.")
    }
    if let node = spec.string("nodeName"), !node.isEmpty {
      let stored = store.get(StoreKey(resource: "nodes", namespace: "", name: node))
      claims.node = stored.map(reference) ?? .init(name: node, uid: "")
    }
    return reference(to: pod)
  }

  private func object(_ resource: String, _ namespace: String, _ name: String) throws(StatusError)
    -> StoredObject
  {
    guard let stored = store.get(StoreKey(resource: resource, namespace: namespace, name: name)) else {
      throw .notFound(GroupResource(group: "", resource: resource), name: name)
    }
    return stored
  }
}

/// Signs where there is no key: the token has its form, and no door accepts it.
private struct UnknownSigner: TokenSigner {
  let random: any RandomSource
  let keyID = ""
  let algorithm = "ES256"
  let publicKey = JSONObject()

  func signature(of message: [UInt8]) -> [UInt8] {
    (0..<8).flatMap { _ in
      let word = random.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
    }
  }

  func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool { false }
}
