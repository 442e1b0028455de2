import APIMachinery
import CloudModel
import EKSAPI

/// Which subnets a node group means.
enum GroupSubnets {
  /// The subnets that the group refers to, or names by id, in its order; those that do not exist are left out.
  static func resolve(_ group: NodeGroup, among subnets: [Subnet]) -> [Subnet] {
    let referred = group.spec.subnetRefs.compactMap { reference in
      subnets.first { $0.metadata.name == reference.from.name }
    }
    let named = group.spec.subnets.compactMap { id in
      subnets.first { $0.status.subnetID == id || $0.metadata.name == id }
    }
    return referred + named.filter { subnet in !referred.contains { $0.key == subnet.key } }
  }
}

extension NodeGroup {
  /// The annotation in which the autoscaler names the instances that shall go with the lower size that it sets.
  static let scaleDownAnnotation = "cluster-autoscaler.kubernetes.io/scale-down-nodes"

  /// The annotation that names processes of the Auto Scaling group which rest: `AZRebalance`.
  static let suspendedProcessesAnnotation = "swiftlet.dev/suspended-processes"

  /// EC2 Auto Scaling: `SuspendProcesses`: whether the zones may stay uneven.
  var suspendsRebalancing: Bool {
    (metadata.annotations[Self.suspendedProcessesAnnotation] ?? "").split(separator: ",").contains(
      "AZRebalance")
  }

  var scaleDownInstances: [String] {
    (metadata.annotations[Self.scaleDownAnnotation] ?? "").split(separator: ",").map(String.init)
  }
}

extension Instance {
  /// The zone that the instance runs in.
  var zone: String { spec.placement?.availabilityZone ?? "" }
}
