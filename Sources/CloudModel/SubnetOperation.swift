import VPCAddressing

/// A change to what is held of a subnet, made for one interface.
enum SubnetOperation: Sendable {
  /// Hold `count` single addresses beside `known` ones.
  case addresses(count: Int, owner: String, known: [IPv4Range])
  /// Hold `count` prefixes beside `known` ranges.
  case prefixes(count: Int, owner: String, known: [IPv4Range])
  /// Hold a primary address, `addresses` more and `prefixes`: what a new interface has.
  case interface(addresses: Int, prefixes: Int, owner: String)
  /// Free these ranges.
  case release([IPv4Range])
  /// Free all that an interface held.
  case releaseAll(owner: String)

  /// What an operation came to.
  struct Outcome: Sendable {
    var addresses: [IPv4Address] = []
    var prefixes: [IPv4CIDR] = []
  }

  /// Applies the operation to `pool`; a failure leaves it unchanged.
  ///
  /// What the subnet holds for the interface beyond the `known` ranges is from an earlier try that did not get to
  /// tell the interface: it is used first.
  func apply(to pool: inout SubnetPool) throws(AddressingError) -> Outcome {
    let before = pool
    do {
      return try applyUnguarded(to: &pool)
    } catch {
      pool = before
      throw error
    }
  }

  private func applyUnguarded(to pool: inout SubnetPool) throws(AddressingError) -> Outcome {
    switch self {
    case .addresses(let count, let owner, let known):
      return Outcome(addresses: try Self.addresses(count, owner, known, &pool))
    case .prefixes(let count, let owner, let known):
      return Outcome(prefixes: try Self.prefixes(count, owner, known, &pool))
    case .interface(let addresses, let prefixes, let owner):
      // An earlier try may have chosen already; start over, in the same step.
      pool.releaseAll(of: owner)
      let single = try pool.allocateAddresses(1 + addresses, owner: owner)
      return Outcome(addresses: single, prefixes: try pool.allocatePrefixes(prefixes, owner: owner))
    case .release(let ranges):
      for range in ranges { pool.release(range) }
      return Outcome()
    case .releaseAll(let owner):
      pool.releaseAll(of: owner)
      return Outcome()
    }
  }

  private static func addresses(
    _ count: Int, _ owner: String, _ known: [IPv4Range], _ pool: inout SubnetPool
  ) throws(AddressingError) -> [IPv4Address] {
    let orphans = pool.ranges(of: owner).flatMap(\.addresses).filter { address in
      !known.contains { $0.contains(address) }
    }
    let reused = Array(orphans.prefix(count))
    return reused + (try pool.allocateAddresses(count - reused.count, owner: owner))
  }

  private static func prefixes(
    _ count: Int, _ owner: String, _ known: [IPv4Range], _ pool: inout SubnetPool
  ) throws(AddressingError) -> [IPv4CIDR] {
    let held = pool.ranges(of: owner)
    let orphans = held.flatMap { prefixes(in: $0) }.filter { prefix in
      !known.contains { $0.overlaps(prefix.range) }
    }
    let reused = Array(orphans.prefix(count))
    return reused + (try pool.allocatePrefixes(count - reused.count, owner: owner))
  }

  /// The whole aligned prefixes inside a range.
  private static func prefixes(in range: IPv4Range) -> [IPv4CIDR] {
    var start = (Int(range.first.rawValue) + 15) / 16 * 16
    var found: [IPv4CIDR] = []
    while start + 15 <= Int(range.last.rawValue) {
      let base = IPv4Address(rawValue: UInt32(start))
      found.append(IPv4CIDR(containing: base, prefixLength: SubnetPool.prefixLength))
      start += 16
    }
    return found
  }
}
