import APIMachinery

/// Conversions between the basic types.
///
/// CEL: `langdef.md`, section Standard Definitions; cel-go's `common/types`.
enum Conversions {
  static let unary: [String: FunctionTable.Unary] = [
    "bool": bool, "bytes": bytes, "double": double, "duration": duration, "dyn": dyn, "int": int,
    "string": string, "timestamp": timestamp, "type": type, "uint": uint,
  ]

  private static func failure(_ value: CELValue, _ type: String) -> CELError {
    .evaluation("type conversion error from '\(value.type.name)' to '\(type)'")
  }

  @Sendable static func dyn(_ value: CELValue) throws(CELError) -> CELValue { value }

  @Sendable static func type(_ value: CELValue) throws(CELError) -> CELValue { .type(value.type) }

  @Sendable static func bool(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "T", "TRUE", "true", "True": return .bool(true)
      case "0", "f", "F", "FALSE", "false", "False": return .bool(false)
      default: throw failure(value, "bool")
      }
    default: throw .noSuchOverload
    }
  }

  @Sendable static func bytes(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw .noSuchOverload
    }
  }

  @Sendable static func double(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      guard let number = Double(text) ?? special(text) else { throw failure(value, "double") }
      return .double(number)
    default: throw .noSuchOverload
    }
  }

  private static func special(_ text: String) -> Double? {
    switch text.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    case "nan": .nan
    default: nil
    }
  }

  @Sendable static func int(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .int: return value
    case .uint(let number):
      guard let int = Int64(exactly: number) else { throw .integerOverflow }
      return .int(int)
    case .double(let number):
      // The bounds themselves are refused, as their neighbours cannot be told from them.
      guard number > -0x1p63, number < 0x1p63 else { throw .integerOverflow }
      return .int(Int64(number))
    case .string(let text):
      guard let number = Int64(text) else { throw failure(value, "int") }
      return .int(number)
    case .duration(let duration): return .int(duration.nanoseconds)
    case .timestamp(let time): return .int(time.seconds)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func uint(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .uint: return value
    case .int(let number):
      guard let uint = UInt64(exactly: number) else { throw .unsignedOverflow }
      return .uint(uint)
    case .double(let number):
      guard number >= 0, number < 0x1p64 else { throw .unsignedOverflow }
      return .uint(UInt64(number))
    case .string(let text):
      guard !text.hasPrefix("+"), let number = UInt64(text) else { throw failure(value, "uint") }
      return .uint(number)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func string(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .string: return value
    case .bool, .int, .uint, .double, .duration, .timestamp: return .string(value.text)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .evaluation("invalid UTF-8 in bytes, cannot convert to string")
      }
      return .string(text)
    case .object(let object as any CustomStringConvertible): return .string(object.description)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func duration(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .duration: return value
    case .int(let nanoseconds): return .duration(CELDuration(nanoseconds: nanoseconds))
    case .string(let text):
      guard let duration = CELDuration(text) else { throw failure(value, "google.protobuf.Duration") }
      return .duration(duration)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func timestamp(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .timestamp: return value
    case .int(let seconds):
      guard let time = CELTimestamp(seconds: seconds) else { throw .timestampOverflow }
      return .timestamp(time)
    case .string(let text):
      guard let time = CELTimestamp(text) else { throw failure(value, "google.protobuf.Timestamp") }
      return .timestamp(time)
    default: throw .noSuchOverload
    }
  }
}
