public import APIMachinery
public import EKSAPI
internal import KubernetesClient
internal import VPCAddressing

extension Instance {
  /// EC2: the instance holds capacity: it is pending or running, and nobody wants it gone.
  public var isLive: Bool {
    !metadata.isBeingDeleted
      && ["", "pending", "running"].contains(status.state?.name ?? "")
  }

  /// Fills in what EC2 says of an instance that it has just launched.
  mutating func begin(with interface: NetworkInterface, isRunning: Bool, at now: Timestamp) {
    let isSpot = spec.instanceMarketOptions?.marketType == "spot"
    let zone = spec.placement?.availabilityZone
    status.instanceID = metadata.name
    status.launchTime = now
    status.instanceType = spec.instanceType
    status.availabilityZone = zone
    status.capacityType = isSpot ? "SPOT" : "ON_DEMAND"
    status.instanceLifecycle = isSpot ? "spot" : nil
    status.privateIPAddress = interface.status.privateIPAddress
    status.subnetID = interface.status.subnetID
    status.vpcID = interface.status.vpcID
    status.privateDNSName = interface.primaryAddress.map {
      NodeName.ofInstance(address: $0, region: NodeName.region(ofZone: zone ?? ""))
    }
    status.state = InstanceState {
      $0.code = isRunning ? 16 : 0
      $0.name = isRunning ? "running" : "pending"
    }
  }

  public var isRunning: Bool { status.state?.name == "running" && !metadata.isBeingDeleted }

  /// The annotation that makes EC2 want a spot instance back: `kubectl annotate instance i-0... swiftlet.dev/interrupt=`.
  public static let interruptAnnotation = "swiftlet.dev/interrupt"

  /// The annotation by which EC2 recommends to replace a spot instance: `swiftlet.dev/rebalance`.
  public static let rebalanceAnnotation = "swiftlet.dev/rebalance"

  /// EC2: rebalance recommendation: a spot instance is at elevated risk of interruption.
  public var isEndangered: Bool {
    spec.instanceMarketOptions?.marketType == "spot"
      && metadata.annotations[Self.rebalanceAnnotation] != nil
  }

  /// Whether EC2 will give notice to this instance when it looks at it next.
  public var isToBeInterrupted: Bool {
    spec.instanceMarketOptions?.marketType == "spot" && metadata.annotations[Self.interruptAnnotation] != nil
      && status.spotInterruptionTime == nil
  }
}

extension SimulatedEC2 {
  /// Keeps an instance's object until its interfaces are gone and its addresses are free.
  public static let instanceFinalizer = "ec2.services.k8s.aws/instance"
  /// The label of an interface that names its instance, as the VPC CNI tags it.
  public static let instanceLabel = "node.k8s.amazonaws.com/instance_id"

  public func runInstances(
    _ request: RunInstanceRequest, count: Int
  ) async throws(EC2Error) -> [Described<Instance>] {
    guard InstanceTypeTable[request.instanceType] != nil else {
      throw EC2Error(.invalidInstanceType, "The instance type '\(request.instanceType)' does not exist")
    }
    let subnet = try await subnet(request.subnet)
    try spend(.runInstances, in: subnet.spec.availabilityZone, resources: count)
    var launched: [Described<Instance>] = []
    for ordinal in 0..<max(1, count) {
      do throws(EC2Error) {
        launched.append(try await run(request, ordinal, subnet))
      } catch {
        if launched.isEmpty { throw error }
        break
      }
    }
    return launched
  }

  /// Launches one of the instances of a request.
  private func run(
    _ request: RunInstanceRequest, _ ordinal: Int, _ subnet: Subnet
  ) async throws(EC2Error) -> Described<Instance> {
    let token = ordinal == 0 ? request.clientToken : "\(request.clientToken)/\(ordinal)"
    let key = ObjectKey(
      namespace: request.subnet.namespace, name: CloudIdentifier.instance(token: token))
    let existing = try await answer { () async throws(StatusError) in
      try await client.find(Instance.self, key)
    }
    if existing == nil { try await checkCapacity(request, subnet) }
    do throws(EC2Error) {
      if let existing { return try await settled(existing) }
      return try await settled(try await recorded(request, key, subnet))
    } catch {
      // Nothing of a launch that fails stays.
      try await terminate(key)
      throw error
    }
  }

