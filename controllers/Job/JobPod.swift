import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// A pod of a job.
///
/// Kubernetes: `job_controller.go`, `manageJob`; `indexed_job_utils.go`, `addCompletionIndexEnvVariables`.
enum JobPod {
  /// - Parameters:
  ///   - index: The piece of work, in an indexed job.
  ///   - failure: The last failure of the index, in a job that counts failures by index.
  static func make(for job: Job, index: Int?, after failure: JobTally.Failure?) -> Pod {
    let template = job.spec.template
    let name = job.metadata.name ?? ""
    var pod = Pod {
      $0.metadata.generateName = "\(name)-"
      $0.metadata.namespace = job.metadata.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.finalizers =
        template.metadata.finalizers.filter { $0 != JobFinalizer.name } + [JobFinalizer.name]
      $0.metadata.ownerReferences = [OwnerReference(controller: job)]
      $0.spec = template.spec
    }
    guard let index else { return pod }
    pod.metadata.generateName = "\(name)-\(index)-"
    pod.metadata.labels[Pod.indexKey] = "\(index)"
    pod.metadata.annotations[Pod.indexKey] = "\(index)"
    if job.countsPerIndex { count(failure, in: &pod) }
    if pod.spec.hostname == nil { pod.spec.hostname = "\(name)-\(index)" }
    pod.spec.containers = pod.spec.containers.map(withIndex)
    pod.spec.initContainers = pod.spec.initContainers.map(withIndex)
    return pod
  }

  /// The pod carries on how often its index has failed.
  private static func count(_ failure: JobTally.Failure?, in pod: inout Pod) {
    let isIgnored = failure?.verdict.action == .ignore
    let counted = (failure?.pod.indexFailureCount ?? 0) + (failure == nil || isIgnored ? 0 : 1)
    let ignored = (failure?.pod.indexIgnoredCount ?? 0) + (isIgnored ? 1 : 0)
    pod.metadata.annotations[Pod.failureCountKey] = "\(counted)"
    if ignored > 0 { pod.metadata.annotations[Pod.ignoredCountKey] = "\(ignored)" }
  }

  private static let variable = "JOB_COMPLETION_INDEX"

  private static func withIndex(_ container: Container) -> Container {
    guard !container.env.contains(where: { $0.name == variable }) else { return container }
    var container = container
    container.env += [
      EnvVar {
        $0.name = variable
        $0.valueFrom = EnvVarSource {
          $0.fieldRef = ObjectFieldSelector { $0.fieldPath = "metadata.labels['\(Pod.indexKey)']" }
        }
      }
    ]
    return container
  }
}
