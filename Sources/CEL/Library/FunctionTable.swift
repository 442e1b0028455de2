/// What the functions do, by name and number of operands; the receiver is the first operand.
///
/// A function looks at the values that it gets: what the checker could not tell (`dyn`) is found out here.
enum FunctionTable {
  typealias Unary = @Sendable (CELValue) throws(CELError) -> CELValue
  typealias Binary = @Sendable (CELValue, CELValue) throws(CELError) -> CELValue
  typealias Ternary = @Sendable (CELValue, CELValue, CELValue) throws(CELError) -> CELValue
  typealias Quaternary = @Sendable (CELValue, CELValue, CELValue, CELValue) throws(CELError) -> CELValue

  static let constants: [String: CELValue] = {
    var table: [String: CELValue] = ["optional.none": .empty]
    for name in NamedFormat.names { table["format.\(name)"] = NamedFormat.named(name).map { .object($0) } }
    return table
  }()

  static let unary: [String: Unary] = merged([
    Operators.unary, Conversions.unary, TimeFunctions.unary, TextFunctions.unary, ListFunctions.unary,
    OptionalFunctions.unary, URLFunctions.unary, QuantityFunctions.unary, AddressFunctions.unary,
    FormatFunctions.unary, SemverFunctions.unary, AuthorizationFunctions.unary,
  ])

  static let binary: [String: Binary] = merged([
    Operators.binary, TimeFunctions.binary, TextFunctions.binary,
    QuantityFunctions.binary, AddressFunctions.binary, FormatFunctions.binary, SemverFunctions.binary,
    AuthorizationFunctions.binary, SetFunctions.binary,
  ])

  static let ternary: [String: Ternary] = merged([TextFunctions.ternary, AuthorizationFunctions.ternary])

  static let quaternary: [String: Quaternary] = ["replace": TextFunctions.replace]

  private static func merged<Function>(_ tables: [[String: Function]]) -> [String: Function] {
    tables.reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }
  }
}

extension CELValue {
  /// The text, which the caller demands.
  var demandedText: String {
    get throws(CELError) {
      guard case .string(let value) = self else { throw .noSuchOverload }
      return value
    }
  }

  /// The integer, which the caller demands.
  var demandedInt: Int64 {
    get throws(CELError) {
      guard case .int(let value) = self else { throw .noSuchOverload }
      return value
    }
  }

  /// The truth value, which the caller demands.
  var demandedBool: Bool {
    get throws(CELError) {
      guard case .bool(let value) = self else { throw .noSuchOverload }
      return value
    }
  }

  /// The elements of the list, which the caller demands.
  var demandedElements: [CELValue] {
    get throws(CELError) {
      guard let elements = try elements() else { throw .noSuchOverload }
      return elements
    }
  }

  /// The value of a library, which the caller demands.
  func demanded<Object: CELObject>(_ type: Object.Type) throws(CELError) -> Object {
    guard case .object(let object) = self, let found = object as? Object else { throw .noSuchOverload }
    return found
  }
}
