public import APIMachinery
public import EKSAPI
public import KubernetesAPI
public import VPCAddressing

/// What a node of a node group looks like before it exists: the machine, the labels and the taints.
///
/// The node group loop makes real nodes of it, and the autoscaler the ones that it reckons with.
///
/// EKS: node groups, section 6.
public struct NodeBlueprint: Sendable {
  /// Labels that EKS puts on nodes.
  public static let groupLabel = "eks.amazonaws.com/nodegroup"
  public static let capacityTypeLabel = "eks.amazonaws.com/capacityType"
  public static let imageLabel = "eks.amazonaws.com/nodegroup-image"

  public var instanceType: InstanceType
  public var zone: String
  public var maxPods: Int
  public var diskGiB: Int
  public var labels: StringMap
  public var taints: [Taint]

  public init(
    instanceType: InstanceType, zone: String, maxPods: Int, diskGiB: Int = 20, labels: StringMap = [:],
    taints: [Taint] = []
  ) {
    self.instanceType = instanceType
    self.zone = zone
    self.maxPods = maxPods
    self.diskGiB = diskGiB
    self.labels = labels
    self.taints = taints
  }

  /// The blueprint of a node of `group` on a machine of `instanceType` in `zone`.
  ///
  /// With several instance types, all nodes have the smallest number of pods (EKS: node groups, section 4).
  ///
  /// - Parameter maxPods: What the settings of the VPC CNI make of an instance type: ``CNIEnvironment/maxPods``.
  public init(group: NodeGroup, instanceType: InstanceType, zone: String, maxPods: MaxPods = MaxPods()) {
    let types = group.instanceTypes.compactMap { InstanceTypeTable[$0] }
    self.init(
      instanceType: instanceType, zone: zone,
      maxPods: maxPods.capped(forAll: types) ?? maxPods.capped(for: instanceType),
      diskGiB: group.spec.diskSize ?? 20)
    labels = Self.labels(of: group, image: group.imageID)
    taints = group.nodeTaints
  }

  /// The labels that EKS puts on all nodes of a group which run an image.
  public static func labels(of group: NodeGroup, image: String) -> StringMap {
    var labels = group.spec.labels
    labels[groupLabel] = group.groupName
    labels[capacityTypeLabel] = group.spec.capacityType ?? "ON_DEMAND"
    labels[imageLabel] = image
    if let template = group.spec.launchTemplate {
      labels["eks.amazonaws.com/sourceLaunchTemplateId"] =
        template.id ?? CloudIdentifier.other("lt", token: template.name ?? "")
      labels["eks.amazonaws.com/sourceLaunchTemplateVersion"] = template.version ?? "1"
    }
    return labels
  }

  /// All labels of the node: the group's, those of the kubelet and those of the cloud provider.
  public func nodeLabels(named name: String) -> StringMap {
    var all = labels
    let region = NodeName.region(ofZone: zone)
    all["kubernetes.io/arch"] = instanceType.architecture.rawValue
    all["kubernetes.io/os"] = "linux"
    all["kubernetes.io/hostname"] = name
    all["node.kubernetes.io/instance-type"] = instanceType.name
    all["topology.kubernetes.io/region"] = region
    all["topology.kubernetes.io/zone"] = zone
    all["beta.kubernetes.io/arch"] = instanceType.architecture.rawValue
    all["beta.kubernetes.io/os"] = "linux"
    all["beta.kubernetes.io/instance-type"] = instanceType.name
    all["failure-domain.beta.kubernetes.io/region"] = region
    all["failure-domain.beta.kubernetes.io/zone"] = zone
    return all
  }

  private var resources: NodeResources {
    NodeResources(type: instanceType, pods: maxPods, diskGiB: diskGiB)
  }

  /// What the node has.
  public var capacity: ResourceList {
    amounts(
      cpuMillicores: resources.cpuMillicores, memoryMiB: resources.memoryMiB,
      storageMiB: resources.ephemeralStorageMiB)
  }

  /// What of it pods can have.
  public var allocatable: ResourceList {
    amounts(
      cpuMillicores: resources.allocatableCPUMillicores, memoryMiB: resources.allocatableMemoryMiB,
      storageMiB: resources.allocatableEphemeralStorageMiB)
  }

  private func amounts(cpuMillicores: Int, memoryMiB: Int, storageMiB: Int) -> ResourceList {
    var list = ResourceList()
    list["cpu"] = Quantity(milli: Int64(cpuMillicores))
    list["ephemeral-storage"] = Quantity(Int64(storageMiB) << 20, format: .binarySI)
    list["memory"] = Quantity(Int64(memoryMiB) << 20, format: .binarySI)
    list["pods"] = Quantity(Int64(maxPods))
    if instanceType.gpus > 0 { list["nvidia.com/gpu"] = Quantity(Int64(instanceType.gpus)) }
    return list
  }

  /// The node called `name`, without conditions: its kubelet reports those.
  public func node(named name: String) -> Node {
    Node {
      $0.metadata.name = name
      $0.metadata.labels = nodeLabels(named: name)
      $0.spec.taints = taints
      $0.status.capacity = capacity
      $0.status.allocatable = allocatable
    }
  }
}
