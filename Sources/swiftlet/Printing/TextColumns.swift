/// Lays cells out in columns as kubectl does: three spaces between them, each at least six wide, nothing after the last.
///
/// Kubernetes: `cli-runtime/printers GetNewTabWriter` (minimum width 6, padding 3).
struct TextColumns {
  private var widths: [Int] = []

  /// Widens the columns to hold `row`.
  mutating func measure(_ row: [String]) {
    for (column, cell) in row.enumerated().dropLast() {
      let width = max(cell.count + 3, 6)
      if column < widths.count { widths[column] = max(widths[column], width) } else { widths.append(width) }
    }
  }

  /// One line of text, without a newline.
  func line(_ row: [String]) -> String {
    var text = ""
    for (column, cell) in row.enumerated() {
      text += cell
      guard column < row.count - 1 else { break }
      let width = column < widths.count ? widths[column] : cell.count + 3
      text += String(repeating: " ", count: max(width - cell.count, 3))
    }
    return text
  }

  /// All rows as lines, each ended by a newline.
  static func layOut(_ rows: [[String]]) -> String {
    var columns = TextColumns()
    for row in rows { columns.measure(row) }
    return rows.map { columns.line($0) + "\n" }.joined()
  }
}
