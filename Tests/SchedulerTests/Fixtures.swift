import APIMachinery
import KubernetesAPI

@testable import SchedulerController

/// A node with room for four CPUs, 8 GiB and ten pods unless told otherwise.
func makeNode(
  _ name: String, cpu: String = "4", memory: String = "8Gi", pods: String = "10", labels: StringMap = [:],
  _ change: (inout Node) -> Void = { _ in }
) -> Node {
  var node = Node()
  node.metadata.name = name
  node.metadata.labels = labels
  node.metadata.labels["kubernetes.io/hostname"] = name
  node.fields["status"] = [
    "allocatable": ["cpu": .string(cpu), "memory": .string(memory), "pods": .string(pods)]
  ]
  change(&node)
  return node
}

func makePod(
  _ name: String, cpu: String? = nil, memory: String? = nil, labels: StringMap = [:], priority: Int = 0,
  _ change: (inout PodSpec) -> Void = { _ in }
) -> Pod {
  var pod = Pod()
  pod.metadata.name = name
  pod.metadata.namespace = "default"
  pod.metadata.uid = "uid-\(name)"
  pod.metadata.labels = labels
  var requests: JSONObject = [:]
  if let cpu { requests["cpu"] = .string(cpu) }
  if let memory { requests["memory"] = .string(memory) }
  pod.spec.containers = [
    Container {
      $0.name = "main"
      $0.fields["resources"] = ["requests": .object(requests)]
    }
  ]
  pod.spec.priority = priority
  change(&pod.spec)
  return pod
}

func makeState(_ nodes: [Node], _ placed: [(Pod, String)] = []) -> ClusterState {
  var state = ClusterState()
  for node in nodes { state.setNode(node) }
  for (pod, node) in placed { state.place(SchedulingPod(pod), on: node, isAssumed: false) }
  return state
}

/// The reasons why `pod` fits none of the state's nodes, as the event counts them; `nil` when it fits one.
func refusal(_ pod: Pod, _ state: ClusterState) -> String? {
  var state = state
  let cycle = Cycle(SchedulingPod(pod), &state)
  var reasons = ReasonCount()
  for (position, node) in state.nodes.enumerated() {
    guard let rejection = cycle.rejection(of: node, at: position) else { return nil }
    reasons.add(rejection.reasons)
  }
  return reasons.message(nodeCount: state.nodes.count)
}
