import APIMachinery
import KubernetesAPI

/// How patient the autoscaler is, and what it prefers.
///
/// Cluster Autoscaler: the flags of the same names, with their defaults.
public struct AutoscalerSettings: Sendable, Hashable {
  /// `--scan-interval`
  public var scanInterval = Duration.seconds(10)
  /// `--expander`: which group is raised; the next one of the list decides where the former sees no difference.
  public var expanders = [Expander.leastWaste]
  /// `--scale-down-enabled`
  public var isScaleDownEnabled = true
  /// `--scale-down-unneeded-time`: how long a node must be idle before it goes.
  public var scaleDownUnneededTime = Duration.seconds(600)
  /// `--scale-down-unready-time`: the same for a node that is not ready.
  public var scaleDownUnreadyTime = Duration.seconds(1200)
  /// `--scale-down-delay-after-add`: how long after a scale-up nothing is taken away.
  public var scaleDownDelayAfterAdd = Duration.seconds(600)
  /// `--scale-down-utilization-threshold`: a node whose pods request less than this share is idle.
  public var utilizationThreshold = 0.5
  /// `--max-scale-down-parallelism`: how many nodes go at once.
  public var maxScaleDownParallelism = 10
  /// `--max-drain-parallelism`: how many of them may have pods.
  public var maxDrainParallelism = 1
  /// `--max-node-provision-time`: how long a node that was asked for is reckoned with.
  public var maxNodeProvisionTime = Duration.seconds(900)
  /// `--max-nodes-per-scaleup`
  public var maxNodesPerScaleUp = 1000
  /// `--initial-node-group-backoff-duration`, `--max-node-group-backoff-duration` and
  /// `--node-group-backoff-reset-timeout`: how long a group is left alone that did not bring its nodes.
  public var initialBackoff = Duration.seconds(300)
  public var maxBackoff = Duration.seconds(1800)
  public var backoffReset = Duration.seconds(3 * 3600)
  /// `--ok-total-unready-count` and `--max-total-unready-percentage`: with more nodes that are not ready nothing is done.
  public var okTotalUnreadyCount = 3
  public var maxTotalUnreadyPercentage = 45.0
  /// `--expendable-pods-priority-cutoff`: pods of less priority are not scaled for.
  public var expendablePodsPriorityCutoff = -10
  /// `--skip-nodes-with-local-storage`, `-system-pods`, `-custom-controller-pods`: what keeps a node.
  public var skipsNodesWithLocalStorage = true
  public var skipsNodesWithSystemPods = true
  public var skipsNodesWithCustomControllerPods = true

  public init() {}
}

extension AutoscalerSettings {
  /// The Deployment whose flags count, as it stands in the manifests of the project.
  static let deployment = ObjectKey(namespace: "kube-system", name: "cluster-autoscaler")

  /// These settings with those that the flags of a Deployment of the Cluster Autoscaler change. A flag that is not known or
  /// does not parse changes nothing.
  func with(_ deployment: Deployment?) -> AutoscalerSettings {
    guard let container = deployment?.spec.template.spec.containers.first else { return self }
    var changed = self
    for argument in container.command + container.args where argument.hasPrefix("--") {
      let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      if let name = parts.first { changed.set(name, to: parts.count > 1 ? parts[1] : "true") }
    }
    return changed
  }

  private mutating func set(_ flag: String, to text: String) {
    if flag == "expander" {
      let chosen = text.split(separator: ",").compactMap { Expander(rawValue: String($0)) }
      if !chosen.isEmpty { expanders = chosen }
    } else if let path = Self.durations[flag], let value = try? Duration(goDuration: text) {
      self[keyPath: path] = value
    } else if let path = Self.numbers[flag], let value = Double(text) {
      self[keyPath: path] = value
    } else if let path = Self.counts[flag], let value = Int(text) {
      self[keyPath: path] = value
    } else if let path = Self.switches[flag], let value = Bool(text) {
      self[keyPath: path] = value
    }
  }

  private static var durations: [String: WritableKeyPath<Self, Duration>] {
    [
      "scan-interval": \.scanInterval, "scale-down-unneeded-time": \.scaleDownUnneededTime,
      "scale-down-unready-time": \.scaleDownUnreadyTime,
      "scale-down-delay-after-add": \.scaleDownDelayAfterAdd,
      "max-node-provision-time": \.maxNodeProvisionTime,
      "initial-node-group-backoff-duration": \.initialBackoff,
      "max-node-group-backoff-duration": \.maxBackoff, "node-group-backoff-reset-timeout": \.backoffReset,
    ]
  }

  private static var numbers: [String: WritableKeyPath<Self, Double>] {
    [
      "scale-down-utilization-threshold": \.utilizationThreshold,
      "max-total-unready-percentage": \.maxTotalUnreadyPercentage,
    ]
  }

  private static var counts: [String: WritableKeyPath<Self, Int>] {
    [
      "max-scale-down-parallelism": \.maxScaleDownParallelism, "max-drain-parallelism": \.maxDrainParallelism,
      "max-nodes-per-scaleup": \.maxNodesPerScaleUp, "ok-total-unready-count": \.okTotalUnreadyCount,
      "expendable-pods-priority-cutoff": \.expendablePodsPriorityCutoff,
    ]
  }

  private static var switches: [String: WritableKeyPath<Self, Bool>] {
    [
      "scale-down-enabled": \.isScaleDownEnabled,
      "skip-nodes-with-local-storage": \.skipsNodesWithLocalStorage,
      "skip-nodes-with-system-pods": \.skipsNodesWithSystemPods,
      "skip-nodes-with-custom-controller-pods": \.skipsNodesWithCustomControllerPods,
    ]
  }
}
