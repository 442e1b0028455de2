public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Runs pods until as many have ended well as a job asks for.
///
/// Kubernetes: `pkg/controller/job/job_controller.go`, `syncJob`.
public struct JobReconciler: Reconciler {
  /// How many pods one look makes or deletes at most.
  static let burst = 500

  private let pace = ReconcilePace()
  private let memory = JobMemory()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let candidates = context.cache.list(Pod.self, index: Self.byJob, Self.indexValue(key))
    guard let job = context.cache.get(Job.self, key) else {
      pace.forget(key)
      memory.forget(key)
      try await requireGone(key, candidates, context)
      try await JobFinalizer.release(candidates, with: context.client)
      return .done
    }
    if let manager = job.spec.managedBy, manager != Self.name { return .done }
    if let wait = pace.wait(key, now: context.now) { return .requeue(after: wait) }
    let strangers = candidates.filter { $0.metadata.controller?.uid != job.metadata.uid }
    try await JobFinalizer.release(strangers, with: context.client)
    let mine = try await claim(candidates, of: job, context)
    if job.isFinished {
      try await JobFinalizer.release(mine, with: context.client)
      return .done
    }
    guard try await JobConfirmation.areCountable(job, besides: mine, with: context.client) else {
      throw JobConfirmation.behind(job)
    }
    let pods = try await JobConfirmation.ends(of: mine, for: job, with: context.client)
    var sync = JobSync(job, pods: pods, memory: memory, context)
    let action = try await sync.run()
    pace.note(key, objects: mine.count, now: context.now)
    return action
  }

  /// Pods whose Job is gone are let go without being counted: makes sure that it is, and that the cache does not lag.
  private func requireGone(
    _ key: ObjectKey, _ pods: [Pod], _ context: ReconcileContext
  ) async throws(StatusError) {
    guard pods.contains(where: \.isTracked), let live = try await context.client.find(Job.self, key),
      pods.contains(where: { $0.isControlled(by: live) })
    else { return }
    throw JobConfirmation.behind(live)
  }

  private func claim(_ pods: [Pod], of job: Job, _ context: ReconcileContext) async throws(StatusError)
    -> [Pod]
  {
    let selector: Selector
    do { selector = try Selector(labelSelector: job.spec.selector?.fields ?? JSONObject()) } catch {
      throw .badRequest("spec.selector: \(error)")
    }
    let orphans = context.cache.list(
      Pod.self, index: Self.byJob, Self.orphans(in: job.metadata.namespace ?? ""))
    return try await ObjectClaim(owner: job, selector: selector).settle(
      owned: pods.filter { $0.metadata.controller?.uid == job.metadata.uid },
      orphans: orphans.filter { selector.matches($0.metadata.labels) }, with: context.client)
  }
}

extension JobReconciler {
  /// The value of `managedBy` that means this loop.
  static let name = "kubernetes.io/job-controller"

  /// Pods by the name of the job that controls them, or by their namespace when nobody does.
  static let byJob: IndexName = "job.name"

  static func indexValue(_ key: ObjectKey) -> String { "\(key.namespace)/\(key.name)" }

  static func orphans(in namespace: String) -> String { "\(namespace)/" }

  static func indexValue(of pod: Pod) -> [String] {
    let namespace = pod.metadata.namespace ?? ""
    guard let owner = pod.metadata.controller else { return [orphans(in: namespace)] }
    return owner.kind == Job.definition.kind ? ["\(namespace)/\(owner.name)"] : []
  }

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("job", JobReconciler())
      .for(Job.self)
      .watches(Pod.self, map: keys)
      .index(Pod.self, byJob, madeOf: { $0.object("metadata")?["ownerReferences"] }) { indexValue(of: $0) }
      .concurrency(5)
  }

  /// A pod leads to the job that controls it, and one without a controller to those that could adopt it.
  private static func keys(_ change: Change<Pod>, _ cache: Cache) -> [ObjectKey] {
    cache.claimants(Job.self, of: change) { $0.spec.selector?.fields }
  }
}
