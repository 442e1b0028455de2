/// How long EC2 takes, multiplied by a scale: 1 is as on AWS, 0 is at once. The clock itself is never bent.
public struct CloudLatency: Hashable, Sendable {
  public var scale: Double
  /// From the request until an instance has booted and its kubelet registers. EKS: 1-2 minutes to Ready.
  public var launch = Duration.seconds(45)
  /// From the request until an instance is gone.
  public var terminate = Duration.seconds(20)
  /// VPC CNI: attaching takes up to 10 s.
  public var attach = Duration.seconds(8)
  /// EKS: Fargate, section 4: some tens of seconds until the micro-VM has joined.
  public var fargate = Duration.seconds(40)
  /// EKS: how long before it takes a spot instance back EC2 says so.
  public var spotNotice = Duration.seconds(120)

  public init(scale: Double = 1) {
    self.scale = max(0, scale)
  }

  public func scaled(_ duration: Duration) -> Duration { duration * scale }
}
