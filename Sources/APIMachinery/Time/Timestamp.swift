/// A point in time: nanoseconds since 1970-01-01T00:00:00Z.
///
/// On the wire Kubernetes' `metav1.Time` has whole seconds (`2026-01-02T03:04:05Z`), its `MicroTime` six digits.
public struct Timestamp: Sendable, Hashable, Comparable {
  public var nanosecondsSince1970: Int64

  @inlinable public init(nanosecondsSince1970: Int64) {
    self.nanosecondsSince1970 = nanosecondsSince1970
  }

  @inlinable public init(secondsSince1970: Int64) {
    nanosecondsSince1970 = secondsSince1970 * 1_000_000_000
  }

  @inlinable public var secondsSince1970: Int64 {
    let (quotient, remainder) = nanosecondsSince1970.quotientAndRemainder(dividingBy: 1_000_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  @inlinable public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanosecondsSince1970 < right.nanosecondsSince1970
  }

  /// Saturates at the ends of the range.
  @inlinable public static func + (time: Timestamp, duration: Duration) -> Timestamp {
    let (value, overflow) = time.nanosecondsSince1970.addingReportingOverflow(duration.nanosecondsClamped)
    return Timestamp(nanosecondsSince1970: overflow ? (duration < .zero ? .min : .max) : value)
  }

  @inlinable public static func - (time: Timestamp, duration: Duration) -> Timestamp {
    time + (.zero - duration)
  }

  @inlinable public static func - (left: Timestamp, right: Timestamp) -> Duration {
    .nanoseconds(left.nanosecondsSince1970) - .nanoseconds(right.nanosecondsSince1970)
  }
}

extension Duration {
  /// The length in nanoseconds, cut to what 64 bits hold (292 years).
  @inlinable public var nanosecondsClamped: Int64 { Int64(clamping: attoseconds / 1_000_000_000) }
}
