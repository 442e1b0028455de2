/// A fixed-point number with a suffix: `100m` of CPU, `1536Mi` of memory.
///
/// Arithmetic is exact, in billionths of a unit on 128 bits. A value has one canonical text (``description``):
/// no fraction, the largest suffix that loses nothing, in the style of the text it was parsed from. The API server
/// answers the canonical text whatever was written (`0.5Gi` becomes `512Mi`, `1000m` becomes `1`).
///
/// Two quantities are equal when their values are, whatever their style.
///
/// Kubernetes: `apimachinery/pkg/api/resource`. Unlike there, where only binary quantities are capped (at 2^63-1),
/// decimal ones are capped too, at 10^29.
public struct Quantity: Sendable {
  /// The style of the suffix.
  public enum Format: Sendable, Hashable {
    /// `n u m k M G T P E`: powers of 1000.
    case decimalSI
    /// `Ki Mi Gi Ti Pi Ei`: powers of 1024.
    case binarySI
    /// `e3`: powers of ten, in steps of three.
    case decimalExponent
  }

  /// The value in billionths.
  public private(set) var nanos: Int128
  public var format: Format

  /// The largest magnitude, in billionths.
  static let limit: Int128 = 100_000_000_000_000_000_000_000_000_000_000_000_000

  public static let zero = Quantity(0)

  init(nanos: Int128, format: Format) {
    self.nanos = min(max(nanos, -Self.limit), Self.limit)
    self.format = format
  }

  /// A whole number of units.
  public init(_ value: Int64, format: Format = .decimalSI) {
    self.init(nanos: Int128(value) * 1_000_000_000, format: format)
  }

  /// A number of thousandths, as CPU is counted.
  public init(milli: Int64, format: Format = .decimalSI) {
    self.init(nanos: Int128(milli) * 1_000_000, format: format)
  }

  public var isZero: Bool { nanos == 0 }

  /// -1, 0 or 1.
  public var sign: Int { Int(nanos.signum()) }

  /// The value in whole units, rounded away from zero and cut to 64 bits.
  public var value: Int64 { scaled(1_000_000_000) }

  /// The value in thousandths, rounded away from zero and cut to 64 bits.
  public var milliValue: Int64 { scaled(1_000_000) }

  /// The nearest double.
  public var doubleValue: Double { Double(nanos) / 1e9 }

  private func scaled(_ unit: Int128) -> Int64 {
    let (quotient, remainder) = nanos.quotientAndRemainder(dividingBy: unit)
    return Int64(clamping: quotient + remainder.signum())
  }
}

extension Quantity: Hashable, Comparable {
  public static func == (left: Quantity, right: Quantity) -> Bool { left.nanos == right.nanos }
  public static func < (left: Quantity, right: Quantity) -> Bool { left.nanos < right.nanos }
  public func hash(into hasher: inout Hasher) { hasher.combine(nanos) }
}

extension Quantity {
  /// The sum, cut to the largest magnitude, in the style of the left side unless that is zero.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let (sum, overflow) = left.nanos.addingReportingOverflow(right.nanos)
    let nanos = overflow ? (left.nanos < 0 ? -limit : limit) : sum
    return Quantity(nanos: nanos, format: left.isZero ? right.format : left.format)
  }

  /// The difference, cut to the largest magnitude, in the style of the left side unless that is zero.
  public static func - (left: Quantity, right: Quantity) -> Quantity { left + -right }

  public static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(nanos: -quantity.nanos, format: quantity.format)
  }

  /// The product, cut to the largest magnitude.
  public static func * (left: Quantity, right: Int64) -> Quantity {
    let (product, overflow) = left.nanos.multipliedReportingOverflow(by: Int128(right))
    if !overflow { return Quantity(nanos: product, format: left.format) }
    return Quantity(nanos: (left.nanos < 0) == (right < 0) ? limit : -limit, format: left.format)
  }

  public static func += (left: inout Quantity, right: Quantity) { left = left + right }
  public static func -= (left: inout Quantity, right: Quantity) { left = left - right }
}

extension Quantity: JSONConvertible {
  /// Reads a text or a number.
  public init?(json: JSON) {
    switch json {
    case .string(let text): self.init(text)
    case .int(let value): self.init(value)
    case .double: self.init(json.description)
    default: return nil
    }
  }

  /// The canonical text.
  public var json: JSON { .string(description) }
}

extension Quantity: ExpressibleByStringLiteral {
  /// - Precondition: The literal is a quantity.
  public init(stringLiteral text: String) {
    guard let quantity = Quantity(text) else { preconditionFailure("\"\(text)\" is not a quantity") }
    self = quantity
  }
}
