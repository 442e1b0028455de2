import Testing
import VPCAddressing

@Suite struct SubnetPoolTests {
  func pool(_ cidr: String, _ reservations: [SubnetReservation] = []) throws -> SubnetPool {
    SubnetPool(cidr: try IPv4CIDR(cidr), reservations: reservations)
  }

  @Test(arguments: [("10.0.0.0/28", 11), ("10.0.0.0/27", 27), ("10.0.0.0/24", 251), ("10.0.0.0/16", 65531)])
  func `five addresses of every subnet are not assignable`(cidr: String, usable: Int) throws {
    #expect(try pool(cidr).availableCount == usable)
  }

  @Test(arguments: [("10.0.0.0/28", 0), ("10.0.0.0/27", 0), ("10.0.0.0/26", 2), ("10.0.0.0/24", 14)])
  func `the first and the last 28 of a subnet hold no prefix`(cidr: String, prefixes: Int) throws {
    #expect(try pool(cidr).availablePrefixCount == prefixes)
  }

  @Test func `addresses are taken from the lowest on, and again from the lowest that came back`() throws {
    var pool = try pool("10.0.0.0/28")
    #expect(
      try pool.allocateAddresses(3, owner: "a").map(\.description) == ["10.0.0.4", "10.0.0.5", "10.0.0.6"])
    #expect(try pool.allocateAddresses(1, owner: "b").map(\.description) == ["10.0.0.7"])
    pool.release(try IPv4Range("10.0.0.5"))
    #expect(pool.availableCount == 8)
    #expect(try pool.allocateAddresses(2, owner: "c").map(\.description) == ["10.0.0.5", "10.0.0.8"])
    #expect(
      pool.allocations.map { "\($0.range) \($0.owner)" } == [
        "10.0.0.4 a", "10.0.0.5 c", "10.0.0.6 a", "10.0.0.7 b", "10.0.0.8 c",
      ])
  }

  @Test func `neighbours of one owner are one run`() throws {
    var pool = try pool("10.0.0.0/24")
    _ = try pool.allocateAddresses(2, owner: "a")
    _ = try pool.allocateAddresses(3, owner: "a")
    try pool.hold(try IPv4Range("10.0.0.10"), owner: "a")
    try pool.hold(try IPv4Range("10.0.0.9"), owner: "a")
    #expect(pool.ranges(of: "a").map(\.description) == ["10.0.0.4-10.0.0.10"])
    #expect(pool.heldCount == 7)
  }

  @Test func `a subnet gives out each address once, and then says so with EC2's code`() throws {
    var pool = try pool("10.0.0.0/28")
    var seen: Set<IPv4Address> = []
    for _ in 0..<11 { seen.formUnion(try pool.allocateAddresses(1, owner: "a")) }
    #expect(seen.count == 11)
    #expect(!seen.contains(IPv4Address(10, 0, 0, 3)) && !seen.contains(IPv4Address(10, 0, 0, 15)))
    let error = #expect(throws: AddressingError.self) { try pool.allocateAddresses(1, owner: "a") }
    #expect(error?.code == .insufficientFreeAddresses)
    #expect(error?.code.rawValue == "InsufficientFreeAddressesInSubnet")
  }

  @Test func `a request is all or nothing`() throws {
    var pool = try pool("10.0.0.0/28")
    #expect(throws: AddressingError.self) { try pool.allocateAddresses(12, owner: "a") }
    #expect(pool.heldCount == 0)
    #expect(try pool.allocateAddresses(11, owner: "a").count == 11)
  }

  @Test func `scattered addresses leave room for addresses, not for prefixes`() throws {
    var pool = try pool("10.0.0.0/26")
    try pool.hold(try IPv4Range("10.0.0.20"), owner: "x")
    try pool.hold(try IPv4Range("10.0.0.40"), owner: "y")
    #expect(pool.availableCount == 57)
    let error = #expect(throws: AddressingError.self) { try pool.allocatePrefixes(1, owner: "a") }
    #expect(error?.code.rawValue == "InsufficientCidrBlocks")
    pool.releaseAll(of: "x")
    #expect(try pool.allocatePrefixes(1, owner: "a").map(\.description) == ["10.0.0.16/28"])
  }

  @Test func `a prefix takes sixteen addresses on a boundary of sixteen`() throws {
    var pool = try pool("10.0.0.0/24")
    _ = try pool.allocateAddresses(14, owner: "a")
    #expect(
      try pool.allocatePrefixes(2, owner: "b").map(\.description) == ["10.0.0.32/28", "10.0.0.48/28"])
    #expect(pool.availableCount == 251 - 14 - 32)
    #expect(pool.availablePrefixCount == 11)
  }

  @Test func `a reservation for prefixes keeps single addresses out`() throws {
    let reserved = SubnetReservation(cidr: try IPv4CIDR("10.0.0.0/27"), purpose: .prefix)
    var pool = try pool("10.0.0.0/24", [reserved])
    #expect(try pool.allocateAddresses(1, owner: "a").map(\.description) == ["10.0.0.32"])
    #expect(
      try pool.allocatePrefixes(2, owner: "a").map(\.description) == ["10.0.0.16/28", "10.0.0.48/28"])
  }

  @Test func `an explicit reservation is touched by name alone`() throws {
    let reserved = SubnetReservation(cidr: try IPv4CIDR("10.0.0.0/25"), purpose: .explicit)
    var pool = try pool("10.0.0.0/24", [reserved])
    #expect(try pool.allocateAddresses(1, owner: "a").map(\.description) == ["10.0.0.128"])
    #expect(try pool.allocatePrefixes(1, owner: "a").map(\.description) == ["10.0.0.144/28"])
    try pool.hold(try IPv4Range("10.0.0.9"), owner: "a")
    #expect(pool.heldCount == 18)
  }

  @Test func `an address that is held or kept by AWS cannot be had by name`() throws {
    var pool = try pool("10.0.0.0/24")
    try pool.hold(try IPv4Range("10.0.0.10-10.0.0.20"), owner: "a")
    let taken = #expect(throws: AddressingError.self) {
      try pool.hold(try IPv4Range("10.0.0.20-10.0.0.21"), owner: "b")
    }
    #expect(taken?.code == .addressInUse)
    for text in ["10.0.0.3", "10.0.0.255", "10.0.1.5"] {
      let error = #expect(throws: AddressingError.self) { try pool.hold(try IPv4Range(text), owner: "b") }
      #expect(error?.code == .addressNotAssignable)
    }
  }

  @Test func `releasing cuts runs and passes over what nobody holds`() throws {
    var pool = try pool("10.0.0.0/24")
    _ = try pool.allocateAddresses(10, owner: "a")
    pool.release(try IPv4Range("10.0.0.6-10.0.0.8"))
    pool.release(try IPv4Range("10.0.0.6-10.0.0.8"))
    #expect(pool.ranges(of: "a").map(\.description) == ["10.0.0.4-10.0.0.5", "10.0.0.9-10.0.0.13"])
    #expect(pool.heldCount == 7)
  }

  @Test func `a pool is rebuilt from its allocations`() throws {
    var pool = try pool("10.0.0.0/22")
    for owner in ["a", "b", "c"] {
      _ = try pool.allocateAddresses(7, owner: owner)
      _ = try pool.allocatePrefixes(2, owner: owner)
    }
    let again = try SubnetPool(cidr: pool.cidr, allocations: pool.allocations)
    #expect(again == pool)
  }

  @Test func `random work never gives an address out twice`() throws {
    var pool = try pool("10.0.0.0/23")
    var state: UInt64 = 42
    var held: [IPv4Address: String] = [:]
    for step in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let owner = "eni-\(state >> 60)"
      switch state >> 40 & 3 {
      case 0:
        for prefix in (try? pool.allocatePrefixes(1, owner: owner)) ?? [] {
          for address in prefix.range.addresses { #expect(held.updateValue(owner, forKey: address) == nil) }
        }
      case 1:
        pool.releaseAll(of: owner)
        held = held.filter { $0.value != owner }
      default:
        for address in (try? pool.allocateAddresses(Int(state >> 33 & 7), owner: owner)) ?? [] {
          #expect(held.updateValue(owner, forKey: address) == nil, "step \(step)")
        }
      }
      #expect(pool.heldCount == held.count)
    }
  }
}
