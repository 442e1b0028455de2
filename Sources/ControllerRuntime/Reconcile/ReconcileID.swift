import APIMachinery
import Synchronization

/// Names one reconcile: in the trace, in the log, and in whatever a reconciler sends elsewhere. In the form of a trace
/// id: 32 hexadecimal digits.
///
/// Kubernetes: controller-runtime `controller.ReconcileIDFromContext`. W3C Trace Context: `trace-id`.
public struct ReconcileID: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// What is no reconcile, such as a source.
  static let none = ReconcileID(high: 0, low: 0)

  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 32) { buffer in
      for position in 0..<32 {
        let word = position < 16 ? high : low
        buffer[position] = digits[Int(word >> UInt64((15 - position % 16) * 4) & 15)]
      }
      return 32
    }
  }
}

/// Makes the ids of one controller of one process: of its name, the time at which it was made, and a count, so that
/// nothing is drawn that a seed determines.
final class ReconcileIDs: Sendable {
  private let high: UInt64
  private let count = Atomic<UInt64>(0)

  init(controller: String, startedAt: Timestamp) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in controller.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    high = Self.mix(hash ^ UInt64(bitPattern: startedAt.nanosecondsSince1970)) | 1
  }

  func next() -> ReconcileID {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    return ReconcileID(high: high, low: Self.mix(high &+ number &* 0x9E37_79B9_7F4A_7C15))
  }

  /// The last steps of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
