import APIMachinery
import KubernetesAPI

/// Finds the node where removing pods of lower priority makes room for a pod that fits nowhere.
///
/// Kubernetes: plug-in `DefaultPreemption`.
struct Preemption {
  let pod: SchedulingPod
  let state: ClusterState
  let budgets: [PodDisruptionBudget]

  /// What preemption came to.
  enum Outcome: Sendable {
    case evict(victims: [SchedulingPod], node: String)
    /// No node helps; the text goes into the pod's event after `preemption: `.
    case hopeless(String)
  }

  /// The pods to remove from one node.
  struct Candidate: Sendable {
    let node: String
    let victims: [SchedulingPod]
    let budgetViolations: Int
  }

  /// - Parameter rejections: Why each node was rejected, in the order of the state's nodes.
  /// - Complexity: O(nodes · pods of a node), each a full filtering of the node.
  func run(_ rejections: [Rejection]) -> Outcome {
    if let reason = ineligibility { return .hopeless(reason) }
    var candidates: [Candidate] = []
    var reasons = ReasonCount()
    for (position, rejection) in rejections.enumerated() {
      guard rejection.isResolvable else {
        reasons.add("Preemption is not helpful for scheduling")
        continue
      }
      switch candidate(on: state.nodes[position]) {
      case .success(let candidate): candidates.append(candidate)
      case .failure(let failure): reasons.add(failure.reasons)
      }
      if candidates.count >= candidateLimit { break }
    }
    guard let best = Self.best(of: candidates) else {
      return .hopeless(reasons.message(nodeCount: state.nodes.count))
    }
    return .evict(victims: best.victims, node: best.node)
  }

  /// Kubernetes: at least 100 candidates, or a tenth of the nodes.
  private var candidateLimit: Int { max(100, state.nodes.count / 10) }

  private var ineligibility: String? {
    if pod.pod.spec.preemptionPolicy == "Never" { return "not eligible due to preemptionPolicy=Never." }
    if let nominated = pod.pod.status.nominatedNodeName, let node = state[nominated],
      node.pods.contains(where: { $0.priority < pod.priority && $0.pod.metadata.isBeingDeleted })
    {
      return "not eligible due to a terminating pod on the nominated node."
    }
    return nil
  }
}

// MARK: - One node

extension Preemption {
  struct Failure: Error {
    var reasons: [String]
  }

  /// Removes all pods of lower priority, and puts back as many as can stay.
  private func candidate(on node: NodeInfo) -> Result<Candidate, Failure> {
    var trial = state
    let lower = node.pods.filter { $0.priority < pod.priority }
    guard !lower.isEmpty else {
      return .failure(Failure(reasons: ["No preemption victims found for incoming pod"]))
    }
    for victim in lower { trial.removePod(victim.key) }
    if let rejection = Self.rejection(of: pod, on: node.name, &trial) {
      return .failure(Failure(reasons: rejection.reasons))
    }
    let (violating, harmless) = BudgetCheck(budgets).split(lower.sorted(by: Self.isMoreImportant))
    var victims: [SchedulingPod] = []
    var violations = 0
    for candidate in violating where !reprieve(candidate, on: node.name, &trial) {
      victims.append(candidate)
      violations += 1
    }
    for candidate in harmless where !reprieve(candidate, on: node.name, &trial) { victims.append(candidate) }
    victims.sort(by: Self.isMoreImportant)
    return .success(Candidate(node: node.name, victims: victims, budgetViolations: violations))
  }

  /// Puts a pod back when the incoming one fits beside it.
  private func reprieve(_ candidate: SchedulingPod, on node: String, _ trial: inout ClusterState) -> Bool {
    trial.place(candidate, on: node, isAssumed: false)
    if Self.rejection(of: pod, on: node, &trial) == nil { return true }
    trial.removePod(candidate.key)
    return false
  }

  private static func rejection(
    of pod: SchedulingPod, on node: String, _ trial: inout ClusterState
  ) -> Rejection? {
    let cycle = Cycle(pod, &trial)
    guard let position = trial.position(of: node) else { return .nodeName }
    return cycle.rejection(of: trial.nodes[position], at: position)
  }

  /// Kubernetes: `util.MoreImportantPod`: the higher priority, then the longer run.
  private static func isMoreImportant(_ left: SchedulingPod, _ right: SchedulingPod) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    let (a, b) = (left.startTime, right.startTime)
    return a != b ? a < b : left.key < right.key
  }
}

// MARK: - The choice

extension Preemption {
  /// Kubernetes: fewest budget violations, then the lowest highest victim, the lowest sum of priorities, the fewest
  /// victims, the latest start of the most important victim, the first.
  static func best(of candidates: [Candidate]) -> Candidate? {
    candidates.min { left, right in
      if left.budgetViolations != right.budgetViolations {
        return left.budgetViolations < right.budgetViolations
      }
      let (a, b) = (left.victims.first?.priority ?? .min, right.victims.first?.priority ?? .min)
      if a != b { return a < b }
      let (sumA, sumB) = (prioritySum(left), prioritySum(right))
      if sumA != sumB { return sumA < sumB }
      if left.victims.count != right.victims.count { return left.victims.count < right.victims.count }
      return earliestStart(left) > earliestStart(right)
    }
  }

  /// Priorities are shifted to be positive, so that more victims never weigh less.
  private static func prioritySum(_ candidate: Candidate) -> Int {
    candidate.victims.reduce(0) { $0 + $1.priority + 1 << 31 }
  }

  private static func earliestStart(_ candidate: Candidate) -> Timestamp {
    let highest = candidate.victims.first?.priority
    return candidate.victims.filter { $0.priority == highest }.map(\.startTime).min()
      ?? Timestamp(nanosecondsSince1970: .max)
  }
}

extension SchedulingPod {
  /// When the pod began to run; a pod that has not is the youngest.
  var startTime: Timestamp { pod.status.startTime ?? Timestamp(nanosecondsSince1970: .max) }
}

/// Tells pods whose removal would break a disruption budget from the others.
///
/// Kubernetes: `filterPodsWithPDBViolation`: budgets are used up in the order of the pods.
struct BudgetCheck {
  private struct Budget {
    let matcher: PodMatcher
    let disrupted: Set<String>
    let allowed: Int
  }

  private let budgets: [Budget]

  init(_ budgets: [PodDisruptionBudget]) {
    self.budgets = budgets.map { budget in
      let namespace = budget.metadata.namespace ?? ""
      return Budget(
        matcher: PodMatcher(selector: budget.spec.selector, namespaces: [namespace]),
        disrupted: Set(budget.status.disruptedPods.keys), allowed: budget.status.disruptionsAllowed ?? 0)
    }
  }

  func split(_ pods: [SchedulingPod]) -> (violating: [SchedulingPod], harmless: [SchedulingPod]) {
    var left = budgets.map(\.allowed)
    var violating: [SchedulingPod] = []
    var harmless: [SchedulingPod] = []
    for pod in pods {
      var violates = false
      for (position, budget) in budgets.enumerated()
      where !pod.labels.isEmpty && !budget.disrupted.contains(pod.key.name)
        && budget.matcher.matches(pod.labels, namespace: pod.key.namespace, namespaceLabels: nil)
      {
        left[position] -= 1
        if left[position] < 0 { violates = true }
      }
      if violates { violating.append(pod) } else { harmless.append(pod) }
    }
    return (violating, harmless)
  }
}
