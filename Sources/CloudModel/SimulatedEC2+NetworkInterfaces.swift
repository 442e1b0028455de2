public import APIMachinery
public import EKSAPI
internal import KubernetesClient
public import VPCAddressing

extension SimulatedEC2 {
  public func createNetworkInterface(
    _ request: CreateNetworkInterfaceRequest
  ) async throws(EC2Error) -> NetworkInterface {
    if countsCalls {
      try spend(.createNetworkInterface, in: try await subnet(request.subnet).spec.availabilityZone)
    }
    return try await makeInterface(request)
  }

  /// Makes an interface, whoever asked for it.
  func makeInterface(_ request: CreateNetworkInterfaceRequest) async throws(EC2Error) -> NetworkInterface {
    let id = CloudIdentifier.networkInterface(token: request.clientToken)
    let key = ObjectKey(namespace: request.subnet.namespace, name: id)
    let found = try await recorded(request, key)
    if found.status.privateIPAddress != nil { return found }
    // An interface that an earlier try left half made stays in the subnet that was chosen then.
    let home = ObjectKey(
      namespace: key.namespace, name: found.spec.subnetRef?.from.name ?? request.subnet.name)
    do throws(EC2Error) {
      let subnet = try await subnet(home)
      let held = try await ledger.perform(
        .interface(
          addresses: found.spec.secondaryPrivateIPAddressCount ?? 0,
          prefixes: found.spec.ipv4PrefixCount ?? 0,
          owner: id),
        on: home)
      return try await complete(key, subnet, held)
    } catch {
      if error.isSubnetExhausted || error.code == .subnetNotFound { try await removeInterface(key) }
      throw error
    }
  }

  /// The object of the interface, made if it is not there: first of all, so that what the subnet holds for it can
  /// always be told from what nobody owns.
  private func recorded(
    _ request: CreateNetworkInterfaceRequest, _ key: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    let wanted = NetworkInterface {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      $0.metadata.labels = request.labels
      $0.metadata.annotations = request.annotations
      if let owner = request.owner { $0.metadata.ownerReferences = [owner] }
      $0.spec.description = request.description
      $0.spec.subnetRef = ResourceReference { $0.from.name = request.subnet.name }
      if !request.securityGroups.isEmpty { $0.spec.securityGroupIDs = request.securityGroups }
      $0.spec.secondaryPrivateIPAddressCount = request.secondaryAddressCount
      $0.spec.ipv4PrefixCount = request.prefixCount
    }
    do throws(StatusError) {
      return try await client.create(wanted)
    } catch {
      guard error.isAlreadyExists else { throw EC2Error(error) }
    }
    return try await answer { () async throws(StatusError) in try await client.get(NetworkInterface.self, key)
    }
  }

  private func complete(
    _ key: ObjectKey, _ subnet: Subnet, _ held: SubnetOperation.Outcome
  ) async throws(EC2Error) -> NetworkInterface {
    let changed = try await change(NetworkInterface.self, key) { interface in
      guard let primary = held.addresses.first else { return false }
      interface.status.networkInterfaceID = key.name
      interface.status.subnetID = subnet.status.subnetID
      interface.status.vpcID = subnet.status.vpcID
      interface.status.availabilityZone = subnet.spec.availabilityZone
      interface.status.status = "available"
      interface.status.macAddress = Self.macAddress(of: key.name)
      interface.status.privateIPAddress = primary.description
      interface.status.privateIPAddresses = [
        NetworkInterfacePrivateIPAddress {
          $0.primary = true
          $0.privateIPAddress = primary.description
        }
      ]
      interface.addAddresses(Array(held.addresses.dropFirst()))
      interface.addPrefixes(held.prefixes)
      return true
    }
    guard let changed else { throw Self.noInterface(key) }
    return changed
  }

  /// A locally administered address made of the id's digits.
  static func macAddress(of id: String) -> String {
    let digits = Array(id.utf8.suffix(10))
    let pairs = stride(from: 0, to: digits.count - 1, by: 2).flatMap {
      [UInt8(ascii: ":"), digits[$0], digits[$0 + 1]]
    }
    return "02" + String(decoding: pairs, as: UTF8.self)
  }

