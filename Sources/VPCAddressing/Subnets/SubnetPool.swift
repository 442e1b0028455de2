/// Which addresses of a subnet are held and by whom, and which ones EC2 would give out next.
///
/// A pool is a value: allocating changes the copy at hand and nothing else. Held addresses stand as sorted runs,
/// so a subnet of 65,536 addresses costs what is used of it, and the runs are what a `Subnet` object shows.
///
/// VPC CNI: section 1: five addresses of every subnet are not assignable: the first four (network, router, DNS,
/// future use) and the last (broadcast).
public struct SubnetPool: Hashable, Sendable {
  /// VPC CNI: addresses of each subnet that nobody can have.
  public static let reservedCount = 5
  /// VPC CNI: a prefix is a /28, 16 addresses on a 16 boundary.
  public static let prefixLength = 28

  public let cidr: IPv4CIDR
  public let reservations: [SubnetReservation]
  /// Who holds what: sorted, without overlap; neighbours of one owner are joined.
  public private(set) var allocations: [SubnetAllocation] = []
  /// The number of addresses that are held.
  public private(set) var heldCount = 0

  /// - Parameters:
  ///   - cidr: The subnet, /16...28 in EC2.
  ///   - reservations: EC2's subnet CIDR reservations.
  public init(cidr: IPv4CIDR, reservations: [SubnetReservation] = []) {
    self.cidr = cidr
    self.reservations = reservations.sorted { $0.cidr < $1.cidr }
  }

  /// Makes a pool of allocations that are known to be sorted and not to overlap, as a pool wrote them.
  ///
  /// - Throws: `addressInUse` when two of them overlap.
  public init(
    cidr: IPv4CIDR, reservations: [SubnetReservation] = [], allocations: [SubnetAllocation]
  ) throws(AddressingError) {
    self.init(cidr: cidr, reservations: reservations)
    for allocation in allocations { try hold(allocation.range, owner: allocation.owner) }
  }

  /// The lowest address that can be assigned: the fifth of the subnet.
  public var firstAssignable: IPv4Address { IPv4Address(rawValue: cidr.base.rawValue &+ 4) }

  /// The highest address that can be assigned: the last but one of the subnet.
  public var lastAssignable: IPv4Address { IPv4Address(rawValue: cidr.last.rawValue &- 1) }

  /// VPC CNI: `AvailableIpAddressCount` is the size less five less what is in use.
  public var availableCount: Int { max(0, cidr.count - Self.reservedCount - heldCount) }

  /// The number of whole aligned /28 blocks that are free.
  public var availablePrefixCount: Int {
    var count = 0
    var cursor: IPv4CIDR?
    while let next = nextFreePrefix(after: cursor, within: cidr) {
      count += 1
      cursor = next
    }
    return count
  }

  /// The addresses of `owner`, lowest first.
  public func ranges(of owner: String) -> [IPv4Range] {
    allocations.lazy.filter { $0.owner == owner }.map(\.range)
  }
}

// MARK: Allocating

extension SubnetPool {
  /// Takes the `count` lowest free addresses for `owner`: all of them or none.
  ///
  /// Addresses inside reservations are passed over.
  ///
  /// - Returns: The addresses, lowest first.
  /// - Throws: `insufficientFreeAddresses`; the pool is then unchanged.
  /// - Complexity: O(*runs*) for each unbroken run that is taken, and there is mostly one.
  public mutating func allocateAddresses(_ count: Int, owner: String) throws(AddressingError) -> [IPv4Address]
  {
    var chosen: [IPv4Range] = []
    var missing = count
    if firstAssignable <= lastAssignable, count > 0 {
      forEachGap { gap in
        let taken = min(gap.count, missing)
        chosen.append(IPv4Range(gap.first, IPv4Address(rawValue: gap.first.rawValue + UInt32(taken - 1))))
        missing -= taken
        return missing > 0
      }
    }
    guard missing <= 0 else { throw Self.exhausted }
    for range in chosen { try hold(range, owner: owner) }
    return chosen.flatMap(\.addresses)
  }

  /// Takes the `count` lowest free /28 prefixes for `owner`: all of them or none.
  ///
  /// VPC CNI: section 5. Prefixes come from reservations for prefixes first, then from the rest of the subnet.
  ///
  /// - Throws: `insufficientCIDRBlocks`, though single addresses may be free.
  public mutating func allocatePrefixes(_ count: Int, owner: String) throws(AddressingError) -> [IPv4CIDR] {
    var chosen: [IPv4CIDR] = []
    let places = reservations.filter { $0.purpose == .prefix }.map(\.cidr) + [cidr]
    for place in places {
      var cursor: IPv4CIDR?
      while chosen.count < count, let next = nextFreePrefix(after: cursor, within: place) {
        cursor = next
        if !chosen.contains(next) { chosen.append(next) }
      }
    }
    guard chosen.count == count else {
      throw AddressingError(
        .insufficientCIDRBlocks,
        "The specified subnet does not have enough free cidr blocks to satisfy the request.")
    }
    for prefix in chosen { try hold(prefix.range, owner: owner) }
    return chosen
  }

