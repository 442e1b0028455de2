import APIMachinery
import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// The loops that give VPCs, subnets and security groups their ids, and let them go when nothing hangs on them.
///
/// ACK: the EC2 controller: finalizer `finalizers.ec2.services.k8s.aws/KIND`, condition `ACK.ResourceSynced`.
public enum VPCResources {
  /// One controller a kind, ready to be added to a manager.
  public static func controllers() -> [Controller] {
    [
      Controller("vpc", VPCReconciler())
        .for(VPC.self, where: .generationChanged)
        .watches(Subnet.self) { change, cache in vpcs(of: change.object, cache) },
      Controller("subnet", SubnetReconciler())
        .for(Subnet.self, where: .generationChanged || emptied)
        .watches(VPC.self, where: .modified { $0.status.vpcID != $1.status.vpcID }) { change, cache in
          cache.list(Subnet.self, namespace: change.object.metadata.namespace).map(\.key)
        },
      Controller("security-group", SecurityGroupReconciler())
        .for(SecurityGroup.self, where: .generationChanged)
        .reads(VPC.self),
    ]
  }

  private static func vpcs(of subnet: Subnet, _ cache: Cache) -> [ObjectKey] {
    cache.list(VPC.self, namespace: subnet.metadata.namespace).filter { subnet.isPart(of: $0) }.map(\.key)
  }

  private static var emptied: Predicate<Subnet> {
    .modified { $0.status.allocations.count != $1.status.allocations.count && $1.metadata.isBeingDeleted }
  }
}

extension Subnet {
  /// Whether the subnet is of `vpc`, by reference or by id.
  func isPart(of vpc: VPC) -> Bool {
    if let name = spec.vpcRef?.from.name { return name == vpc.metadata.name }
    return spec.vpcID != nil && spec.vpcID == vpc.status.vpcID
  }
}
