import APICore
import APIMachinery
import ControllerRuntime
import CronJobController
import CustomResourceDefinitionController
import DaemonSetController
import DeploymentController
import EBSCSIController
import EKSAPI
import EndpointSliceController
import GarbageCollectorController
import JobController
import KubernetesAPI
import KubernetesClient
import NamespaceLifecycleController
import NodeLifecycleController
import ObjectStore
import PersistentVolumeController
import PodDisruptionBudgetController
import PodLifecycleController
import ReplicaSetController
import ResourceQuotaController
import ServiceAccountController
import Simulation
import StatefulSetController

/// The workload loops over the real API service and a store in memory, in virtual time.
///
/// A scheduler and a network of a few lines stand in for the loops of other rooms: every pod goes to the node
/// with the fewest, and gets an address at once.
struct TestCluster: Sendable {
  let simulation: Simulation
  let manager: Manager
  let client: LocalClient
  let service: APIService

  var now: Timestamp { simulation.time.now() }

  /// Lets time pass.
  func advance(_ seconds: Int) async throws { try await simulation.advance(by: .seconds(seconds)) }

  func settle() async { await simulation.idle() }

  func pods(_ namespace: String = "shop") async throws -> [Pod] {
    try await client.list(Pod.self, namespace: namespace).items
  }

  func deployment(_ name: String) async throws -> Deployment {
    try await client.get(Deployment.self, ObjectKey(namespace: "shop", name: name))
  }

  /// The ReplicaSets of a Deployment, oldest revision first, as `revision: size`.
  func replicaSets() async throws -> [ReplicaSet] {
    try await client.list(ReplicaSet.self, namespace: "shop").items.sorted {
      ($0.metadata.annotations["deployment.kubernetes.io/revision"].flatMap { Int($0) } ?? 0)
        < ($1.metadata.annotations["deployment.kubernetes.io/revision"].flatMap { Int($0) } ?? 0)
    }
  }

  /// The events about objects of a kind: `Reason: message`.
  func events(_ kind: String) async throws -> [String] {
    try await client.list(Event.self, namespace: "shop").items
      .filter { $0.involvedObject.kind == kind }
      .map { "\($0.reason ?? ""): \($0.message ?? "")" }
  }

  func change<Kind: Resource>(
    _ kind: Kind.Type, _ name: String, namespace: String = "shop", _ change: @Sendable (inout Kind) -> Void
  ) async throws {
    var object = try await client.get(kind, ObjectKey(namespace: namespace, name: name))
    change(&object)
    try await client.update(object)
  }
}

/// How a test cluster is to be.
struct TestClusterOptions: Sendable {
  var seed: UInt64 = 1
  var nodes = 3
  var latencies = ContainerLatencies(scale: 0)
  /// Whether nodes have kubelets that report.
  var hasHeartbeat = true
}

/// An API over an empty store, for a test that runs its own loops.
func emptyService(_ simulation: Simulation) async throws -> APIService {
  APIService(
    store: try await ObjectStore(backend: MemoryBackend()), kinds: SchemaCatalog.all.resources,
    world: simulation.world)
}

/// Runs `body` beside all workload loops.
func withCluster<Result: Sendable>(
  _ options: TestClusterOptions = TestClusterOptions(),
  _ body: @escaping @Sendable (TestCluster) async throws -> Result
) throws -> Result {
  try Simulation.run(seed: options.seed) { simulation in
    let store = try await ObjectStore(backend: MemoryBackend())
    let kinds = SchemaCatalog.all.resources
    let service = APIService(store: store, kinds: kinds, world: simulation.world)
    let client = service.client(as: .admin, fieldManager: "test")
    let manager = Manager(client: client, world: simulation.world)
    for controller in controllers(kinds.map(\.definition), options) { manager.add(controller) }
    try await furnish(client, options)
    return try await withThrowingTaskGroup { group in
      group.addTask { try await manager.run() }
      let cluster = TestCluster(simulation: simulation, manager: manager, client: client, service: service)
      await cluster.settle()
      try await cluster.advance(1)
      let result = try await body(cluster)
      group.cancelAll()
      try await group.waitForAll()
      return result
    }
  }
}

/// Runs all workload loops until their process dies after `writes` writes, and then new ones in their place; then
/// `body`.
func withClusterThatDies<Result: Sendable>(
  afterWrites writes: Int, _ options: TestClusterOptions = TestClusterOptions(),
  before: @escaping @Sendable (LocalClient) async throws -> Void,
  _ body: @escaping @Sendable (TestCluster) async throws -> Result
) throws -> Result {
  try Simulation.run(seed: options.seed) { simulation in
    let kinds = SchemaCatalog.all.resources
    let service = APIService(
      store: try await ObjectStore(backend: MemoryBackend()), kinds: kinds, world: simulation.world)
    let client = service.client(as: .admin, fieldManager: "test")
    try await furnish(client, options)
    try await before(client)
    let dying = DyingClient(client, afterWrites: writes)
    for current in [dying, client] as [any Client] {
      let manager = Manager(client: current, world: simulation.world)
      for controller in controllers(kinds.map(\.definition), options) { manager.add(controller) }
      let result = try await withThrowingTaskGroup(of: Void.self) { group -> Result? in
        group.addTask { try await manager.run() }
        try await simulation.advance(by: .seconds(current is DyingClient ? 3 : 60))
        let cluster = TestCluster(simulation: simulation, manager: manager, client: client, service: service)
        let result = current is DyingClient ? nil : try await body(cluster)
        group.cancelAll()
        try await group.waitForAll()
        return result
      }
      if let result { return result }
    }
    throw StatusError.internalError("there is no result")
  }
}

