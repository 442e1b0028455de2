import APIMachinery
import CloudModel
import EKSAPI
import KubernetesClient
import VPCAddressing

/// The cloud as the loops under test have it: any call that makes something can fail.
struct FaultyEC2: EC2 {
  let base: any EC2
  let injector: FaultInjector

  private func meetFault(_ isPossible: Set<Fault.CloudFailure>) throws(EC2Error) {
    guard let failure = injector.cloudCall() else { return }
    throw (isPossible.contains(failure) ? failure : .throttled).error
  }

  func runInstances(
    _ request: RunInstanceRequest, count: Int
  ) async throws(EC2Error) -> [Described<Instance>] {
    try meetFault([.noCapacity, .noFreeAddresses])
    return try await base.runInstances(request, count: count)
  }

  func terminateInstance(_ instance: ObjectKey) async throws(EC2Error) {
    try meetFault([])
    try await base.terminateInstance(instance)
  }

  func describe(instance: ObjectKey) async throws(EC2Error) -> Described<Instance>? {
    try meetFault([])
    return try await base.describe(instance: instance)
  }

  func createNetworkInterface(
    _ request: CreateNetworkInterfaceRequest
  ) async throws(EC2Error) -> NetworkInterface {
    try meetFault([.noFreeAddresses])
    return try await base.createNetworkInterface(request)
  }

  func attach(
    networkInterface: ObjectKey, to instance: ObjectKey, deviceIndex: Int
  ) async throws(EC2Error) -> Described<NetworkInterface> {
    try meetFault([])
    return try await base.attach(networkInterface: networkInterface, to: instance, deviceIndex: deviceIndex)
  }

  func describe(networkInterface: ObjectKey) async throws(EC2Error) -> Described<NetworkInterface>? {
    try meetFault([])
    return try await base.describe(networkInterface: networkInterface)
  }

  func detach(networkInterface: ObjectKey) async throws(EC2Error) {
    try meetFault([])
    try await base.detach(networkInterface: networkInterface)
  }

  func deleteNetworkInterface(_ networkInterface: ObjectKey) async throws(EC2Error) {
    try meetFault([])
    try await base.deleteNetworkInterface(networkInterface)
  }

  func assignPrivateIPAddresses(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    try meetFault([.noFreeAddresses])
    return try await base.assignPrivateIPAddresses(count, to: networkInterface)
  }

  func assignPrefixes(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    try meetFault([.noFreeAddresses])
    return try await base.assignPrefixes(count, to: networkInterface)
  }

  func unassign(
    _ blocks: [IPv4CIDR], from networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    try meetFault([])
    return try await base.unassign(blocks, from: networkInterface)
  }

  func free(interface id: String, of subnet: ObjectKey) async throws(EC2Error) {
    try meetFault([])
    try await base.free(interface: id, of: subnet)
  }

  func calling(through client: any Client) -> any EC2 {
    FaultyEC2(base: base.calling(through: client), injector: injector)
  }
}

extension Fault.CloudFailure {
  var error: EC2Error {
    switch self {
    case .noCapacity:
      EC2Error(
        .insufficientInstanceCapacity, "We currently do not have sufficient capacity for this instance type.")
    case .throttled:
      EC2Error(.requestLimitExceeded, "Request limit exceeded.")
    case .noFreeAddresses:
      EC2Error(.insufficientFreeAddresses, "There are not enough free addresses in the subnet.")
    }
  }
}
