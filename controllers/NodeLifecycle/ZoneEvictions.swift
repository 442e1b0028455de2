import APIMachinery

/// Decides which lost nodes get their NoExecute taint now: one at a time in each zone, and none while every zone
/// is dark.
///
/// Kubernetes: `nodelifecycle`, `handleDisruption`, `doNoExecuteTaintingPass`.
struct ZoneEvictions: Sendable {
  /// One node as the monitor sees it.
  struct Member: Sendable {
    var name: String
    var zone: String
    var isReady: Bool
  }

  private struct Zone: Sendable {
    var state: ZoneState = .initial
    var bucket = TokenBucket(rate: ZoneState.evictionsPerSecond)
    /// Lost nodes that wait for their taint, first come first served.
    var waiting: [String] = []
  }

  private var zones: [String: Zone] = [:]
  private(set) var isEveryZoneDark = false

  /// Takes the present state of all nodes in.
  ///
  /// - Returns: True when all zones went dark just now: the taints that were set are to be lifted.
  mutating func observe(_ members: [Member], now: Timestamp) -> Bool {
    var counts: [String: (ready: Int, notReady: Int)] = [:]
    for member in members {
      if member.isReady {
        counts[member.zone, default: (0, 0)].ready += 1
      } else {
        counts[member.zone, default: (0, 0)].notReady += 1
      }
    }
    zones = zones.filter { counts[$0.key] != nil }
    let wasDark = isEveryZoneDark
    isEveryZoneDark =
      !counts.isEmpty
      && counts.values.allSatisfy { ZoneState(ready: $0.ready, notReady: $0.notReady) == .fullDisruption }
    for (name, count) in counts {
      let state = ZoneState(ready: count.ready, notReady: count.notReady)
      let rate = state.evictionRate(zoneSize: count.ready + count.notReady, isEveryZoneDark: isEveryZoneDark)
      zones[name, default: Zone()].state = state
      zones[name]?.bucket.setRate(rate, at: now)
    }
    return isEveryZoneDark && !wasDark
  }

  /// Puts a lost node in its zone's queue.
  mutating func add(_ node: String, zone: String) {
    if zones[zone]?.waiting.contains(node) != true { zones[zone, default: Zone()].waiting.append(node) }
  }

  /// Takes a node out: it is well again, or gone.
  mutating func remove(_ node: String, zone: String) {
    zones[zone]?.waiting.removeAll { $0 == node }
  }

  /// The nodes whose turn it is, in the order of the zones' names.
  mutating func due(at now: Timestamp) -> [String] {
    let names = zones.lazy.filter { !$0.value.waiting.isEmpty }.map(\.key).sorted()
    return names.compactMap { name in
      guard var zone = zones[name], let node = zone.waiting.first, zone.bucket.take(at: now) else {
        return nil
      }
      zone.waiting.removeFirst()
      zones[name] = zone
      return node
    }
  }
}
