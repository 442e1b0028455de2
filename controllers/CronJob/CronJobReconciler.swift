public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Makes jobs at the times of a schedule.
///
/// Kubernetes: `pkg/controller/cronjob/cronjob_controllerv2.go`, `syncCronJob`.
public struct CronJobReconciler: Reconciler {
  public init() {}

  public static func controller() -> Controller {
    Controller("cronjob", CronJobReconciler())
      .for(CronJob.self)
      .owns(Job.self)
      .indexByController(Job.self)
      .concurrency(5)
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let cronJob = context.cache.get(CronJob.self, key) else { return .done }
    let jobs = context.cache.list(Job.self, index: .controllerUID, cronJob.metadata.uid ?? "")
    var sync = CronJobSync(cronJob, jobs: jobs, context)
    return try await sync.run()
  }
}
