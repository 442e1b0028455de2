/// Everything that the store's lock guards. Its methods are pure: they return what is to be done after
/// unlocking.
struct StoreState: Sendable {
  struct Resource: Sendable {
    let name: String
    private(set) var index = ObjectIndex()
    private var table = ObjectTable()
    var watchers = WatcherList()

    init(name: String) { self.name = name }

    func find(namespace: String, name: String) -> StoredObject? {
      table.find(namespace: namespace, name: name)
    }

    /// Puts a version in its place and gives the one that was there.
    @discardableResult
    mutating func set(_ object: StoredObject) -> StoredObject? {
      table.set(object)
      return index.set(object)
    }

    /// Takes an object out and gives it.
    @discardableResult
    mutating func remove(namespace: String, name: String) -> StoredObject? {
      table.remove(namespace: namespace, name: name)
      return index.remove(namespace: namespace, name: name)
    }
  }

  /// An empty store is at revision 1, as etcd is: 0 means "any" to Kubernetes.
  static let firstRevision: UInt64 = 1

  var resources: [Resource] = []
  /// The names of `resources`.
  private(set) var names = ResourceNames()
  var history: EventHistory
  var snapshots = SnapshotCache()
  var queue: CommitQueue
  /// The newest durable revision: what readers see.
  var durable: UInt64
  /// All events up to this revision were handed to their watchers.
  var delivered: UInt64
  /// What the backend may forget and has not been told yet.
  var obsolete: [UInt64] = []
  /// Set when no more writes are taken.
  var refusal: StoreError?

  init(_ contents: BackendContents, limits: EventHistory.Limits, now: Int64) {
    let newest = contents.records.last?.object.revision ?? 0
    durable = max(Self.firstRevision, contents.compacted, newest)
    delivered = durable
    queue = CommitQueue(assigned: durable)
    history = EventHistory(limits: limits, compacted: contents.compacted)
    for record in contents.records { restore(record, now: now) }
    _ = trimHistory(now: now)
  }

  private mutating func restore(_ record: BackendRecord, now: Int64) {
    let key = record.object.key
    let resource = number(of: key.resource)
    let previous =
      record.kind == .deleted
      ? resources[resource].remove(namespace: key.namespace, name: key.name)
      : resources[resource].set(record.object)
    guard record.object.revision > history.compacted else { return }
    let event = StoreEvent(kind: record.kind, object: record.object, previous: previous)
    history.append(event, resource: resource, time: now)
  }

  /// The number of a resource, which it gets when it is first named.
  mutating func number(of resource: String) -> Int {
    if let number = names.number(of: resource) { return number }
    resources.append(Resource(name: resource))
    names.add(resource)
    return resources.count - 1
  }

  func find(_ key: StoreKey) -> StoredObject? {
    guard let resource = names.number(of: key.resource) else { return nil }
    return resources[resource].find(namespace: key.namespace, name: key.name)
  }

  /// Forgets the history that is over its limits; gives it, to be released outside of the lock.
  mutating func trimHistory(now: Int64) -> [StoreEvent] {
    forget(history.trim(now: now))
  }

  mutating func compactHistory(to revision: UInt64) -> [StoreEvent] {
    forget(history.compact(to: revision))
  }

  private mutating func forget(_ events: [StoreEvent]) -> [StoreEvent] {
    for event in events { event.forEachObsoleteRevision { obsolete.append($0) } }
    snapshots.removeAll(before: history.compacted)
    return events
  }
}
