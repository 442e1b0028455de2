public import APIMachinery
import ObjectStore

/// One watch of the API: batches of events, ready for the wire.
///
/// It has one reader. Dropping it ends it.
public final class APIWatch: Sendable {
  /// One event.
  public struct Event: Sendable {
    public enum Kind: String, Sendable {
      case added = "ADDED"
      case modified = "MODIFIED"
      case deleted = "DELETED"
    }

    public let kind: Kind
    public let object: APIObject
  }

  /// Events that came together.
  public struct Batch: Sendable {
    public let events: [Event]
    /// Everything up to this revision has been given.
    public let revision: UInt64
    /// True when the objects that existed at the start end with this batch, and the client asked to be told.
    public let isInitialEnd: Bool
    /// True when the batch is a bookmark that was asked for.
    public let isBookmark: Bool
  }

  public let served: ServedResource
  private let watch: StoreWatch
  private let filter: ObjectFilter?
  private let marksInitialEnd: Bool

  init(_ watch: StoreWatch, served: ServedResource, filter: ObjectFilter?, marksInitialEnd: Bool) {
    self.watch = watch
    self.served = served
    self.filter = filter
    self.marksInitialEnd = marksInitialEnd
  }

  /// The next events, or a bookmark; `nil` when the watch was ended.
  ///
  /// - Throws: `Expired` when the reader fell behind and must list again.
  public func next() async throws(StatusError) -> Batch? {
    while true {
      let batch: WatchBatch?
      do throws(StoreError) {
        batch = try await watch.next()
      } catch {
        if case .closed = error { return nil }
        throw StatusError(reading: error)
      }
      guard let batch else { return nil }
      let events = batch.events.compactMap(event)
      let isInitialEnd = batch.phase == .initialEnd && marksInitialEnd
      let isBookmark = batch.phase == .live && batch.events.isEmpty
      if events.isEmpty, !isInitialEnd, !isBookmark { continue }
      return Batch(
        events: events, revision: batch.revision, isInitialEnd: isInitialEnd, isBookmark: isBookmark)
    }
  }

  /// Asks for a bookmark: the next batch says how far the watch has come.
  public func requestBookmark() { watch.requestProgress() }

  /// Ends the watch.
  public func cancel() { watch.cancel() }

  /// What the client sees of a change: an object that begins or ceases to be selected is added or deleted.
  private func event(_ event: StoreEvent) -> Event? {
    guard let filter else { return Event(kind: Self.kind(event), object: APIObject(event.object)) }
    let isSelected = event.kind != .deleted && filter.matches(event.object)
    let wasSelected = event.previous.map(filter.matches) ?? false
    switch (isSelected, wasSelected) {
    case (true, true): return Event(kind: .modified, object: APIObject(event.object))
    case (true, false): return Event(kind: .added, object: APIObject(event.object))
    case (false, true):
      if event.kind == .deleted { return Event(kind: .deleted, object: APIObject(event.object)) }
      return event.previous.map { Event(kind: .deleted, object: Self.last($0, revision: event.revision)) }
    case (false, false): return nil
    }
  }

  private static func kind(_ event: StoreEvent) -> Event.Kind {
    switch event.kind {
    case .added: .added
    case .modified: .modified
    case .deleted: .deleted
    }
  }

  /// An object as it was when it was last selected, at the revision of the change.
  private static func last(_ object: StoredObject, revision: UInt64) -> APIObject {
    APIObject(
      StoredObject(
        key: object.key, revision: revision, createRevision: object.createRevision, header: object.header,
        bytes: ObjectEncoding.bytes(object.bytes, revision: revision)))
  }
}

extension APIWatch.Event {
  /// Appends the event as a line of a watch's answer.
  public func write(into bytes: inout [UInt8]) {
    bytes += #"{"type":""#.utf8
    bytes += kind.rawValue.utf8
    bytes += #"","object":"#.utf8
    bytes += object.bytes
    bytes += "}\n".utf8
  }
}

extension APIWatch.Batch {
  /// The batch as lines of a watch's answer.
  ///
  /// - Parameter bookmarks: Whether the client takes bookmarks.
  public func lines(of served: ServedResource, bookmarks: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(events.reduce(0) { $0 + $1.object.byteCount + 40 })
    for event in events { event.write(into: &bytes) }
    if bookmarks, isInitialEnd || isBookmark {
      bytes += APIWatch.bookmark(of: served, revision: revision, isInitialEnd: isInitialEnd)
    }
    return bytes
  }
}

extension APIWatch {
  /// The line of a bookmark.
  public static func bookmark(of served: ServedResource, revision: UInt64, isInitialEnd: Bool) -> [UInt8] {
    let annotations = isInitialEnd ? #","annotations":{"k8s.io/initial-events-end":"true"}"# : ""
    let metadata = #"{"resourceVersion":"\#(revision)","creationTimestamp":null\#(annotations)}"#
    return Array(
      (#"{"type":"BOOKMARK","object":{"kind":"\#(served.definition.kind)","apiVersion":"\#(served.apiVersion)","#
        + #""metadata":\#(metadata)}}"# + "\n").utf8)
  }
}

extension APIObject {
  /// A guess at the size on the wire, which costs nothing.
  var byteCount: Int {
    switch content {
    case .stored(let object): object.bytes.count
    case .made: 512
    }
  }
}
