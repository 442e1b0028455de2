import Synchronization

extension ObjectStore {
  /// Lists the objects of a resource in key order, as they were at one revision.
  ///
  /// The pages of one list are asked for with the `revision` and the `continueKey` of the first: together
  /// they are the state at that revision, whatever was written meanwhile.
  ///
  /// - Parameters:
  ///   - namespace: nil for all namespaces.
  ///   - continueKey: the last key of the page before.
  ///   - limit: how many objects the page has at most; nil or 0 for no limit.
  ///   - revision: nil for the newest.
  ///   - condition: which objects are listed. It is called outside of the store's lock.
  /// - Throws: `expired`, `futureRevision`. A resource that nobody has written is not an error: it has no
  ///   objects.
  /// - Complexity: O(log n) and the objects that are looked at. At an older revision that no list is reading,
  ///   also the number of events since.
  public func list(
    resource: String, namespace: String? = nil, from continueKey: StoreKey? = nil, limit: Int? = nil,
    at revision: UInt64? = nil, where condition: ((StoredObject) -> Bool)? = nil
  ) throws(StoreError) -> ListPage {
    var snapshot = try state.withLock { $0.snapshot(of: resource, at: revision) }.get()
    let wasRebuilt = snapshot.rebuild()
    let index = snapshot.index
    let (start, end) = index.range(namespace: namespace, after: continueKey)
    let limit = limit.flatMap { $0 > 0 ? $0 : nil }
    var objects: [StoredObject] = []
    if condition == nil { objects.reserveCapacity(min(limit ?? .max, index.distance(from: start, to: end))) }
    let stop = index.walk(from: start, to: end) { object in
      if condition?(object) ?? true { objects.append(object) }
      return limit.map { objects.count < $0 } ?? true
    }
    let remaining = index.distance(from: stop, to: end)
    if remaining > 0 || wasRebuilt { state.withLock { [snapshot] in $0.keep(snapshot) } }
    return ListPage(
      objects: objects, revision: snapshot.revision, continueKey: remaining > 0 ? objects.last?.key : nil,
      remainingCount: remaining > 0 ? remaining : nil)
  }
}
