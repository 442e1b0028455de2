import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import Glibc
import KubernetesAPI
import KubernetesClient
import Testing

/// Figures, not assertions: `SWIFTLET_BENCH=1 swift test -c release --filter ControlPlaneBenchmarks`.
@Suite(.serialized, .enabled(if: getenv("SWIFTLET_BENCH") != nil)) struct ControlPlaneBenchmarks {
  private static let nodes = 100
  private static let pods = Int(getenv("SWIFTLET_BENCH_PODS").map { String(cString: $0) } ?? "") ?? 5000

  private static let cluster = """
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: VPC
    metadata: {name: bench}
    spec: {cidrBlocks: [10.0.0.0/16]}
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: Subnet
    metadata: {name: a}
    spec: {vpcRef: {from: {name: bench}}, availabilityZone: us-west-2a, cidrBlock: 10.0.0.0/18}
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: Subnet
    metadata: {name: b}
    spec: {vpcRef: {from: {name: bench}}, availabilityZone: us-west-2b, cidrBlock: 10.0.64.0/18}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: Cluster
    metadata: {name: bench}
    spec:
      name: bench
      roleARN: arn:aws:iam::111122223333:role/eks
      resourcesVPCConfig: {subnetRefs: [{from: {name: a}}, {from: {name: b}}]}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: NodeGroup
    metadata: {name: workers}
    spec:
      name: workers
      clusterRef: {from: {name: bench}}
      nodeRole: arn:aws:iam::111122223333:role/node
      subnetRefs: [{from: {name: a}}, {from: {name: b}}]
      instanceTypes: [m5.4xlarge]
      scalingConfig: {minSize: 1, desiredSize: \(nodes), maxSize: \(nodes)}
    """

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: \(pods)
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers: [{name: web, image: "nginx:1.29", resources: {requests: {cpu: 10m, memory: 16Mi}}}]
    """

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func `a large deployment on ready nodes without latencies`() throws {
    let key = ObjectKey(namespace: "default", name: "web")
    try SimulatedCluster.run(options: ControlPlaneOptions(latencyScale: 0)) { cluster in
      var start = Self.cpuSeconds()
      try await cluster.apply(Self.cluster)
      try await cluster.eventually("\(Self.nodes) ready nodes", within: .seconds(600)) {
        try await cluster.client.list(Node.self).items.filter {
          $0.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
        }.count == Self.nodes
      }
      print("BENCH nodes: \((Self.cpuSeconds() - start) / Double(Self.nodes) * 1000) ms CPU a node")
      let before = cluster.trace.count
      start = Self.cpuSeconds()
      let began = cluster.now
      try await cluster.apply(Self.deployment)
      try await cluster.eventually("all pods available", within: .seconds(3600)) {
        try await cluster.client.get(Deployment.self, key).status.availableReplicas == Self.pods
      }
      let each = (Self.cpuSeconds() - start) / Double(Self.pods) * 1000
      print("BENCH pods: \(each) ms CPU a pod, \(cluster.now - began) of virtual time")
      print("BENCH reconciles: \(Double(cluster.trace.count - before) / Double(Self.pods)) a pod")
      for line in cluster.plane.manager.metrics.prometheusText().split(separator: "\n")
      where line.hasPrefix("controller_runtime_reconcile_total") && !line.hasSuffix(" 0") {
        print("BENCH \(line)")
      }
      for finding in cluster.trace.findings.all.prefix(12) { print("BENCH \(finding)") }
    }
  }
}
