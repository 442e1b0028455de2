import APIMachinery
import KubernetesAPI

/// All nodes that the autoscaler reckons with, real and imagined, with the pods on them.
struct Fleet: Sendable {
  private(set) var nodes: [NodeShape]
  /// The labels of namespaces, for terms that select those.
  let namespaces: [String: StringMap]
  /// Pods that keep others away, and where they are.
  private(set) var guards: [(pod: PodDemand, node: NodeShape)] = []

  init(_ nodes: [NodeShape] = [], namespaces: [String: StringMap] = [:]) {
    self.nodes = nodes
    self.namespaces = namespaces
    for node in nodes { watch(node) }
  }

  private mutating func watch(_ node: NodeShape) {
    for pod in node.pods where !pod.antiAffinity.isEmpty { guards.append((pod, node)) }
  }

  mutating func append(_ node: NodeShape) {
    nodes.append(node)
    watch(node)
  }

  mutating func removeLast() {
    let name = nodes.removeLast().name
    guards.removeAll { $0.node.name == name }
  }

  /// Takes a node out, with its pods.
  mutating func remove(named name: String) {
    nodes.removeAll { $0.name == name }
    guards.removeAll { $0.node.name == name }
  }

  mutating func place(_ pod: PodDemand, on index: Int) {
    nodes[index].add(pod)
    if !pod.antiAffinity.isEmpty { guards.append((pod, nodes[index])) }
  }

  func matches(_ pod: PodDemand, _ matcher: PodMatcher) -> Bool {
    matcher.matches(
      pod.labels, namespace: pod.key.namespace, namespaceLabels: namespaces[pod.key.namespace])
  }

  /// The first node from `start` on that takes the pod; `nil` when none does.
  ///
  /// - Complexity: O(*nodes*); O(*pods*) too when the pod or others have rules about their company.
  func place(for pod: PodDemand, from start: Int = 0) -> Int? {
    let rules = CompanyRules(pod, self)
    return nodes[start...].firstIndex { pod.rejection(by: $0) == nil && rules.rejection(by: $0) == nil }
  }

  /// Why the pod does not go on the last node; `nil` when it does.
  func rejectionByLast(of pod: PodDemand) -> String? {
    guard let node = nodes.last else { return nil }
    return pod.rejection(by: node) ?? CompanyRules(pod, self).rejection(by: node)
  }
}
