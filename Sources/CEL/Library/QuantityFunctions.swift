import APIMachinery

/// A quantity such as `100m` or `1.5Gi`.
final class QuantityValue: CELObject, CustomStringConvertible {
  let quantity: Quantity

  init(_ quantity: Quantity) {
    self.quantity = quantity
  }

  var celType: CELType { .opaque("kubernetes.Quantity") }
  var description: String { quantity.description }

  func isEqual(to other: any CELObject) -> Bool { (other as? QuantityValue)?.quantity == quantity }
}

/// Kubernetes: `library/quantity.go`.
enum QuantityFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "quantity": { (text) throws(CELError) in
      do throws(QuantityError) {
        return .object(QuantityValue(try parse(text)))
      } catch {
        throw .evaluation(error.message)
      }
    },
    "isQuantity": { (text) throws(CELError) in .bool(Quantity(try text.demandedText) != nil) },
    "sign": { (value) throws(CELError) in .int(Int64(try quantity(value).sign)) },
    "isInteger": { (value) throws(CELError) in .bool(try integer(value) != nil) },
    "asInteger": { (value) throws(CELError) in
      guard let integer = try integer(value) else {
        throw .evaluation("cannot convert value to integer")
      }
      return .int(integer)
    },
    "asApproximateFloat": { (value) throws(CELError) in .double(try quantity(value).doubleValue) },
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "add": { (left, right) throws(CELError) in
      .object(QuantityValue(try quantity(left) + operand(right)))
    },
    "sub": { (left, right) throws(CELError) in
      .object(QuantityValue(try quantity(left) - operand(right)))
    },
    "isLessThan": { (left, right) throws(CELError) in .bool(try order(left, right) == .less) },
    "isGreaterThan": { (left, right) throws(CELError) in .bool(try order(left, right) == .greater) },
    "compareTo": { (left, right) throws(CELError) in
      switch try order(left, right) {
      case .less: return .int(-1)
      case .greater: return .int(1)
      default: return .int(0)
      }
    },
  ]

  private static func parse(_ text: CELValue) throws(QuantityError) -> Quantity {
    guard case .string(let text) = text else { throw .format }
    return try Quantity(parsing: text)
  }

  private static func quantity(_ value: CELValue) throws(CELError) -> Quantity {
    try value.demanded(QuantityValue.self).quantity
  }

  private static func operand(_ value: CELValue) throws(CELError) -> Quantity {
    if case .int(let number) = value { return Quantity(number) }
    return try quantity(value)
  }

  private static func integer(_ value: CELValue) throws(CELError) -> Int64? {
    let (quotient, remainder) = try quantity(value).nanos.quotientAndRemainder(dividingBy: 1_000_000_000)
    return remainder == 0 ? Int64(exactly: quotient) : nil
  }

  /// The order of two quantities or of two versions, whose functions have the same names.
  private static func order(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELOrder {
    if case .object(let object) = left, let version = object as? SemverValue {
      return CELOrder(version.version, try right.demanded(SemverValue.self).version)
    }
    return CELOrder(try quantity(left), try quantity(right))
  }
}
