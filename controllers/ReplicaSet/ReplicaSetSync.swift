import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a ReplicaSet: its pods, and the writes that bring it to its size.
struct ReplicaSetSync {
  let replicaSet: ReplicaSet
  var pods: [Pod]
  let context: ReconcileContext
  private var failure: (any Error)?
  private var failureReason = ""
  /// True when one burst was not enough.
  private(set) var hasMore = false

  init(_ replicaSet: ReplicaSet, pods: [Pod], _ context: ReconcileContext) {
    self.replicaSet = replicaSet
    self.pods = pods
    self.context = context
  }

  /// Makes the pods that are missing, or deletes those that are too many.
  ///
  /// An error of a pod does not end the look: it stands in the status, and comes back at the end.
  mutating func manage() async throws {
    let active = pods.filter(\.isActive)
    let missing = (replicaSet.spec.replicas ?? 1) - active.count
    hasMore = missing.magnitude > ReplicaSetReconciler.burst
    if missing > 0 {
      try await context.client.requirePresent(replicaSet)
      await create(min(missing, ReplicaSetReconciler.burst))
    } else if missing < 0 {
      await delete(min(-missing, ReplicaSetReconciler.burst), of: active)
    }
  }

  // MARK: - Making pods

  private mutating func create(_ count: Int) async {
    let template = newPod()
    for batch in SlowStart(count: count) {
      let (created, error) = await createBatch(batch, of: template)
      pods += created
      for pod in created {
        context.events.normal(replicaSet, "SuccessfulCreate", "Created pod: \(pod.metadata.name ?? "")")
      }
      guard let error else { continue }
      noteCreateFailure(error)
      return
    }
  }

  private func createBatch(_ count: Int, of template: Pod) async -> ([Pod], StatusError?) {
    let client = context.client
    return await withTaskGroup(of: Result<Pod, StatusError>.self) { group in
      for _ in 0..<count {
        group.addTask {
          do throws(StatusError) { return .success(try await client.create(template)) } catch {
            return .failure(error)
          }
        }
      }
      var created: [Pod] = []
      var failure: StatusError?
      for await result in group {
        switch result {
        case .success(let pod): created.append(pod)
        case .failure(let error): failure = failure ?? error
        }
      }
      return (created, failure)
    }
  }

  /// A namespace that is on its way out refuses new pods; that is no failure of the ReplicaSet.
  private mutating func noteCreateFailure(_ error: StatusError) {
    if error.details?.causes.contains(where: { $0.reason == "NamespaceTerminating" }) == true { return }
    context.events.warning(replicaSet, "FailedCreate", "Error creating: \(error)")
    failure = error
    failureReason = "FailedCreate"
  }

  private func newPod() -> Pod {
    let template = replicaSet.spec.template
    return Pod {
      $0.metadata.generateName = "\(replicaSet.metadata.name ?? "")-"
      $0.metadata.namespace = replicaSet.metadata.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.finalizers = template.metadata.finalizers
      $0.metadata.ownerReferences = [OwnerReference(controller: replicaSet)]
      $0.spec = template.spec
    }
  }

  // MARK: - Deleting pods

  private mutating func delete(_ count: Int, of active: [Pod]) async {
    let ranking = DeletionRanking(related: relatedPods(), now: context.now)
    let chosen = ranking.choose(count, of: active)
    let (deleted, error) = await deleteBatch(chosen)
    for name in deleted { context.events.normal(replicaSet, "SuccessfulDelete", "Deleted pod: \(name)") }
    markLeaving(Set(deleted))
    guard let error else { return }
    context.events.warning(replicaSet, "FailedDelete", "Error deleting: \(error)")
    failure = error
    failureReason = "FailedDelete"
  }

  private func deleteBatch(_ chosen: [Pod]) async -> ([String], StatusError?) {
    let client = context.client
    return await withTaskGroup(of: (String, StatusError?).self) { group in
      for pod in chosen {
        group.addTask {
          let options = DeleteOptions(preconditionUID: pod.metadata.uid)
          let name = pod.metadata.name ?? ""
          do throws(StatusError) {
            try await client.delete(Pod.self, pod.key, options: options)
            return (name, nil)
          } catch {
            return (name, error.isNotFound ? nil : error)
          }
        }
      }
      var deleted: [String] = []
      var failure: StatusError?
      for await (name, error) in group {
        if let error { failure = failure ?? error } else { deleted.append(name) }
      }
      return (deleted.sorted(), failure)
    }
  }

  /// Counts pods that were just asked to leave as leaving.
  private mutating func markLeaving(_ names: Set<String>) {
    for index in pods.indices where names.contains(pods[index].metadata.name ?? "") {
      pods[index].metadata.deletionTimestamp = context.now
    }
  }

  /// The pods of all ReplicaSets of the same owner: during a roll-out they share the nodes.
  private func relatedPods() -> [Pod] {
    guard let owner = replicaSet.metadata.controller else { return pods }
    let siblings = context.cache.list(ReplicaSet.self, index: ReplicaSetReconciler.siblings, owner.uid)
    return siblings.flatMap { context.cache.owned(Pod.self, by: $0) }
  }

  // MARK: - Status

  /// Writes the counts if they changed.
  ///
  /// - Returns: When the next ready pod will count as available.
  /// - Throws: What stood in the way of making or deleting pods, so that it is tried again.
  func writeStatus() async throws -> Action {
    let census = ReplicaSetCensus(of: replicaSet, pods: pods, now: context.now)
    let condition = failure.map {
      ReplicaSetCensus.Failure(reason: failureReason, message: String(describing: $0))
    }
    let status = census.status(of: replicaSet, failure: condition, now: context.now)
    if status != replicaSet.status {
      var changed = replicaSet
      changed.status = status
      try await context.client.updateStatus(changed)
    }
    if let failure { throw failure }
    if hasMore { return .requeue(after: .milliseconds(1)) }
    return census.nextAvailableAt.map { .requeue(after: $0 - context.now) } ?? .done
  }
}

extension ReplicaSetReconciler {
  /// ReplicaSets by the UID of their controller.
  static let siblings: IndexName = "replicaset.siblings"
}
