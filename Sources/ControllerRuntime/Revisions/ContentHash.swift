public import APIMachinery

/// A short name for what a JSON value says: a 32-bit FNV-1a hash, written with an alphabet that makes no words.
///
/// It runs over the members of objects in the order of their keys, so a value has one hash however its manifest is
/// sorted.
///
/// Kubernetes: `controller.ComputeHash`, `rand.SafeEncodeString`. The value differs from Kubernetes', whose hash covers
/// the memory layout of Go structs.
public struct ContentHash: CustomStringConvertible, Sendable, Hashable {
  public let description: String

  /// - Parameter collisionCount: How often a name made of such a hash was taken by something else.
  public init(_ value: JSON, collisionCount: Int?) {
    var hash = FNV32()
    hash.combine(value)
    if let collisionCount {
      withUnsafeBytes(of: UInt64(collisionCount).littleEndian) { $0.forEach { hash.combine(byte: $0) } }
    }
    description = Self.spelled(String(hash.value))
  }

  private static func spelled(_ digits: String) -> String {
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789".utf8)
    return String(decoding: digits.utf8.map { alphabet[Int($0) % alphabet.count] }, as: UTF8.self)
  }
}

/// The 32-bit FNV-1a hash of a JSON value.
private struct FNV32 {
  var value: UInt32 = 2_166_136_261

  mutating func combine(byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 16_777_619
  }

  mutating func combine(_ text: String) {
    var text = text
    var hash = self
    text.withUTF8 { for byte in $0 { hash.combine(byte: byte) } }
    hash.combine(byte: 0)
    self = hash
  }

  mutating func combine(_ json: JSON) {
    combine(json.typeName)
    switch json {
    case .null: break
    case .bool(let value): combine(byte: value ? 1 : 0)
    case .int(let value): combine(String(value))
    case .double(let value): combine(String(value))
    case .string(let value): combine(value)
    case .array(let values):
      for value in values { combine(value) }
      combine("]")
    case .object(let object):
      for member in object.sortedByKey() {
        combine(member.key)
        combine(member.value)
      }
      combine("}")
    }
  }
}
