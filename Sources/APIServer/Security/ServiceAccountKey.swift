internal import APICore
internal import APIMachinery
internal import Crypto

/// The key that signs the tokens of service accounts: ECDSA on P-256 (`ES256`, RFC 7518).
///
/// Kubernetes: `--service-account-signing-key-file`. A key of this kind is made in microseconds, an RSA key takes longer
/// than the start of the whole server.
struct ServiceAccountKey: TokenSigner {
  private let key: P256.Signing.PrivateKey
  let keyID: String
  let algorithm = "ES256"

  private init(_ key: P256.Signing.PrivateKey) {
    self.key = key
    let digest = SHA256.hash(data: key.publicKey.derRepresentation)
    keyID = String(decoding: Base64URL.encode(digest), as: UTF8.self)
  }

  static func make() -> ServiceAccountKey { ServiceAccountKey(P256.Signing.PrivateKey()) }

  init(pem: String) throws(ServerSecurityError) {
    do { self.init(try P256.Signing.PrivateKey(pemRepresentation: pem)) } catch {
      throw ServerSecurityError("the key of service accounts is not PEM text: \(error)")
    }
  }

  var pem: String { key.pemRepresentation + "\n" }

  var publicPEM: String { key.publicKey.pemRepresentation + "\n" }

  var publicKey: JSONObject {
    let point = key.publicKey.rawRepresentation
    func coordinate(_ bytes: some Sequence<UInt8>) -> JSON {
      .string(String(decoding: Base64URL.encode(bytes), as: UTF8.self))
    }
    return [
      "use": "sig", "kty": "EC", "kid": .string(keyID), "crv": "P-256", "alg": .string(algorithm),
      "x": coordinate(point.prefix(32)), "y": coordinate(point.suffix(32)),
    ]
  }

  func signature(of message: [UInt8]) throws(StatusError) -> [UInt8] {
    do { return Array(try key.signature(for: message).rawRepresentation) } catch {
      throw .internalError("the token cannot be signed: \(error)")
    }
  }

  func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
    return key.publicKey.isValidSignature(signature, for: message)
  }
}
