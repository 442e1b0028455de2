import APICore
import APIMachinery
import CloudModel
import ClusterAutoscalerController
import ControllerRuntime
import DeploymentController
import EKSAPI
import FargateController
import KubernetesAPI
import KubernetesClient
import NodeGroupController
import NodeLifecycleController
import ObjectStore
import PodDisruptionBudgetController
import PodLifecycleController
import ReplicaSetController
import SchedulerController
import Simulation
import Testing
import VPCAddressing
import VPCCNIController
import VPCController

/// A whole cluster in virtual time: the API, the cloud, and the loops that it takes to bring pods up.
struct CloudCluster: Sendable {
  let simulation: Simulation
  let service: APIService
  let client: LocalClient
  let latency: CloudLatency
  /// Whether kubelets ask the allocator of their node for addresses, as they do in a cluster.
  var kubeletsAsk = true

  /// Brings a cluster up, runs `body` and lets everything end.
  ///
  /// - Parameter scale: The latency scale of the cloud and of containers.
  static func run(
    seed: UInt64 = 0, scale: Double = 0, kubeletsAsk: Bool = true,
    _ body: @escaping @Sendable (CloudCluster) async throws -> Void
  ) throws {
    try Simulation.run(seed: seed) { simulation in
      var made = try await CloudCluster(simulation, scale: scale)
      made.kubeletsAsk = kubeletsAsk
      let cluster = made
      try await cluster.running { try await body(cluster) }
    }
  }

  /// Runs `first` and kills all loops some time after it; then starts them anew for `second`.
  static func restarting(
    seed: UInt64, scale: Double = 0.1, after time: Duration,
    _ first: @escaping @Sendable (CloudCluster) async throws -> Void,
    then second: @escaping @Sendable (CloudCluster) async throws -> Void
  ) throws {
    try Simulation.run(seed: seed) { simulation in
      let cluster = try await CloudCluster(simulation, scale: scale)
      try await cluster.running {
        try await first(cluster)
        try await simulation.time.sleep(for: time)
      }
      try await cluster.running { try await second(cluster) }
    }
  }

  init(_ simulation: Simulation, scale: Double) async throws {
    self.simulation = simulation
    latency = CloudLatency(scale: scale)
    let store = try await ObjectStore(backend: MemoryBackend())
    service = APIService(
      store: store, kinds: SchemaCatalog.all.resources, world: simulation.world,
      options: APIServiceOptions(requiresServiceAccounts: false))
    client = service.client(as: .admin, fieldManager: "test")
    for name in ["default", "kube-system", "batch"] {
      try await client.create(Namespace { $0.metadata.name = name })
    }
  }

