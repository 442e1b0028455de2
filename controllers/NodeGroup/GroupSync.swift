import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// One look at a node group.
struct GroupSync {
  let group: NodeGroup
  let ec2: any EC2
  let latency: CloudLatency
  let pause: LaunchPause
  let context: ReconcileContext
  /// The subnets that the group launches into, in its order.
  let subnets: [Subnet]
  /// The image that the group's present version stands for.
  let image: String
  /// Where the settings of the VPC CNI stand.
  private let cni: (configMap: ConfigMap?, daemonSet: DaemonSet?)
  var instances: [Instance]
  /// The nodes of the group, by instance id.
  var nodes: [String: Node]
  var issues: [NodeGroupIssue] = []
  /// When to look again.
  var next: Duration?
  var isUpdating = false
  /// The instances whose nodes are so ill that they are replaced.
  private var repairs: Set<String> = []

  init(group: NodeGroup, ec2: any EC2, latency: CloudLatency, pause: LaunchPause, context: ReconcileContext) {
    self.group = group
    self.ec2 = ec2
    self.latency = latency
    self.pause = pause
    self.context = context
    let namespace = group.metadata.namespace ?? ""
    subnets = GroupSubnets.resolve(group, among: context.cache.list(Subnet.self, namespace: namespace))
    image = group.imageID
    cni = (
      context.cache.get(ConfigMap.self, CNIEnvironment.configMap),
      context.cache.get(DaemonSet.self, CNIEnvironment.daemonSet)
    )
    instances = context.cache.list(
      Instance.self, index: NodeGroupReconciler.instancesByGroup,
      NodeGroupReconciler.groupValue(namespace: namespace, group: group.groupName))
    let members = context.cache.list(Node.self, index: NodeGroupReconciler.nodesByGroup, group.groupName)
    nodes = Dictionary(
      members.compactMap { node in node.instanceID.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
  }

  var isDeleting: Bool { group.metadata.isBeingDeleted }

  mutating func lookAgain(in time: Duration) { next = min(next ?? time, time) }

  mutating func run() async throws -> Action {
    try await moveInstances()
    try await registerNodes()
    try await forgetLostNodes()
    try await setSize()
    if isDeleting, instances.isEmpty, nodes.isEmpty { return try await finish() }
    try await writeStatus()
    if let next { return .requeue(after: max(.milliseconds(1), next)) }
    return isSettled ? .done : .awaitChange
  }

  private var isSettled: Bool {
    !isDeleting && instances.count == group.scaling.desired && nodes.count == instances.count
  }

  // MARK: Instances and nodes

  /// Lets EC2 move on what takes time there.
  private mutating func moveInstances() async throws {
    var moved: [Instance] = []
    for instance in instances {
      if instance.isRunning, instance.status.spotInterruptionTime == nil, !instance.isToBeInterrupted {
        moved.append(instance)
        continue
      }
      do throws(EC2Error) {
        guard let described = try await ec2.describe(instance: instance.key) else { continue }
        moved.append(described.object)
        if let wait = described.changesIn { lookAgain(in: wait) }
      } catch {
        note(error)
        try await ec2.terminateInstance(instance.key)
      }
    }
    instances = moved
  }

  /// Makes a node of each running instance that has none, and brings labels and taints of the others up to date.
  private mutating func registerNodes() async throws {
    var known: GroupMarks?
    for instance in instances where instance.isRunning {
      let id = instance.metadata.name ?? ""
      guard let type = InstanceTypeTable[instance.spec.instanceType ?? ""] else { continue }
      let marks = known ?? GroupMarks(group)
      known = marks
      if let node = nodes[id] {
        if marks.areNoted(on: node) { continue }
        nodes[id] = try await context.client.update(registration(instance, type, marks).refresh(node))
      } else if try await isLive(instance.key) {
        // A cache that lags may show one that is gone, whose address, and so whose node's name, another has by now.
        nodes[id] = try await register(registration(instance, type, marks))
      }
    }
  }

  private func registration(
    _ instance: Instance, _ type: InstanceType, _ marks: GroupMarks
  ) -> NodeRegistration {
    let maxPods = CNIEnvironment(cni.configMap, cni.daemonSet).maxPods
    return NodeRegistration(
      instance: instance, image: instance.metadata.labels[NodeBlueprint.imageLabel] ?? image,
      blueprint: NodeBlueprint(group: group, instanceType: type, zone: instance.zone, maxPods: maxPods),
      marks: marks)
  }

  private func register(_ registration: NodeRegistration) async throws -> Node {
    let wanted = registration.node(at: context.now)
    guard var node = try await created(wanted) else {
      // An older node had the same address. Its instance is gone, so it goes first.
      let old = try await context.client.get(Node.self, wanted.key)
      if old.instanceID != wanted.instanceID {
        try await requireGone(old)
        try await tolerating(.notFound) { try await context.client.delete(Node.self, wanted.key) }
      }
      return old
    }
    if node.status.capacity.isEmpty {
      node.status = wanted.status
      node = try await context.client.updateStatus(node)
    }
    let name = node.metadata.name ?? ""
    context.events.normal(node, "RegisteredNode", "Node \(name) event: Registered Node \(name)")
    return node
  }

  /// - Throws: `Conflict` when the instance of a node is there: then it is the other one that is gone, which a cache that lags
  ///   still shows.
  private func requireGone(_ node: Node) async throws {
    guard let id = node.instanceID,
      try await isLive(ObjectKey(namespace: group.metadata.namespace ?? "", name: id))
    else { return }
    throw StatusError.conflict(
      Node.definition.groupResource, name: node.metadata.name ?? "", "the node belongs to instance \(id)")
  }

  /// Whether EC2 has an instance, and means to keep it.
  private func isLive(_ instance: ObjectKey) async throws -> Bool {
    try await ec2.describe(instance: instance)?.object.isLive ?? false
  }

  /// - Returns: `nil` when there is a node of this name.
  private func created(_ node: Node) async throws(StatusError) -> Node? {
    do throws(StatusError) {
      return try await context.client.create(node)
    } catch {
      if error.isAlreadyExists { return nil }
      throw error
    }
  }

  /// Removes nodes whose instances are gone, as the cloud's node controller does.
  private mutating func forgetLostNodes() async throws {
    let alive = Set(instances.compactMap { $0.metadata.name })
    for id in nodes.keys.filter({ !alive.contains($0) }).sorted() {
      guard let node = nodes[id] else { continue }
      try await requireGone(node)
      let name = node.metadata.name ?? ""
      context.events.normal(
        node, "DeletingNode", "Deleting node \(name) because it does not exist in the cloud provider")
      try await tolerating(.notFound) { try await context.client.delete(Node.self, node.key) }
      nodes[id] = nil
    }
  }

  // MARK: Size

  private mutating func setSize() async throws {
    noteRecommendations()
    let repair = RepairPlan(group.spec.nodeRepairConfig, repairMembers, at: context.now)
    if let next = repair.next { lookAgain(in: next - context.now) }
    repairs = Set(repair.repairs)
    var members = self.members()
    var size = isDeleting ? 0 : group.scaling.desired
    let places = groupSubnets
    if !isDeleting, let update = updatePlan(members, places) {
      isUpdating = true
      size = update.size
      for id in update.cordons { try await cordon(id) }
      for index in members.indices where update.drains.contains(members[index].id) {
        members[index].isDraining = true
      }
    }
    let plan = ScalingPlan(size: size, members: members, subnets: places, max: group.scaling.max)
    try await launch(plan.launches)
    for id in plan.removals { try await remove(id) }
    if plan.isWaitingForBalance { lookAgain(in: GroupMember.joinLimit) }
    if isDeleting || isUpdating || group.suspendsRebalancing { return }
    let rebalancing = RebalancePlan(
      size: size, max: group.scaling.max, members: members, subnets: places)
    if let rebalancing { try await rebalance(rebalancing) }
  }

  var groupSubnets: [GroupSubnet] {
    subnets.map { GroupSubnet(name: $0.key.name, zone: $0.spec.availabilityZone ?? "") }
  }

  private func updatePlan(_ members: [GroupMember], _ places: [GroupSubnet]) -> UpdatePlan? {
    UpdatePlan(
      desired: group.scaling.desired, parallelism: group.updateParallelism,
      isMinimal: group.spec.updateConfig?.updateStrategy == "MINIMAL", members: members,
      zones: Set(places.map(\.zone)).count)
  }

  /// The live instances as planning sees them.
  func members() -> [GroupMember] {
    let chosen = group.scaleDownInstances
    return instances.filter(\.isLive).map { instance in
      let id = instance.metadata.name ?? ""
      let node = nodes[id]
      return GroupMember(
        id: id, subnet: instance.spec.subnetRef?.from.name ?? "", zone: instance.zone,
        launchedAt: instance.status.launchTime ?? instance.metadata.creationTimestamp ?? context.now,
        isReady: node?.isReady ?? false, isStarting: isStarting(instance),
        isCurrent: instance.metadata.labels[NodeBlueprint.imageLabel].map { $0 == image } ?? true,
        isCordoned: node?.spec.unschedulable == true, isDraining: node?.drainStartedAt != nil,
        isEndangered: instance.isEndangered,
        isChosen: instance.status.spotInterruptionTime != nil || repairs.contains(id)
          || chosen.contains(id))
    }
  }

  /// Whether an instance may still become a ready node.
  private func isStarting(_ instance: Instance) -> Bool {
    let launched = instance.status.launchTime ?? instance.metadata.creationTimestamp ?? context.now
    return launched + GroupMember.joinLimit > context.now
  }

  /// EKS: node groups, section 8: with node repair on, nodes that have been ailing for long are replaced.
  private var repairMembers: [RepairPlan.Member] {
    instances.filter(\.isLive).compactMap { instance -> RepairPlan.Member? in
      guard let id = instance.metadata.name, let node = nodes[id] else { return nil }
      return RepairPlan.Member(
        id: id, conditions: node.status.conditions, isLeaving: node.drainStartedAt != nil)
    }
  }

  /// Tells of the instances that EC2 recommends to replace.
  private func noteRecommendations() {
    for instance in instances where instance.isEndangered {
      guard let node = nodes[instance.metadata.name ?? ""], node.drainStartedAt == nil else { continue }
      context.events.normal(
        node, "RebalanceRecommended",
        "EC2 recommends to replace instance \(instance.metadata.name ?? ""), which is at elevated risk of interruption"
      )
    }
  }

  // MARK: End

  private func finish() async throws -> Action {
    var last = group
    last.metadata.finalizers.removeAll { $0 == NodeGroupReconciler.finalizer }
    do throws(StatusError) {
      try await context.client.update(last)
    } catch {
      if !error.isNotFound { throw error }
    }
    return .done
  }
}
