import APIMachinery

/// A `resourceVersion` as a number.
///
/// Kubernetes: resource versions of one resource are decimal numbers that grow with time (KEP-5504), so that two
/// of them can be compared. One that is not a number counts as zero, "unknown": nothing is concluded from it.
struct ResourceRevision: Sendable, Hashable, Comparable {
  var value: UInt64

  static let unknown = ResourceRevision(value: 0)

  init(value: UInt64) {
    self.value = value
  }

  init(_ text: String?) {
    var text = text ?? ""
    value = text.withUTF8(Self.number)
  }

  /// The number that is written in decimal digits; zero when it is none.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, value < .max / 10 - 9 else { return 0 }
      value = value * 10 + UInt64(digit)
    }
    return value
  }

  static func < (left: ResourceRevision, right: ResourceRevision) -> Bool { left.value < right.value }
}

extension DynamicObject {
  /// The object's `metadata.resourceVersion`; empty when it has none.
  var resourceVersion: String { metadata.resourceVersion ?? "" }

  var uid: String? { metadata.uid }
}