  /// Runs the loops while `body` runs: a process of the control plane.
  func running(_ body: () async throws -> Void) async throws {
    let manager = manager()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await manager.run() }
      try await body()
      group.cancelAll()
    }
  }

  private func manager() -> Manager {
    let manager = Manager(
      client: service.client(as: .admin, fieldManager: "loops"), world: simulation.world)
    let ec2 = SimulatedEC2(
      client: service.client(as: .admin, fieldManager: "ec2"), world: simulation.world, latency: latency)
    let allocators = kubeletsAsk ? AddressAllocators() : nil
    var controllers =
      VPCResources.controllers() + VPCCNIReconciler.controllers(ec2: ec2, allocators: allocators)
    controllers += FargateReconciler.controllers(ec2: ec2, latency: latency)
    controllers += [
      NodeGroupReconciler.controller(ec2: ec2, latency: latency), ClusterAutoscaler.controller(),
      Scheduler.controller(), DeploymentReconciler.controller(), ReplicaSetReconciler.controller(),
      PodDisruptionBudgetReconciler.controller(), NodeHeartbeat.controller(),
      NodeTaintReconciler.controller(),
      PodLifecycleReconciler.controller(
        latencies: ContainerLatencies(scale: latency.scale),
        network: allocators.map { PodNetwork(freed: $0.freed, add: $0.address(for:_:)) }),
    ]
    for controller in controllers { manager.add(controller) }
    return manager
  }

  // MARK: Waiting

  /// Lets time pass until `condition` holds.
  func wait(
    upTo limit: Duration = .seconds(300), for what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
  ) async throws {
    let end = simulation.time.now() + limit
    while true {
      await simulation.idle()
      if try await condition() { return }
      guard simulation.time.now() < end else { break }
      try await simulation.advance(by: .milliseconds(500))
    }
    Issue.record("did not happen in \(limit): \(what)", sourceLocation: sourceLocation)
    throw NotConverged(what: what)
  }

  func advance(_ duration: Duration) async throws { try await simulation.advance(by: duration) }

  struct NotConverged: Error { var what: String }

  // MARK: Making things

  func network(_ subnets: [(name: String, zone: String, cidr: String)]) async throws {
    try await client.create(
      VPC {
        $0.metadata.name = "net"
        $0.metadata.namespace = "default"
        $0.spec.cidrBlocks = ["10.0.0.0/16"]
      })
    for subnet in subnets {
      try await client.create(
        Subnet {
          $0.metadata.name = subnet.name
          $0.metadata.namespace = "default"
          $0.spec.vpcRef = ResourceReference(name: "net")
          $0.spec.availabilityZone = subnet.zone
          $0.spec.cidrBlock = subnet.cidr
        })
    }
  }

  @discardableResult
  func group(
    _ name: String = "workers", types: [String] = ["m5.large"], subnets: [String] = ["a", "b", "c"],
    size: (min: Int, desired: Int, max: Int), _ change: (inout NodeGroup) -> Void = { _ in }
  ) async throws -> NodeGroup {
    var group = NodeGroup {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      $0.spec.name = name
      $0.spec.instanceTypes = types
      $0.spec.subnetRefs = subnets.map { ResourceReference(name: $0) }
      $0.spec.scalingConfig = NodeGroupScalingConfig {
        $0.minSize = size.min
        $0.desiredSize = size.desired
        $0.maxSize = size.max
      }
    }
    change(&group)
    return try await client.create(group)
  }

  static let threeZones = [
    (name: "a", zone: "us-west-2a", cidr: "10.0.0.0/22"), ("b", "us-west-2b", "10.0.4.0/22"),
    ("c", "us-west-2c", "10.0.8.0/22"),
  ]

  func deployment(
    _ name: String = "web", namespace: String = "default", replicas: Int, cpu: String = "10m",
    _ change: (inout PodSpec) -> Void = { _ in }
  ) async throws {
    var spec = PodSpec {
      $0.containers = [
        Container {
          $0.name = "main"
          $0.image = "nginx"
          $0.resources = ResourceRequirements { $0.requests = ["cpu": Quantity(cpu) ?? .zero] }
        }
      ]
    }
    change(&spec)
    try await client.create(
      Deployment {
        $0.metadata.name = name
        $0.metadata.namespace = namespace
        $0.spec.replicas = replicas
        $0.spec.selector.matchLabels = ["app": name]
        $0.spec.template.metadata.labels = ["app": name]
        $0.spec.template.spec = spec
      })
  }

  /// Changes an object, whoever else writes it.
  func change<Kind: Resource>(
    _ kind: Kind.Type, _ name: String, namespace: String = "default", _ change: (inout Kind) -> Void
  ) async throws {
    let key = ObjectKey(namespace: Kind.definition.isNamespaced ? namespace : "", name: name)
    for _ in 0..<10 {
      var object = try await client.get(kind, key)
      change(&object)
      do throws(StatusError) {
        try await client.update(object)
        return
      } catch {
        if !error.isConflict { throw error }
      }
    }
  }

  // MARK: Looking

  func nodes() async throws -> [Node] { try await client.list(Node.self).items }
  func pods(_ namespace: String = "default") async throws -> [Pod] {
    try await client.list(Pod.self, namespace: namespace).items
  }
  func instances() async throws -> [Instance] { try await client.list(Instance.self).items }
  func interfaces() async throws -> [NetworkInterface] { try await client.list(NetworkInterface.self).items }
  func subnet(_ name: String) async throws -> Subnet {
    try await client.get(Subnet.self, ObjectKey(namespace: "default", name: name))
  }
  func group(_ name: String = "workers") async throws -> NodeGroup {
    try await client.get(NodeGroup.self, ObjectKey(namespace: "default", name: name))
  }
  func events(_ reason: String) async throws -> [Event] {
    try await client.list(Event.self).items.filter { $0.reason == reason }
  }

  func readyNodes() async throws -> [Node] {
    try await nodes().filter { $0.status.conditions.isConditionTrue("Ready") }
  }

  func runningPods(_ namespace: String = "default") async throws -> [Pod] {
    try await pods(namespace).filter { $0.status.phase == "Running" && $0.metadata.deletionTimestamp == nil }
  }

  func waitForNodes(_ count: Int, upTo limit: Duration = .seconds(300)) async throws {
    try await wait(upTo: limit, for: "\(count) ready nodes") { try await readyNodes().count == count }
  }

  func waitForPods(_ count: Int, _ namespace: String = "default", upTo limit: Duration = .seconds(300))
    async throws
  {
    try await wait(upTo: limit, for: "\(count) running pods") {
      try await runningPods(namespace).count == count
    }
  }

  /// Each address is had once: by the subnets' books, by the interfaces, and by the pods.
  func expectConsistentAddresses(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    var said: [IPv4Address] = []
    for interface in try await interfaces() {
      said += interface.primaryAddress.map { [$0] } ?? []
      said += interface.blocks.flatMap(\.cidr.range.addresses)
    }
    let held = try await client.list(Subnet.self).items.flatMap { try $0.pool().allocations }
      .flatMap(\.range.addresses)
    #expect(said.sorted() == held.sorted(), "interfaces and subnets differ", sourceLocation: sourceLocation)
    #expect(Set(said).count == said.count, sourceLocation: sourceLocation)
    let pods = try await client.list(Pod.self).items.filter {
      $0.spec.hostNetwork != true && !["Succeeded", "Failed"].contains($0.status.phase ?? "")
    }
    let addresses = pods.compactMap(\.status.podIP)
    #expect(Set(addresses).count == addresses.count, "a pod address twice", sourceLocation: sourceLocation)
    let known = Set(said.map(\.description))
    #expect(addresses.allSatisfy { known.contains($0) }, sourceLocation: sourceLocation)
  }
}
