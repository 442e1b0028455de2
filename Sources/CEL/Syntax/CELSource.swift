/// The text of an expression, by code points, with its lines.
struct CELSource {
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  /// The issue at a place in the text.
  func issue(at offset: Int, _ message: String) -> CELIssue {
    let line = (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1
    return CELIssue(line: line + 1, column: offset - lineStarts[line], message: message)
  }

  /// The issues as cel-go prints them: each with its line and a caret below the place.
  func error(_ issues: [CELIssue]) -> CELError {
    let sorted = issues.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
    return CELError(.compilation, sorted.map(display).joined(separator: "\n"), issues: sorted)
  }

  private func display(_ issue: CELIssue) -> String {
    let start = lineStarts[issue.line - 1]
    let line = scalars[start...].prefix { $0 != "\n" }
    let head = "ERROR: <input>:\(issue.line):\(issue.column + 1): \(issue.message)"
    let snippet = String(String.UnicodeScalarView(line.map { $0 == "\t" ? " " : $0 }))
    let marks = line.prefix(issue.column).map { $0.isASCII ? "." : "\u{FF0E}" }.joined()
    let padding = String(repeating: ".", count: max(0, issue.column - line.count))
    let isWide = issue.column < line.count && !line[start + issue.column].isASCII
    return "\(head)\n | \(snippet)\n | \(marks)\(padding)\(isWide ? "\u{FF3E}" : "^")"
  }
}
