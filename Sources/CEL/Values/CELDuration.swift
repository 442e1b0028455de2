import APIMachinery

/// A length of time in nanoseconds.
public struct CELDuration: Sendable, Hashable {
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Reads a duration as Go writes it: `1h30m`, `-1.5s`.
  init?(_ text: String) {
    guard let duration = try? Duration(goDuration: text) else { return nil }
    nanoseconds = duration.nanosecondsClamped
  }
}

extension CELDuration: CustomStringConvertible {
  /// The length in seconds: `5400s`, `0.25s`.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(magnitude / 1_000_000_000)\(Self.fraction(Int32(magnitude % 1_000_000_000)))s"
  }

  /// Nanoseconds of a second with a point in front and no zeros behind.
  static func fraction(_ nanoseconds: Int32) -> String {
    if nanoseconds == 0 { return "" }
    let digits = String(nanoseconds)
    var text = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    return "." + text
  }
}
