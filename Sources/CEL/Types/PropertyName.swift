/// How the properties of objects are written in expressions.
///
/// Kubernetes: `apiserver/pkg/cel/escaping.go`: names that are no identifiers, or that are words of the language, are
/// written with `__dot__`, `__dash__`, `__slash__`, `__underscores__` and `__word__`.
public enum PropertyName {
  private static let reserved: Set<String> = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if",
    "import",
    "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  /// The identifier for a property; `nil` when expressions cannot reach it.
  public static func escaped(_ name: String) -> String? {
    guard let first = name.utf8.first, first &- 48 > 9 else { return nil }
    if reserved.contains(name) { return "__\(name)__" }
    var result = ""
    var rest = name.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "_" where rest.first == "_":
        rest.removeFirst()
        result += "__underscores__"
      case ".": result += "__dot__"
      case "-": result += "__dash__"
      case "/": result += "__slash__"
      default:
        guard scalar.isIdentifierStart || scalar.isDigit else { return nil }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The property that an identifier stands for; `nil` when its escapes are none.
  public static func unescaped(_ identifier: String) -> String? {
    if !identifier.utf8.contains(UInt8(ascii: "_")) { return identifier }
    var result = ""
    var rest = identifier.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "_", rest.first == "_", let word = escapedWord(rest.dropFirst()) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch word {
      case "underscores": result += "__"
      case "dot": result += "."
      case "dash": result += "-"
      case "slash": result += "/"
      default:
        guard reserved.contains(word), word.utf8.count + 4 == identifier.utf8.count else { return nil }
        result += word
      }
      rest = rest.dropFirst(1 + word.unicodeScalars.count + 2)
    }
    return result
  }

  /// The word before the next two underscores.
  private static func escapedWord(_ text: Substring.UnicodeScalarView) -> String? {
    let word = text.prefix { $0 != "_" }
    let end = text[word.endIndex...]
    return !word.isEmpty && end.starts(with: "__".unicodeScalars) ? String(word) : nil
  }
}
