/// The watchers of one resource, in the order of their registration.
struct WatcherList: Sendable {
  /// Those that watch all namespaces.
  private var everywhere: [Watcher] = []
  /// Those that watch one; no list is empty.
  private var byNamespace: [String: [Watcher]] = [:]

  mutating func add(_ watcher: Watcher) {
    if let namespace = watcher.namespace {
      byNamespace[namespace, default: []].append(watcher)
    } else {
      everywhere.append(watcher)
    }
  }

  mutating func remove(_ watcher: Watcher) {
    guard let namespace = watcher.namespace else {
      everywhere.removeAll { $0 === watcher }
      return
    }
    byNamespace[namespace]?.removeAll { $0 === watcher }
    if byNamespace[namespace]?.isEmpty == true { byNamespace[namespace] = nil }
  }

  /// Takes all watchers out: those of all namespaces, then by namespace.
  mutating func removeAll() -> [Watcher] {
    defer { self = WatcherList() }
    return everywhere + byNamespace.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Adds who is to get which of the writes of a batch.
  func addDeliveries(of writes: [PendingWrite], revision: UInt64, to deliveries: inout [Delivery]) {
    if !everywhere.isEmpty {
      deliveries.append(Delivery(of: writes, to: everywhere, revision: revision))
    }
    guard !byNamespace.isEmpty else { return }
    var open = writes
    while let namespace = open.first?.key.namespace {
      let writes = open.takeAll { $0.key.namespace == namespace }
      if let watchers = byNamespace[namespace] {
        deliveries.append(Delivery(of: writes, to: watchers, revision: revision))
      }
    }
  }
}
