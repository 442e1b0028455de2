import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Says of each node that the driver is on it, and how many volumes it can take.
///
/// Kubernetes: `node-driver-registrar` and the kubelet's `nodeinfomanager`.
struct CSINodeRegistrar: Reconciler {
  static func controller() -> Controller {
    Controller("csi-node", CSINodeRegistrar())
      .for(Node.self, where: .modified { $0.metadata.labels != $1.metadata.labels || $0.spec != $1.spec })
      .watches(CSINode.self, where: Predicate { $0.type == .deleted }) { [$0.object.key] }
  }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let node = context.cache.get(Node.self, key), !node.metadata.isBeingDeleted,
      context.cache.get(CSINode.self, key) == nil, Self.hasDriver(node)
    else { return .done }
    try await context.client.requirePresent(node)
    let entry = CSINode {
      $0.metadata.name = key.name
      $0.metadata.ownerReferences = [
        OwnerReference {
          $0.apiVersion = Node.definition.apiVersion
          $0.kind = Node.definition.kind
          $0.name = key.name
          $0.uid = node.metadata.uid ?? ""
        }
      ]
      $0.spec.drivers = [Self.driver(on: node)]
    }
    try await tolerating(.alreadyExists) { try await context.client.create(entry) }
    return .done
  }

  /// EKS: the pods of the driver do not run on Fargate.
  private static func hasDriver(_ node: Node) -> Bool {
    node.metadata.labels["eks.amazonaws.com/compute-type"] != "fargate"
  }

  private static func driver(on node: Node) -> CSINodeDriver {
    let type = node.metadata.labels["node.kubernetes.io/instance-type"] ?? ""
    let provider = node.spec.providerID?.split(separator: "/").last.map(String.init)
    return CSINodeDriver {
      $0.name = EBSDriver.name
      $0.nodeID = provider ?? node.metadata.name ?? ""
      $0.topologyKeys = ["kubernetes.io/os", "topology.ebs.csi.aws.com/zone", EBSDriver.zoneLabel]
      $0.allocatable = VolumeNodeResources { $0.count = AttachmentLimit.volumes(ofType: type) }
    }
  }
}

/// How many volumes an instance can have beside the one that it boots from.
///
/// EC2: instances of the Nitro system share 28 attachments between interfaces and volumes, those of Xen have 39 for
/// volumes. EBS CSI: one attachment each is taken off for the root volume and the first interface; interfaces that come
/// later are not known to it.
enum AttachmentLimit {
  private static let xenFamilies: Set<String> = [
    "c1", "c3", "c4", "cc2", "d2", "f1", "g2", "g3", "h1", "hs1", "i2", "i3", "m1", "m2", "m3", "m4", "p2",
    "p3",
    "r3", "r4", "t1", "t2", "x1", "x1e",
  ]

  static func volumes(ofType type: String) -> Int {
    let family = type.split(separator: ".").first.map(String.init) ?? ""
    return xenFamilies.contains(family) ? 39 - 1 : 28 - 2
  }
}
