import APIMachinery
import KubernetesAPI

extension Pod {
  /// `Guaranteed`, `Burstable` or `BestEffort`, by the containers' requests and limits.
  ///
  /// Kubernetes: `pkg/apis/core/v1/helper/qos`.
  var qualityOfService: String {
    let all = spec.containers + spec.initContainers
    var hasAny = false
    var isGuaranteed = true
    for container in all {
      let resources = container.resources ?? ResourceRequirements()
      for name in ["cpu", "memory"] {
        let (request, limit) = (resources.requests[name], resources.limits[name])
        if request != nil || limit != nil { hasAny = true }
        if limit == nil || (request != nil && request != limit) { isGuaranteed = false }
      }
    }
    return !hasAny ? "BestEffort" : isGuaranteed ? "Guaranteed" : "Burstable"
  }
}
