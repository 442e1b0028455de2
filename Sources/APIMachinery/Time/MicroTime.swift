/// A point in time that stands on the wire with six digits of a second: `2026-01-02T03:04:05.000006Z`.
///
/// Kubernetes: `metav1.MicroTime`, used by leases and events.
public struct MicroTime: Sendable, Hashable, Comparable {
  public var timestamp: Timestamp

  public init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  public static func < (left: MicroTime, right: MicroTime) -> Bool { left.timestamp < right.timestamp }
}

extension MicroTime: JSONConvertible {
  public init?(json: JSON) {
    guard let timestamp = Timestamp(json: json) else { return nil }
    self.timestamp = timestamp
  }

  public var json: JSON { .string(timestamp.rfc3339Micro) }
}
