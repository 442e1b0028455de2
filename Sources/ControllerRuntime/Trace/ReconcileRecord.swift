public import APIMachinery

/// One reconcile: why it ran, what it read and wrote, how it ended.
public struct ReconcileRecord: Sendable {
  /// Reads, writes and notes beyond these numbers are counted, not kept.
  public static let readLimit = 32
  public static let writeLimit = 64
  public static let noteLimit = 16

  /// Position in the history of its manager.
  public var sequence: UInt64 = 0
  private let content: Content

  public var controller: String { content.controller }
  public var key: ObjectKey { content.item.key }
  /// Names the reconcile here and in the log.
  public var id: ReconcileID { content.id }
  public var startedAt: Timestamp { content.startedAt }
  public var duration: Duration { content.duration }
  /// How long the key was ready and waiting for a worker.
  public var waited: Duration { content.item.waited }
  /// Everything that was folded into this reconcile, oldest first.
  public var causes: [Cause] { content.item.causes }
  public var droppedCauses: Int { content.item.droppedCauses }
  /// How many times in a row the key failed before.
  public var failures: Int { content.item.failures }
  public var reads: [Read] { content.draft.reads }
  public var droppedReads: Int { content.draft.droppedReads }
  public var writes: [Write] { content.draft.writes }
  public var droppedWrites: Int { content.draft.droppedWrites }
  public var notes: [String] { content.draft.notes }
  public var outcome: Outcome { content.outcome }

  init(
    controller: String, _ item: WorkItem, id: ReconcileID, startedAt: Timestamp, duration: Duration,
    _ draft: ReconcileRecorder.Draft, _ outcome: Outcome
  ) {
    content = Content(
      controller: controller, item: item, id: id, startedAt: startedAt, duration: duration, draft: draft,
      outcome: outcome)
  }

  /// What is known when the reconcile has ended. A class, because a record is handed on and kept in several places.
  private final class Content: Sendable {
    let controller: String
    let item: WorkItem
    let id: ReconcileID
    let startedAt: Timestamp
    let duration: Duration
    let draft: ReconcileRecorder.Draft
    let outcome: Outcome

    init(
      controller: String, item: WorkItem, id: ReconcileID, startedAt: Timestamp, duration: Duration,
      draft: ReconcileRecorder.Draft, outcome: Outcome
    ) {
      self.controller = controller
      self.item = item
      self.id = id
      self.startedAt = startedAt
      self.duration = duration
      self.draft = draft
      self.outcome = outcome
    }
  }

  /// A read of the cache or of the API.
  public struct Read: Sendable, Hashable {
    public enum Verb: String, Sendable, Hashable { case get, list }
    public enum Source: String, Sendable, Hashable { case cache, api }

    public var verb: Verb
    public var resource: GroupVersionResource
    /// The object; for a list the namespace (empty for all), with the value of the index as the name.
    public var key: ObjectKey
    public var source: Source
  }

  /// A write to the API.
  public struct Write: Sendable, Hashable {
    public enum Verb: String, Sendable, Hashable {
      case create, update, patch, apply, delete, deleteCollection
    }

    public var verb: Verb
    public var resource: GroupVersionResource
    public var key: ObjectKey
    public var subresource: String?
    /// The revision that the write led to; empty when it failed.
    public var resourceVersion: String
    /// Whether the write left the object as it was.
    public var isNoOp: Bool
    public var error: StatusError?
  }

  /// How a reconcile ended.
  public enum Outcome: Sendable, Hashable {
    case action(Action)
    /// The key is tried again after a back-off.
    case failed(String)
    /// The key is not tried again before its next change.
    case terminal(String)
    /// The controller was stopped meanwhile.
    case cancelled

    /// As controller-runtime labels it in `controller_runtime_reconcile_total`.
    public var label: String {
      switch self {
      case .action(.done), .action(.awaitChange), .cancelled: "success"
      case .action(.requeue): "requeue_after"
      case .failed, .terminal: "error"
      }
    }
  }
}

extension ReconcileRecord: CustomStringConvertible {
  /// One line: `replicaset default/web: modified pods default/web-x@42 -> create pods default/web-y@43 -> done`.
  public var description: String {
    let why = causes.map(\.description).joined(separator: ", ")
    let what = writes.map(\.description).joined(separator: ", ")
    return "\(controller) \(key): \(why) -> \(what.isEmpty ? "no write" : what) -> \(outcome)"
  }
}

extension ReconcileRecord.Write: CustomStringConvertible {
  public var description: String {
    let path = subresource.map { "\(resource.groupResource)/\($0)" } ?? "\(resource.groupResource)"
    if let error { return "\(verb.rawValue) \(path) \(key) failed: \(error)" }
    return "\(verb.rawValue) \(path) \(key)@\(resourceVersion)\(isNoOp ? " (no change)" : "")"
  }
}

extension ReconcileRecord.Outcome: CustomStringConvertible {
  public var description: String {
    switch self {
    case .action(.done): "done"
    case .action(.requeue(let delay)): "again after \(delay)"
    case .action(.awaitChange): "waiting for a change"
    case .failed(let error): "failed: \(error)"
    case .terminal(let error): "failed for good: \(error)"
    case .cancelled: "cancelled"
    }
  }
}
