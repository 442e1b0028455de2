import APIMachinery

/// How long the container runtime takes for its part, multiplied by the latency scale.
///
/// The waits that a manifest asks of a container (probe delays, a sleep before the stop) are scaled as well;
/// Kubernetes' own (back-off, grace period) and those in `swiftlet.dev/run` annotations are not.
public struct ContainerLatencies: Hashable, Sendable {
  /// The multiplier: 1 as on EKS, 0 for no waits.
  public var scale: Double
  /// Making the pod's sandbox, once its address is there.
  public var sandbox: Duration = .milliseconds(300)
  /// Fetching an image that the node does not have.
  public var imagePull: Duration = .milliseconds(1500)
  /// Asking the registry whether an image has changed.
  public var imageCheck: Duration = .milliseconds(150)
  /// Creating and starting a container.
  public var start: Duration = .milliseconds(250)
  /// How long an init container works.
  public var initWork: Duration = .seconds(1)
  /// From SIGTERM to a container's end.
  public var stop: Duration = .milliseconds(500)

  public init(scale: Double = 1) {
    self.scale = max(0, scale)
  }

  func scaled(_ duration: Duration) -> Duration {
    if scale == 1 { return duration }
    return scale == 0 ? .zero : .nanoseconds(Int64(Double(duration.nanosecondsClamped) * scale))
  }
}
