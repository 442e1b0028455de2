public import APIMachinery
public import EKSAPI
public import KubernetesClient
public import VPCAddressing

/// The calls to EC2 that the loops make.
///
/// Subnets, instances and interfaces are named by the keys of the objects that stand for them. Calls that take time
/// in EC2 return at once with a transitional state (`pending`, `attaching`); ``describe(instance:)`` and
/// ``describe(networkInterface:)`` tell how far it is, and when to look again.
public protocol EC2: Sendable {
  /// Launches as many instances as there is room for, `count` at most. The same request again gives the same
  /// instances.
  ///
  /// - Returns: At least one instance.
  /// - Throws: When there is not even one: `InsufficientInstanceCapacity`, `InstanceLimitExceeded`,
  ///   `InsufficientFreeAddressesInSubnet`, `InvalidSubnetID.NotFound`, `InvalidInstanceType`; and
  ///   `RequestLimitExceeded`, as every call that changes something.
  func runInstances(_ request: RunInstanceRequest, count: Int) async throws(EC2Error) -> [Described<Instance>]

  /// Begins to shut an instance down; one that is gone is no error.
  func terminateInstance(_ instance: ObjectKey) async throws(EC2Error)

  /// How an instance stands; `nil` when there is none.
  func describe(instance: ObjectKey) async throws(EC2Error) -> Described<Instance>?

  /// Makes an interface with a primary address and, if asked for, more addresses or prefixes: all or nothing.
  /// The same request again gives the same interface.
  ///
  /// - Throws: `InsufficientFreeAddressesInSubnet`, `InsufficientCidrBlocks`, `InvalidSubnetID.NotFound`.
  func createNetworkInterface(
    _ request: CreateNetworkInterfaceRequest
  ) async throws(EC2Error) -> NetworkInterface

  /// Begins to attach an interface to an instance.
  ///
  /// - Throws: `AttachmentLimitExceeded`, `InvalidNetworkInterface.InUse`, `IncorrectState`;
  ///   `InvalidParameterCombination` when the two are in different zones.
  func attach(
    networkInterface: ObjectKey, to instance: ObjectKey, deviceIndex: Int
  ) async throws(EC2Error) -> Described<NetworkInterface>

  /// How an interface stands; `nil` when there is none.
  func describe(networkInterface: ObjectKey) async throws(EC2Error) -> Described<NetworkInterface>?

  /// Detaches an interface. One that is not attached is no error.
  func detach(networkInterface: ObjectKey) async throws(EC2Error)

  /// Deletes an interface and frees its addresses. One that is gone is no error.
  func deleteNetworkInterface(_ networkInterface: ObjectKey) async throws(EC2Error)

  /// Gives an interface `count` more secondary addresses: all or nothing.
  ///
  /// - Throws: `PrivateIpAddressLimitExceeded`, `InsufficientFreeAddressesInSubnet`.
  func assignPrivateIPAddresses(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface

  /// Gives an interface `count` more /28 prefixes: all or nothing.
  ///
  /// - Throws: `PrivateIpAddressLimitExceeded`, `InsufficientCidrBlocks`.
  func assignPrefixes(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface

  /// Takes addresses (as /32) and prefixes off an interface and frees them. What it does not have is passed over.
  func unassign(
    _ blocks: [IPv4CIDR], from networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface

  /// Frees what a subnet still holds for an interface that is gone.
  func free(interface id: String, of subnet: ObjectKey) async throws(EC2Error)

  /// The same cloud for one reconcile: where its state stands in the cluster, the calls go through the reconcile's
  /// own client, so that its trace shows them and its cache is as new as they are.
  func calling(through client: any Client) -> any EC2
}

extension EC2 {
  public func calling(through client: any Client) -> any EC2 { self }

  /// Launches one instance: ``runInstances(_:count:)``.
  public func runInstance(_ request: RunInstanceRequest) async throws(EC2Error) -> Described<Instance> {
    guard let one = try await runInstances(request, count: 1).first else {
      throw EC2Error(.internalError, "no instance was launched and no error was given")
    }
    return one
  }
}

/// An object of EC2 and, while it changes by itself, how long that still takes.
public struct Described<Object: Sendable>: Sendable {
  public var object: Object
  /// When to look again; `nil` when the object stays as it is.
  public var changesIn: Duration?

  public init(_ object: Object, changesIn: Duration? = nil) {
    self.object = object
    self.changesIn = changesIn
  }
}

/// EC2: `RunInstances`.
public struct RunInstanceRequest: Sendable {
  /// Makes the request idempotent: it decides the ids of the instances.
  public var clientToken: String
  public var instanceType: String
  public var subnet: ObjectKey
  public var imageID = ""
  public var isSpot = false
  /// Labels of the object that stands for the instance, and its tags in EC2.
  public var labels: StringMap = [:]

  public init(clientToken: String, instanceType: String, subnet: ObjectKey) {
    self.clientToken = clientToken
    self.instanceType = instanceType
    self.subnet = subnet
  }
}

/// EC2: `CreateNetworkInterface`.
public struct CreateNetworkInterfaceRequest: Sendable {
  /// Makes the request idempotent: it decides the interface's id.
  public var clientToken: String
  public var subnet: ObjectKey
  public var description = ""
  /// The security groups, by id; empty for those that EC2 chooses.
  public var securityGroups: [String] = []
  public var secondaryAddressCount = 0
  public var prefixCount = 0
  public var labels: StringMap = [:]
  public var annotations: StringMap = [:]
  /// The object whose life the interface shares, if any.
  public var owner: OwnerReference?

  public init(clientToken: String, subnet: ObjectKey) {
    self.clientToken = clientToken
    self.subnet = subnet
  }
}