  static func noInterface(_ key: ObjectKey) -> EC2Error {
    EC2Error(.networkInterfaceNotFound, "The networkInterface ID '\(key.name)' does not exist")
  }

  public func attach(
    networkInterface: ObjectKey, to instance: ObjectKey, deviceIndex: Int
  ) async throws(EC2Error) -> Described<NetworkInterface> {
    let host = try await answer { () async throws(StatusError) in
      try await client.find(Instance.self, instance)
    }
    guard let host, host.isLive else {
      throw EC2Error(.instanceNotFound, "The instance ID '\(instance.name)' does not exist")
    }
    guard deviceIndex < InstanceTypeTable[host.spec.instanceType ?? ""]?.maxENIs ?? 1 else {
      throw EC2Error(
        .attachmentLimitExceeded,
        "Interface count \(deviceIndex + 1) exceeds the limit for \(host.spec.instanceType ?? "")")
    }
    let zone = host.spec.placement?.availabilityZone
    try spend(.attachNetworkInterface, in: zone)
    let now = world.time.now()
    let changed = try await change(NetworkInterface.self, networkInterface) { interface throws(EC2Error) in
      if let other = interface.status.availabilityZone, let zone, other != zone {
        throw EC2Error(
          .invalidParameterCombination,
          "You may not attach a network interface to an instance if they are not in the same availability zone"
        )
      }
      return try Self.beginAttachment(&interface, instance.name, deviceIndex, now)
    }
    guard let changed else { throw Self.noInterface(networkInterface) }
    return try await settled(changed)
  }

  private static func beginAttachment(
    _ interface: inout NetworkInterface, _ instance: String, _ deviceIndex: Int, _ now: Timestamp
  ) throws(EC2Error) -> Bool {
    if let other = interface.instanceID {
      if other == instance { return false }
      throw EC2Error(
        .networkInterfaceInUse, "Interface: [\(interface.metadata.name ?? "")] in use by \(other)")
    }
    interface.status.status = "in-use"
    interface.status.attachment = NetworkInterfaceAttachment {
      $0.attachmentID = CloudIdentifier.other(
        "eni-attach", token: "\(interface.metadata.name ?? "")/\(instance)")
      $0.instanceID = instance
      $0.deviceIndex = deviceIndex
      $0.deleteOnTermination = true
      $0.attachTime = now
      $0.status = "attaching"
    }
    return true
  }

  public func describe(
    networkInterface: ObjectKey
  ) async throws(EC2Error) -> Described<NetworkInterface>? {
    let found = try await answer { () async throws(StatusError) in
      try await client.find(NetworkInterface.self, networkInterface)
    }
    guard let found else { return nil }
    return try await settled(found)
  }

  /// Moves an interface on whose attachment's time has come.
  func settled(_ interface: NetworkInterface) async throws(EC2Error) -> Described<NetworkInterface> {
    guard let attachment = interface.status.attachment, attachment.status == "attaching" else {
      return Described(interface)
    }
    if let left = remaining(since: attachment.attachTime, of: latency.attach) {
      return Described(interface, changesIn: left)
    }
    let changed = try await change(NetworkInterface.self, interface.key) { interface in
      guard interface.status.attachment?.status == "attaching" else { return false }
      interface.status.attachment?.status = "attached"
      return true
    }
    guard let changed else { throw Self.noInterface(interface.key) }
    return Described(changed)
  }

  public func detach(networkInterface: ObjectKey) async throws(EC2Error) {
    _ = try await change(NetworkInterface.self, networkInterface) { interface throws(EC2Error) in
      guard interface.status.attachment != nil else { return false }
      try spend(.detachNetworkInterface, in: interface.status.availabilityZone)
      interface.status.attachment = nil
      interface.status.status = "available"
      return true
    }
  }

  public func deleteNetworkInterface(_ networkInterface: ObjectKey) async throws(EC2Error) {
    if countsCalls {
      let found = try await answer { () async throws(StatusError) in
        try await client.find(NetworkInterface.self, networkInterface)
      }
      guard let found else { return }
      try spend(.deleteNetworkInterface, in: found.status.availabilityZone)
    }
    try await removeInterface(networkInterface)
  }

