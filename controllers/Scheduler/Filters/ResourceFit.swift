/// Whether a node has room for what a pod requests.
///
/// Kubernetes: plug-in `NodeResourcesFit`.
enum ResourceFit {
  static func rejection(of pod: SchedulingPod, on node: NodeInfo) -> Rejection? {
    var reasons: [String] = []
    var isResolvable = true
    if Int64(node.pods.count) + 1 > node.allocatablePods { reasons.append("Too many pods") }
    func check(_ name: String, _ wanted: Int64, _ allocatable: Int64, _ taken: Int64) {
      guard wanted > 0, wanted > allocatable - taken else { return }
      reasons.append("Insufficient \(name)")
      if wanted > allocatable { isResolvable = false }
    }
    let (want, have, taken) = (pod.requests, node.allocatable, node.requested)
    check("cpu", want.milliCPU, have.milliCPU, taken.milliCPU)
    check("memory", want.memory, have.memory, taken.memory)
    check("ephemeral-storage", want.ephemeralStorage, have.ephemeralStorage, taken.ephemeralStorage)
    for other in want.others { check(other.name, other.amount, have[other.name], taken[other.name]) }
    return reasons.isEmpty ? nil : Rejection(reasons, isResolvable: isResolvable)
  }
}
