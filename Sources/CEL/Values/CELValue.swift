public import APIMachinery

/// A value that expressions work with.
///
/// Lists and maps that come from an object stay JSON and are read in place, each element when it is asked for.
public enum CELValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case duration(CELDuration)
  case timestamp(CELTimestamp)
  case list([CELValue])
  /// A list of an object, with its type.
  case jsonList([JSON], CELType)
  case map(CELMap)
  /// A map or an object, with its type.
  case jsonMap(JSONObject, CELType)
  case type(CELType)
  case optional(CELOptional)
  /// A value of a library, or of whoever evaluates.
  case object(any CELObject)
}

/// A value with behaviour of its own: a quantity, an address, an authorizer.
public protocol CELObject: AnyObject, Sendable {
  var celType: CELType { get }
  /// The value of a field; `nil` when there is no such field.
  func field(_ name: String) throws(CELError) -> CELValue?
  func isEqual(to other: any CELObject) -> Bool
  /// What costs count as its length; `nil` when it has none.
  var celSize: UInt64? { get }
  /// - Throws: When the value has no form in JSON.
  func json() throws(CELError) -> JSON
}

extension CELObject {
  public func field(_ name: String) throws(CELError) -> CELValue? { nil }
  public func isEqual(to other: any CELObject) -> Bool { self === other }
  public var celSize: UInt64? { nil }
  public func json() throws(CELError) -> JSON {
    throw .evaluation("type conversion error from '\(celType)' to JSON")
  }
}

/// A value that may be missing.
public final class CELOptional: Sendable {
  public let value: CELValue?

  public init(_ value: CELValue?) {
    self.value = value
  }

  static let none = CELOptional(nil)
}

extension CELValue {
  static let empty = CELValue.optional(.none)

  static func some(_ value: CELValue) -> CELValue { .optional(CELOptional(value)) }

  /// The type that `type()` answers.
  var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .duration: .duration
    case .timestamp: .timestamp
    case .list: .dynList
    case .jsonList(_, let type): type
    case .map: .dynMap
    case .jsonMap(_, let type): type
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .object(let object): object.celType
    }
  }

  /// The value as Go's `%v` would print it, for messages.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): GoFloat.text(value)
    case .string(let value): value
    case .bytes(let value): String(decoding: value, as: UTF8.self)
    case .duration(let value): value.description
    case .timestamp(let value): value.description
    case .type(let type): type.name
    default: type.description
    }
  }

  /// The truth value, if this is one.
  public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The text, if this is one.
  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The number of elements or code points; `nil` for what has no size.
  var size: UInt64? {
    switch self {
    case .string(let value): UInt64(value.scalarCount)
    case .bytes(let value): UInt64(value.count)
    case .list(let elements): UInt64(elements.count)
    case .jsonList(let elements, _): UInt64(elements.count)
    case .map(let map): UInt64(map.count)
    case .jsonMap(let members, _): UInt64(members.count)
    case .object(let object): object.celSize
    default: nil
    }
  }
}

extension String {
  /// The number of code points.
  ///
  /// - Complexity: O(*n*), a byte at a time.
  var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      return count
    } ?? unicodeScalars.count
  }

  /// Equality by bytes: to Kubernetes two spellings of an accent are two texts, to Swift's `==` they are one.
  @inline(__always)
  func hasSameBytes(as other: String) -> Bool {
    let (left, right) = (utf8, other.utf8)
    return left.count == right.count && (self == other) && left.elementsEqual(right)
  }

  /// The order of the bytes, which is that of the code points.
  func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension GoFloat {
  /// The number as `strconv.FormatFloat(x, 'g', -1, 64)` writes it.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return general(value)
  }
}
