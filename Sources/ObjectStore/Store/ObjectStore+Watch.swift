import Synchronization

extension ObjectStore {
  /// Watches the objects of a resource.
  ///
  /// - Parameters:
  ///   - namespace: nil for all namespaces.
  ///   - revision: changes after this revision are given. With nil or 0 the watch begins with the current
  ///     state: an `added` event for each object, in batches of the phases `initial` and, last and always,
  ///     `initialEnd`.
  /// - Throws: `expired` if the history no longer reaches back to the revision; `futureRevision`; `closed`.
  public func watch(
    resource: String, namespace: String? = nil, from revision: UInt64? = nil,
    options: WatchOptions = WatchOptions()
  ) throws(StoreError) -> StoreWatch {
    let watcher = state.withLock { state -> Result<Watcher, StoreError> in
      if case .closed = state.refusal { return .failure(.closed) }
      return state.watch(resource: resource, namespace: namespace, from: revision, options: options)
    }
    return StoreWatch(try watcher.get(), of: self)
  }

  func remove(_ watcher: Watcher) {
    state.withLock { $0.resources[watcher.resource].watchers.remove(watcher) }
  }
}
