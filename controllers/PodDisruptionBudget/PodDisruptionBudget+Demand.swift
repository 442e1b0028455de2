import APIMachinery
import KubernetesAPI

extension PodDisruptionBudgetSpec {
  /// What the budget asks for; `nil` when it asks for nothing or for something that is no number.
  var demand: DisruptionArithmetic.Demand? {
    if let bound = maxUnavailable {
      if case .int(let count) = bound { return .maxUnavailable(count) }
      return bound.percent.map { .maxUnavailablePercent($0) }
    }
    if let bound = minAvailable {
      if case .int(let count) = bound { return .minAvailable(count) }
      return bound.percent.map { .minAvailablePercent($0) }
    }
    return nil
  }
}
