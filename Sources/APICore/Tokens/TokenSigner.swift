public import APIMachinery

/// Signs tokens, and knows its own signature again. The door that lets tokens in brings one.
public protocol TokenSigner: Sendable {
  /// The `kid` of a token's header: which key signed it.
  var keyID: String { get }
  /// The `alg`, such as `ES256` (RFC 7518).
  var algorithm: String { get }
  /// The public key as a JSON Web Key (RFC 7517).
  var publicKey: JSONObject { get }

  /// - Throws: `InternalError` when the key does not sign.
  func signature(of message: [UInt8]) throws(StatusError) -> [UInt8]

  /// Whether the key made the signature.
  func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool
}
