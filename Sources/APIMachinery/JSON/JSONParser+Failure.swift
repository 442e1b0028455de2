extension JSONParser {
  /// A failure with its place still as an offset: small, because every function of the parser can throw it.
  struct Failure: Error {
    var reason: Reason
    var offset: Int

    var code: JSONError.Code {
      switch reason {
      case .unexpectedEnd, .unexpected: .syntax
      case .invalidUTF8: .invalidUTF8
      case .numberOutOfRange: .numberOutOfRange
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      }
    }
  }

  enum Reason {
    case unexpectedEnd
    case unexpected(UInt8, Place)
    case invalidUTF8
    case numberOutOfRange
    case tooDeep(Int)
    case tooLarge(Int)

    var message: String {
      switch self {
      case .unexpectedEnd: "unexpected end of JSON input"
      case .unexpected(let byte, let place): "invalid character \(Self.quoted(byte)) \(place.words)"
      case .invalidUTF8: "invalid UTF-8 in string literal"
      case .numberOutOfRange: "number is out of the range of a 64-bit float"
      case .tooDeep(let limit): "exceeded max depth of \(limit)"
      case .tooLarge(let limit): "document is too large: the limit is \(limit) bytes"
      }
    }

    /// The character as Go's `quoteChar` prints it.
    private static func quoted(_ byte: UInt8) -> String {
      switch byte {
      case UInt8(ascii: "'"): return #"'\''"#
      case UInt8(ascii: "\""): return "'\"'"
      case UInt8(ascii: "\\"): return #"'\\'"#
      case UInt8(ascii: "\n"): return #"'\n'"#
      case UInt8(ascii: "\r"): return #"'\r'"#
      case UInt8(ascii: "\t"): return #"'\t'"#
      case 0x20..<0x7F: return "'\(Character(Unicode.Scalar(byte)))'"
      default:
        let digits = String(byte, radix: 16)
        return "'\\x\(digits.count == 1 ? "0" : "")\(digits)'"
      }
    }
  }

  /// Where in the grammar a character is wrong.
  enum Place {
    case value, objectKey, afterObjectKey, afterMember, afterElement, afterDocument
    case string, escape, unicodeEscape
    case number, afterZero, fraction, exponent
    case literal(StaticString, UInt8)

    var words: String {
      switch self {
      case .value: "looking for beginning of value"
      case .objectKey: "looking for beginning of object key string"
      case .afterObjectKey: "after object key"
      case .afterMember: "after object key:value pair"
      case .afterElement: "after array element"
      case .afterDocument: "after top-level value"
      case .string: "in string literal"
      case .escape: "in string escape code"
      case .unicodeEscape: #"in \u hexadecimal character escape"#
      case .number: "in numeric literal"
      case .afterZero: "after a leading zero in numeric literal"
      case .fraction: "after decimal point in numeric literal"
      case .exponent: "in exponent of numeric literal"
      case .literal(let name, let expected):
        "in literal \(name) (expecting '\(Character(Unicode.Scalar(expected)))')"
      }
    }
  }
}
