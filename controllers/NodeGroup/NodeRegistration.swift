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
  private static let appliedLabels = "swiftlet.dev/nodegroup-labels"
  private static let appliedTaints = "swiftlet.dev/nodegroup-taints"

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
    node.status.addresses = addresses(name)
    node.status.nodeInfo = info
    node.status.conditions = [notReady(now)]
    return node
  }

  private func addresses(_ name: String) -> [NodeAddress] {
    [("InternalIP", instance.status.privateIPAddress ?? ""), ("InternalDNS", name), ("Hostname", name)]
      .map { type, address in
        NodeAddress {
          $0.type = type
          $0.address = address
        }
      }
  }

  private var info: NodeSystemInfo {
    let id = instance.metadata.name ?? ""
    return NodeSystemInfo {
      $0.architecture = blueprint.instanceType.architecture.rawValue
      $0.bootID = CloudIdentifier.uuid(token: "\(id)/boot")
      $0.containerRuntimeVersion = "containerd://2.1.5"
      $0.kernelVersion = "6.12.46-66.121.amzn2023"
      $0.kubeProxyVersion = ""
      $0.kubeletVersion = "v1.36.0-eks-swiftlet"
      $0.machineID = "ec2\(id.dropFirst(2))"
      $0.operatingSystem = "linux"
      $0.osImage = "Amazon Linux 2023"
      $0.systemUUID = CloudIdentifier.uuid(token: "\(id)/system")
    }
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

  /// The node with labels and taints as the group has them now; `nil` when it took those over already.
  ///
  /// Only what the group changed is changed: a taint that someone took off by hand is not put back (EKS: node groups,
  /// section 1).
  func refresh(_ node: Node) -> Node? {
    let annotations = node.metadata.annotations
    if annotations[Self.appliedLabels] == marks.labels, annotations[Self.appliedTaints] == marks.taints {
      return nil
    }
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

  init(_ blueprint: NodeBlueprint) {
    labels = blueprint.labels.filter { $0.key != NodeBlueprint.imageLabel }.map { "\($0.key)=\($0.value)" }
      .sorted().joined(separator: ",")
    taints = blueprint.taints.map(Self.text).sorted().joined(separator: ",")
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
