/// What a quoted literal stands for: its escapes resolved.
///
/// CEL: `langdef.md`, section String and Bytes Values.
struct LiteralText {
  private let content: ArraySlice<Unicode.Scalar>
  private let isRaw: Bool
  private let isBytes: Bool
  private(set) var bytes: [UInt8] = []

  init(_ content: ArraySlice<Unicode.Scalar>, isRaw: Bool, isBytes: Bool) {
    self.content = content
    self.isRaw = isRaw
    self.isBytes = isBytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Resolves the escapes; answers what is wrong with them.
  mutating func decode() -> String? {
    var rest = content
    while let scalar = rest.popFirst() {
      if scalar == "\r", !isRaw {
        if rest.first == "\n" { rest.removeFirst() }
        append("\n")
      } else if scalar != "\\" || isRaw {
        append(scalar)
      } else if let problem = escape(&rest) {
        return problem
      }
    }
    return nil
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    bytes += Array(String(scalar).utf8)
  }

  private mutating func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    guard let scalar = rest.popFirst() else {
      return "unable to unescape string, found '\\' as last character"
    }
    switch scalar {
    case "a": append("\u{7}")
    case "b": append("\u{8}")
    case "f": append("\u{C}")
    case "n": append("\n")
    case "r": append("\r")
    case "t": append("\t")
    case "v": append("\u{B}")
    case "\\", "'", "\"", "`", "?": append(scalar)
    case "x", "X": return code(&rest, digits: 2, radix: 16)
    case "u": return isBytes ? "unable to unescape string" : code(&rest, digits: 4, radix: 16)
    case "U": return isBytes ? "unable to unescape string" : code(&rest, digits: 8, radix: 16)
    case "0"..."3":
      rest = [scalar] + rest
      return code(&rest, digits: 3, radix: 8)
    default: return "unable to unescape string"
    }
    return nil
  }

  private mutating func code(
    _ rest: inout ArraySlice<Unicode.Scalar>, digits: Int, radix: UInt32
  ) -> String? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = rest.popFirst()?.hexValue, digit < radix else { return "unable to unescape string" }
      value = value << (radix == 8 ? 3 : 4) | digit
    }
    if isBytes {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      append(scalar)
    } else {
      return "unable to unescape string"
    }
    return nil
  }
}
