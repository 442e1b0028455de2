public import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Keeps as many nodes as a node group asks for: launches instances, makes nodes of them, replaces what is lost,
/// empties and takes away what is too much or too old.
///
/// The key is a `NodeGroup`.
public struct NodeGroupReconciler: Reconciler {
  /// Instances by namespace and group.
  static let instancesByGroup: IndexName = "nodegroup.instances"
  /// Nodes by group.
  static let nodesByGroup: IndexName = "nodegroup.nodes"
  /// Pods by node.
  static let podsByNode: IndexName = "spec.nodeName"
  /// ACK: keeps the object until EKS has taken its nodes away.
  static let finalizer = "finalizers.eks.services.k8s.aws/Nodegroup"

  private let ec2: any EC2
  private let latency: CloudLatency
  private let pause = LaunchPause()

  public init(ec2: any EC2, latency: CloudLatency = CloudLatency()) {
    self.ec2 = ec2
    self.latency = latency
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var group = context.cache.get(NodeGroup.self, key) else {
      pause.forget(key)
      return .done
    }
    if !group.metadata.isBeingDeleted, !group.metadata.finalizers.contains(Self.finalizer) {
      group.metadata.finalizers.append(Self.finalizer)
      group = try await context.client.update(group)
    }
    var sync = GroupSync(
      group: group, ec2: ec2.calling(through: context.client), latency: latency, pause: pause,
      context: context)
    return try await sync.run()
  }

  static func groupValue(namespace: String, group: String) -> String { "\(namespace)/\(group)" }
}
