/// A number, or a text that is usually a percentage: `maxUnavailable: 25%`.
///
/// Kubernetes: `apimachinery/pkg/util/intstr`.
public enum IntOrString: Sendable, Hashable {
  case int(Int)
  case string(String)

  /// The number of percents, if this is `N%`.
  public var percent: Int? {
    guard case .string(let text) = self, text.hasSuffix("%") else { return nil }
    return Int(text.dropLast())
  }

  /// The number itself, or the percentage of `total`, rounded as asked.
  ///
  /// Kubernetes: `GetScaledValueFromIntOrPercent`.
  /// - Returns: `nil` when this is a text that is no percentage.
  public func scaled(of total: Int, rounding: Rounding) -> Int? {
    if case .int(let value) = self { return value }
    guard let percent else { return nil }
    let (product, overflow) = percent.multipliedReportingOverflow(by: total)
    if overflow { return nil }
    let quotient = product / 100
    switch rounding {
    case .up: return product % 100 > 0 ? quotient + 1 : quotient
    case .down: return product % 100 < 0 ? quotient - 1 : quotient
    }
  }

  public enum Rounding: Sendable {
    case up
    case down
  }
}

extension IntOrString: JSONConvertible {
  public init?(json: JSON) {
    switch json {
    case .string(let text): self = .string(text)
    case .int(let value): self = .int(Int(value))
    default: return nil
    }
  }

  public var json: JSON {
    switch self {
    case .int(let value): .int(Int64(value))
    case .string(let text): .string(text)
    }
  }
}

extension IntOrString: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(stringLiteral value: String) { self = .string(value) }

  public var description: String {
    switch self {
    case .int(let value): "\(value)"
    case .string(let text): text
    }
  }
}
