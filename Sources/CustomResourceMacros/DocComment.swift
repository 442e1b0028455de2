import SwiftSyntax

/// The words above a declaration, as a description.
enum DocComment {
  /// - Returns: The text of the comment right above the declaration, its lines as they were written; empty without one.
  static func text(of declaration: some SyntaxProtocol) -> String {
    var lines: [String] = []
    for piece in declaration.leadingTrivia.pieces {
      switch piece {
      case .docLineComment(let text): lines.append(line(text.dropFirst(3)))
      case .docBlockComment(let text): lines = block(text)
      case .newlines(let count) where count > 1: lines = []
      default: break
      }
    }
    return trimmed(lines).joined(separator: "\n")
  }

  private static func line(_ text: Substring) -> String {
    var text = text
    if text.first == " " { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  private static func block(_ text: String) -> [String] {
    text.dropFirst(3).dropLast(2).split(separator: "\n", omittingEmptySubsequences: false).map { part in
      let rest = part.drop { $0 == " " || $0 == "\t" }
      return line(rest.first == "*" ? rest.dropFirst() : rest)
    }
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    return Array(lines)
  }
}

extension String {
  /// The text as a literal of Swift.
  var literal: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
