import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a StatefulSet: its pods, their claims, and the writes of the next steps.
struct StatefulSetSync {
  private let set: StatefulSet
  private let context: ReconcileContext
  private var pods: [Pod]
  private var history: RevisionHistory
  private var update: ControllerRevision?
  private var current: ControllerRevision?
  private var collisionCount: Int?
  private var failure: (any Error)?

  init(_ set: StatefulSet, pods: [Pod], history: RevisionHistory, _ context: ReconcileContext) {
    self.set = set
    self.pods = pods
    self.history = history
    self.context = context
    // Never without: the count is part of the names of revisions, and the status says zero from the first look on.
    collisionCount = set.status.collisionCount ?? 0
  }

  /// Carries out the next steps. An error of a pod ends them: it stands in an event, and comes back at the end.
  mutating func run() async throws {
    if set.metadata.isBeingDeleted {
      update = history.revisions.last
      current = history.revisions.first { $0.metadata.name == set.status.currentRevision } ?? update
      return
    }
    let newest = try await history.settle(
      set.revisionState, of: set, collisionCount: &collisionCount, with: context.client)
    update = newest
    current = history.revisions.first { $0.metadata.name == set.status.currentRevision } ?? newest
    try await keepIdentities()
    let plan = StatefulPlan(
      set, pods: pods, updateRevision: newest.metadata.name ?? "", now: context.now)
    // To a set of before the pods of now look old, or too many. Kubernetes does not ask.
    if plan.deletes {
      try await context.client.requireFresh(set)
    } else if !plan.steps.isEmpty {
      try await context.client.requirePresent(set)
    }
    for step in plan.steps {
      await carryOut(step)
      if failure != nil, set.isOrdered { break }
    }
    try await prune()
  }

  private mutating func carryOut(_ step: StatefulPlan.Step) async {
    switch step {
    case .create(let ordinal): await create(ordinal)
    case .delete(let pod): await delete(pod)
    case .replace(let pod):
      let name = pod.metadata.name ?? ""
      if pod.status.phase == "Failed" {
        context.events.warning(
          set, "RecreatingFailedPod", "StatefulSet \(set.key) is recreating failed Pod \(name)")
      } else {
        context.events.normal(
          set, "RecreatingTerminatedPod", "StatefulSet \(set.key) is recreating terminated Pod \(name)")
      }
      await delete(pod)
    }
  }

  private func prune() async throws {
    let live = Set(pods.compactMap { $0.metadata.labels[RevisionHistory.label] })
    let present = [update?.metadata.name, current?.metadata.name]
    try await history.prune(keeping: set.spec.revisionHistoryLimit ?? 10, with: context.client) { revision in
      present.contains(revision.metadata.name) || live.contains(revision.metadata.name ?? "")
    }
  }
}

// MARK: - Pods

extension StatefulSetSync {
  private mutating func create(_ ordinal: Int) async {
    let keepsCurrent = set.isRollingUpdate && ordinal < set.partitionEnd
    guard let revision = keepsCurrent ? current : update else { return }
    let pod = set.pod(ordinal, revision)
    do {
      guard try await makeClaims(ordinal, present: nil) else { return }
      pods.append(try await context.client.create(pod))
      context.events.normal(set, "SuccessfulCreate", message("create", pod, "successful"))
    } catch {
      let causes = (error as? StatusError)?.details?.causes ?? []
      if causes.contains(where: { $0.reason == "NamespaceTerminating" }) { return }
      context.events.warning(set, "FailedCreate", message("create", pod, "failed error: \(error)"))
      failure = failure ?? error
    }
  }

  private mutating func delete(_ pod: Pod) async {
    do {
      try await tolerating(.notFound) {
        try await context.client.delete(
          Pod.self, pod.key, options: DeleteOptions(preconditionUID: pod.metadata.uid))
      }
      if let place = pods.firstIndex(where: { $0.key == pod.key }) {
        pods[place].metadata.deletionTimestamp = context.now
      }
      context.events.normal(set, "SuccessfulDelete", message("delete", pod, "successful"))
    } catch {
      context.events.warning(set, "FailedDelete", message("delete", pod, "failed error: \(error)"))
      failure = failure ?? error
    }
  }

