import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import EKSAPI
import Glibc
import KubernetesAPI
import KubernetesClient
import ObjectStore

/// A Deployment on ready nodes, all loops on, the durable store beneath, simulated waits at zero.
struct DeployBench {
  let pods: Int
  let nodes: Int
  /// Whether to keep every reconcile and print what each loop did. It costs memory and time, so the figures of such
  /// a run are not those of the bench.
  var takesCensus = false

  func run() async throws {
    let capacity = takesCensus ? pods * 32 + 10_000 : nil
    try await BenchCluster.run(latencyScale: 0, traceCapacity: capacity) { cluster in
      try await cluster.apply(ground)
      try await cluster.wait { ready(try await cluster.client.list(Node.self).items) == nodes }
      try await cluster.settle()
      print("\(nodes) nodes are ready at revision \(cluster.plane.service.store.currentRevision)")
      let system = cluster.plane.service.store.count(resource: "pods")
      try await deploy(in: cluster)
      try await undeploy(in: cluster, leaving: system)
    }
  }

  private func deploy(in cluster: BenchCluster) async throws {
    let before = cluster.plane.service.store.currentRevision
    let census = WriteCensus(cluster.plane.manager.trace)
    let (_, cost) = try await Meter.measure {
      try await cluster.apply(deployment)
      try await cluster.wait {
        let deployment = try await cluster.client.get(
          Deployment.self, ObjectKey(namespace: "default", name: "load"))
        return deployment.status.readyReplicas == pods
      }
    }
    let commits = cluster.plane.service.store.currentRevision - before
    Figures.print(
      "deploy \(pods) pods on \(nodes) nodes",
      [
        ("wall", cost.wall, "s"), ("CPU", cost.cpu, "s"), ("a pod", cost.cpu / Double(pods) * 1000, "ms CPU"),
        ("commits a pod", Double(commits) / Double(pods), ""),
        ("resident", Double(Meter.residentBytes) / 1e6, "MB"),
      ], peer: "5,000 pods: 20.1 s, 39.8 s CPU, 8.0 ms CPU a pod, 1,590 MiB")
    try await cluster.settle()
    let all = cluster.plane.service.store.currentRevision - before
    Figures.print("when all is quiet", [("commits a pod", Double(all) / Double(pods), "")])
    if takesCensus { census.print(pods: pods) }
  }

  /// - Parameter system: How many pods were there before: those of the nodes' own daemons.
  private func undeploy(in cluster: BenchCluster, leaving system: Int) async throws {
    let census = WriteCensus(cluster.plane.manager.trace)
    let (_, cost) = try await Meter.measure {
      try await cluster.client.delete(Deployment.self, ObjectKey(namespace: "default", name: "load"))
      try await cluster.wait { cluster.plane.service.store.count(resource: "pods") <= system }
    }
    Figures.print(
      "delete it",
      [
        ("wall", cost.wall, "s"), ("CPU", cost.cpu, "s"), ("a pod", cost.cpu / Double(pods) * 1000, "ms CPU"),
      ],
      peer: "11.7 s, 23.0 s CPU, 4.6 ms CPU a pod")
    if takesCensus { census.print(pods: pods) }
  }

  private func ready(_ nodes: [Node]) -> Int {
    nodes.count { $0.status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }
  }

  private var ground: String {
    let ground = Ground(network: "bench", cluster: "bench", subnets: ["10.0.0.0/17", "10.0.128.0/17"])
    return ground.manifest + "\n---\n"
      + ground.nodeGroup(type: "m5.2xlarge", min: nodes, desired: nodes, max: nodes)
  }

  private var deployment: String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: load}
    spec:
      replicas: \(pods)
      selector: {matchLabels: {app: load}}
      template:
        metadata: {labels: {app: load}}
        spec:
          containers:
          - {name: app, image: "registry.example/app:1.0", resources: {requests: {cpu: 10m, memory: 16Mi}}}
    """
  }
}
