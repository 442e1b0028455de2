import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI

extension NodeGroupReconciler {
  /// The loop with all that makes it run: a group, its instances, its nodes, and the pods on nodes that are emptied.
  public static func controller(ec2: any EC2, latency: CloudLatency = CloudLatency()) -> Controller {
    Controller("nodegroup", NodeGroupReconciler(ec2: ec2, latency: latency))
      .for(NodeGroup.self, where: .generationChanged || .annotationsChanged)
      .watches(Instance.self) { change, cache in groups(ofInstance: change.object, cache) }
      .watches(Node.self, where: .modified(differs)) { change, cache in groups(ofNode: change.object, cache) }
      .watches(Subnet.self, where: .modified { $0.status.subnetID != $1.status.subnetID }) { _, cache in
        cache.list(NodeGroup.self).map(\.key)
      }
      .watches(Pod.self, where: Predicate { $0.type == .deleted }) { change, cache in
        guard let name = change.object.spec.nodeName,
          let node = cache.get(Node.self, ObjectKey(name: name)), node.drainStartedAt != nil
        else { return [] }
        return groups(ofNode: node, cache)
      }
      .reads(ConfigMap.self)
      .reads(DaemonSet.self)
      .index(Pod.self, podsByNode, madeOf: { $0.object("spec")?["nodeName"] }) { pod in
        pod.spec.nodeName.map { [$0] } ?? []
      }
      .index(Instance.self, instancesByGroup) { instance in
        instance.metadata.labels[NodeBlueprint.groupLabel].map {
          [groupValue(namespace: instance.metadata.namespace ?? "", group: $0)]
        } ?? []
      }
      .index(Node.self, nodesByGroup) { node in
        node.metadata.labels[NodeBlueprint.groupLabel].map { [$0] } ?? []
      }
      .concurrency(4)
      .component("nodegroup-controller")
  }

  private static func differs(_ old: Node, _ new: Node) -> Bool {
    old.isReady != new.isReady || old.spec != new.spec || old.drainStartedAt != new.drainStartedAt
  }

  private static func groups(ofInstance instance: Instance, _ cache: Cache) -> [ObjectKey] {
    guard let name = instance.metadata.labels[NodeBlueprint.groupLabel] else { return [] }
    return groups(named: name, cache).filter { $0.namespace == instance.metadata.namespace }
  }

  private static func groups(ofNode node: Node, _ cache: Cache) -> [ObjectKey] {
    node.metadata.labels[NodeBlueprint.groupLabel].map { groups(named: $0, cache) } ?? []
  }

  private static func groups(named name: String, _ cache: Cache) -> [ObjectKey] {
    cache.list(NodeGroup.self).filter { $0.groupName == name }.map(\.key)
  }
}
