import APIMachinery
import ObjectStore

/// The place at which the next page of a list begins, and the revision of the list.
///
/// Kubernetes: `storage.EncodeContinue`: base64 of `{"v":"meta.k8s.io/v1","rv":7,"start":"default/web\u0000"}`.
struct ContinueToken: Hashable {
  /// `nil` for a list that goes on with the newest revision, as its own is gone.
  var revision: UInt64?
  var namespace: String
  var name: String

  init(_ key: StoreKey, revision: UInt64?) {
    self.revision = revision
    namespace = key.namespace
    name = key.name
  }

  /// - Throws: `BadRequest` for a text that is no token.
  init(parsing text: String) throws(StatusError) {
    guard let bytes = Base64.decode(text), let json = try? JSON.parse(bytes), json["v"] == "meta.k8s.io/v1",
      let revision = json["rv"]?.intValue, revision > 0 || revision == -1,
      var start = json["start"]?.stringValue
    else { throw .badRequest("continue key is not valid: \(text)") }
    if start.hasSuffix("\0") { start.removeLast() }
    let parts = start.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    self.revision = UInt64(exactly: revision)
    namespace = parts.count == 2 ? parts[0] : ""
    name = parts.last ?? ""
  }

  func storeKey(resource: String) -> StoreKey {
    StoreKey(resource: resource, namespace: namespace, name: name)
  }

  var text: String {
    let start = namespace.isEmpty ? name : "\(namespace)/\(name)"
    let json: JSON = [
      "v": "meta.k8s.io/v1", "rv": .int(revision.map { Int64($0) } ?? -1), "start": .string(start + "\0"),
    ]
    return Base64.encode(json.serialized())
  }
}

/// Base64 with the alphabet for URLs, without padding (RFC 4648).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        result.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
      bits &= 0xFF
    }
    if count > 0 { result.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: result, as: UTF8.self)
  }

  static func decode(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
