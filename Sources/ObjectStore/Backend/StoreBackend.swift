/// Where commits become durable.
///
/// A backend is a log: the store asks for everything once, at its start, and then hands over batch after
/// batch, one at a time. It answers reads itself, from memory. Every backend must pass `StoreConformance` of
/// `ObjectStoreTesting`.
public protocol StoreBackend: Sendable {
  /// Opens the log and gives all of it.
  func load() async throws(BackendError) -> BackendContents

  /// Makes a batch durable, whole or not at all.
  ///
  /// The store never calls it again before it has returned. Revisions only grow, from record to record and
  /// from batch to batch, but may leave gaps.
  ///
  /// - Throws: `BackendError`. Unless its code is `uncertain`, nothing of the batch is in the log.
  func append(_ batch: BackendBatch) async throws(BackendError)

  /// Closes the log. It may be opened again by `load`.
  func close() async
}

/// A change in the log.
public struct BackendRecord: Sendable {
  public let kind: StoreEvent.Kind
  /// The new version; of a deletion, the final state.
  public let object: StoredObject

  public init(kind: StoreEvent.Kind, object: StoredObject) {
    self.kind = kind
    self.object = object
  }
}

/// What a backend makes durable at once.
public struct BackendBatch: Sendable {
  public var records: [BackendRecord]
  public var compaction: BackendCompaction?

  public init(records: [BackendRecord], compaction: BackendCompaction? = nil) {
    self.records = records
    self.compaction = compaction
  }
}

/// What a backend may forget.
public struct BackendCompaction: Sendable {
  /// The history up to and with this revision is no longer needed.
  public var revision: UInt64
  /// The revisions of the records that no state and no event needs any more.
  public var obsolete: [UInt64]

  public init(revision: UInt64, obsolete: [UInt64]) {
    self.revision = revision
    self.obsolete = obsolete
  }
}

/// Everything that a backend holds.
public struct BackendContents: Sendable {
  /// The records that were not compacted away, in the order of their revisions.
  public var records: [BackendRecord]
  /// The revision of the last durable compaction; 0 if there was none.
  public var compacted: UInt64

  public init(records: [BackendRecord] = [], compacted: UInt64 = 0) {
    self.records = records
    self.compacted = compacted
  }
}

/// Why a backend failed.
public struct BackendError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable {
    /// Another process holds the data.
    case locked
    /// The file is not one of ours, or of a format that this version does not know.
    case foreign
    /// The file is damaged.
    case corrupt
    /// The batch was refused and nothing of it was written, as when the disk is full; a later one may
    /// succeed.
    case rejected
    /// It is not known whether the batch is durable; the store takes no more writes until it is opened again.
    case uncertain
  }

  public let code: Code
  /// What happened, to which file, and what to do.
  public let message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
