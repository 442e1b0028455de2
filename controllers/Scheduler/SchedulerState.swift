import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// What the scheduler knows and what waits: fed by the watches, used by the cycles. A pure state machine.
struct SchedulerState: Sendable {
  let schedulerName: String
  var cluster = ClusterState()
  var queue = SchedulingQueue()
  /// Pods that are assumed to be on a node, and bound when their volumes are there.
  var volumeWaits: [ObjectKey: VolumeWait] = [:]
  /// Pods that wait for victims to leave a node: the node counts them for pods that matter no more than they do.
  private var nominations: [ObjectKey: Nomination] = [:]
  /// Where the next search for feasible nodes begins.
  private var nextNode = 0

  private struct Nomination: Sendable {
    let pod: SchedulingPod
    let node: String
  }

  init(schedulerName: String) { self.schedulerName = schedulerName }

  var waitingCount: Int { queue.count }
}

// MARK: - What the watches say

extension SchedulerState {
  /// - Returns: True when there may be something to schedule.
  mutating func apply(_ change: Change<Pod>) -> Bool {
    let pod = change.object
    let key = pod.key
    if change.type == .deleted || pod.isOver {
      return forget(key, wasPlaced: cluster.isPlaced(key))
    }
    if let node = pod.spec.nodeName, !node.isEmpty { return confirm(pod, on: node, change) }
    guard isOurs(pod), !cluster.isAssumed(key) else { return false }
    let isChanged =
      change.old.map { $0.spec != pod.spec || $0.metadata.labels != pod.metadata.labels } ?? true
    queue.set(SchedulingPod(pod), mayHelp: isChanged)
    return isChanged
  }

  mutating func apply(_ change: Change<Node>) -> Bool {
    let node = change.object
    guard change.type != .deleted else {
      cluster.removeNode(node.metadata.name ?? "")
      return false
    }
    if let old = change.old, old.spec == node.spec, old.metadata.labels == node.metadata.labels,
      old.status.allocatable == node.status.allocatable
    {
      return false
    }
    cluster.setNode(node)
    queue.moveAll()
    return !queue.isEmpty
  }

  mutating func apply(_ change: Change<Namespace>) -> Bool {
    let labels = change.type == .deleted ? nil : change.object.metadata.labels
    cluster.setNamespace(change.object.metadata.name ?? "", labels: labels)
    return false
  }

  private mutating func forget(_ key: ObjectKey, wasPlaced: Bool) -> Bool {
    queue.remove(key)
    nominations[key] = nil
    volumeWaits[key] = nil
    cluster.removePod(key)
    if wasPlaced { queue.moveAll() }
    return wasPlaced && !queue.isEmpty
  }

  private mutating func confirm(_ pod: Pod, on node: String, _ change: Change<Pod>) -> Bool {
    let key = pod.key
    queue.remove(key)
    nominations[key] = nil
    volumeWaits[key] = nil
    if let known = cluster.placed(key, on: node), known.isLike(pod) {
      guard cluster.isAssumed(key) else { return false }
      cluster.confirm(SchedulingPod(pod, like: known))
    } else {
      cluster.place(SchedulingPod(pod), on: node, isAssumed: false)
    }
    return queue.move { !$0.requiredAffinity.isEmpty || !$0.pod.spec.topologySpreadConstraints.isEmpty }
  }

  private func isOurs(_ pod: Pod) -> Bool {
    !pod.metadata.isBeingDeleted && pod.spec.schedulingGates.isEmpty
      && (pod.spec.schedulerName ?? "default-scheduler") == schedulerName
  }
}

// MARK: - The cycle

extension SchedulerState {
  /// What one cycle came to.
  enum Decision: Sendable {
    /// The pod is assumed to be on `node`; it is for the caller to bind it.
    case bind(SchedulingPod, node: String)
    /// The pod is assumed to be on `node`; its volumes are to be seen to, and it is bound when they are there.
    case prepareVolumes(SchedulingPod, node: String, [VolumeRule.Preparation])
    /// The volumes of the pod did not come.
    case volumesFailed(SchedulingPod, message: String)
    /// No node fits. `victims` are to be removed from `nominated`, if there are any.
    case unschedulable(SchedulingPod, message: String, victims: [SchedulingPod], nominated: String?)
  }

  /// Schedules the next pod whose turn it is.
  ///
  /// - Returns: The decision, or `nil` when no pod is ready.
  mutating func next(
    now: Timestamp, budgets: () -> [PodDisruptionBudget], random: any RandomSource
  ) -> Decision? {
    _ = queue.flush(now: now)
    if !volumeWaits.isEmpty, let decision = nextVolumeDecision(now: now) { return decision }
    guard let pod = queue.next() else { return nil }
    if var view = viewWithNominations(for: pod) {
      let result = Self.search(pod, &view, from: &nextNode, random)
      return decide(pod, result, view, budgets(), now)
    }
    // The tables that the cycle makes stay with the cluster for the next pod.
    let result = Self.search(pod, &cluster, from: &nextNode, random)
    return decide(pod, result, nil, budgets(), now)
  }

  private mutating func decide(
    _ pod: SchedulingPod, _ result: SearchResult, _ view: ClusterState?,
    _ budgets: @autoclosure () -> [PodDisruptionBudget], _ now: Timestamp
  ) -> Decision {
    switch result {
    case .node(let node):
      cluster.place(pod, on: node, isAssumed: true)
      return prepareVolumes(of: pod, on: node, now: now) ?? .bind(pod, node: node)
    case .none(let rejections):
      return refuse(pod, rejections, view ?? cluster, budgets(), now)
    case .nowhere(let reason):
      let view = view ?? cluster
      let rejections = view.nodes.map { _ in Rejection([], isResolvable: false) }
      return refuse(pod, rejections, because: reason, view, budgets(), now)
    }
  }

