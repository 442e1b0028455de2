import APIMachinery
import KubernetesAPI

/// A node with what the pods on it have taken.
struct NodeInfo: Sendable {
  private(set) var node: Node
  let name: String
  private(set) var labels: StringMap
  private(set) var taints: [Taint]
  private(set) var isUnschedulable: Bool
  private(set) var allocatable: ResourceAmounts
  private(set) var allocatablePods: Int64
  private(set) var hasPreferNoScheduleTaint: Bool
  private(set) var requested = ResourceAmounts()
  private(set) var scoringRequested = ResourceAmounts()
  private(set) var hostPorts: [HostPort] = []
  private(set) var pods: [SchedulingPod] = []

  init(_ node: Node) {
    self.node = node
    name = node.metadata.name ?? ""
    labels = node.metadata.labels
    taints = node.spec.taints
    isUnschedulable = node.spec.unschedulable ?? false
    allocatable = ResourceAmounts(node.status.allocatable)
    allocatablePods = node.status.allocatable["pods"]?.value ?? 0
    hasPreferNoScheduleTaint = taints.contains { $0.effect == "PreferNoSchedule" }
  }

  /// Takes over a new version of the node, keeping its pods.
  mutating func update(_ node: Node) {
    var fresh = NodeInfo(node)
    fresh.requested = requested
    fresh.scoringRequested = scoringRequested
    fresh.hostPorts = hostPorts
    fresh.pods = pods
    self = fresh
  }

  mutating func add(_ pod: SchedulingPod) {
    pods.append(pod)
    requested += pod.requests
    scoringRequested += pod.scoringRequests
    hostPorts += pod.hostPorts
  }

  mutating func remove(_ pod: SchedulingPod) {
    guard let position = pods.firstIndex(where: { $0 === pod }) else { return }
    pods.remove(at: position)
    requested -= pod.requests
    scoringRequested -= pod.scoringRequests
    if !pod.hostPorts.isEmpty { hostPorts = pods.flatMap(\.hostPorts) }
  }

  /// Takes over a new version of a pod that asks for the same.
  mutating func replace(_ pod: SchedulingPod, with new: SchedulingPod) {
    if let position = pods.firstIndex(where: { $0 === pod }) { pods[position] = new }
  }
}
