import APIMachinery
import KubernetesAPI

/// The pods of a budget, counted.
struct BudgetCensus {
  private(set) var arithmetic: DisruptionArithmetic
  /// Why the budget cannot be told; then nothing may be evicted.
  private(set) var problem: (reason: String, message: String)?
  /// Evictions that were allowed and that the pods do not show yet.
  private var disrupted: FieldMap<Timestamp> = [:]
  /// When the first of them stops to count.
  private(set) var nextExpiry: Timestamp?

  /// - Parameter scale: Who controls a pod, and the size it asks for.
  init(
    _ budget: PodDisruptionBudget, pods: [Pod], now: Timestamp,
    scale: (Pod) -> (owner: String, replicas: Int)?
  ) {
    let present = pods.filter { !$0.isOver }
    let expected = Self.expected(present, scale)
    let demand = budget.spec.demand ?? .minAvailable(0)
    arithmetic = DisruptionArithmetic(demand, matching: present.count, scale: expected.scale, healthy: 0)
    let needsScale: Bool
    if case .minAvailable = demand { needsScale = false } else { needsScale = true }
    if needsScale, let stray = expected.stray {
      problem = (
        "CalculateExpectedPodCountFailed",
        "Failed to calculate the number of expected pods: found no controller ref for pod \"\(stray)\""
      )
    }
    keepDisrupted(of: budget, pods: present, now: now)
    let healthy = present.filter { pod in
      pod.isReady && !pod.isTerminating && disrupted[pod.metadata.name ?? ""] == nil
    }
    arithmetic.currentHealthy = healthy.count
  }

  /// The sum of the sizes that the pods' controllers ask for, each counted once.
  private static func expected(
    _ pods: [Pod], _ scale: (Pod) -> (owner: String, replicas: Int)?
  ) -> (scale: Int, stray: String?) {
    var replicasByOwner: [String: Int] = [:]
    var stray: String?
    for pod in pods {
      if let known = scale(pod) {
        replicasByOwner[known.owner] = known.replicas
      } else {
        stray = stray ?? pod.metadata.name
      }
    }
    return (replicasByOwner.values.reduce(0, +), stray)
  }

  private mutating func keepDisrupted(of budget: PodDisruptionBudget, pods: [Pod], now: Timestamp) {
    for (name, time) in budget.status.disruptedPods {
      let expiry = time + PodDisruptionBudgetReconciler.evictionTimeout
      let isThere = pods.contains { $0.metadata.name == name && !$0.isTerminating }
      guard isThere, expiry > now else { continue }
      disrupted[name] = time
      nextExpiry = min(nextExpiry ?? expiry, expiry)
    }
  }

  func status(of budget: PodDisruptionBudget, now: Timestamp) -> PodDisruptionBudgetStatus {
    var status = budget.status
    let allowed = problem == nil ? arithmetic.disruptionsAllowed : 0
    status.currentHealthy = arithmetic.currentHealthy
    status.desiredHealthy = arithmetic.desiredHealthy
    status.expectedPods = arithmetic.expectedPods
    status.disruptionsAllowed = allowed
    status.disruptedPods = disrupted
    status.observedGeneration = budget.metadata.generation
    let condition = verdict(allowed: allowed, generation: budget.metadata.generation)
    status.setAllowed(condition, now: now)
    return status
  }

  private func verdict(allowed: Int, generation: Int?) -> Condition {
    Condition {
      $0.type = "DisruptionAllowed"
      $0.status = allowed > 0 ? "True" : "False"
      $0.reason = problem != nil ? "SyncFailed" : allowed > 0 ? "SufficientPods" : "InsufficientPods"
      $0.message = problem?.message ?? ""
      $0.observedGeneration = generation
    }
  }
}

extension PodDisruptionBudgetStatus {
  fileprivate mutating func setAllowed(_ condition: Condition, now: Timestamp) {
    var condition = condition
    let old = conditions.first { $0.type == condition.type }
    condition.lastTransitionTime =
      old.flatMap { $0.status == condition.status ? $0.lastTransitionTime : nil } ?? now
    conditions = conditions.filter { $0.type != condition.type } + [condition]
  }
}
