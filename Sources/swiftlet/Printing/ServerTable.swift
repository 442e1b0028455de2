import APIMachinery

/// A `Table` of the server, as text.
///
/// Kubernetes: `meta/v1 Table`; the columns with priority 0 show always, the others with `-o wide`.
struct ServerTable {
  struct Options {
    var isWide = false
    var showsHeaders = true
    var showsLabels = false
    var showsNamespace = false
    /// Columns of label values, `-L`.
    var labelColumns: [String] = []
    /// Put before each name: `pod/`, when several kinds are listed.
    var namePrefix = ""
  }

  private let columns: [(name: String, isShown: Bool)]
  let rows: [Row]
  /// Where a watch goes on from.
  let resourceVersion: String?

  /// False for the tables of a watch after the first.
  var hasColumns: Bool { !columns.isEmpty }

  struct Row {
    let cells: [JSON]
    let object: DynamicObject
  }

  /// - Parameter now: What the ages of objects count to that come without a table.
  init(_ answer: JSON, isWide: Bool, now: Timestamp = RealTime.now) {
    let table = answer["kind"] == "Table" ? answer : Self.plain(answer, now)
    columns = (table["columnDefinitions"]?.arrayValue ?? []).map {
      ($0["name"]?.stringValue ?? "", isWide || ($0["priority"]?.intValue ?? 0) == 0)
    }
    resourceVersion = table["metadata"]?["resourceVersion"]?.stringValue
    rows = (table["rows"]?.arrayValue ?? []).map {
      Row(
        cells: $0["cells"]?.arrayValue ?? [],
        object: DynamicObject(fields: $0["object"]?.objectValue ?? JSONObject()))
    }
  }

  /// The table of objects for which the server makes none: their names and ages.
  ///
  /// Kubernetes: cli-runtime `printers.HumanReadablePrinter`, the columns for what has no printer.
  private static func plain(_ answer: JSON, _ now: Timestamp) -> JSON {
    let objects = answer["items"]?.arrayValue ?? (answer["metadata"]?["name"] == nil ? [] : [answer])
    let rows: [JSON] = objects.compactMap(\.objectValue).map { fields in
      let metadata = DynamicObject(fields: fields).metadata
      return [
        "cells": [.string(metadata.name ?? ""), .string(metadata.creationTimestamp.age(at: now))],
        "object": .object(fields),
      ]
    }
    return [
      "columnDefinitions": [["name": "Name"], ["name": "Age"]], "rows": .array(rows),
      "metadata": answer["metadata"] ?? [:],
    ]
  }

  func header(_ options: Options) -> [String] {
    (options.showsNamespace ? ["NAMESPACE"] : []) + shown(columns.map { $0.name.uppercased() })
      + options.labelColumns.map { ($0.split(separator: "/").last.map(String.init) ?? $0).uppercased() }
      + (options.showsLabels ? ["LABELS"] : [])
  }

  func texts(of row: Row, _ options: Options) -> [String] {
    var cells = shown(row.cells.map(Self.text))
    if !cells.isEmpty { cells[0] = options.namePrefix + cells[0] }
    let metadata = row.object.metadata
    return (options.showsNamespace ? [metadata.namespace ?? "<none>"] : []) + cells
      + options.labelColumns.map { metadata.labels[$0] ?? "" }
      + (options.showsLabels ? [Self.labels(metadata.labels)] : [])
  }

  private func shown(_ cells: [String]) -> [String] {
    zip(cells, columns).filter { $0.1.isShown }.map(\.0)
  }

  private static func text(_ cell: JSON) -> String {
    switch cell {
    case .string(let text): text
    case .null: "<none>"
    case .bool(let value): value ? "true" : "false"
    default: String(decoding: cell.serialized(), as: UTF8.self)
    }
  }

  /// `a=b,c=d`, or `<none>`.
  ///
  /// Kubernetes: `labels.FormatLabels`: in the order of the pairs as texts, in which `a-b=` goes before `a=`.
  static func labels(_ labels: StringMap) -> String {
    let pairs = labels.sortedTexts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return pairs.isEmpty ? "<none>" : pairs.joined(separator: ",")
  }
}
