import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI

extension VPCCNIReconciler {
  /// The loops, ready to be added to a manager.
  ///
  /// - Parameter allocators: Where kubelets ask for addresses; `nil` when the loop is to report them itself.
  public static func controllers(ec2: any EC2, allocators: AddressAllocators? = nil) -> [Controller] {
    [
      controller(ec2: ec2, allocators: allocators), LeakedAddressReconciler.controller(ec2: ec2),
      LeakedInterfaceReconciler.controller(ec2: ec2),
    ]
  }

  /// The loop with all that makes it run: what happens to a node, to its interfaces, and to the pods on it.
  static func controller(ec2: any EC2, allocators: AddressAllocators? = nil) -> Controller {
    Controller("vpc-cni", VPCCNIReconciler(ec2: ec2, allocators: allocators))
      .for(Node.self, where: .modified(differs))
      .watches(Pod.self, where: boundPods) { change in nodeKey(of: change.object) }
      .watches(Pod.self, where: endedPods, coalescing: releaseDelay) { change in nodeKey(of: change.object) }
      .watches(NetworkInterface.self) { change, cache in nodeKeys(of: change.object, cache) }
      .watches(Subnet.self, where: .modified { $0.spec.tags != $1.spec.tags }) { _, cache in allNodes(cache) }
      .watches(ENIConfig.self, where: .generationChanged) { _, cache in allNodes(cache) }
      .watches(ConfigMap.self) { change, cache in
        change.object.key == CNIEnvironment.configMap ? allNodes(cache) : []
      }
      .watches(DaemonSet.self, where: .generationChanged) { change, cache in
        change.object.key == CNIEnvironment.daemonSet ? allNodes(cache) : []
      }
      .index(Pod.self, podsByNode, madeOf: { $0.object("spec")?["nodeName"] }) { pod in
        pod.spec.nodeName.map { [$0] } ?? []
      }
      .index(Node.self, nodesByInstance) { node in node.instanceID.map { [$0] } ?? [] }
      .index(NetworkInterface.self, interfacesByInstance) { interface in
        interface.metadata.labels[SimulatedEC2.instanceLabel].map { [$0] } ?? []
      }
      .concurrency(8)
      .component("kubelet")
  }

  /// What of a node counts: its room for pods, and what names its `ENIConfig`.
  private static func differs(_ old: Node, _ new: Node) -> Bool {
    old.spec != new.spec || old.status.capacity != new.status.capacity
      || old.metadata.labels != new.metadata.labels || old.metadata.annotations != new.metadata.annotations
  }

  private static func allNodes(_ cache: Cache) -> [ObjectKey] { cache.list(Node.self).map(\.key) }

  /// Nodes by the instance behind them.
  static let nodesByInstance: IndexName = "spec.providerID"

  /// How long the loop waits for further pods to end before it takes their addresses back. They rest for
  /// `IP_COOLDOWN_PERIOD` anyway.
  private static let releaseDelay = Duration.seconds(1)

  /// Pods come into play when they are bound.
  private static var boundPods: Predicate<Pod> {
    Predicate { change in
      guard change.type != .deleted, change.object.spec.nodeName != nil, change.old?.spec.nodeName == nil
      else { return false }
      return change.object.spec.hostNetwork != true
    }
  }

  /// They leave it when they end.
  private static var endedPods: Predicate<Pod> {
    Predicate { change in
      guard change.type == .deleted || change.object.isOver, change.object.spec.nodeName != nil,
        change.object.spec.hostNetwork != true
      else { return false }
      return change.type == .deleted ? !change.object.isOver : change.old?.holdsAddress ?? false
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
