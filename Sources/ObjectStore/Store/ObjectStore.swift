import Synchronization

/// A durable, ordered, watchable store of objects: what etcd is to Kubernetes, in the process.
///
/// Every commit has a revision of its own, from one counter for the whole store. Readers see durable commits
/// only, and never wait for a write: reads come from memory.
public final class ObjectStore: Sendable {
  let state: Mutex<StoreState>
  let backend: any StoreBackend
  public let options: StoreOptions

  /// Opens the store on what the backend holds.
  ///
  /// - Throws: `unavailable` with the backend's reason.
  public init(backend: any StoreBackend, options: StoreOptions = StoreOptions()) async throws(StoreError) {
    let contents: BackendContents
    do {
      contents = try await backend.load()
    } catch {
      throw .unavailable(error)
    }
    self.backend = backend
    self.options = options
    self.state = Mutex(StoreState(contents, limits: options.historyLimits, now: options.now()))
  }

  /// The revision of the newest durable commit; 1 when there was none yet.
  public var currentRevision: UInt64 { state.withLock { $0.durable } }

  /// The oldest revision at which one can list and from which one can watch.
  public var oldestRevision: UInt64 { state.withLock { $0.history.compacted } }

  /// All events up to this revision were handed to their watchers.
  var deliveredRevision: UInt64 { state.withLock { $0.delivered } }

  /// The newest durable version of an object.
  ///
  /// - Complexity: O(1).
  public func get(_ key: StoreKey) -> StoredObject? { state.withLock { $0.find(key) } }

  /// How many objects a resource has.
  public func count(resource: String) -> Int {
    state.withLock { state in state.names.number(of: resource).map { state.resources[$0].index.count } ?? 0 }
  }

  /// The resources that have objects, in the order of their names, with the number of objects.
  public func resourceCounts() -> [(resource: String, count: Int)] {
    let counts = state.withLock { state in state.resources.map { ($0.name, $0.index.count) } }
    return counts.filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
  }

  /// Forgets the history before `revision`: one can no longer list at, nor watch from, an older one.
  ///
  /// - Throws: `futureRevision`, `unavailable`, `closed`. A revision that is compacted already is not an
  ///   error.
  public func compact(before revision: UInt64) async throws(StoreError) {
    let (current, trimmed) = state.withLock { state in
      (state.durable, revision > state.durable ? [] : state.compactHistory(to: revision))
    }
    _ = consume trimmed
    guard revision <= current else { throw .futureRevision(requested: revision, current: current) }
    try await flush()
  }

  /// Waits for the writes on their way, ends all watches with `closed` and closes the backend. Reads still
  /// answer.
  public func close() async {
    let isFirst = state.withLock { state in
      defer { state.refusal = .closed }
      if case .closed = state.refusal { return false }
      return true
    }
    guard isFirst else { return }
    _ = try? await finish(state.withLock { $0.enqueue(CommitGroup(writes: [])) })
    let watchers = state.withLock { state in
      state.resources.indices.flatMap { state.resources[$0].watchers.removeAll() }
    }
    for watcher in watchers { watcher.finish(.failure(.closed)) }
    await backend.close()
  }
}
