import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Makes sure, with reads past the cache, of what cannot be taken back.
///
/// After a restart a cache may show a past state for a while, each kind another one: a pod that was counted long ago
/// still has its finalizer, pods that are over still run, a job has counted nothing yet. What this process wrote itself
/// its cache shows at once, so that all of this matters for one look at most, and costs one read a pod that ends.
enum JobConfirmation {
  /// The pods, with those as they are now that are about to be noted as over. One that is gone is left out.
  static func ends(of pods: [Pod], for job: Job, with client: any Client) async throws(StatusError) -> [Pod] {
    let noted = noted(by: job)
    var confirmed: [Pod] = []
    confirmed.reserveCapacity(pods.count)
    for pod in pods {
      let isNew = pod.isTracked && !noted.contains(pod.metadata.uid ?? "")
      guard isNew, pod.hasSucceeded || pod.hasFailed(for: job) else {
        confirmed.append(pod)
        continue
      }
      if let live = try await live(pod, with: client) { confirmed.append(live) }
    }
    return confirmed
  }

  /// Whether the pods that the status notes as over, and that are not among these, are gone or have let their finalizer go, so
  /// that they may be counted: a cache that lags may not have them yet, and would show them later, to be counted once more.
  static func areCountable(_ job: Job, besides pods: [Pod], with client: any Client) async throws(StatusError)
    -> Bool
  {
    let hidden = noted(by: job).subtracting(pods.compactMap(\.metadata.uid))
    if hidden.isEmpty { return true }
    let live = try await live(job, with: client)
    return !live.contains { $0.isTracked && hidden.contains($0.metadata.uid ?? "") }
  }

  /// The UIDs of pods that are over and not part of the counts yet.
  private static func noted(by job: Job) -> Set<String> {
    let pods = job.status.uncountedTerminatedPods
    return Set((pods?.succeeded ?? []) + (pods?.failed ?? []))
  }

  /// Whether the job is as it was read, so that pods may be made by it.
  static func isCurrent(_ job: Job, with client: any Client) async throws(StatusError) -> Bool {
    try await client.find(Job.self, job.key)?.metadata.resourceVersion == job.metadata.resourceVersion
  }

  /// Whether these are the job's pods, and as far as they seem to be.
  static func areAll(_ pods: [Pod], of job: Job, with client: any Client) async throws(StatusError) -> Bool {
    Set(try await live(job, with: client).map(Stage.init)) == Set(pods.map(Stage.init))
  }

  /// The pods that a job has.
  private static func live(_ job: Job, with client: any Client) async throws(StatusError) -> [Pod] {
    let labels = job.spec.selector?.matchLabels ?? [:]
    let options = ListOptions(labelSelector: labels.map { "\($0.key)=\($0.value)" }.joined(separator: ","))
    let found = try await client.list(Pod.self, namespace: job.metadata.namespace, options: options).items
    return found.filter { $0.isControlled(by: job) }
  }

  /// A pod, and whether it is over.
  private struct Stage: Hashable {
    let uid: String
    let isOver: Bool

    init(_ pod: Pod) {
      uid = pod.metadata.uid ?? ""
      isOver = pod.status.phase == "Succeeded" || pod.status.phase == "Failed"
    }
  }

  /// Whether all pods that look active are, so that the rest of them may be ended.
  static func areActive(_ pods: [Pod], with client: any Client) async throws(StatusError) -> Bool {
    for pod in pods where try await live(pod, with: client)?.isActive != true { return false }
    return true
  }

  private static func live(_ pod: Pod, with client: any Client) async throws(StatusError) -> Pod? {
    guard let live = try await client.find(Pod.self, pod.key), live.metadata.uid == pod.metadata.uid else {
      return nil
    }
    return live
  }

  /// What a look fails with that saw a past state: it is repeated when the cache has caught up, or after a back-off.
  static func behind(_ job: Job) -> StatusError {
    .conflict(
      Job.definition.groupVersionResource.groupResource, name: job.metadata.name ?? "",
      "the cache is behind the cluster")
  }
}
