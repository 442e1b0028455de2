import APIMachinery

/// Lays reconciles out for reading: in paragraphs, in lines, or counted.
struct TraceText {
  var hasColour = Terminal.isInteractive
  /// Causes and writes beyond so many are counted only.
  var limit = 8
  var showsReads = true

  /// A colour of the terminal.
  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// A heading, and below it why the reconcile ran, what it read and wrote, and how it ended.
  func paragraph(_ record: TracedReconcile) -> String {
    let waited = record.waited > .milliseconds(1) ? ", waited \(TracedReconcile.short(record.waited))" : ""
    // While the clock stands, nothing takes time.
    let took = record.duration > .zero ? "  \(TracedReconcile.short(record.duration))\(waited)" : ""
    var text =
      "\(paint(record.time, .dim))  \(paint(record.controller, .bold, .cyan))  \(paint("\(record.key)", .bold))"
      + "\(paint(took, .dim))\n"
    text += list(
      "why", record.causes.map(TracedReconcile.words(ofCause:)), dropped: record.json["droppedCauses"])
    if showsReads, !record.reads.isEmpty { text += line("read", paint(record.readWords, .dim)) }
    text += list("wrote", record.writes.map(write), dropped: record.json["droppedWrites"])
    for note in record.notes { text += line("note", note) }
    return text + line("end", record.hasFailed ? paint(record.outcomeWords, .red) : record.outcomeWords)
  }

  /// One line: time, loop, key, the first cause, the writes and the end.
  func brief(_ record: TracedReconcile) -> String {
    let more = record.causes.count > 1 ? " and \(record.causes.count - 1) more" : ""
    let why = record.causes.first.map(TracedReconcile.words(ofCause:)) ?? "nothing"
    let wrote = record.writes.map(write).joined(separator: ", ")
    return
      "\(paint(record.time, .dim))  \(paint(record.controller, .cyan)) \(paint("\(record.key)", .bold)): \(why)\(more)"
      + " → \(wrote.isEmpty ? paint("no write", .dim) : wrote) → "
      + "\(record.hasFailed ? paint(record.outcomeWords, .red) : record.outcomeWords)\n"
  }

  private func write(_ write: JSON) -> String {
    let words = TracedReconcile.words(ofWrite: write)
    if write["error"] != nil { return paint(words, .red) }
    return paint(words, write["isNoOp"] == true ? .yellow : .green)
  }

  private func list(_ title: String, _ texts: [String], dropped: JSON?) -> String {
    let hidden = max(0, texts.count - limit) + Int(dropped?.intValue ?? 0)
    var lines = texts.prefix(limit).enumerated().map { line($0.offset == 0 ? title : "", $0.element) }
    if hidden > 0 { lines.append(line("", paint("and \(hidden) more", .dim))) }
    return lines.joined()
  }

  private func line(_ title: String, _ text: String) -> String {
    let padding = String(repeating: " ", count: max(0, 7 - title.count))
    return "  \(paint(title, .dim))\(padding)\(text)\n"
  }

  private func paint(_ text: String, _ colours: Colour...) -> String {
    guard hasColour, !text.isEmpty else { return text }
    return "\u{1B}[\(colours.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// A row a loop, the busiest first.
  func summary(_ records: [TracedReconcile]) -> String {
    var names: [String] = []
    var groups: [String: [TracedReconcile]] = [:]
    for record in records {
      if groups[record.controller] == nil { names.append(record.controller) }
      groups[record.controller, default: []].append(record)
    }
    let rows = names.sorted { (groups[$0]?.count ?? 0, $1) > (groups[$1]?.count ?? 0, $0) }.map { name in
      let group = groups[name] ?? []
      let writes = group.flatMap(\.writes)
      let busy = group.reduce(Duration.zero) { $0 + $1.duration }
      return [
        name, "\(group.count)", "\(Set(group.map(\.key)).count)", "\(writes.count)",
        "\(writes.count { $0["isNoOp"] == true })", "\(group.count(where: \.hasFailed))",
        TracedReconcile.short(busy / max(1, group.count)),
      ]
    }
    return TextColumns.layOut(
      [["LOOP", "RECONCILES", "KEYS", "WRITES", "NO-OP", "FAILED", "MEAN TIME"]] + rows)
  }
}