  /// `create Pod web-0 in StatefulSet web successful`
  private func message(_ verb: String, _ pod: Pod, _ result: String) -> String {
    "\(verb) Pod \(pod.metadata.name ?? "") in StatefulSet \(set.metadata.name ?? "") \(result)"
  }

  /// Puts back what somebody took off a pod: its labels, its claims while it waits for them, and the owners of those.
  private mutating func keepIdentities() async throws {
    for (place, pod) in pods.enumerated() {
      guard let ordinal = set.ordinal(of: pod) else { continue }
      if pod.isActive, let labels = set.missingLabels(of: pod, ordinal) {
        let patch: JSON = ["metadata": ["labels": labels.json]]
        guard
          let patched = try await tolerating(
            .notFound, write: { try await context.client.patch(Pod.self, pod.key, .merge(patch)) })
        else { continue }
        pods[place] = patched
      }
      let isWanted = set.ordinals.contains(ordinal)
      if isWanted, pod.isActive, pod.status.phase == "Pending" {
        _ = try await makeClaims(ordinal, present: pod)
      }
      try await keepOwners(of: pod, ordinal, isLeaving: !isWanted)
    }
  }
}

// MARK: - Claims

extension StatefulSetSync {
  /// Makes the claims of a pod that are missing.
  ///
  /// - Parameter present: The pod, if it is there.
  /// - Returns: Whether the pod can be made; not while a claim of its predecessor is on its way out.
  private func makeClaims(_ ordinal: Int, present: Pod?) async throws -> Bool {
    let retention = ClaimRetention(set: set)
    for template in set.spec.volumeClaimTemplates {
      let key = set.claimKey(template, ordinal)
      if let claim = context.cache.get(PersistentVolumeClaim.self, key) {
        if retention.isStale(claim, podName: set.podName(ordinal), present: present) { return false }
        continue
      }
      var claim = set.claim(template, ordinal)
      if retention.followsSet {
        claim.metadata.ownerReferences = retention.owners(
          of: claim, pod: present ?? Pod(), isLeaving: false)
      }
      let wanted = claim
      let subject = "Pod \(set.podName(ordinal)) in StatefulSet \(set.metadata.name ?? "")"
      do {
        try await tolerating(.alreadyExists) { try await context.client.create(wanted) }
      } catch {
        context.events.warning(
          set, "FailedCreate", "create Claim \(key.name) for \(subject) failed error: \(error)")
        throw error
      }
      context.events.normal(set, "SuccessfulCreate", "create Claim \(key.name) \(subject) success")
    }
    return true
  }

  private func keepOwners(of pod: Pod, _ ordinal: Int, isLeaving: Bool) async throws {
    let retention = ClaimRetention(set: set)
    for template in set.spec.volumeClaimTemplates {
      let key = set.claimKey(template, ordinal)
      guard let claim = context.cache.get(PersistentVolumeClaim.self, key), !claim.metadata.isBeingDeleted
      else { continue }
      let owners = retention.owners(of: claim, pod: pod, isLeaving: isLeaving)
      guard owners != claim.metadata.ownerReferences else { continue }
      let patch: JSON = [
        "metadata": [
          "ownerReferences": owners.json, "resourceVersion": .string(claim.metadata.resourceVersion ?? ""),
        ]
      ]
      try await tolerating(.notFound) {
        try await context.client.patch(PersistentVolumeClaim.self, key, .merge(patch))
      }
    }
  }
}

// MARK: - Status

extension StatefulSetSync {
  /// Writes the counts if they changed.
  ///
  /// - Returns: When the next ready pod will count as available.
  /// - Throws: What stood in the way of making or deleting pods, so that it is tried again.
  func writeStatus() async throws -> Action {
    let (current, update) = (current?.metadata.name, update?.metadata.name)
    let census = StatefulCensus(set, pods: pods, current: current, update: update, now: context.now)
    let status = census.status(
      of: set, current: current, update: update, collisionCount: collisionCount)
    if status != set.status {
      var changed = set
      changed.status = status
      try await tolerating(.notFound) { try await context.client.updateStatus(changed) }
    }
    if let failure { throw failure }
    return census.nextAvailableAt.map { .requeue(after: max($0 - context.now, .milliseconds(1))) } ?? .done
  }
}
