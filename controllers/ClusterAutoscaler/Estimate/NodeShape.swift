import APIMachinery
import CloudModel
import KubernetesAPI

/// A node, real or imagined, with the room that is left on it.
struct NodeShape: Sendable {
  private(set) var name: String
  private(set) var labels: StringMap
  let taints: [Taint]
  let isUnschedulable: Bool
  let allocatable: Amounts
  private(set) var free: Amounts
  private(set) var hostPorts: [Int] = []
  private(set) var pods: [PodDemand] = []

  init(_ node: Node) {
    name = node.metadata.name ?? ""
    labels = node.metadata.labels
    taints = node.spec.taints.filter { !Self.passingTaints.contains($0.key) }
    isUnschedulable = node.spec.unschedulable ?? false
    allocatable = Amounts(node.status.allocatable)
    free = allocatable
  }

  /// A node that does not exist yet.
  init(_ blueprint: NodeBlueprint, name: String) {
    self.init(blueprint.node(named: name))
  }

  /// Taints of a node that is still starting: they go, so they are no reason to launch another one.
  private static let passingTaints = [
    "node.kubernetes.io/not-ready", "node.cloudprovider.kubernetes.io/uninitialized",
  ]

  mutating func add(_ pod: PodDemand) {
    free -= pod.requests
    hostPorts += pod.hostPorts
    pods.append(pod)
  }

  /// The same node under another name.
  func renamed(_ name: String) -> NodeShape {
    var copy = self
    copy.name = name
    copy.labels["kubernetes.io/hostname"] = name
    return copy
  }

  /// Cluster Autoscaler: the greater of the shares of CPU and memory that are requested.
  var utilization: Double {
    ["cpu", "memory"].map { name in
      let all = allocatable[name]
      return all > 0 ? Double(all - free[name]) / Double(all) : 0
    }.max() ?? 0
  }
}
