internal import APICore
internal import APIMachinery

/// How the events of a watch are written: one JSON object a line.
///
/// Kubernetes: `meta/v1 WatchEvent`.
struct WatchEncoding {
  let served: ServedResource
  let shape: ResponseForm.Shape
  /// Whether the client takes bookmarks.
  let bookmarks: Bool
  let included: TableRenderer.IncludedObject
  let service: APIService

  /// The line that ends a watch which fails.
  func line(of error: StatusError) -> [UInt8] {
    var bytes: [UInt8] = []
    write("ERROR", error.body, into: &bytes)
    return bytes
  }

  /// The lines of a batch; `isFirst` for the first one that has events.
  func lines(of batch: APIWatch.Batch, isFirst: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    switch shape {
    case .object, .aggregatedDiscovery: return batch.lines(of: served, bookmarks: bookmarks)
    case .table:
      let renderer = service.tableRenderer(served, including: included)
      for (position, event) in batch.events.enumerated() {
        let table = renderer.table(of: event.object, withColumns: isFirst && position == 0)
        write(event.kind.rawValue, .object(table), into: &bytes)
      }
    case .partialMetadata:
      for event in batch.events {
        write(event.kind.rawValue, .object(PartialMetadata.object(event.object.tree)), into: &bytes)
      }
    }
    if bookmarks, batch.isBookmark || batch.isInitialEnd { writeBookmark(of: batch, into: &bytes) }
    return bytes
  }

  private func write(_ type: String, _ object: JSON, into bytes: inout [UInt8]) {
    bytes += #"{"type":""#.utf8
    bytes += type.utf8
    bytes += #"","object":"#.utf8
    object.write(into: &bytes)
    bytes += "}\n".utf8
  }

  private func writeBookmark(of batch: APIWatch.Batch, into bytes: inout [UInt8]) {
    var metadata: JSONObject = ["resourceVersion": .string(String(batch.revision)), "creationTimestamp": nil]
    if batch.isInitialEnd { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
    if case .table = shape {
      let renderer = service.tableRenderer(served, including: included)
      let row: JSON = ["cells": [], "object": ["metadata": .object(metadata)]]
      write("BOOKMARK", .object(renderer.table([row], metadata: metadata, withColumns: false)), into: &bytes)
    } else {
      write(
        "BOOKMARK",
        ["kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1", "metadata": .object(metadata)],
        into: &bytes)
    }
  }
}
