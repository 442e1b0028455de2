import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// Makes a node of a running instance, as its kubelet and the cloud's node controller do.
///
/// EKS: node groups, section 6.
struct NodeRegistration: Sendable {
  /// What the group said of labels and taints when the node last took them over.
  fileprivate static let appliedLabels = "swiftlet.dev/nodegroup-labels"
  fileprivate static let appliedTaints = "swiftlet.dev/nodegroup-taints"

  let instance: Instance
  /// The image that the instance was launched with.
  let image: String
  let blueprint: NodeBlueprint
  let marks: GroupMarks

  /// The node as it registers: not ready yet.
  func node(at now: Timestamp) -> Node {
    let name = instance.status.privateDNSName ?? instance.metadata.name ?? ""
    var node = blueprint.node(named: name)
    node.metadata.labels[NodeBlueprint.imageLabel] = image
    node.metadata.annotations[Self.appliedLabels] = marks.labels
    node.metadata.annotations[Self.appliedTaints] = marks.taints
    node.spec.providerID = "aws:///\(blueprint.zone)/\(instance.metadata.name ?? "")"
    node.spec.taints.append(
      Taint {
        $0.key = "node.kubernetes.io/not-ready"
        $0.effect = "NoSchedule"
        $0.timeAdded = now
      })
    node.status.addresses = NodeAddress.eks(instance.status.privateIPAddress ?? "", name: name)
    node.status.nodeInfo = info
    node.status.conditions = [notReady(now)]
    return node
  }

  private var info: NodeSystemInfo {
    let id = instance.metadata.name ?? ""
    return .eks(
      id, architecture: blueprint.instanceType.architecture.rawValue, kernel: "6.12.46-66.121.amzn2023",
      image: "Amazon Linux 2023", machineID: "ec2\(id.dropFirst(2))")
  }

  private func notReady(_ now: Timestamp) -> NodeCondition {
    NodeCondition {
      $0.type = "Ready"
      $0.status = "False"
      $0.reason = "KubeletNotReady"
      $0.message =
        "container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin "
        + "returns error: cni plugin not initialized"
      $0.lastHeartbeatTime = now
      $0.lastTransitionTime = now
    }
  }

  /// The node with labels and taints as the group has them now.
  ///
  /// Only what the group changed is changed: a taint that someone took off by hand is not put back (EKS: node groups,
  /// section 1).
  func refresh(_ node: Node) -> Node {
    let annotations = node.metadata.annotations
    var wanted = blueprint.labels
    wanted[NodeBlueprint.imageLabel] = image
    var changed = node
    for key in keys(of: annotations[Self.appliedLabels]) where wanted[key] == nil {
      changed.metadata.labels[key] = nil
    }
    changed.metadata.labels.merge(wanted)
    if annotations[Self.appliedTaints] != marks.taints {
      let old = (annotations[Self.appliedTaints] ?? "").split(separator: ",").map(String.init)
      changed.spec.taints.removeAll { old.contains(GroupMarks.text(of: $0)) }
      changed.spec.taints += blueprint.taints
    }
    changed.metadata.annotations[Self.appliedLabels] = marks.labels
    changed.metadata.annotations[Self.appliedTaints] = marks.taints
    return changed
  }

  private func keys(of text: String?) -> [String] {
    (text ?? "").split(separator: ",").compactMap { $0.split(separator: "=").first.map(String.init) }
  }
}

/// What a group says of labels and taints, as it is noted on nodes: the same for all nodes of the group.
struct GroupMarks: Sendable {
  let labels: String
  let taints: String

  init(_ group: NodeGroup) {
    labels = NodeBlueprint.labels(of: group, image: "").filter { $0.key != NodeBlueprint.imageLabel }
      .map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
    taints = group.nodeTaints.map(Self.text).sorted().joined(separator: ",")
  }

  /// Whether a node has taken them over already.
  func areNoted(on node: Node) -> Bool {
    let annotations = node.metadata.annotations
    return annotations[NodeRegistration.appliedLabels] == labels
      && annotations[NodeRegistration.appliedTaints] == taints
  }

  static func text(of taint: Taint) -> String { "\(taint.key)=\(taint.value ?? ""):\(taint.effect)" }
}

extension Node {
  /// The annotation with the time since which the node is being emptied.
  static let drainAnnotation = "swiftlet.dev/drain-started"

  var drainStartedAt: Timestamp? {
    metadata.annotations[Self.drainAnnotation].flatMap { Timestamp(json: .string($0)) }
  }
}
