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
    guard let text else {
      self = .unknown
      return
    }
    var value: UInt64 = 0
    for byte in text.utf8 {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, value < .max / 10 - 9 else {
        self = .unknown
        return
      }
      value = value * 10 + UInt64(digit)
    }
    self.value = value
  }

  static func < (left: ResourceRevision, right: ResourceRevision) -> Bool { left.value < right.value }
}

extension DynamicObject {
  /// The object's `metadata.resourceVersion`, without building a view.
  var resourceVersion: String {
    fields["metadata"]?["resourceVersion"]?.stringValue ?? ""
  }

  var uid: String? { fields["metadata"]?["uid"]?.stringValue }
}
