import APIMachinery

/// What others need to check the tokens of this cluster's service accounts.
///
/// Kubernetes: service account issuer discovery; OpenID Connect Discovery 1.0.
extension APIService {
  /// `/.well-known/openid-configuration`; `nil` when no tokens are signed.
  ///
  /// - Parameter serverAddress: Host and port by which the client reaches the server.
  public func issuerDocument(serverAddress: String) -> [UInt8]? {
    guard let signer = authority.signer else { return nil }
    let document: JSON = [
      "issuer": .string(options.tokenIssuer), "jwks_uri": .string("https://\(serverAddress)/openid/v1/jwks"),
      "response_types_supported": ["id_token"], "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": [.string(signer.algorithm)],
    ]
    return document.serialized()
  }

  /// `/openid/v1/jwks`; `nil` when no tokens are signed.
  public var issuerKeysDocument: [UInt8]? {
    authority.signer.map { JSON.object(["keys": [.object($0.publicKey)]]).serialized() }
  }
}
