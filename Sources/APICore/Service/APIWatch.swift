public import APIMachinery
import ObjectStore
import Synchronization

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
    enum Content: Sendable {
      /// All changes, as they stand in the store.
      case changes([StoreEvent])
      /// What a selector lets through.
      case selected([Event])
    }

    let content: Content
    /// Everything up to this revision has been given.
    public let revision: UInt64
    /// True when the objects that existed at the start end with this batch, and the client asked to be told.
    public let isInitialEnd: Bool
    /// True when the batch is a bookmark that was asked for.
    public let isBookmark: Bool

    /// The number of events.
    public var count: Int {
      switch content {
      case .changes(let changes): changes.count
      case .selected(let events): events.count
      }
    }

    public var events: [Event] {
      switch content {
      case .changes(let changes): changes.map(Event.init)
      case .selected(let events): events
      }
    }
  }

  public let served: ServedResource
  private let watch: StoreWatch
  private let filter: ObjectFilter?
  private let marksInitialEnd: Bool
  /// What the register of a custom resource's watches knows this one by.
  private let registration = Atomic(0)

  init(_ watch: StoreWatch, served: ServedResource, filter: ObjectFilter?, marksInitialEnd: Bool) {
    self.watch = watch
    self.served = served
    self.filter = filter
    self.marksInitialEnd = marksInitialEnd
    guard let watches = served.custom?.watches else { return }
    if let number = watches.add(self) { registration.store(number, ordering: .relaxed) } else { cancel() }
  }

  deinit { served.custom?.watches.forget(registration.load(ordering: .relaxed)) }

  /// Whether it shows all objects of its resource and namespace.
  var selectsEverything: Bool { filter == nil }

  /// The next events, or a bookmark; `nil` when the watch was ended.
  ///
  /// - Throws: `Expired` when the reader fell behind and must list again.
  @inline(__always)
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
      if let batch = try selected(batch) { return batch }
    }
  }

  /// What a reader that does not wait is given.
  public enum Poll: Sendable {
    case batch(Batch)
    /// Nothing is there yet.
    case nothing
    case ended
  }

  /// The next events if they are there, without waiting.
  ///
  /// - Throws: `Expired` when the reader fell behind and must list again.
  public func poll() throws(StatusError) -> Poll {
    while true {
      let poll: StoreWatch.Poll
      do throws(StoreError) {
        poll = try watch.poll()
      } catch {
        if case .closed = error { return .ended }
        throw StatusError(reading: error)
      }
      switch poll {
      case .nothing: return .nothing
      case .ended: return .ended
      case .batch(let batch):
        if let batch = try selected(batch) { return .batch(batch) }
      }
    }
  }

  /// Has a callback called once, on any thread, as soon as ``poll()`` may give something; false if it does already.
  public func whenReady(_ listener: @escaping @Sendable () -> Void) -> Bool { watch.whenReady(listener) }

  /// What the client sees of a batch; `nil` for nothing.
  ///
  /// - Throws: `Expired` when a webhook has still to convert an object: listing again has it done.
  private func selected(_ batch: WatchBatch) throws(StatusError) -> Batch? {
    if served.custom?.convertsByWebhook == true {
      for event in batch.events {
        let isPreviousNeeded = filter != nil && event.previous.map(served.isUnconverted) == true
        guard served.isUnconverted(event.object) || isPreviousNeeded else { continue }
        throw .expired("an object of \(served.definition.groupVersionKind) has to be converted; list again")
      }
    }
    let content: Batch.Content =
      filter == nil && served.custom == nil && served.face == nil
      ? .changes(batch.events) : .selected(batch.events.compactMap(event).map(shown))
    let result = Batch(
      content: content, revision: batch.revision, isInitialEnd: batch.phase == .initialEnd && marksInitialEnd,
      isBookmark: batch.phase == .live && batch.events.isEmpty)
    return result.count > 0 || result.isInitialEnd || result.isBookmark ? result : nil
  }

  /// Asks for a bookmark: the next batch says how far the watch has come.
  public func requestBookmark() { watch.requestProgress() }

  /// Ends the watch.
  public func cancel() { watch.cancel() }

  /// What the client sees of a change: an object that begins or ceases to be selected is added or deleted.
  private func event(_ event: StoreEvent) -> Event? {
    if served.custom != nil { return customEvent(event) }
    guard let filter else { return Event(event) }
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

  /// The same of a custom resource, whose objects are shown in the version that is watched.
  private func customEvent(_ event: StoreEvent) -> Event? {
    guard let object = served.viewIfPossible(event.object) else { return nil }
    guard let filter else { return Event(kind: Event.Kind(event.kind), object: APIObject(object)) }
    let isSelected = event.kind != .deleted && filter.matches(object)
    let previous = event.previous.flatMap(served.viewIfPossible)
    let wasSelected = previous.map(filter.matches) ?? false
    switch (isSelected, wasSelected) {
    case (true, true): return Event(kind: .modified, object: APIObject(object))
    case (true, false): return Event(kind: .added, object: APIObject(object))
    case (false, true):
      if event.kind == .deleted { return Event(kind: .deleted, object: APIObject(object)) }
      return previous.map { Event(kind: .deleted, object: Self.last($0, revision: event.revision)) }
    case (false, false): return nil
    }
  }

  private func shown(_ event: Event) -> Event {
    guard served.face != nil, let stored = event.object.stored else { return event }
    return Event(kind: event.kind, object: APIObject(served.shown(stored)))
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
  init(_ change: StoreEvent) {
    self.init(kind: Kind(change.kind), object: APIObject(change.object))
  }
}

extension APIWatch.Event.Kind {
  init(_ kind: StoreEvent.Kind) {
    self =
      switch kind {
      case .added: .added
      case .modified: .modified
      case .deleted: .deleted
      }
  }
}

extension APIWatch.Batch {
  /// The batch as lines of a watch's answer.
  ///
  /// - Parameter bookmarks: Whether the client takes bookmarks.
  public func lines(of served: ServedResource, bookmarks: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    switch content {
    case .changes(let changes): Self.write(changes, into: &bytes)
    case .selected(let events):
      bytes.reserveCapacity(events.reduce(0) { $0 + $1.object.byteCount + 40 })
      for event in events { Self.write(event.kind, event.object.bytes, into: &bytes) }
    }
    if bookmarks, isInitialEnd || isBookmark {
      bytes += APIWatch.bookmark(of: served, revision: revision, isInitialEnd: isInitialEnd)
    }
    return bytes
  }

  /// Whether the events are the very same ones in the same order, so that their lines are the same too.
  ///
  /// - Complexity: O(n), without looking into the objects.
  public func hasSameChanges(as other: APIWatch.Batch) -> Bool {
    guard case .changes(let changes) = content, case .changes(let others) = other.content,
      changes.count == others.count
    else { return false }
    return zip(changes, others).allSatisfy { $0.object === $1.object && $0.kind == $1.kind }
  }

  private static func write(_ changes: [StoreEvent], into bytes: inout [UInt8]) {
    bytes.reserveCapacity(changes.reduce(0) { $0 + $1.object.bytes.count + 40 })
    for change in changes {
      write(APIWatch.Event.Kind(change.kind), change.object.bytes, into: &bytes)
    }
  }

  private static func write(_ kind: APIWatch.Event.Kind, _ object: [UInt8], into bytes: inout [UInt8]) {
    switch kind {
    case .added: bytes += Self.added
    case .modified: bytes += Self.modified
    case .deleted: bytes += Self.deleted
    }
    bytes += object
    bytes += Self.end
  }

  private static let added = Array(#"{"type":"ADDED","object":"#.utf8)
  private static let modified = Array(#"{"type":"MODIFIED","object":"#.utf8)
  private static let deleted = Array(#"{"type":"DELETED","object":"#.utf8)
  private static let end = Array("}\n".utf8)
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
