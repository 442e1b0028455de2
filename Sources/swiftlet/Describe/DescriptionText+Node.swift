import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeNode`.
  ///
  /// - Parameter pods: The pods on the node that have not ended.
  mutating func describe(_ node: Node, lease: Lease?, pods: [Pod]) {
    field("Name", node.metadata.name ?? "")
    field("Roles", Self.roles(of: node))
    labels("Labels", node.metadata.labels)
    annotations("Annotations", node.metadata.annotations)
    field("CreationTimestamp", (node.metadata.creationTimestamp ?? .empty).localText)
    list("Taints", node.spec.taints.map(\.text).sorted())
    field("Unschedulable", "\(node.spec.unschedulable ?? false)")
    describe(lease)
    conditions(node.status.conditions)
    line("Addresses:")
    for address in node.status.addresses { field(address.type, address.address, level: 1) }
    amounts("Capacity", node.status.capacity, level: 0)
    amounts("Allocatable", node.status.allocatable, level: 0)
    system(node.status.nodeInfo)
    field("PodCIDR", optional: node.spec.podCIDR)
    field("PodCIDRs", optional: node.spec.podCIDRs.joined(separator: ","))
    field("ProviderID", optional: node.spec.providerID)
    usage(of: node, pods)
  }

  private static func roles(of node: Node) -> String {
    let prefix = "node-role.kubernetes.io/"
    var roles = Set<String>()
    for (key, value) in node.metadata.labels {
      if key.hasPrefix(prefix), key.count > prefix.count { roles.insert(String(key.dropFirst(prefix.count))) }
      if key == "kubernetes.io/role", !value.isEmpty { roles.insert(value) }
    }
    return roles.isEmpty ? "<none>" : roles.sorted().joined(separator: ",")
  }

  private mutating func describe(_ lease: Lease?) {
    line("Lease:")
    field("HolderIdentity", lease?.spec.holderIdentity ?? "<unset>", level: 1)
    field("AcquireTime", lease?.spec.acquireTime?.timestamp.localText ?? "<unset>", level: 1)
    field("RenewTime", lease?.spec.renewTime?.timestamp.localText ?? "<unset>", level: 1)
  }

  private mutating func conditions(_ conditions: [NodeCondition]) {
    guard !conditions.isEmpty else { return }
    table(
      "Conditions", ["Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message"],
      conditions.map {
        [
          "\($0.type) ", "\($0.status) ", "\(($0.lastHeartbeatTime ?? .empty).localText) ",
          "\(($0.lastTransitionTime ?? .empty).localText) ", "\($0.reason ?? "") ", $0.message ?? "",
        ]
      })
  }

  private mutating func system(_ info: NodeSystemInfo?) {
    let info = info ?? NodeSystemInfo()
    line("System Info:")
    field("Machine ID", info.machineID, level: 1)
    field("System UUID", info.systemUUID, level: 1)
    field("Boot ID", info.bootID, level: 1)
    field("Kernel Version", info.kernelVersion, level: 1)
    field("OS Image", info.osImage, level: 1)
    field("Operating System", info.operatingSystem, level: 1)
    field("Architecture", info.architecture, level: 1)
    field("Container Runtime Version", info.containerRuntimeVersion, level: 1)
    field("Kubelet Version", info.kubeletVersion, level: 1)
    field("Kube-Proxy Version", info.kubeProxyVersion, level: 1)
  }
}

extension KubernetesAPI.Taint {
  /// `key=value:Effect`.
  var text: String {
    let value = value ?? ""
    if effect.isEmpty { return value.isEmpty ? key : "\(key)=\(value):" }
    return value.isEmpty ? "\(key):\(effect)" : "\(key)=\(value):\(effect)"
  }
}

// MARK: - What the pods use

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeNodeResource`.
  private mutating func usage(of node: Node, _ pods: [Pod]) {
    let allocatable = node.status.allocatable.isEmpty ? node.status.capacity : node.status.allocatable
    line("Non-terminated Pods:\t(\(pods.count) in total)")
    line("Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge", level: 1)
    line("---------\t----\t\t------------\t----------\t---------------\t-------------\t---", level: 1)
    for pod in pods {
      let amounts = PodAmounts(pod)
      func cell(_ list: ResourceList, _ name: String) -> String {
        Self.share(list[name] ?? .zero, of: allocatable[name], inMilli: name == "cpu")
      }
      line(
        [
          pod.metadata.namespace ?? "", pod.metadata.name ?? "", "", cell(amounts.requests, "cpu"),
          cell(amounts.limits, "cpu"), cell(amounts.requests, "memory"), cell(amounts.limits, "memory"),
          pod.metadata.creationTimestamp.age(at: now),
        ].joined(separator: "\t"), level: 1)
    }
    totals(pods, allocatable)
  }

  private mutating func totals(_ pods: [Pod], _ allocatable: ResourceList) {
    let amounts = PodAmounts(sumOf: pods.map { PodAmounts($0) })
    line("Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)")
    line("Resource\tRequests\tLimits", level: 1)
    line("--------\t--------\t------", level: 1)
    let others = allocatable.keys.filter { !["cpu", "memory", "ephemeral-storage", "pods"].contains($0) }
      .sorted()
    let large = others.filter { $0.hasPrefix("hugepages-") }
    for name in ["cpu", "memory", "ephemeral-storage"] + large {
      let isMilli = name == "cpu"
      let request = Self.share(amounts.requests[name] ?? .zero, of: allocatable[name], inMilli: isMilli)
      let limit = Self.share(amounts.limits[name] ?? .zero, of: allocatable[name], inMilli: isMilli)
      line("\(name)\t\(request)\t\(limit)", level: 1)
    }
    for name in others where !name.hasPrefix("hugepages-") {
      line("\(name)\t\(amounts.requests[name] ?? .zero)\t\(amounts.limits[name] ?? .zero)", level: 1)
    }
  }

  /// `250m (12%)`.
  private static func share(_ amount: Quantity, of whole: Quantity?, inMilli: Bool) -> String {
    let (part, total) =
      inMilli
      ? (Double(amount.milliValue), Double(whole?.milliValue ?? 0))
      : (Double(amount.value), Double(whole?.value ?? 0))
    return "\(amount) (\(total > 0 ? Int(part / total * 100) : 0)%)"
  }
}

