/// How full an address store is, in addresses of the current mode.
public struct PoolStatistics: Hashable, Sendable {
  public var total = 0
  public var assigned = 0
  /// Addresses that rest after use. They count as available, so a pool can look full while a pod gets nothing.
  public var cooling = 0
  public var prefixes = 0
  /// Prefixes of which no address is assigned.
  public var freePrefixes = 0

  public init(total: Int = 0, assigned: Int = 0, cooling: Int = 0, prefixes: Int = 0, freePrefixes: Int = 0) {
    self.total = total
    self.assigned = assigned
    self.cooling = cooling
    self.prefixes = prefixes
    self.freePrefixes = freePrefixes
  }

  /// VPC CNI: section 3: total less assigned.
  public var available: Int { total - assigned }
}

extension AddressStore {
  /// Counts the store.
  ///
  /// - Complexity: O(*addresses in use*).
  public func statistics(at now: Duration) -> PoolStatistics {
    var sum = PoolStatistics()
    for eni in enis where !eni.isExcluded {
      for block in eni.blocks where block.isPrefix == (mode == .prefix) {
        let assigned = block.assignedCount
        sum.total += block.cidr.count
        sum.assigned += assigned
        // Only what is no longer assigned cools.
        if assigned < block.remembered.count {
          sum.cooling += block.coolingCount(at: now, cooldown: cooldown)
        }
        sum.prefixes += block.isPrefix ? 1 : 0
        sum.freePrefixes += block.isPrefix && assigned == 0 ? 1 : 0
      }
    }
    return sum
  }
}

extension AddressStore {
  /// When the first resting address may be used again; `nil` when none rests.
  public func nextRestedAddress(after now: Duration) -> Duration? {
    var first: Duration?
    for eni in enis {
      for block in eni.blocks {
        for info in block.remembered where info.isCooling(at: now, cooldown: cooldown) {
          guard let start = info.unassignedAt else { continue }
          first = min(first ?? start, start)
        }
      }
    }
    return first.map { $0 + cooldown }
  }
}
