public import APIMachinery
public import EKSAPI
public import VPCAddressing

extension Subnet {
  /// The annotation with CIDR reservations of a subnet: `prefix=10.0.0.0/26,explicit=10.0.0.64/28`.
  public static let reservationsAnnotation = "swiftlet.dev/cidr-reservations"
  /// The annotation that names instance types of which the subnet's zone has none left: `m5.*,c5.large`.
  public static let insufficientCapacityAnnotation = "swiftlet.dev/insufficient-capacity"

  /// What is held of the subnet, as its status says.
  ///
  /// - Throws: `Invalid` when the CIDR or an allocation does not parse.
  public func pool() throws(StatusError) -> SubnetPool {
    do throws(AddressingError) {
      let cidr = try IPv4CIDR(spec.cidrBlock ?? "")
      var allocations: [SubnetAllocation] = []
      for entry in status.allocations {
        allocations.append(
          SubnetAllocation(range: try IPv4Range(entry.range), owner: entry.networkInterfaceID))
      }
      return try SubnetPool(cidr: cidr, reservations: try reservations(), allocations: allocations)
    } catch {
      throw StatusError(
        code: 422, reason: .invalid, message: "Subnet \"\(metadata.name ?? "")\" is invalid: \(error.message)"
      )
    }
  }

  private func reservations() throws(AddressingError) -> [SubnetReservation] {
    var found: [SubnetReservation] = []
    for item in (metadata.annotations[Self.reservationsAnnotation] ?? "").split(separator: ",") {
      let parts = item.split(separator: "=", maxSplits: 1).map { String($0) }
      guard parts.count == 2, let purpose = SubnetReservation.Purpose(rawValue: parts[0]) else { continue }
      found.append(SubnetReservation(cidr: try IPv4CIDR(parts[1]), purpose: purpose))
    }
    return found
  }

  /// Writes what is held into the status.
  public mutating func setPool(_ pool: SubnetPool) {
    status.availableIPAddressCount = pool.availableCount
    status.allocations = pool.allocations.map { allocation in
      SubnetAllocationEntry {
        $0.range = allocation.range.description
        $0.networkInterfaceID = allocation.owner
      }
    }
  }

  /// Whether the subnet's zone has machines of this type.
  public func hasCapacity(for instanceType: String) -> Bool {
    let exhausted = metadata.annotations[Self.insufficientCapacityAnnotation] ?? ""
    return !exhausted.split(separator: ",").contains { WildcardPattern(String($0)).matches(instanceType) }
  }
}
