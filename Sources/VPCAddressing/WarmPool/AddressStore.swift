/// The addresses of one node: its interfaces, what their slots hold, and which pod has which address.
///
/// VPC CNI: section 3, ipamd's data store, of which there is one a network card. Where ipamd walks a map in random
/// order, this one walks the interfaces by device number, so that one history gives one answer.
public struct AddressStore: Hashable, Sendable {
  /// VPC CNI: `IP_COOLDOWN_PERIOD`: how long an address rests after a pod gave it back.
  public static let defaultCooldown = Duration.seconds(30)

  /// Which kind of block new pods get addresses from. Blocks of the other kind stay while they are in use.
  public let mode: AddressMode
  public let cooldown: Duration
  /// By device number.
  public private(set) var enis: [ENI]

  public init(mode: AddressMode = .secondary, cooldown: Duration = defaultCooldown, enis: [ENI] = []) {
    self.mode = mode
    self.cooldown = cooldown
    self.enis = enis.sorted { ($0.deviceNumber, $0.id) < ($1.deviceNumber, $1.id) }
  }

  /// The address of the pod with this UID; `nil` when it has none.
  public func address(ofPod uid: String) -> IPv4Address? {
    for eni in enis {
      for block in eni.blocks {
        if let info = block.remembered.first(where: { $0.pod?.uid == uid }) { return info.address }
      }
    }
    return nil
  }

  /// Gives `pod` an address; the one it has when it has one.
  ///
  /// - Returns: `nil` when no address is free and rested ("no available IP/Prefix addresses").
  public mutating func assign(to pod: PodIdentity, at now: Duration) -> IPv4Address? {
    address(ofPod: pod.uid) ?? assignUnchecked(to: pod, at: now)
  }

  /// Gives a pod that is known to have no address one.
  public mutating func assignUnchecked(to pod: PodIdentity, at now: Duration) -> IPv4Address? {
    for eni in enis.indices where !enis[eni].isExcluded {
      for block in enis[eni].blocks.indices where enis[eni].blocks[block].isPrefix == (mode == .prefix) {
        if let address = enis[eni].blocks[block].take(for: pod, at: now, cooldown: cooldown) {
          return address
        }
      }
    }
    return nil
  }

  /// Takes the address of the pod with this UID back; it rests from `now` on.
  ///
  /// - Returns: The address; `nil` when the pod has none, which is no error.
  @discardableResult public mutating func unassign(pod uid: String, at now: Duration) -> IPv4Address? {
    for eni in enis.indices {
      for block in enis[eni].blocks.indices {
        guard let place = enis[eni].blocks[block].remembered.firstIndex(where: { $0.pod?.uid == uid }) else {
          continue
        }
        enis[eni].blocks[block].remembered[place].pod = nil
        enis[eni].blocks[block].remembered[place].unassignedAt = now
        return enis[eni].blocks[block].remembered[place].address
      }
    }
    return nil
  }

  /// Notes what is known from elsewhere: that a pod has an address, or that one was given back.
  ///
  /// - Returns: Whether any block of the store holds the address.
  @discardableResult public mutating func restore(_ info: AddressInfo) -> Bool {
    for eni in enis.indices {
      for block in enis[eni].blocks.indices where enis[eni].blocks[block].cidr.contains(info.address) {
        enis[eni].blocks[block].remember(info)
        return true
      }
    }
    return false
  }

  /// Adds an interface, or replaces the one with its id.
  public mutating func add(_ eni: ENI) {
    enis.removeAll { $0.id == eni.id }
    let place = enis.firstIndex { ($0.deviceNumber, $0.id) > (eni.deviceNumber, eni.id) } ?? enis.count
    enis.insert(eni, at: place)
  }

  /// Takes an interface off, with all it holds.
  public mutating func remove(eni id: String) {
    enis.removeAll { $0.id == id }
  }

  /// Adds blocks to the interface called `id`.
  public mutating func add(_ blocks: [AddressBlock], to id: String) {
    guard let place = enis.firstIndex(where: { $0.id == id }) else { return }
    for block in blocks { enis[place].add(block) }
  }

  /// Takes blocks off the interface called `id`.
  public mutating func remove(_ cidrs: [IPv4CIDR], from id: String) {
    guard let place = enis.firstIndex(where: { $0.id == id }) else { return }
    for cidr in cidrs { enis[place].remove(cidr) }
  }
}

extension AddressInfo {
  /// An address that `pod` has.
  public init(assigned address: IPv4Address, to pod: PodIdentity, at time: Duration = .zero) {
    self.init(address: address, pod: pod, assignedAt: time)
  }

  /// An address that a pod gave back at `time`.
  public init(unassigned address: IPv4Address, at time: Duration) {
    self.init(address: address, pod: nil, assignedAt: .zero, unassignedAt: time)
  }
}
