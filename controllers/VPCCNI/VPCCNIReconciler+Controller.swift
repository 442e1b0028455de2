import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI

extension VPCCNIReconciler {
  /// The loops, ready to be added to a manager.
  public static func controllers(ec2: any EC2) -> [Controller] {
    [controller(ec2: ec2), LeakedAddressReconciler.controller(ec2: ec2)]
  }

  /// The loop with all that makes it run: what happens to a node, to its interfaces, and to the pods on it.
  static func controller(ec2: any EC2) -> Controller {
    Controller("vpc-cni", VPCCNIReconciler(ec2: ec2))
      .for(Node.self, where: .modified { $0.spec != $1.spec || $0.status.capacity != $1.status.capacity })
      .watches(Pod.self, where: relevantPods) { change in nodeKey(of: change.object) }
      .watches(NetworkInterface.self) { change, cache in nodeKeys(of: change.object, cache) }
      .reads(Subnet.self)
      .watches(ConfigMap.self) { change, cache in
        guard change.object.key == CNISettings.configMap else { return [] }
        return cache.list(Node.self).map(\.key)
      }
      .index(Pod.self, podsByNode) { pod in pod.spec.nodeName.map { [$0] } ?? [] }
      .index(Node.self, nodesByInstance) { node in node.instanceID.map { [$0] } ?? [] }
      .index(NetworkInterface.self, interfacesByInstance) { interface in
        interface.metadata.labels[SimulatedEC2.instanceLabel].map { [$0] } ?? []
      }
      .concurrency(8)
      .component("kubelet")
  }

  /// Nodes by the instance behind them.
  static let nodesByInstance: IndexName = "spec.providerID"

  /// Pods come into play when they are bound, and leave it when they end.
  private static var relevantPods: Predicate<Pod> {
    Predicate { change in
      guard change.object.spec.hostNetwork != true, change.object.spec.nodeName != nil else { return false }
      guard let old = change.old, change.type == .modified else { return true }
      return old.spec.nodeName == nil || old.holdsAddress != change.object.holdsAddress
    }
  }

  private static func nodeKey(of pod: Pod) -> [ObjectKey] {
    pod.spec.nodeName.map { [ObjectKey(name: $0)] } ?? []
  }

  private static func nodeKeys(of interface: NetworkInterface, _ cache: Cache) -> [ObjectKey] {
    guard let instance = interface.metadata.labels[SimulatedEC2.instanceLabel] else { return [] }
    return cache.list(Node.self, index: nodesByInstance, instance).map(\.key)
  }
}

extension Node {
  /// The EC2 instance behind the node.
  var instanceID: String? {
    guard let id = spec.providerID?.split(separator: "/").last, id.hasPrefix("i-") else { return nil }
    return String(id)
  }
}