  private func checkCapacity(_ request: RunInstanceRequest, _ subnet: Subnet) async throws(EC2Error) {
    guard subnet.hasCapacity(for: request.instanceType) else {
      let zone = subnet.spec.availabilityZone ?? ""
      throw EC2Error(
        .insufficientInstanceCapacity,
        "We currently do not have sufficient \(request.instanceType) capacity in the Availability Zone you "
          + "requested (\(zone)).")
    }
    let pool = try await answer { () async throws(StatusError) in try subnet.pool() }
    if pool.availableCount == 0 {
      throw EC2Error(
        .insufficientFreeAddresses,
        "The specified subnet does not have enough free addresses to satisfy the request.")
    }
    guard let instanceLimit else { return }
    let running = try await answer { () async throws(StatusError) in try await client.list(Instance.self) }
    if running.items.lazy.filter(\.isLive).count >= instanceLimit {
      throw EC2Error(
        .instanceLimitExceeded,
        "You have requested more instances than your current instance limit of \(instanceLimit) allows.")
    }
  }

  private func recorded(
    _ request: RunInstanceRequest, _ key: ObjectKey, _ subnet: Subnet
  ) async throws(EC2Error) -> Instance {
    let wanted = Instance {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      $0.metadata.labels = request.labels
      $0.metadata.finalizers = [Self.instanceFinalizer]
      $0.spec.instanceType = request.instanceType
      $0.spec.imageID = request.imageID.isEmpty ? nil : request.imageID
      $0.spec.subnetRef = ResourceReference { $0.from.name = request.subnet.name }
      $0.spec.placement = Placement { $0.availabilityZone = subnet.spec.availabilityZone }
      if request.isSpot {
        $0.spec.instanceMarketOptions = InstanceMarketOptionsRequest { $0.marketType = "spot" }
      }
    }
    do throws(StatusError) {
      return try await client.create(wanted)
    } catch {
      guard error.isAlreadyExists else { throw EC2Error(error) }
    }
    return try await answer { () async throws(StatusError) in try await client.get(Instance.self, key) }
  }

  public func terminateInstance(_ instance: ObjectKey) async throws(EC2Error) {
    if countsCalls {
      let found = try await answer { () async throws(StatusError) in
        try await client.find(Instance.self, instance)
      }
      guard let found else { return }
      try spend(.terminateInstances, in: found.spec.placement?.availabilityZone)
    }
    try await terminate(instance)
  }

  private func terminate(_ instance: ObjectKey) async throws(EC2Error) {
    do throws(StatusError) {
      try await client.delete(Instance.self, instance)
    } catch {
      if error.isNotFound { return }
      throw EC2Error(error)
    }
    _ = try await describe(instance: instance)
  }

  public func describe(instance: ObjectKey) async throws(EC2Error) -> Described<Instance>? {
    let found = try await answer { () async throws(StatusError) in
      try await client.find(Instance.self, instance)
    }
    guard let found else { return nil }
    if found.metadata.isBeingDeleted { return try await shutDown(found) }
    return try await settled(found)
  }

  /// Moves an instance on: makes its primary interface, and starts it when its time has come.
  private func settled(_ instance: Instance) async throws(EC2Error) -> Described<Instance> {
    switch instance.status.state?.name ?? "" {
    case "":
      let interface = try await primaryInterface(of: instance)
      return try await settled(try await begin(instance, interface))
    case "pending":
      if let left = remaining(since: instance.status.launchTime, of: latency.launch) {
        return Described(instance, changesIn: left)
      }
      return Described(try await setState(instance.key, 16, "running"))
    default:
      return try await interrupted(instance)
    }
  }

