import APIMachinery

/// A signed token as text: header, claims and signature (RFC 7515).
struct JSONWebToken {
  var header: JSONObject
  var claims: JSONObject
  /// What is signed: header and claims as they stand in the text.
  var message: [UInt8]
  var signature: [UInt8]

  /// Tokens are short; anything longer is none.
  private static let longest = 16 << 10

  /// Takes a text apart.
  ///
  /// - Returns: `nil` when it is no token.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.longest, parts.count == 3, let header = Base64URL.decode(parts[0]),
      let claims = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]),
      case .object(let headerFields)? = try? JSON.parse(header),
      case .object(let claimFields)? = try? JSON.parse(claims)
    else { return nil }
    self.header = headerFields
    self.claims = claimFields
    message = Array(text.utf8.prefix(parts[0].count + 1 + parts[1].count))
    self.signature = signature
  }

  /// Writes a token.
  static func text(_ claims: JSONObject, signedBy signer: any TokenSigner) throws(StatusError) -> String {
    let header: JSON = ["alg": .string(signer.algorithm), "kid": .string(signer.keyID)]
    let message =
      Base64URL.encode(header.serialized()) + [UInt8(ascii: ".")]
      + Base64URL.encode(JSON.object(claims).serialized())
    let signature = Base64URL.encode(try signer.signature(of: message))
    return String(decoding: message + [UInt8(ascii: ".")] + signature, as: UTF8.self)
  }
}

/// Base64 for URLs, without padding (RFC 4648, 5).
public enum Base64URL {
  public static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    ByteString(bytes).base64.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      default: byte
      }
    }
  }

  /// - Returns: `nil` when the text is none.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var standard: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default: standard.append(byte)
      }
    }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    return ByteString(base64: String(decoding: standard, as: UTF8.self))?.bytes
  }
}
