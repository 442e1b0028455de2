import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// The finalizer that keeps a pod until its job has counted it: a pod that somebody deletes is not forgotten.
///
/// Kubernetes: KEP-2307, job tracking without lingering pods.
enum JobFinalizer {
  static let name = "batch.kubernetes.io/job-tracking"

  /// Lets pods go. One that is gone is not an error.
  static func release(_ pods: [Pod], with client: any Client) async throws {
    let tracked = pods.filter(\.isTracked)
    if tracked.isEmpty { return }
    let (_, error) = await slowStart(tracked.count, initialBatch: tracked.count) { index in
      try await client.removeFinalizer(name, from: tracked[index])
    }
    if let error { throw error }
  }
}