  /// When there is something to do again: at once when a back-off ended while the last bindings were under way, else when the
  /// next one ends.
  mutating func nextWake(now: Timestamp) -> Timestamp? {
    let due = queue.flush(now: now)
    if queue.activeCount > 0 { return now }
    guard let until = volumeWaits.values.map(\.until).min() else { return due }
    return min(due ?? until, until)
  }

  /// The API took the binding.
  mutating func bound(_ key: ObjectKey) {
    queue.remove(key)
    nominations[key] = nil
  }

  /// The API refused the binding: the assumption is taken back.
  mutating func bindingFailed(_ key: ObjectKey, isGone: Bool, now: Timestamp) {
    if cluster.isAssumed(key) { cluster.removePod(key) }
    if isGone { queue.remove(key) } else { queue.retry(key, now: now) }
  }

  private enum SearchResult {
    /// The best of the nodes that the pod fits.
    case node(String)
    /// Why each node does not do.
    case none([Rejection])
    /// Why no node can do.
    case nowhere(String)
  }

  /// How many nodes that fit are enough to choose from.
  ///
  /// Kubernetes: `numFeasibleNodesToFind`: all below 100 nodes; else `max(5, 50 - nodes / 125)` percent, at least 100.
  static func feasibleCount(of nodes: Int) -> Int {
    nodes < 100 ? nodes : max(100, nodes * max(5, 50 - nodes / 125) / 100)
  }

  /// Filters nodes, beginning where the last search ended, until enough are found.
  private static func search(
    _ pod: SchedulingPod, _ state: inout ClusterState, from nextNode: inout Int,
    _ random: any RandomSource
  ) -> SearchResult {
    let cycle = Cycle(pod, &state)
    if let reason = cycle.volumes?.blockage { return .nowhere(reason) }
    let nodes = state.nodes
    let count = nodes.count
    let wanted = feasibleCount(of: count)
    var feasible: [Int] = []
    feasible.reserveCapacity(wanted)
    var rejections = [Rejection?](repeating: nil, count: count)
    var looked = 0
    let span = nodes.span
    while looked < count, feasible.count < wanted {
      let position = (nextNode + looked) % count
      if let rejection = cycle.rejection(of: span[position], at: position) {
        rejections[position] = rejection
      } else {
        feasible.append(position)
      }
      looked += 1
    }
    nextNode = count == 0 ? 0 : (nextNode + looked) % count
    guard !feasible.isEmpty else { return .none(rejections.compactMap(\.self)) }
    return .node(nodes[best(of: feasible, cycle, &state, random)].name)
  }

  /// The node with the highest score; one of the best at random.
  private static func best(
    of positions: [Int], _ cycle: Cycle, _ state: inout ClusterState, _ random: any RandomSource
  ) -> Int {
    guard positions.count > 1 else { return positions[0] }
    let totals = NodeScores.totals(cycle, &state, at: positions)
    let highest = totals.max() ?? 0
    let best = positions.indices.filter { totals[$0] == highest }
    return positions[best[Int(random.next(below: UInt64(best.count)))]]
  }

  private mutating func refuse(
    _ pod: SchedulingPod, _ rejections: [Rejection], because reason: String? = nil, _ view: ClusterState,
    _ budgets: [PodDisruptionBudget], _ now: Timestamp
  ) -> Decision {
    var reasons = ReasonCount()
    for rejection in rejections { reasons.add(rejection.reasons) }
    var message = reasons.message(nodeCount: view.nodes.count)
    if let reason, !view.nodes.isEmpty { message = "0/\(view.nodes.count) nodes are available: \(reason)." }
    queue.fail(pod.key, now: now)
    guard !view.nodes.isEmpty else {
      return .unschedulable(pod, message: message, victims: [], nominated: nil)
    }
    switch Preemption(pod: pod, state: view, budgets: budgets).run(rejections) {
    case .evict(let victims, let node):
      nominations[pod.key] = Nomination(pod: pod, node: node)
      return .unschedulable(pod, message: message, victims: victims, nominated: node)
    case .hopeless(let reason):
      return .unschedulable(
        pod, message: "\(message) preemption: \(reason)", victims: [], nominated: nil)
    }
  }

  /// The cluster as `pod` may use it when more important pods wait for room on some node: that room is taken.
  ///
  /// - Returns: `nil` when none does, which is the rule.
  private func viewWithNominations(for pod: SchedulingPod) -> ClusterState? {
    let rivals = nominations.filter { key, nomination in
      key != pod.key && nomination.pod.priority >= pod.priority && !cluster.isPlaced(key)
    }
    guard !rivals.isEmpty else { return nil }
    var view = cluster
    for key in rivals.keys.sorted() {
      if let rival = rivals[key] { view.place(rival.pod, on: rival.node, isAssumed: true) }
    }
    return view
  }
}

extension Predicate where Kind == Pod {
  /// Something changed that counts for scheduling: what a pod asks for, where it is, whether it leaves or has ended.
  static var schedulingChanged: Predicate {
    modified { old, new in
      let (before, after) = (old.metadata, new.metadata)
      return old.spec != new.spec || before.labels != after.labels
        || before.fields.string("deletionTimestamp") != after.fields.string("deletionTimestamp")
        || old.isOver != new.isOver
    }
  }
}
