import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import VPCAddressing

extension Pod {
  /// Whether Fargate runs the pod: admission gave it to its scheduler.
  var isForFargate: Bool {
    spec.schedulerName == FargateMatching.schedulerName
      && metadata.labels[FargateMatching.profileLabel] != nil
  }

  var hasEnded: Bool { ["Succeeded", "Failed"].contains(status.phase ?? "") }

  /// What the pod's containers ask for.
  var fargateRequest: FargateRequest {
    .ofPod(
      initContainers: spec.initContainers.map { Self.request(of: $0) },
      containers: spec.containers.map { Self.request(of: $0) })
  }

  private static func request(of container: Container) -> FargateRequest {
    let list = container.resources?.requests ?? ResourceList()
    let limits = container.resources?.limits ?? ResourceList()
    let cpu = (list["cpu"] ?? limits["cpu"])?.milliValue ?? 0
    let memory = (list["memory"] ?? limits["memory"])?.value ?? 0
    return FargateRequest(milliCPU: Int(cpu), memoryMiB: Int((memory + (1 << 20) - 1) >> 20))
  }
}

/// The micro-node of one pod.
///
/// EKS: Fargate, section 4.
struct FargateNode: Sendable {
  /// The annotation of nodes and interfaces that names their pod.
  static let podAnnotation = "swiftlet.dev/fargate-pod"
  /// Their label with its UID.
  static let uidLabel = "swiftlet.dev/fargate-pod-uid"

  let pod: Pod
  let size: FargateSize
  let interface: NetworkInterface

  private var zone: String { interface.status.availabilityZone ?? "" }

  var address: String { interface.status.privateIPAddress ?? "" }

  /// `fargate-ip-10-0-1-23.us-west-2.compute.internal`
  var name: String {
    guard let address = interface.primaryAddress else { return "" }
    return NodeName.ofFargate(address: address, region: NodeName.region(ofZone: zone))
  }

  /// The node as it registers: ready for its one pod at once.
  func node(at now: Timestamp) -> Node {
    let name = name
    return Node {
      $0.metadata.name = name
      $0.metadata.labels = labels
      $0.metadata.annotations = [Self.podAnnotation: pod.key.description]
      $0.spec.providerID = "aws:///\(zone)/\(CloudIdentifier.other("fargate", token: name))/\(name)"
      $0.spec.taints = [
        Taint {
          $0.key = FargateMatching.computeType
          $0.value = "fargate"
          $0.effect = "NoSchedule"
        }
      ]
      $0.status.capacity = capacity
      $0.status.allocatable = capacity
      $0.status.addresses = NodeAddress.eks(address, name: name)
      $0.status.nodeInfo = info
      $0.status.conditions = [ready(now)]
    }
  }

  private var labels: StringMap {
    let region = NodeName.region(ofZone: zone)
    return [
      FargateMatching.computeType: "fargate",
      Self.uidLabel: pod.metadata.uid ?? "",
      "kubernetes.io/arch": "amd64",
      "kubernetes.io/os": "linux",
      "kubernetes.io/hostname": interface.primaryAddress.map {
        NodeName.ofInstance(address: $0, region: region)
      }
        ?? "",
      "topology.kubernetes.io/region": region,
      "topology.kubernetes.io/zone": zone,
    ]
  }

  private var capacity: ResourceList {
    [
      "cpu": Quantity(milli: Int64(size.milliCPU)),
      "ephemeral-storage": Quantity(20 << 30, format: .binarySI),
      "memory": Quantity(Int64(size.memoryMiB) << 20, format: .binarySI),
      "pods": Quantity(1),
    ]
  }

  private var info: NodeSystemInfo {
    .eks(name, architecture: "amd64", kernel: "5.10.245-245.983.amzn2", image: "Amazon Linux 2")
  }

  private func ready(_ now: Timestamp) -> NodeCondition {
    NodeCondition {
      $0.type = "Ready"
      $0.status = "True"
      $0.reason = "KubeletReady"
      $0.message = "kubelet is posting ready status"
      $0.lastHeartbeatTime = now
      $0.lastTransitionTime = now
    }
  }
}