private func controllers(_ definitions: [ResourceDefinition], _ options: TestClusterOptions) -> [Controller] {
  [
    DeploymentReconciler.controller(), ReplicaSetReconciler.controller(), DaemonSetReconciler.controller(),
    StatefulSetReconciler.controller(),
    EndpointSliceReconciler.controller(), GarbageCollector.controller(definitions: definitions),
    NamespaceReconciler.controller(definitions: definitions),
    ServiceAccountReconciler.controller(rootCertificate: "PEM"), ResourceQuotaReconciler.controller(),
    PodLifecycleReconciler.controller(latencies: options.latencies), NodeMonitor.controller(),
    NodeTaintReconciler.controller(), TaintEvictionReconciler.controller(), PodGarbageCollector.controller(),
    PodDisruptionBudgetReconciler.controller(), CustomResourceCleanup.controller(),
    JobReconciler.controller(), JobExpiry.controller(), CronJobReconciler.controller(),
    ClaimProtection.controller(), VolumeProtection.controller(), ClaimBinder.controller(),
    VolumeBinder.controller(), testScheduler, testNetwork,
  ] + EBSDriver.controllers(latencies: EBSLatencies(scale: 0))
    + (options.hasHeartbeat ? [NodeHeartbeat.controller()] : [])
}

private func furnish(_ client: LocalClient, _ options: TestClusterOptions) async throws {
  for name in ["default", "kube-system", "kube-node-lease", "shop"] {
    try await client.create(
      Namespace {
        $0.metadata.name = name
        $0.spec.finalizers = ["kubernetes"]
      })
  }
  try await client.create(
    StorageClass {
      $0.metadata.name = "test"
      $0.metadata.annotations = ["storageclass.kubernetes.io/is-default-class": "true"]
      $0.provisioner = "ebs.csi.aws.com"
      $0.allowVolumeExpansion = true
    })
  for number in 0..<options.nodes {
    try await client.create(
      Node {
        $0.metadata.name = "n\(number)"
        $0.metadata.labels = [
          "topology.kubernetes.io/region": "us-east-1",
          "topology.kubernetes.io/zone": "us-east-1\(["a", "b", "c"][number % 3])",
        ]
        $0.status.addresses = [
          NodeAddress {
            $0.type = "InternalIP"; $0.address = "10.0.0.\(number + 1)"
          }
        ]
      })
  }
}

/// Binds each pod to the node with the fewest pods that its affinity and its tolerations accept.
private let testScheduler = Controller("testscheduler") { key, context in
  guard let pod = context.cache.get(Pod.self, key), pod.spec.nodeName == nil, !pod.isTerminating else {
    return .done
  }
  let nodes = context.cache.list(Node.self).filter { node in
    let cordon = Taint {
      $0.key = "node.kubernetes.io/unschedulable"
      $0.effect = "NoSchedule"
    }
    let taints = node.spec.taints + (node.spec.unschedulable == true ? [cordon] : [])
    return pod.spec.acceptsNode(named: node.metadata.name ?? "", labels: node.metadata.labels)
      && pod.spec.firstUntolerated(of: taints, effects: ["NoSchedule", "NoExecute"]) == nil
  }
  let loads = nodes.map { node in
    (
      node.metadata.name ?? "",
      context.cache.list(Pod.self, index: "spec.nodeName", node.metadata.name ?? "").count
    )
  }
  guard let best = loads.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return .requeue(after: .seconds(1)) }
  let binding = Binding {
    $0.metadata.name = key.name
    $0.metadata.namespace = key.namespace
    $0.target = ObjectReference {
      $0.kind = "Node"; $0.name = best.0
    }
  }
  _ = try await context.client.create(
    Pod.definition.groupVersionResource, key, subresource: "binding", object: DynamicObject(binding),
    options: WriteOptions())
  return .done
}
.for(Pod.self)
.reads(Node.self)
.index(Pod.self, "spec.nodeName") { pod in pod.spec.nodeName.map { [$0] } ?? [] }

/// Gives each bound pod an address.
private let testNetwork = Controller("testnetwork") { key, context in
  guard let pod = context.cache.get(Pod.self, key), pod.spec.nodeName != nil, pod.status.podIP == nil else {
    return .done
  }
  guard pod.spec.hostNetwork != true else { return .done }
  let number = Int((pod.metadata.uid ?? "").utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % 65_000)
  let ip = "10.1.\(number / 256).\(number % 256)"
  let patch: JSON = ["status": ["podIP": .string(ip), "podIPs": [["ip": .string(ip)]]]]
  try await context.client.patch(Pod.self, key, .merge(patch), subresource: "status")
  return .done
}
.for(Pod.self)

/// A Deployment of one container in the namespace `shop`.
func someDeployment(_ name: String, replicas: Int, _ fill: (inout Deployment) -> Void = { _ in })
  -> Deployment
{
  Deployment {
    $0.metadata.name = name
    $0.metadata.namespace = "shop"
    $0.spec.replicas = replicas
    $0.spec.selector.matchLabels = ["app": name]
    $0.spec.template.metadata.labels = ["app": name]
    $0.spec.template.spec.containers = [
      Container {
        $0.name = "app"
        $0.image = "nginx:1"
        $0.ports = [
          ContainerPort {
            $0.name = "http"; $0.containerPort = 8080
          }
        ]
      }
    ]
    fill(&$0)
  }
}
