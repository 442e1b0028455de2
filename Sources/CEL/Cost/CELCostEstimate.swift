/// A size or a cost, at least and at most. The sums and products stop at the largest number.
public struct CELCostEstimate: Sendable, Hashable {
  public var min: UInt64
  public var max: UInt64

  public init(min: UInt64, max: UInt64) {
    self.min = min
    self.max = max
  }

  init(_ exact: UInt64) {
    self.init(min: exact, max: exact)
  }

  static let zero = CELCostEstimate(0)
  static let unknown = CELCostEstimate(min: 0, max: .max)

  static func + (left: CELCostEstimate, right: CELCostEstimate) -> CELCostEstimate {
    CELCostEstimate(min: left.min.saturatingSum(right.min), max: left.max.saturatingSum(right.max))
  }

  static func * (left: CELCostEstimate, right: CELCostEstimate) -> CELCostEstimate {
    CELCostEstimate(min: left.min.saturatingProduct(right.min), max: left.max.saturatingProduct(right.max))
  }

  /// The product with a fraction, rounded up.
  func scaled(_ factor: Double) -> CELCostEstimate {
    CELCostEstimate(min: min.scaled(factor), max: max.scaled(factor))
  }

  func union(_ other: CELCostEstimate) -> CELCostEstimate {
    CELCostEstimate(min: Swift.min(min, other.min), max: Swift.max(max, other.max))
  }
}

extension UInt64 {
  package func saturatingSum(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  package func saturatingProduct(_ other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }

  fileprivate func scaled(_ factor: Double) -> UInt64 {
    let product = (Double(self) * factor).rounded(.up)
    return product >= 0x1p64 ? .max : UInt64(product)
  }
}
