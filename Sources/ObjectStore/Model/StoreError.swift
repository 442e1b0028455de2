/// Why the store refused.
public enum StoreError: Error, Sendable {
  /// A create met an object of the same key.
  case alreadyExists(StoredObject)
  /// There is no object of this key.
  case notFound(StoreKey)
  /// The object's newest version, given here, is not the expected one.
  case conflict(StoredObject)
  /// The history before `oldest` is gone (Kubernetes: 410 Expired).
  case expired(requested: UInt64, oldest: UInt64)
  /// The revision has not been given to any commit yet (Kubernetes: "Too large resource version").
  case futureRevision(requested: UInt64, current: UInt64)
  /// The watcher left more than `limit` events unread and was cut off (Kubernetes: 410 Expired).
  case slowWatcher(limit: Int)
  /// The backend failed or cannot be opened; nothing was written, unless the code says `uncertain`.
  case unavailable(BackendError)
  /// The store was closed.
  case closed
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .alreadyExists(let current): "\(current.key) already exists at revision \(current.revision)"
    case .notFound(let key): "\(key) not found"
    case .conflict(let current):
      "\(current.key) has been modified; its newest revision is \(current.revision)"
    case .expired(let requested, let oldest):
      "revision \(requested) is too old: the history begins at \(oldest)"
    case .futureRevision(let requested, let current):
      "revision \(requested) is in the future: the newest one is \(current)"
    case .slowWatcher(let limit): "the watcher was cut off: it left more than \(limit) events unread"
    case .unavailable(let error): "the store is unavailable: \(error)"
    case .closed: "the store is closed"
    }
  }
}
