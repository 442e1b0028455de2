public import APIMachinery
import ObjectStore

/// Renders objects as `kubectl get` shows them.
///
/// Kubernetes: `meta/v1 Table`; `pkg/printers/internalversion`.
public struct TableRenderer: Sendable {
  /// What of the object goes into its row.
  public enum IncludedObject: String, Sendable {
    case none = "None"
    case metadata = "Metadata"
    case object = "Object"
  }

  let served: ServedResource
  let now: Timestamp
  let included: IncludedObject
  private let columns: [PrinterColumn]
  private let paths: [JSONPath?]

  init(_ served: ServedResource, now: Timestamp, included: IncludedObject) {
    self.served = served
    self.now = now
    self.included = included
    let declared = served.kind.columns
    let name = PrinterColumn(name: "Name", summary: "Name must be unique within a namespace.")
    if declared.isEmpty {
      columns = [name, PrinterColumn(name: "Age", type: "date")]
    } else {
      columns = declared.contains { $0.name == "Name" } ? declared : [name] + declared
    }
    paths = columns.map { column in
      column.path.flatMap { path in try? JSONPath(relaxed: path) }
    }
  }

  // MARK: The table

  /// The table of a list, a single object or an event.
  public func table(_ rows: [JSON], metadata: JSONObject, withColumns: Bool = true) -> JSONObject {
    [
      "kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": .object(metadata),
      "columnDefinitions": withColumns ? columnDefinitions : .array([]), "rows": .array(rows),
    ]
  }

  /// The table of a list.
  public func table(of list: APIList) -> JSONObject {
    table(list.objects.map { row($0.tree) }, metadata: list.metadata)
  }

  /// The table of one object, as it answers a `get` or stands in a watch event.
  public func table(of object: APIObject, withColumns: Bool = true) -> JSONObject {
    let tree = object.tree
    var metadata = JSONObject()
    metadata["resourceVersion"] = tree.metadataFields["resourceVersion"]
    return table([row(tree)], metadata: metadata, withColumns: withColumns)
  }

  private var columnDefinitions: JSON {
    .array(
      columns.map { column in
        [
          "name": .string(column.name), "type": .string(column.type),
          "format": column.name == "Name" ? "name" : .string(column.format),
          "description": .string(column.summary),
          "priority": .int(Int64(column.priority)),
        ]
      })
  }

  // MARK: Rows

  /// The row of an object.
  public func row(_ object: JSONObject) -> JSON {
    var cells: [JSON] = []
    let computed = TableCells.computed(object, served.groupResource.description, now: now)
    for (column, path) in zip(columns, paths) {
      cells.append(cell(column, path, object, computed))
    }
    var row: JSONObject = ["cells": .array(cells)]
    switch included {
    case .none: break
    case .metadata: row["object"] = .object(PartialMetadata.object(object))
    case .object: row["object"] = .object(object)
    }
    return .object(row)
  }

  private func cell(
    _ column: PrinterColumn, _ path: JSONPath?, _ object: JSONObject, _ computed: [TableCells.Cell]
  ) -> JSON {
    if let known = computed.first(where: { $0.column == column.name }) { return known.value }
    if column.name == "Name" { return object.metadataFields["name"] ?? "" }
    if column.name == "Age", column.path == nil || served.custom == nil {
      return .string(TableCells.age(object.metadataFields["creationTimestamp"], now))
    }
    if column.name == "Created At" { return object.metadataFields["creationTimestamp"] ?? "<unknown>" }
    guard let path else { return column.type == "string" ? "" : .null }
    let values = (try? path.find(in: .object(object), allowsMissing: true)) ?? []
    return Self.render(values, column, now)
  }

  private static func render(_ values: [JSON], _ column: PrinterColumn, _ now: Timestamp) -> JSON {
    guard let first = values.first else {
      return column.type == "string" || column.type == "date" ? "" : .null
    }
    switch column.type {
    case "date" where first.stringValue.flatMap({ Timestamp(rfc3339: $0) }) == nil: return "<invalid>"
    case "date": return .string(TableCells.age(first, now))
    case "string":
      if values.count == 1, case .string = first { return first }
      return .string(values.map { $0.stringValue ?? $0.description }.joined(separator: ","))
    default: return first
    }
  }
}

/// Objects of which only the metadata is asked for.
///
/// Kubernetes: `meta/v1 PartialObjectMetadata`.
public enum PartialMetadata {
  /// The object's metadata in an object of their own.
  public static func object(_ object: JSONObject) -> JSONObject {
    [
      "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
      "metadata": object["metadata"] ?? .object(JSONObject()),
    ]
  }

  /// The list of the objects' metadata.
  public static func list(_ list: APIList) -> JSONObject {
    [
      "kind": "PartialObjectMetadataList", "apiVersion": "meta.k8s.io/v1", "metadata": .object(list.metadata),
      "items": .array(list.objects.map { .object(object($0.tree)) }),
    ]
  }
}

extension APIService {
  /// Renders objects of a resource as tables, with ages as of now.
  public func tableRenderer(
    _ served: ServedResource, including included: TableRenderer.IncludedObject = .metadata
  )
    -> TableRenderer
  {
    TableRenderer(served, now: world.time.now(), included: included)
  }
}
