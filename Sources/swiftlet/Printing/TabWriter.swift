/// Lays text out whose cells end with tabs, as Go's `text/tabwriter` does: the cells of a column are as wide as the
/// widest one in the lines next to each other that have the column; a line's last cell belongs to no column.
struct TabWriter {
  var minimumWidth = 0
  var padding = 2

  /// - Complexity: O(*n*) in the size of the text, times the number of columns.
  func layOut(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }
    if lines.last?.count == 1, lines.last?.first?.isEmpty == true { lines.removeLast() }
    var output = ""
    format(lines[...], [], into: &output)
    return output
  }

  /// Writes `lines`, all of which have columns of `widths`.
  private func format(_ lines: ArraySlice<[Substring]>, _ widths: [Int], into output: inout String) {
    let column = widths.count
    var rest = lines
    while let line = rest.first {
      guard column < line.count - 1 else {
        write(line, widths, into: &output)
        rest = rest.dropFirst()
        continue
      }
      let block = rest.prefix { column < $0.count - 1 }
      let width = block.map { $0[column].unicodeScalars.count + padding }.max() ?? 0
      format(block, widths + [max(width, minimumWidth)], into: &output)
      rest = rest.dropFirst(block.count)
    }
  }

  private func write(_ line: [Substring], _ widths: [Int], into output: inout String) {
    for (column, cell) in line.enumerated() {
      output += cell
      guard column < widths.count else { continue }
      output += String(repeating: " ", count: max(widths[column] - cell.unicodeScalars.count, 0))
    }
    output += "\n"
  }
}
