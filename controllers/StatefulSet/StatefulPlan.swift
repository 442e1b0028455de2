import APIMachinery
import KubernetesAPI

/// The next steps of a set. In order, there is one at a time, and none while a pod is on its way.
///
/// Kubernetes: `pkg/controller/statefulset/stateful_set_control.go`, `updateStatefulSet`.
struct StatefulPlan: Sendable {
  enum Step: Sendable, Equatable {
    /// The pod of this number is missing.
    case create(Int)
    /// The pod has ended; its successor is made when it has gone.
    case replace(Pod)
    /// The pod's number is not wanted any more, or its template is old.
    case delete(Pod)
  }

  private(set) var steps: [Step] = []

  /// Whether pods are to go for good, or for others of another template.
  var deletes: Bool { steps.contains { if case .delete = $0 { true } else { false } } }

  private let set: StatefulSet
  private let updateRevision: String
  private let now: Timestamp
  private var replicas: [(ordinal: Int, pod: Pod?)] = []
  private var condemned: [Pod] = []

  /// - Parameters:
  ///   - pods: The set's pods, in any order.
  ///   - updateRevision: The name of the revision of the present template.
  init(_ set: StatefulSet, pods: [Pod], updateRevision: String, now: Timestamp) {
    self.set = set
    self.updateRevision = updateRevision
    self.now = now
    var byOrdinal: [Int: Pod] = [:]
    for pod in pods {
      guard let ordinal = set.ordinal(of: pod) else { continue }
      if set.ordinals.contains(ordinal) { byOrdinal[ordinal] = pod } else { condemned.append(pod) }
    }
    replicas = set.ordinals.map { ($0, byOrdinal[$0]) }
    condemned.sort { (set.ordinal(of: $0) ?? 0) > (set.ordinal(of: $1) ?? 0) }
    guard fill(), shrink(), set.isRollingUpdate else { return }
    update()
  }

  private func isHealthy(_ pod: Pod) -> Bool {
    !pod.isTerminating && pod.isAvailable(after: set.spec.minReadySeconds ?? 0, now: now)
  }

  /// Makes what is missing, lowest number first.
  ///
  /// - Returns: Whether to go on.
  private mutating func fill() -> Bool {
    for (ordinal, pod) in replicas {
      if let pod {
        if pod.isOver, !pod.isTerminating { steps.append(.replace(pod)) }
        if set.isOrdered, !isHealthy(pod) { return false }
      } else {
        steps.append(.create(ordinal))
        if set.isOrdered { return false }
      }
    }
    return true
  }

  /// Takes away what is too much, highest number first. In order, a pod stays while one below it is not healthy, but
  /// the unhealthy one itself may go.
  ///
  /// - Returns: Whether to go on.
  private mutating func shrink() -> Bool {
    let firstUnhealthy = condemned.last { !isHealthy($0) }
    for pod in condemned {
      if pod.isTerminating {
        if set.isOrdered { return false }
        continue
      }
      if set.isOrdered, !isHealthy(pod), pod.key != firstUnhealthy?.key { return false }
      steps.append(.delete(pod))
      if set.isOrdered { return false }
    }
    return true
  }

  /// Takes pods of old revisions away, highest number first.
  private mutating func update() {
    if let limit = set.maxUnavailable { update(several: limit) } else { updateNext() }
  }

  /// One pod, and none while one of a higher number is not available. An old pod goes even if it is ill, so that a set
  /// whose pods do not wait for each other gets over a broken template.
  private mutating func updateNext() {
    for (ordinal, pod) in replicas.reversed() where ordinal >= set.partitionEnd {
      guard let pod, !pod.isOver else { return }
      if !pod.isOfRevision(updateRevision), !pod.isTerminating { return steps.append(.delete(pod)) }
      guard isHealthy(pod) else { return }
    }
  }

  /// Old pods that serve nobody go at once; others while fewer than `limit` are missing or not available.
  private mutating func update(several limit: Int) {
    var unavailable = 0
    var candidates: [Pod] = []
    var ill: [Pod] = []
    for (ordinal, pod) in replicas.reversed() {
      guard let pod, !pod.isTerminating, !pod.isOver else {
        unavailable += 1
        continue
      }
      let isOld = ordinal >= set.partitionEnd && !pod.isOfRevision(updateRevision)
      switch (isOld, isHealthy(pod)) {
      case (true, true): candidates.append(pod)
      case (true, false): ill.append(pod)
      case (false, true): break
      case (false, false): unavailable += 1
      }
    }
    let room = max(0, limit - unavailable - ill.count)
    steps += (ill + candidates.prefix(room)).map { .delete($0) }
  }
}
