/// Scores by the CPU and memory that a node would have left.
enum ResourceScores {
  /// The mean share of CPU and memory that stays free, 0...100, in integer arithmetic.
  ///
  /// Kubernetes: `NodeResourcesFit` with `LeastAllocated`, resources cpu and memory of weight 1.
  static func leastAllocated(_ pod: SchedulingPod, _ node: NodeInfo) -> Int {
    let cpu = free(node.allocatable.milliCPU, node.scoringRequested.milliCPU + pod.scoringRequests.milliCPU)
    let memory = free(node.allocatable.memory, node.scoringRequested.memory + pod.scoringRequests.memory)
    return Int((cpu + memory) / 2)
  }

  private static func free(_ capacity: Int64, _ requested: Int64) -> Int64 {
    capacity == 0 || requested > capacity ? 0 : (capacity - requested) * 100 / capacity
  }

  /// How much more evenly CPU and memory are used with the pod than without, around 50.
  ///
  /// Kubernetes 1.36: `NodeResourcesBalancedAllocation`: `50 + (50 + base(with) - base(without)) / 2`, where `base` is
  /// `(1 - |f1 - f2| / 2) * 100` for the used fractions of CPU and memory. Pods without requests are not scored.
  static func balanced(_ pod: SchedulingPod, _ node: NodeInfo) -> Int {
    guard pod.requests.milliCPU > 0 || pod.requests.memory > 0 else { return 0 }
    let with = base(
      node, node.requested.milliCPU + pod.requests.milliCPU, node.requested.memory + pod.requests.memory)
    let without = base(node, node.requested.milliCPU, node.requested.memory)
    return Int(50 + (50 + with - without) / 2)
  }

  private static func base(_ node: NodeInfo, _ cpu: Int64, _ memory: Int64) -> Double {
    let difference = fraction(cpu, node.allocatable.milliCPU) - fraction(memory, node.allocatable.memory)
    return (1 - difference.magnitude / 2) * 100
  }

  private static func fraction(_ used: Int64, _ capacity: Int64) -> Double {
    capacity == 0 ? 1 : min(1, Double(used) / Double(capacity))
  }
}
