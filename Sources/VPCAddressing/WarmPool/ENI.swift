/// A network interface of a node, as the address allocator sees it.
///
/// VPC CNI: section 3.
public struct ENI: Hashable, Sendable {
  public let id: String
  /// 0 for the primary interface.
  public let deviceNumber: Int
  public let createdAt: Duration
  /// A trunk carries branch interfaces: its addresses may be used, none are added to it.
  public var isTrunk = false
  /// An interface for elastic fabric is never deleted.
  public var isEFA = false
  /// VPC CNI: an interface in a subnet tagged `kubernetes.io/role/cni=0` gives new pods no address.
  public var isExcluded = false
  /// What the slots hold, in the order of the addresses.
  public internal(set) var blocks: [AddressBlock] = []

  public init(id: String, deviceNumber: Int, createdAt: Duration = .zero, blocks: [AddressBlock] = []) {
    self.id = id
    self.deviceNumber = deviceNumber
    self.createdAt = createdAt
    self.blocks = blocks.sorted { $0.cidr < $1.cidr }
  }

  public var isPrimary: Bool { deviceNumber == 0 }

  public var assignedCount: Int { blocks.reduce(0) { $0 + $1.assignedCount } }

  /// The blocks of the kind that `mode` gives out.
  public func blocks(of mode: AddressMode) -> [AddressBlock] {
    blocks.filter { $0.isPrefix == (mode == .prefix) }
  }

  func addressCount(_ mode: AddressMode) -> Int { blocks(of: mode).reduce(0) { $0 + $1.cidr.count } }

  func isCooling(at now: Duration, cooldown: Duration) -> Bool {
    blocks.contains { $0.coolingCount(at: now, cooldown: cooldown) > 0 }
  }

  /// Adds what a slot holds; a block that is there already stays as it is.
  public mutating func add(_ block: AddressBlock) {
    guard !blocks.contains(where: { $0.cidr == block.cidr }) else { return }
    blocks.insert(block, at: blocks.firstIndex { block.cidr < $0.cidr } ?? blocks.count)
  }

  /// Takes a block off.
  public mutating func remove(_ cidr: IPv4CIDR) {
    blocks.removeAll { $0.cidr == cidr }
  }
}
