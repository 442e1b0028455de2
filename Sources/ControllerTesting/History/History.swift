public import APIMachinery
public import ObjectStore
import Synchronization

/// Everything that was written to a store: each version of each object, and the moment in virtual time.
///
/// Two runs of one seed must have equal histories, byte for byte.
public final class History: Sendable {
  /// One commit.
  public struct Event: Sendable {
    private enum Content {
      case object(StoredObject)
      indirect case digest(Digest, of: StoreKey, revision: UInt64)
    }

    public let kind: StoreEvent.Kind
    public let time: Timestamp
    private var content: Content

    init(_ record: BackendRecord, at time: Timestamp) {
      kind = record.kind
      self.time = time
      content = .object(record.object)
    }

    public var revision: UInt64 {
      switch content {
      case .object(let object): object.revision
      case .digest(_, _, let revision): revision
      }
    }

    public var key: StoreKey {
      switch content {
      case .object(let object): object.key
      case .digest(_, let key, _): key
      }
    }

    /// The object, where the history keeps it.
    var object: StoredObject? { if case .object(let object) = content { object } else { nil } }

    /// The object's bytes, where the history keeps them.
    ///
    /// - Complexity: O(n): they are made for each caller.
    public var bytes: [UInt8]? { object?.bytes }

    /// A digest of the object's bytes.
    public var digest: Digest {
      switch content {
      case .object(let object): Digest(of: object.bytes)
      case .digest(let digest, _, _): digest
      }
    }

    /// Keeps the digest alone.
    mutating func dropObject() { content = .digest(digest, of: key, revision: revision) }
  }

  /// Who hears of each commit. A closure alone would be wrapped anew each time that the lock hands it out.
  private struct Observer {
    let hear: @Sendable (Event) -> Void
  }

  private struct State {
    var events: [Event] = []
    /// The digest of the events before `undigested`, which keep no objects.
    var digest = Digest()
    var undigested = 0
    var observer: Observer?

    mutating func digestAll() {
      while undigested < events.count {
        events[undigested].dropObject()
        digest.add(events[undigested])
        undigested += 1
      }
    }
  }

  /// How many objects are held to be digested later, which is in most runs never. Without an end, the versions of a long
  /// run would fill the memory.
  private static let digestedLater = 4096

  private let time: any TimeSource
  private let keepsBytes: Bool
  private let state = Mutex(State())

  /// - Parameter keepsBytes: Whether the bytes themselves are kept, and not their digest alone.
  public init(time: any TimeSource, keepsBytes: Bool = false) {
    self.time = time
    self.keepsBytes = keepsBytes
  }

  func append(_ record: BackendRecord) {
    let event = Event(record, at: time.now())
    let observer = state.withLock { state in
      state.events.append(event)
      if !keepsBytes, state.events.count - state.undigested > Self.digestedLater { state.digestAll() }
      return state.observer
    }
    observer?.hear(event)
  }

  /// Calls `observer` with each commit from now on.
  func observe(_ observer: @escaping @Sendable (Event) -> Void) {
    state.withLock { $0.observer = Observer(hear: observer) }
  }

  public var events: [Event] {
    state.withLock { state in
      if !keepsBytes { state.digestAll() }
      return state.events
    }
  }

  /// A digest of all events so far: of their kinds, revisions, keys, moments and bytes.
  ///
  /// - Complexity: O(n) in the bytes that were not digested yet; where they are kept, in all of them.
  public var digest: Digest {
    guard keepsBytes else {
      return state.withLock { state in
        state.digestAll()
        return state.digest
      }
    }
    return events.reduce(into: Digest()) { $0.add($1) }
  }

  /// How many commits there were of each resource, in the order of the resources' names.
  public var counts: [(resource: String, added: Int, modified: Int, deleted: Int)] {
    var counts: [String: (Int, Int, Int)] = [:]
    for event in state.withLock({ $0.events }) {
      switch event.kind {
      case .added: counts[event.key.resource, default: (0, 0, 0)].0 += 1
      case .modified: counts[event.key.resource, default: (0, 0, 0)].1 += 1
      case .deleted: counts[event.key.resource, default: (0, 0, 0)].2 += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1, $0.value.2) }
  }

  /// Where two histories part, in words; `nil` when they are the same.
  public func firstDifference(from other: History) -> String? {
    let (mine, theirs) = (events, other.events)
    for (position, (left, right)) in zip(mine, theirs).enumerated() where !left.isSame(as: right) {
      return "event \(position):\n- \(left)\n+ \(right)"
    }
    if mine.count == theirs.count { return nil }
    let (longer, sign) = mine.count > theirs.count ? (mine, "-") : (theirs, "+")
    return "event \(min(mine.count, theirs.count)) is in one of them only:\n\(sign) "
      + longer[min(mine.count, theirs.count)].description
  }
}

extension History.Event {
  func isSame(as other: History.Event) -> Bool {
    kind == other.kind && revision == other.revision && key == other.key && time == other.time
      && (bytes != nil && other.bytes != nil ? bytes == other.bytes : digest == other.digest)
  }
}

extension History.Event: CustomStringConvertible {
  public var description: String {
    let text = bytes.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
    return "\(time.rfc3339Micro) \(kind) \(key)@\(revision) \(digest)\(text)"
  }
}
