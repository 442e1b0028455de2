import APIMachinery
import KubernetesAPI

/// The name of a pod template: what `pod-template-hash` labels the pods of one revision with.
///
/// Kubernetes: `controller.ComputeHash`: a 32-bit FNV-1a hash of the template and the collision count, written
/// with an alphabet that makes no words. Ours runs over the template's JSON in the order of its keys, so a
/// template has one hash however its manifest is sorted; the value differs from Kubernetes', whose hash covers
/// the memory layout of Go structs.
struct TemplateHash: CustomStringConvertible {
  static let label = "pod-template-hash"

  let description: String

  init(_ template: PodTemplateSpec, collisionCount: Int?) {
    var hash = FNV32()
    hash.combine(template.json)
    if let collisionCount {
      withUnsafeBytes(of: UInt64(collisionCount).littleEndian) { $0.forEach { hash.combine(byte: $0) } }
    }
    description = Self.spelled(String(hash.value))
  }

  /// Kubernetes: `rand.SafeEncodeString`.
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
    for byte in text.utf8 { combine(byte: byte) }
    combine(byte: 0)
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
