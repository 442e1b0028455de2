public import ControllerRuntime

/// The EBS CSI driver, simulated: it makes, attaches, grows and deletes volumes of EBS.
///
/// EKS: the add-on `aws-ebs-csi-driver`. Kubernetes: its sidecars `external-provisioner`, `external-attacher` and
/// `external-resizer`, and the attach-detach controller.
public enum EBSDriver {
  /// The name under which storage classes and volumes know the driver.
  public static let name = "ebs.csi.aws.com"

  /// The label that says which volumes a node can reach: a volume of EBS lives in one zone.
  static let zoneLabel = "topology.kubernetes.io/zone"
  static let regionLabel = "topology.kubernetes.io/region"

  /// The loops, ready for a manager.
  public static func controllers(latencies: EBSLatencies = EBSLatencies()) -> [Controller] {
    [
      CSINodeRegistrar.controller(), VolumeProvisioner.controller(latencies: latencies),
      VolumeDeleter.controller(), AttachmentPlanner.controller(),
      VolumeAttacher.controller(latencies: latencies), VolumeResizer.controller(latencies: latencies),
    ]
  }
}

/// How long EBS takes, multiplied by a scale: 1 is as on AWS, 0 is at once.
public struct EBSLatencies: Hashable, Sendable {
  public var scale: Double
  /// From `CreateVolume` until the volume is available.
  public var create: Duration = .seconds(3)
  /// From `AttachVolume` until the device is there.
  public var attach: Duration = .seconds(2)
  /// From `DetachVolume` until the volume is free.
  public var detach: Duration = .seconds(3)
  /// From `ModifyVolume` until the volume has its new size.
  public var modify: Duration = .seconds(5)

  public init(scale: Double = 1) { self.scale = max(0, scale) }

  func scaled(_ duration: Duration) -> Duration { duration * scale }
}
