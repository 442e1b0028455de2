/// How patient the autoscaler is.
///
/// Cluster Autoscaler: the flags of the same names, with their defaults.
public struct AutoscalerSettings: Sendable, Hashable {
  /// `--scan-interval`
  public var scanInterval = Duration.seconds(10)
  /// `--scale-down-unneeded-time`: how long a node must be idle before it goes.
  public var scaleDownUnneededTime = Duration.seconds(600)
  /// `--scale-down-delay-after-add`: how long after a scale-up nothing is taken away.
  public var scaleDownDelayAfterAdd = Duration.seconds(600)
  /// `--scale-down-utilization-threshold`: a node whose pods request less than this share is idle.
  public var utilizationThreshold = 0.5
  /// `--max-node-provision-time`: how long a node that was asked for is reckoned with.
  public var maxNodeProvisionTime = Duration.seconds(900)

  public init() {}
}