/// What a pod asks for as a whole.
///
/// Kubernetes: `component-helpers/resource PodRequests`: the containers together with the init containers that go on
/// running, or the largest of the init containers that end, and the overhead.
struct PodAmounts {
  private(set) var requests = ResourceList()
  private(set) var limits = ResourceList()

  init(_ pod: Pod) {
    requests = Self.total(pod.spec, \.requests)
    limits = Self.total(pod.spec, \.limits)
  }

  init(sumOf amounts: [PodAmounts]) {
    for amount in amounts {
      Self.add(amount.requests, to: &requests)
      Self.add(amount.limits, to: &limits)
    }
  }

  private static func total(_ spec: PodSpec, _ amounts: KeyPath<ResourceRequirements, ResourceList>)
    -> ResourceList
  {
    var total = ResourceList()
    for container in spec.containers { add(container.resources?[keyPath: amounts], to: &total) }
    var (sidecars, peak) = (ResourceList(), ResourceList())
    for container in spec.initContainers {
      var needed = sidecars
      add(container.resources?[keyPath: amounts], to: &needed)
      if container.restartPolicy == "Always" { sidecars = needed }
      raise(&peak, to: needed)
    }
    add(sidecars, to: &total)
    raise(&total, to: peak)
    for (name, amount) in spec.overhead where amounts == \.requests || total[name] != nil {
      total[name] = (total[name] ?? .zero) + amount
    }
    return total
  }

  private static func add(_ amounts: ResourceList?, to total: inout ResourceList) {
    for (name, amount) in amounts ?? [:] { total[name] = total[name].map { $0 + amount } ?? amount }
  }

  private static func raise(_ total: inout ResourceList, to least: ResourceList) {
    for (name, amount) in least where total[name] ?? .zero < amount { total[name] = amount }
  }
}
