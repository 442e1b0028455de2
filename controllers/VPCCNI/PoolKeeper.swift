import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// Does at EC2 what the warm pool asks for, for one node.
struct PoolKeeper: Sendable {
  let ec2: any EC2
  let instance: ObjectKey
  let type: InstanceType
  let settings: CNISettings
  let surroundings: NodeInterfaces

  /// What came of one action.
  enum Outcome: Sendable {
    /// The interface as it is now; `nil` when it is gone.
    case changed(id: String, NetworkInterface?)
    /// A new interface; it can be used after the time given, or at once.
    case attached(NetworkInterface, usableIn: Duration?)
    /// The subnet has no room: nothing more for two minutes.
    case exhausted(EC2Error)
    /// There is nowhere that an interface may come from, until some object changes.
    case unavailable(NoInterfaceSource)
    /// The account makes too many calls: the same again a little later.
    case throttled(EC2Error)
  }

  func carryOut(_ action: PoolAction, devices: Set<Int>) async throws(EC2Error) -> Outcome {
    do throws(EC2Error) {
      return try await attempt(action, devices)
    } catch {
      guard error.isThrottled else { throw error }
      return .throttled(error)
    }
  }

  private func attempt(_ action: PoolAction, _ devices: Set<Int>) async throws(EC2Error) -> Outcome {
    switch action {
    case .assign(let eni, let slots): try await assign(slots, to: key(eni))
    case .attach(let slots): try await attach(slots: slots, devices: devices)
    case .unassign(let eni, let blocks):
      .changed(id: eni, try await ec2.unassign(blocks, from: key(eni)))
    case .delete(let eni): try await delete(key(eni))
    }
  }

  private func key(_ eni: String) -> ObjectKey { ObjectKey(namespace: instance.namespace, name: eni) }

  /// VPC CNI: section 4: all at once, or else a single one.
  private func assign(_ slots: Int, to eni: ObjectKey) async throws(EC2Error) -> Outcome {
    for count in slots > 1 ? [slots, 1] : [slots] {
      do throws(EC2Error) {
        return .changed(id: eni.name, try await request(count, eni))
      } catch {
        if error.code == .addressLimitExceeded {
          // What we know of the interface is stale: look at it again.
          return .changed(id: eni.name, try await ec2.describe(networkInterface: eni)?.object)
        }
        if !error.isSubnetExhausted { throw error }
        if count == 1 { return .exhausted(error) }
      }
    }
    return .exhausted(EC2Error(.insufficientFreeAddresses, "no free addresses"))
  }

  private func request(_ count: Int, _ eni: ObjectKey) async throws(EC2Error) -> NetworkInterface {
    switch settings.mode(on: type) {
    case .secondary: try await ec2.assignPrivateIPAddresses(count, to: eni)
    case .prefix: try await ec2.assignPrefixes(count, to: eni)
    }
  }

  /// VPC CNI: section 7: the next subnet is tried when one has no room.
  private func attach(slots: Int, devices: Set<Int>) async throws(EC2Error) -> Outcome {
    let device = (1...).first { !devices.contains($0) } ?? 1
    var failure = EC2Error(
      .insufficientFreeAddresses, "no valid subnets available for ENI creation on \(instance.name)")
    let sources: [InterfaceSource]
    switch surroundings.sources() {
    case .failure(let reason): return .unavailable(reason)
    case .success(let found): sources = found
    }
    for source in sources {
      do throws(EC2Error) {
        let interface = try await ec2.createNetworkInterface(request(slots, device, source))
        return try await finishAttaching(interface, device: device)
      } catch {
        if !error.isSubnetExhausted { throw error }
        failure = error
      }
    }
    return .exhausted(failure)
  }

  /// Goes on with an interface that a crash left unmade or unattached.
  func resume(_ interface: NetworkInterface, device: Int) async throws(EC2Error) -> Outcome {
    let subnet = ObjectKey(
      namespace: interface.key.namespace, name: interface.spec.subnetRef?.from.name ?? "")
    do throws(EC2Error) {
      guard interface.primaryAddress == nil else {
        return try await finishAttaching(interface, device: device)
      }
      let made = try await ec2.createNetworkInterface(request(1, device, InterfaceSource(subnet: subnet)))
      return try await finishAttaching(made, device: device)
    } catch {
      if error.isSubnetExhausted { return .changed(id: interface.metadata.name ?? "", nil) }
      if error.isThrottled { return .throttled(error) }
      throw error
    }
  }

  /// Attaches an interface that was made for the node. Where the instance is gone, the interface goes, too: nobody else would
  /// look after it.
  ///
  /// VPC CNI: `AllocENI` deletes what it cannot attach.
  func finishAttaching(_ interface: NetworkInterface, device: Int) async throws(EC2Error) -> Outcome {
    do throws(EC2Error) {
      let described = try await ec2.attach(
        networkInterface: interface.key, to: instance, deviceIndex: device)
      return .attached(described.object, usableIn: described.changesIn)
    } catch {
      if error.code == .instanceNotFound { try await ec2.deleteNetworkInterface(interface.key) }
      throw error
    }
  }

  /// VPC CNI: section 12.
  private func request(
    _ slots: Int, _ device: Int, _ source: InterfaceSource
  ) -> CreateNetworkInterfaceRequest {
    var request = CreateNetworkInterfaceRequest(
      clientToken: "\(instance.name)/eth\(device)", subnet: source.subnet)
    request.securityGroups = source.securityGroups
    request.description = "aws-K8S-\(instance.name)"
    request.labels = [
      SimulatedEC2.instanceLabel: instance.name, NetworkInterface.deviceLabel: "\(device)",
    ]
    switch settings.mode(on: type) {
    case .secondary: request.secondaryAddressCount = slots
    case .prefix: request.prefixCount = slots
    }
    return request
  }

  private func delete(_ eni: ObjectKey) async throws(EC2Error) -> Outcome {
    try await ec2.detach(networkInterface: eni)
    try await ec2.deleteNetworkInterface(eni)
    return .changed(id: eni.name, nil)
  }
}

extension NetworkInterface {
  /// The label that names the device of its instance that an interface is made to be.
  fileprivate static let deviceLabel = "swiftlet.dev/device"

  /// The device that the interface was made to be; `nil` when it does not say.
  var plannedDevice: Int? { metadata.labels[Self.deviceLabel].flatMap { Int($0) } }
}
