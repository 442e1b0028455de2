import APIMachinery
import KubernetesAPI

/// What the failure of a pod means to its job.
///
/// Kubernetes: `pkg/controller/job/pod_failure_policy.go`.
struct PodFailureVerdict: Sendable, Hashable {
  enum Action: String, Sendable {
    case count = "Count"
    case failIndex = "FailIndex"
    case failJob = "FailJob"
    case ignore = "Ignore"
  }

  var action = Action.count
  /// Why, in the words of the job's condition; empty when no rule matched.
  var message = ""

  /// - Complexity: O(*r* · *c*) in the numbers of rules and containers.
  init(on pod: Pod, by policy: PodFailurePolicy?) {
    for (index, rule) in (policy?.rules ?? []).enumerated() {
      guard let reason = Self.match(rule, pod), let action = Action(rawValue: rule.action) else { continue }
      self.action = action
      message = "\(reason) matching \(rule.action) rule at index \(index)"
      return
    }
  }

  private static func match(_ rule: PodFailurePolicyRule, _ pod: Pod) -> String? {
    if let codes = rule.onExitCodes { return match(codes, pod) }
    return rule.onPodConditions.lazy.compactMap { match($0, pod) }.first
  }

  private static func match(_ codes: PodFailurePolicyOnExitCodesRequirement, _ pod: Pod) -> String? {
    guard pod.status.phase == "Failed" else { return nil }
    for status in pod.status.containerStatuses + pod.status.initContainerStatuses {
      if let name = codes.containerName, name != status.name { continue }
      guard let code = status.state?.terminated?.exitCode, code != 0 else { continue }
      if codes.values.contains(code) == (codes.operator == "In") {
        return "Container \(status.name) for pod \(pod.key) failed with exit code \(code)"
      }
    }
    return nil
  }

  private static func match(_ pattern: PodFailurePolicyOnPodConditionsPattern, _ pod: Pod) -> String? {
    guard let condition = pod.condition(pattern.type), condition.status == pattern.status ?? "True" else {
      return nil
    }
    return "Pod \(pod.key) has condition \(pattern.type)"
  }
}