  /// Takes these addresses for `owner`, by name; addresses in reservations may be asked for this way.
  ///
  /// - Throws: `addressNotAssignable` outside the assignable part of the subnet, `addressInUse`.
  /// - Complexity: O(log *runs*) to find, O(*runs*) to insert.
  public mutating func hold(_ range: IPv4Range, owner: String) throws(AddressingError) {
    guard range.first >= firstAssignable, range.last <= lastAssignable, cidr.contains(range.first) else {
      throw AddressingError(
        .addressNotAssignable, "\(range) does not fall within the assignable addresses of subnet \(cidr)")
    }
    let place = position(of: range.first)
    if place < allocations.count, allocations[place].range.overlaps(range) {
      throw AddressingError(
        .addressInUse, "Address \(range) is in use by \(allocations[place].owner)")
    }
    heldCount += range.count
    insert(range, owner: owner, at: place)
  }

  /// Gives back the addresses of `range`; those that nobody holds are passed over, so giving back twice is no error.
  public mutating func release(_ range: IPv4Range) {
    var kept: [SubnetAllocation] = []
    for allocation in allocations {
      guard allocation.range.overlaps(range) else {
        kept.append(allocation)
        continue
      }
      if allocation.range.first < range.first, let end = range.first.advanced(by: -1) {
        kept.append(SubnetAllocation(range: IPv4Range(allocation.range.first, end), owner: allocation.owner))
      }
      if range.last < allocation.range.last, let start = range.last.advanced(by: 1) {
        kept.append(SubnetAllocation(range: IPv4Range(start, allocation.range.last), owner: allocation.owner))
      }
    }
    replaceAllocations(kept)
  }

  /// Gives back everything that `owner` holds.
  public mutating func releaseAll(of owner: String) {
    replaceAllocations(allocations.filter { $0.owner != owner })
  }

  private mutating func replaceAllocations(_ kept: [SubnetAllocation]) {
    allocations = kept
    heldCount = kept.reduce(0) { $0 + $1.range.count }
  }

  private static let exhausted = AddressingError(
    .insufficientFreeAddresses,
    "The specified subnet does not have enough free addresses to satisfy the request.")
}

// MARK: Searching

extension SubnetPool {
  /// The place of the first run that ends at or after `address`.
  private func position(of address: IPv4Address) -> Int {
    var low = 0
    var high = allocations.count
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle].range.last < address { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func insert(_ range: IPv4Range, owner: String, at place: Int) {
    let joinsLeft = place > 0 && adjoins(allocations[place - 1], range.first.advanced(by: -1), owner)
    let joinsRight =
      place < allocations.count && adjoins(allocations[place], range.last.advanced(by: 1), owner)
    let first = joinsLeft ? allocations[place - 1].range.first : range.first
    let last = joinsRight ? allocations[place].range.last : range.last
    let run = SubnetAllocation(range: IPv4Range(first, last), owner: owner)
    allocations.replaceSubrange(
      (joinsLeft ? place - 1 : place)..<(joinsRight ? place + 1 : place), with: [run])
  }

  private func adjoins(_ run: SubnetAllocation, _ address: IPv4Address?, _ owner: String) -> Bool {
    guard let address else { return false }
    return run.owner == owner && run.range.contains(address)
  }

  /// Calls `body` with each run of addresses that are free for automatic choice, lowest first, until it says false.
  private func forEachGap(_ body: (IPv4Range) -> Bool) {
    var cursor = Int(firstAssignable.rawValue)
    let end = Int(lastAssignable.rawValue)
    var held = allocations.makeIterator()
    var reserved = reservations.makeIterator()
    var nextHeld = held.next()?.range
    var nextReserved = reserved.next()?.cidr.range
    while cursor <= end {
      let blocker = [nextHeld, nextReserved].compactMap(\.self).min { $0.first < $1.first }
      let stop = blocker.map { min(Int($0.first.rawValue) - 1, end) } ?? end
      if cursor <= stop {
        let gap = IPv4Range(IPv4Address(rawValue: UInt32(cursor)), IPv4Address(rawValue: UInt32(stop)))
        guard body(gap) else { return }
      }
      guard let blocker else { return }
      cursor = max(cursor, Int(blocker.last.rawValue) + 1)
      if blocker == nextHeld {
        nextHeld = held.next()?.range
      } else {
        nextReserved = reserved.next()?.cidr.range
      }
    }
  }

  /// The lowest free aligned /28 of `place` behind `cursor`.
  private func nextFreePrefix(after cursor: IPv4CIDR?, within place: IPv4CIDR) -> IPv4CIDR? {
    let lowest = max(Int(place.base.rawValue), Int(firstAssignable.rawValue))
    let highest = min(Int(place.last.rawValue), Int(lastAssignable.rawValue))
    let automatic = !reservations.contains { $0.purpose == .prefix && $0.cidr == place }
    var start = cursor.map { Int($0.last.rawValue) + 1 } ?? (lowest + 15) / 16 * 16
    while start + 15 <= highest {
      let block = IPv4CIDR(containing: IPv4Address(rawValue: UInt32(start)), prefixLength: Self.prefixLength)
      if let end = blockingEnd(block, automatic: automatic) {
        start = (end + 16) / 16 * 16
      } else {
        return block
      }
    }
    return nil
  }

  /// The last address of what keeps `block` from being given out; `nil` when it is free.
  private func blockingEnd(_ block: IPv4CIDR, automatic: Bool) -> Int? {
    let place = position(of: block.base)
    if place < allocations.count, allocations[place].range.overlaps(block.range) {
      return max(Int(allocations[place].range.last.rawValue), Int(block.base.rawValue))
    }
    let reserved = reservations.first { $0.cidr.overlaps(block) && (automatic || $0.purpose == .explicit) }
    return reserved.map { max(Int($0.cidr.last.rawValue), Int(block.base.rawValue)) }
  }
}
