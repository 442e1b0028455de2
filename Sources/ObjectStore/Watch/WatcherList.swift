/// The watchers of one resource, in the order of their registration.
struct WatcherList: Sendable {
  /// Those that watch all namespaces.
  private var everywhere: [Watcher] = []
  /// Those that watch one; no list is empty.
  private var byNamespace: [String: [Watcher]] = [:]

  var isEmpty: Bool { everywhere.isEmpty && byNamespace.isEmpty }

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

  /// Adds who is to get which of the outcomes of a batch.
  func addDeliveries(of outcomes: [PendingWrite.Outcome], revision: UInt64, to deliveries: inout [Delivery]) {
    func add(_ watchers: [Watcher], _ outcomes: [PendingWrite.Outcome]) {
      let fresh = outcomes.map(\.fresh)
      let isAllKept = outcomes.allSatisfy { $0.fresh.object === $0.kept.object }
      let kept = isAllKept ? fresh : outcomes.map(\.kept)
      deliveries.append(Delivery(watchers: watchers, fresh: fresh, kept: kept, revision: revision))
    }
    if !everywhere.isEmpty { add(everywhere, outcomes) }
    guard !byNamespace.isEmpty else { return }
    var open = outcomes[...]
    while let namespace = open.first?.kept.key.namespace {
      if let watchers = byNamespace[namespace] {
        add(watchers, open.filter { $0.kept.key.namespace == namespace })
      }
      open = open.filter { $0.kept.key.namespace != namespace }[...]
    }
  }
}
