internal import APICore
internal import APIMachinery
internal import KubernetesClient
internal import NIOCore

extension APIResponder {
  /// How long a watch lasts when the client does not say.
  ///
  /// Kubernetes: `--min-request-timeout`: 30 to 60 minutes, by chance.
  private static let watchSeconds = 2700

  /// Streams events until the time is over, the client goes or the server shuts down.
  func watch(
    _ target: RequestTarget, _ form: ResponseForm, _ exchange: inout Exchange
  ) async throws(StatusError) {
    let options = try exchange.query.watchOptions()
    guard form.encoding == .json else { throw .notAcceptable }
    let watch = try service.watch(target, options: options)
    let timers = WatchTimers(
      watch, on: exchange.connection.channel.eventLoop, seconds: options.timeoutSeconds ?? Self.watchSeconds,
      bookmarks: options.allowBookmarks)
    exchange.startStream(contentType: "application/json") { watch.cancel() }
    let writer = WatchWriter(
      watch: watch, shape: form.shape, bookmarks: options.allowBookmarks || options.sendInitialEvents == true,
      included: exchange.includedObject, service: service)
    await writer.run(on: exchange.connection)
    timers.cancel()
    exchange.connection.endStream()
  }
}

/// Ends a watch in time, and asks for bookmarks meanwhile.
private struct WatchTimers {
  private let end: Scheduled<Void>
  private let bookmark: RepeatedTask?
  private let lastBookmark: Scheduled<Void>?

  /// Kubernetes: a bookmark about once a minute, and one shortly before the end.
  init(_ watch: APIWatch, on eventLoop: any EventLoop, seconds: Int, bookmarks: Bool) {
    let seconds = Int64(max(0, min(seconds, 86_400)))
    end = eventLoop.scheduleTask(in: .seconds(seconds)) { watch.cancel() }
    guard bookmarks else {
      (bookmark, lastBookmark) = (nil, nil)
      return
    }
    bookmark = eventLoop.scheduleRepeatedTask(initialDelay: .seconds(60), delay: .seconds(60)) { _ in
      watch.requestBookmark()
    }
    lastBookmark = eventLoop.scheduleTask(in: .seconds(max(0, seconds - 2))) { watch.requestBookmark() }
  }

  func cancel() {
    end.cancel()
    bookmark?.cancel()
    lastBookmark?.cancel()
  }
}

/// Writes the batches of a watch as they come, one flush a batch.
private struct WatchWriter {
  let watch: APIWatch
  let shape: ResponseForm.Shape
  let bookmarks: Bool
  let included: TableRenderer.IncludedObject
  let service: APIService

  /// After a small batch the watch rests a moment: under load, what comes meanwhile goes out together, and an
  /// event after a quiet time still goes out at once.
  private static let rest = TimeAmount.milliseconds(5)
  private static let restlessEvents = 64

  func run(on connection: HTTPConnection) async {
    var isFirst = true
    do throws(StatusError) {
      while let batch = try await watch.next() {
        guard await connection.writeChunk(lines(of: batch, isFirst: isFirst)) else { break }
        if !batch.events.isEmpty { isFirst = false }
        if batch.events.count < Self.restlessEvents { await connection.rest(Self.rest) }
      }
    } catch {
      var line = Array(#"{"type":"ERROR","object":"#.utf8)
      line += error.body.serialized()
      line += Array("}\n".utf8)
      _ = await connection.writeChunk(line)
    }
    watch.cancel()
  }

  private func lines(of batch: APIWatch.Batch, isFirst: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    switch shape {
    case .object, .aggregatedDiscovery: return batch.lines(of: watch.served, bookmarks: bookmarks)
    case .table:
      let renderer = service.tableRenderer(watch.served, including: included)
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
      let renderer = service.tableRenderer(watch.served, including: included)
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
