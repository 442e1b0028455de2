import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// One look at a DaemonSet: its nodes, its pods, and the writes that bring them together.
struct DaemonSetSync {
  private let set: DaemonSet
  private let context: ReconcileContext
  private let backoff: FailedPodBackoff
  private let placements: [(node: String, placement: DaemonPlacement)]
  private var pods: DaemonPods
  private var history: RevisionHistory
  /// The hash of the present template.
  private var revision = ""
  private var collisionCount: Int?
  private var retryAfter: Duration?
  private var failure: (any Error)?
  /// True when one burst was not enough.
  private(set) var hasMore = false
  /// How many objects the look has read.
  let size: Int

  init(
    _ set: DaemonSet, pods: [Pod], history: RevisionHistory, backoff: FailedPodBackoff,
    _ context: ReconcileContext
  ) {
    self.set = set
    self.context = context
    self.backoff = backoff
    self.pods = DaemonPods(pods)
    self.history = history
    collisionCount = set.status.collisionCount
    placements = context.cache.list(Node.self).map { ($0.metadata.name ?? "", set.placement(on: $0)) }
    size = pods.count + placements.count
  }

  /// Makes and deletes pods, and goes on with a rolling update.
  ///
  /// An error of a pod does not end the look: it stands in an event, and comes back at the end.
  mutating func run() async throws {
    let current = try await history.settle(
      set.revisionState, of: set, collisionCount: &collisionCount, with: context.client)
    revision = current.metadata.labels[RevisionHistory.label] ?? ""
    await manage()
    if failure == nil, !hasMore, set.spec.updateStrategy?.type ?? "RollingUpdate" == "RollingUpdate" {
      try await rollOut()
    }
    try await prune(current)
  }

  private mutating func manage() async {
    let (set, backoff, now) = (set, backoff, context.now)
    let generation = set.status.observedGeneration ?? 0
    let plan = DaemonPlan(set, pods, placements: placements, revision: revision, now: now) { node in
      backoff.wait(set: set.key, generation: generation, node: node, now: now)
    }
    retryAfter = plan.retryAfter
    for pod in plan.ended { report(ended: pod) }
    await write(create: plan.nodes, delete: plan.surplus + plan.ended)
  }

  private func report(ended pod: Pod) {
    let place = "\(pod.key) on node \(pod.daemonNodeName)"
    if pod.status.phase == "Failed" {
      context.events.warning(
        set, "FailedDaemonPod", "Found failed daemon pod \(place), will try to kill it")
    } else {
      context.events.normal(
        set, "SucceededDaemonPod", "Found succeeded daemon pod \(place), will try to delete it")
    }
  }

  private mutating func rollOut() async throws {
    guard pods.hasOld(besides: revision) else { return }
    let wanted = placements.count { $0.placement == .runs }
    let nodes = placements.compactMap { node, placement in
      placement == .runs || !pods[node].isEmpty ? node : nil
    }
    let (minReadySeconds, now) = (set.spec.minReadySeconds ?? 0, context.now)
    let rollout = DaemonRollout(
      nodes, pods,
      budget: DaemonRollout.Budget(set.spec.updateStrategy?.rollingUpdate, nodes: wanted),
      revision: revision
    ) { $0.isAvailable(after: minReadySeconds, now: now) }
    guard !rollout.surging.isEmpty || !rollout.leaving.isEmpty else { return }
    // To a set of before the pods of now look old. Kubernetes does not ask.
    try await context.client.requireFresh(set)
    await write(create: rollout.surging, delete: rollout.leaving)
  }

  /// Kubernetes: `cleanupHistory`: what pods are made of is kept beside the limit.
  private func prune(_ current: ControllerRevision) async throws {
    let limit = set.spec.revisionHistoryLimit ?? 10
    guard history.revisions.count > limit else { return }
    let live = Set(pods.byNode.values.joined().compactMap { $0.metadata.labels[RevisionHistory.label] })
    try await history.prune(keeping: limit, with: context.client) { revision in
      revision.key == current.key
        || revision.metadata.labels[RevisionHistory.label].map(live.contains) ?? false
    }
  }

  // MARK: - Writes

  private mutating func write(create nodes: [String], delete surplus: [Pod]) async {
    if max(nodes.count, surplus.count) > DaemonSetReconciler.burst { hasMore = true }
    await create(Array(nodes.prefix(DaemonSetReconciler.burst)))
    await delete(Array(surplus.prefix(DaemonSetReconciler.burst)))
  }

  private mutating func create(_ nodes: [String]) async {
    guard !nodes.isEmpty else { return }
    do {
      try await context.client.requirePresent(set)
    } catch {
      failure = failure ?? error
      return
    }
    let (set, client, revision) = (set, context.client, revision)
    let created = Mutex<[Pod]>([])
    let (_, error) = await slowStart(nodes.count) { index in
      let pod = try await client.create(set.pod(onNodeNamed: nodes[index], revision: revision))
      created.withLock { $0.append(pod) }
    }
    for pod in created.withLock({ $0 }) {
      pods.add(pod)
      context.events.normal(set, "SuccessfulCreate", "Created pod: \(pod.metadata.name ?? "")")
    }
    guard let error else { return }
    // A namespace that is on its way out refuses new pods; that is no failure of the set.
    let causes = (error as? StatusError)?.details?.causes ?? []
    if causes.contains(where: { $0.reason == "NamespaceTerminating" }) { return }
    context.events.warning(set, "FailedCreate", "Error creating: \(error)")
    failure = failure ?? error
  }

  private mutating func delete(_ surplus: [Pod]) async {
    guard !surplus.isEmpty else { return }
    let client = context.client
    let results = await withTaskGroup(of: (Int, (any Error)?).self) { group in
      for (index, pod) in surplus.enumerated() {
        group.addTask {
          do {
            try await tolerating(.notFound) {
              try await client.delete(
                Pod.self, pod.key, options: DeleteOptions(preconditionUID: pod.metadata.uid))
            }
            return (index, nil)
          } catch {
            return (index, error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
    }
    for (index, error) in results {
      let pod = surplus[index]
      if let error {
        context.events.warning(set, "FailedDelete", "Error deleting: \(error)")
        failure = failure ?? error
      } else {
        pods.markLeaving(pod, at: context.now)
        context.events.normal(set, "SuccessfulDelete", "Deleted pod: \(pod.metadata.name ?? "")")
      }
    }
  }

  // MARK: - Status

  /// Writes the counts if they changed.
  ///
  /// - Returns: When the next ready pod will count as available, or a failed one may be replaced.
  /// - Throws: What stood in the way of making or deleting pods, so that it is tried again.
  func writeStatus() async throws -> Action {
    let census = DaemonCensus(set, pods, placements: placements, revision: revision, now: context.now)
    let status = census.status(of: set, collisionCount: collisionCount)
    if status != set.status {
      var changed = set
      changed.status = status
      try await context.client.updateStatus(changed)
    }
    if let failure { throw failure }
    if hasMore { return .requeue(after: .milliseconds(1)) }
    let waits = [census.nextAvailableAt.map { $0 - context.now }, retryAfter].compactMap { $0 }
    return waits.min().map { .requeue(after: max($0, .milliseconds(1))) } ?? .done
  }
}
