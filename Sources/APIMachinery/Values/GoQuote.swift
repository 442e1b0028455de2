/// Texts in quotes, as Go writes them.
public enum GoQuote {
  /// The text in quotes, with escapes for everything that cannot be printed.
  ///
  /// Go: `strconv.Quote`, for texts that are valid UTF-8.
  public static func quoted(_ text: String) -> String {
    quoted(text) { scalar in
      guard scalar.value < 32 || scalar.value == 127 else { return nil }
      let digits = String(scalar.value, radix: 16)
      return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
  }

  /// The text in quotes, with an escape where there is one of a letter; other control characters stand for themselves.
  ///
  /// cel-go: `strings.quote`.
  public static func plainlyQuoted(_ text: String) -> String { quoted(text) { _ in nil } }

  private static func quoted(_ text: String, others: (Unicode.Scalar) -> String?) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      if let escape = letterEscape(of: scalar) ?? others(scalar) {
        output += escape
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }

  private static func letterEscape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\u{07}": "\\a"
    case "\u{08}": "\\b"
    case "\u{0C}": "\\f"
    case "\u{0B}": "\\v"
    default: nil
    }
  }
}
