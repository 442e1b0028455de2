import APIMachinery
import ObjectStore

/// 128 bits that differ when what was added differs: two words, each mixed over every eight bytes.
///
/// It tells histories apart; it is no defence against somebody who wants two to look alike. The same in every
/// process, unlike Swift's own hashes.
public struct Digest: Hashable, Sendable {
  private var low: UInt64 = 0x243F_6A88_85A3_08D3
  private var high: UInt64 = 0x1319_8A2E_0370_7344

  public init() {}

  init(of bytes: [UInt8]) { add(bytes) }

  public mutating func add(_ word: UInt64) {
    low = Self.mix(low ^ word)
    high = Self.mix(high &+ word &+ (low << 1))
  }

  /// - Complexity: O(n), eight bytes a step.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position + 8 <= buffer.count {
        add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
        position += 8
      }
      var rest: UInt64 = 0
      for byte in buffer[position...] { rest = rest << 8 | UInt64(byte) }
      add(rest)
      add(UInt64(buffer.count))
    }
  }

  public mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ event: History.Event) {
    add(UInt64(event.kind.rawValue))
    add(event.revision)
    add(event.key.resource)
    add(event.key.namespace)
    add(event.key.name)
    add(UInt64(bitPattern: event.time.nanosecondsSince1970))
    add(event.digest.low)
    add(event.digest.high)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word &* 0x9E37_79B9_7F4A_7C15
    word ^= word >> 32
    return word &* 0xD6E8_FEB8_6659_FD93
  }
}

extension Digest: CustomStringConvertible {
  public var description: String { Self.hex(high) + Self.hex(low) }

  private static func hex(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