  /// Deletes an interface and frees its addresses, whoever asked for it.
  func removeInterface(_ networkInterface: ObjectKey) async throws(EC2Error) {
    let found = try await answer { () async throws(StatusError) in
      try await client.find(NetworkInterface.self, networkInterface)
    }
    guard let found else { return }
    do throws(StatusError) {
      try await client.delete(NetworkInterface.self, networkInterface)
    } catch {
      if !error.isNotFound { throw EC2Error(error) }
    }
    guard let subnet = found.spec.subnetRef?.from.name else { return }
    try await free(
      interface: networkInterface.name, of: ObjectKey(namespace: networkInterface.namespace, name: subnet))
  }

  /// Frees what a subnet still holds for an interface that is gone. A subnet that is gone is no error.
  public func free(interface id: String, of subnet: ObjectKey) async throws(EC2Error) {
    do throws(EC2Error) {
      _ = try await ledger.perform(.releaseAll(owner: id), on: subnet)
    } catch {
      if error.code != .subnetNotFound { throw error }
    }
  }
}

// MARK: Addresses of an interface

extension SimulatedEC2 {
  public func assignPrivateIPAddresses(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    let (interface, subnet) = try await assignable(count, networkInterface)
    let held = try await ledger.perform(
      .addresses(count: count, owner: networkInterface.name, known: interface.heldRanges), on: subnet)
    return try await record(networkInterface) { $0.addAddresses(held.addresses) }
  }

  public func assignPrefixes(
    _ count: Int, to networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    let (interface, subnet) = try await assignable(count, networkInterface)
    let held = try await ledger.perform(
      .prefixes(count: count, owner: networkInterface.name, known: interface.heldRanges), on: subnet)
    return try await record(networkInterface) { $0.addPrefixes(held.prefixes) }
  }

  /// The interface, if it has `count` slots left, and its subnet.
  private func assignable(
    _ count: Int, _ key: ObjectKey
  ) async throws(EC2Error) -> (NetworkInterface, ObjectKey) {
    let found = try await answer { () async throws(StatusError) in
      try await client.find(NetworkInterface.self, key)
    }
    guard let found, let subnet = found.spec.subnetRef?.from.name else { throw Self.noInterface(key) }
    try spend(.assignPrivateIPAddresses, in: found.status.availabilityZone)
    if let instance = found.instanceID {
      let host = try await answer { () async throws(StatusError) in
        try await client.find(Instance.self, ObjectKey(namespace: key.namespace, name: instance))
      }
      let slots = InstanceTypeTable[host?.spec.instanceType ?? ""]?.slotsPerENI ?? 0
      guard found.blocks.count + count <= slots else {
        throw EC2Error(
          .addressLimitExceeded,
          "Number of private addresses will exceed limit: \(key.name) has \(found.blocks.count) of \(slots)")
      }
    }
    return (found, ObjectKey(namespace: key.namespace, name: subnet))
  }

  private func record(
    _ key: ObjectKey, _ add: (inout NetworkInterface) -> Void
  ) async throws(EC2Error) -> NetworkInterface {
    let changed = try await change(NetworkInterface.self, key) { interface in
      add(&interface)
      return true
    }
    guard let changed else { throw Self.noInterface(key) }
    return changed
  }

  public func unassign(
    _ blocks: [IPv4CIDR], from networkInterface: ObjectKey
  ) async throws(EC2Error) -> NetworkInterface {
    if countsCalls {
      let found = try await describe(networkInterface: networkInterface)
      try spend(.unassignPrivateIPAddresses, in: found?.object.status.availabilityZone)
    }
    let interface = try await record(networkInterface) { $0.removeBlocks(blocks) }
    if let subnet = interface.spec.subnetRef?.from.name {
      _ = try await ledger.perform(
        .release(blocks.map(\.range)), on: ObjectKey(namespace: networkInterface.namespace, name: subnet))
    }
    return interface
  }
}
