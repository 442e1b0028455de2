import APIMachinery
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// The EC2 instance behind a node.
struct NodeMachine: Sendable {
  let instanceID: String
  let type: InstanceType
  /// The node's pod capacity.
  let maxPods: Int
  let isUnschedulable: Bool

  /// - Returns: `nil` for a node that is no EC2 instance of a known type: a Fargate node, or one of another cloud.
  init?(_ node: Node) {
    guard let id = node.instanceID,
      let type = InstanceTypeTable[node.metadata.labels["node.kubernetes.io/instance-type"] ?? ""]
    else { return nil }
    instanceID = id
    self.type = type
    maxPods = Int(node.status.capacity["pods"]?.value ?? 0)
    isUnschedulable = node.spec.unschedulable ?? false
  }
}
