public import APIMachinery

/// One reconcile: why it ran, what it read and wrote, how it ended.
public struct ReconcileRecord: Sendable {
  /// Reads, writes and notes beyond these numbers are counted, not kept.
  public static let readLimit = 32
  public static let writeLimit = 64
  public static let noteLimit = 16

  /// Position in the history of its manager.
  public var sequence: UInt64 = 0
  public let controller: String
  public let key: ObjectKey
  /// Names the reconcile here and in the log.
  public let id: ReconcileID
  public let startedAt: Timestamp
  public let duration: Duration
  /// How long the key was ready and waiting for a worker.
  public let waited: Duration
  /// Everything that was folded into this reconcile, oldest first.
  public let causes: [Cause]
  public let droppedCauses: Int
  /// How many times in a row the key failed before.
  public let failures: Int
  public let reads: [Read]
  public let droppedReads: Int
  public let writes: [Write]
  public let droppedWrites: Int
  public let notes: [String]
  public let outcome: Outcome

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