  /// EKS: node groups, section 5: a spot instance is told two minutes ahead that it will be taken back.
  private func interrupted(_ instance: Instance) async throws(EC2Error) -> Described<Instance> {
    if instance.isToBeInterrupted {
      let time = world.time.now() + latency.scaled(latency.spotNotice)
      let changed = try await change(Instance.self, instance.key) { instance in
        instance.status.spotInterruptionTime = time
        return true
      }
      guard let changed else { throw Self.noInstance(instance.key) }
      return Described(changed, changesIn: latency.scaled(latency.spotNotice))
    }
    guard let time = instance.status.spotInterruptionTime else { return Described(instance) }
    let now = world.time.now()
    if time > now { return Described(instance, changesIn: time - now) }
    var gone = instance
    gone.metadata.deletionTimestamp = now
    try await terminate(instance.key)
    return Described(gone, changesIn: latency.scaled(latency.terminate))
  }

  private func primaryInterface(of instance: Instance) async throws(EC2Error) -> NetworkInterface {
    let id = instance.metadata.name ?? ""
    let subnet = ObjectKey(
      namespace: instance.metadata.namespace ?? "", name: instance.spec.subnetRef?.from.name ?? "")
    var request = CreateNetworkInterfaceRequest(clientToken: "\(id)/eth0", subnet: subnet)
    request.description = "Primary network interface of \(id)"
    request.labels = [Self.instanceLabel: id]
    let interface = try await makeInterface(request)
    let now = world.time.now()
    let attached = try await change(NetworkInterface.self, interface.key) { interface in
      guard interface.status.attachment == nil else { return false }
      interface.status.status = "in-use"
      interface.status.attachment = NetworkInterfaceAttachment {
        $0.attachmentID = CloudIdentifier.other("eni-attach", token: "\(id)/eth0")
        $0.instanceID = id
        $0.deviceIndex = 0
        $0.deleteOnTermination = true
        $0.attachTime = now
        $0.status = "attached"
      }
      return true
    }
    guard let attached else { throw Self.noInterface(interface.key) }
    return attached
  }

  private func begin(_ instance: Instance, _ interface: NetworkInterface) async throws(EC2Error) -> Instance {
    let now = world.time.now()
    let isInstant = latency.scaled(latency.launch) <= .zero
    let changed = try await change(Instance.self, instance.key) { instance in
      guard instance.status.state == nil else { return false }
      instance.begin(with: interface, isRunning: isInstant, at: now)
      return true
    }
    guard let changed else { throw Self.noInstance(instance.key) }
    return changed
  }

  private func setState(_ key: ObjectKey, _ code: Int, _ name: String) async throws(EC2Error) -> Instance {
    let changed = try await change(Instance.self, key) { instance in
      guard instance.status.state?.name != name else { return false }
      instance.status.state = InstanceState {
        $0.code = code
        $0.name = name
      }
      return true
    }
    guard let changed else { throw Self.noInstance(key) }
    return changed
  }

  static func noInstance(_ key: ObjectKey) -> EC2Error {
    EC2Error(.instanceNotFound, "The instance ID '\(key.name)' does not exist")
  }

  /// Moves an instance on that is to go: its interfaces first, then, when its time has come, its object.
  private func shutDown(_ instance: Instance) async throws(EC2Error) -> Described<Instance>? {
    if let left = remaining(since: instance.metadata.deletionTimestamp, of: latency.terminate) {
      return Described(try await setState(instance.key, 32, "shutting-down"), changesIn: left)
    }
    let id = instance.metadata.name ?? ""
    let interfaces = try await answer { () async throws(StatusError) in
      try await client.list(
        NetworkInterface.self, namespace: instance.metadata.namespace,
        options: ListOptions(labelSelector: "\(Self.instanceLabel)=\(id)"))
    }
    for interface in interfaces.items { try await removeInterface(interface.key) }
    try await removeFinalizer(instance)
    return nil
  }

  private func removeFinalizer(_ instance: Instance) async throws(EC2Error) {
    var last = instance
    for _ in 0..<8 {
      last.metadata.finalizers.removeAll { $0 == Self.instanceFinalizer }
      do throws(StatusError) {
        try await client.update(last)
        return
      } catch {
        if error.isNotFound { return }
        if !error.isConflict { throw EC2Error(error) }
      }
      guard
        let fresh = try await answer({ () async throws(StatusError) in
          try await client.find(Instance.self, instance.key)
        })
      else { return }
      last = fresh
    }
  }
}
