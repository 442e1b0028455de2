public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Deletes jobs some time after they are finished.
///
/// Kubernetes: `pkg/controller/ttlafterfinished`.
public struct JobExpiry: Reconciler {
  public init() {}

  public static func controller() -> Controller {
    Controller("ttl-after-finished", JobExpiry()).for(Job.self)
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let job = context.cache.get(Job.self, key), !job.metadata.isBeingDeleted,
      let seconds = job.spec.ttlSecondsAfterFinished, let finished = Self.finishTime(of: job)
    else { return .done }
    let end = finished + .seconds(seconds)
    if end > context.now { return .requeue(after: end - context.now) }
    try await tolerating(.notFound) {
      try await context.client.delete(
        Job.self, key,
        options: DeleteOptions(propagationPolicy: .foreground, preconditionUID: job.metadata.uid))
    }
    return .done
  }

  private static func finishTime(of job: Job) -> Timestamp? {
    for type in ["Complete", "Failed"] {
      guard let condition = job.status.conditions.condition(type), condition.status == "True" else {
        continue
      }
      return condition.lastTransitionTime
    }
    return nil
  }
}
