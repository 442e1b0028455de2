import APIMachinery
import ControllerRuntime
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// The loops of nodes, of the cloud, and of namespaces, in a whole cluster.
enum ClusterStories {
  static let all = [
    namespace, definitions, ground, nodes, network, lostNode, autoscaling, fargate, volumes,
  ]

  static let cluster: Set<String> = [
    "vpc", "subnet", "security-group", "eks-cluster", "nodegroup", "vpc-cni", "leaked-addresses",
    "leaked-interfaces", "scheduler",
    "podlifecycle", "nodeheartbeat", "nodelifecycle", "nodetaint", "tainteviction", "podgc", "deployment",
    "replicaset",
    "garbagecollector",
  ]

  static let namespace = LoopStory(
    name: "namespace", tested: ["namespace", "serviceaccount"],
    others: ["deployment", "replicaset", "garbagecollector"],
    body: { cluster in
      try await cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}")
      let account = ObjectKey(namespace: "shop", name: "default")
      try await cluster.eventually("an account", within: .seconds(3600)) {
        try await cluster.client.find(ServiceAccount.self, account) != nil
      }
      try await cluster.client.delete(ServiceAccount.self, account)
      try await cluster.eventually("the account again", within: .seconds(3600)) {
        try await cluster.client.find(ServiceAccount.self, account) != nil
      }
      try await cluster.apply(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:1"}]}}
        """)
      try await cluster.advance(by: .seconds(10))
      try await cluster.client.delete(Namespace.self, ObjectKey(name: "shop"))
      try await cluster.eventually("the end of the namespace", within: .seconds(3600)) {
        try await cluster.client.find(Namespace.self, ObjectKey(name: "shop")) == nil
      }
      guard try await cluster.count(Pod.self) == 0 else { throw Wrong("pods outlive their namespace") }
    })

  static func ground(nodes: Int, image: String, replicas: Int) -> String {
    let ground = Ground(subnets: ["10.0.0.0/24"], hasAddons: false)
    return """
      \(ground.manifest)
      ---
      \(ground.nodeGroup(desired: nodes, max: 3))
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: \(replicas)
        selector: {matchLabels: {app: web}}
        template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:\(image)"}]}}
      """
  }

  static func ready(pods: Int, nodes: Int, in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("\(pods) pods on \(nodes) nodes", within: .seconds(3600), step: .seconds(5))
    {
      let pods =
        try await cluster.list(Pod.self).count { $0.status.conditions.isConditionTrue("Ready") } == pods
      let nodes =
        try await cluster.list(Node.self).count { $0.status.conditions.isConditionTrue("Ready") } == nodes
      return pods && nodes
    }
  }

  private static let growAndShrink: @Sendable (SimulatedCluster) async throws -> Void = { cluster in
    try await cluster.apply(ground(nodes: 2, image: "1", replicas: 4))
    try await ready(pods: 4, nodes: 2, in: cluster)
    try await cluster.apply(ground(nodes: 1, image: "1", replicas: 4))
    try await ready(pods: 4, nodes: 1, in: cluster)
    try await cluster.apply(ground(nodes: 1, image: "2", replicas: 3))
    try await ready(pods: 3, nodes: 1, in: cluster)
    try await cluster.advance(by: .seconds(120))
  }

  static let nodes = LoopStory(
    name: "nodes", tested: ["nodegroup"], others: cluster, surroundings: { [] }, body: growAndShrink)

  /// The kubelet meets the plug-in on its node, and so in its process.
  static let network = LoopStory(
    name: "network", tested: ["vpc-cni", "leaked-addresses", "leaked-interfaces", "podlifecycle"],
    others: cluster, surroundings: { [] },
    body: { cluster in
      try await growAndShrink(cluster)
      // What a crash left behind is found after ten minutes at the latest.
      try await cluster.advance(by: .seconds(600))
    })
}
