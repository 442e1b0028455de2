import APIMachinery
import EKSAPI
import KubernetesAPI

extension DescriptionText {
  /// - Parameter nodes: The nodes that carry the group's label.
  mutating func describe(_ group: NodeGroup, nodes: [Node]) {
    let (spec, status) = (group.spec, group.status)
    identity(group.metadata)
    field("Status", status.status ?? "<unset>")
    field("Cluster", spec.clusterName ?? spec.clusterRef?.from.name ?? "<unset>")
    field("Capacity Type", spec.capacityType ?? "ON_DEMAND")
    field(
      "Instance Types", spec.instanceTypes.isEmpty ? "t3.medium" : spec.instanceTypes.joined(separator: ", "))
    field("AMI Type", optional: spec.amiType)
    field("Release Version", optional: spec.releaseVersion)
    field("Version", optional: spec.version)
    if let size = spec.diskSize { field("Disk Size", "\(size) GiB") }
    let scaling = spec.scalingConfig
    field(
      "Scaling",
      "\(scaling?.minSize ?? 0) min | \(status.desiredSize ?? scaling?.desiredSize ?? 0) desired"
        + " | \(scaling?.maxSize ?? 0) max | \(nodes.count) nodes | \(nodes.count(where: \.isReady)) ready")
    list("Subnets", Self.names(spec.subnets, spec.subnetRefs))
    labels("Node Labels", spec.labels)
    list(
      "Node Taints",
      spec.taints.map { "\($0.key ?? "")\($0.value.map { "=\($0)" } ?? ""):\($0.effect ?? "")" })
    update(spec.updateConfig)
    health((status.health?.issues ?? []).map { ($0.code, $0.message, $0.resourceIDs) })
    conditions(status.conditions)
    nodeTable(nodes)
  }

  private mutating func update(_ config: NodeGroupUpdateConfig?) {
    guard let config else { return }
    let most = config.maxUnavailablePercentage.map { "\($0)%" } ?? "\(config.maxUnavailable ?? 1)"
    field("Update", "\(most) max unavailable\(config.updateStrategy.map { ", \($0)" } ?? "")")
  }

  private mutating func health(_ issues: [(code: String?, message: String?, resources: [String])]) {
    guard !issues.isEmpty else { return field("Health Issues", "<none>") }
    table(
      "Health Issues", ["Code", "Message", "Resources"],
      issues.map { [$0.code ?? "", $0.message ?? "", $0.resources.joined(separator: ",")] })
  }

  private mutating func conditions(_ conditions: [ResourceCondition]) {
    guard !conditions.isEmpty else { return }
    table(
      "Conditions", ["Type", "Status", "Reason", "Message"],
      conditions.map { ["\($0.type) ", $0.status, $0.reason ?? "", $0.message ?? ""] })
  }

  private mutating func nodeTable(_ nodes: [Node]) {
    guard !nodes.isEmpty else { return field("Nodes", "<none>") }
    flush()
    table(
      "Nodes", ["Name", "Ready", "Instance Type", "Zone", "Age"],
      nodes.sorted { $0.key < $1.key }.map { node in
        let labels = node.metadata.labels
        return [
          node.metadata.name ?? "", node.isReady ? "True" : "False",
          labels["node.kubernetes.io/instance-type"] ?? "", labels["topology.kubernetes.io/zone"] ?? "",
          node.metadata.creationTimestamp.age(at: now),
        ]
      })
    flush()
  }

  /// The subnets by their IDs, or by the names of the objects.
  private static func names(_ names: [String], _ references: [ResourceReference]) -> [String] {
    names.isEmpty ? references.map { $0.from.name ?? "" } : names
  }

  mutating func describe(_ profile: FargateProfile, pods: [Pod]) {
    identity(profile.metadata)
    field("Status", profile.status.status ?? "<unset>")
    field("Cluster", profile.spec.clusterName ?? profile.spec.clusterRef?.from.name ?? "<unset>")
    field(
      "Pod Execution Role",
      profile.spec.podExecutionRoleARN ?? profile.spec.podExecutionRoleRef?.from.name ?? "")
    list("Subnets", Self.names(profile.spec.subnets, profile.spec.subnetRefs))
    list(
      "Selectors",
      profile.spec.selectors.map { selector in
        let labels = selector.labels.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
        return "namespace \(selector.namespace ?? "")\(labels.isEmpty ? "" : " with \(labels)")"
      })
    health((profile.status.health?.issues ?? []).map { ($0.code, $0.message, $0.resourceIDs) })
    conditions(profile.status.conditions)
    list("Pods", pods.map { "\($0.key)" }.sorted())
  }
}

// MARK: - EC2

extension DescriptionText {
  mutating func describe(_ subnet: Subnet, interfaces: [NetworkInterface]) {
    identity(subnet.metadata)
    let status = subnet.status
    field("Subnet ID", status.subnetID ?? "<unset>")
    field("State", status.state ?? "<unset>")
    field("VPC", status.vpcID ?? subnet.spec.vpcID ?? subnet.spec.vpcRef?.from.name ?? "<unset>")
    field("Availability Zone", status.availabilityZone ?? subnet.spec.availabilityZone ?? "<unset>")
    field("CIDR Block", status.cidrBlock ?? subnet.spec.cidrBlock ?? "")
    field("Available Addresses", status.availableIPAddressCount.map(String.init) ?? "<unset>")
    field("Public", "\(subnet.spec.mapPublicIPOnLaunch ?? false)")
    conditions(status.conditions)
    guard !interfaces.isEmpty else { return field("Network Interfaces", "<none>") }
    flush()
    table(
      "Network Interfaces", ["ID", "Status", "Instance", "Addresses", "Prefixes"],
      interfaces.sorted { $0.key < $1.key }.map { interface in
        let status = interface.status
        return [
          status.networkInterfaceID ?? interface.metadata.name ?? "", status.status ?? "",
          status.attachment?.instanceID ?? "<none>", "\(status.privateIPAddresses.count)",
          "\(status.ipv4Prefixes.count)",
        ]
      })
    flush()
  }

  mutating func describe(_ instance: Instance, interfaces: [NetworkInterface]) {
    identity(instance.metadata)
    let status = instance.status
    field("Instance ID", status.instanceID ?? "<unset>")
    field("State", status.state?.name ?? "<unset>")
    if let reason = status.stateReason {
      field("State Reason", "\(reason.code ?? ""): \(reason.message ?? "")")
    }
    field("Instance Type", status.instanceType ?? instance.spec.instanceType ?? "")
    field("Lifecycle", status.instanceLifecycle ?? status.capacityType ?? "on-demand")
    field("Launch Time", optional: status.launchTime?.localText)
    field("Availability Zone", status.availabilityZone ?? "<unset>")
    field(
      "Subnet", status.subnetID ?? instance.spec.subnetID ?? instance.spec.subnetRef?.from.name ?? "<unset>")
    field("VPC", optional: status.vpcID)
    field("Private Address", status.privateIPAddress ?? "<none>")
    field("Private Name", optional: status.privateDNSName)
    field("Public Address", optional: status.publicIPAddress)
    field("Spot Interruption", optional: status.spotInterruptionTime?.localText)
    list("Tags", instance.spec.tags.map { "\($0.key ?? "")=\($0.value ?? "")" }.sorted())
    conditions(status.conditions)
    guard !interfaces.isEmpty else { return field("Network Interfaces", "<none>") }
    line("Network Interfaces:")
    for interface in interfaces.sorted(by: { $0.deviceIndex < $1.deviceIndex }) {
      line(
        "\(interface.deviceIndex):\t\(interface.status.networkInterfaceID ?? interface.metadata.name ?? "")"
          + "\t\(interface.status.privateIPAddress ?? "")\t\(interface.addressSummary)", level: 1)
    }
  }

  mutating func describe(_ interface: NetworkInterface) {
    identity(interface.metadata)
    let status = interface.status
    field("Network Interface ID", status.networkInterfaceID ?? "<unset>")
    field("Status", status.status ?? "<unset>")
    field("Description", optional: interface.spec.description)
    field("Type", optional: status.interfaceType)
    field(
      "Subnet", status.subnetID ?? interface.spec.subnetID ?? interface.spec.subnetRef?.from.name ?? "<unset>"
    )
    field("Availability Zone", status.availabilityZone ?? "<unset>")
    field("MAC Address", optional: status.macAddress)
    if let attachment = status.attachment {
      field(
        "Attachment",
        "\(attachment.instanceID ?? "<none>"), device \(attachment.deviceIndex ?? 0), \(attachment.status ?? "")"
      )
    } else {
      field("Attachment", "<none>")
    }
    list(
      "Addresses",
      status.privateIPAddresses.map {
        "\($0.privateIPAddress ?? "")\($0.primary == true ? " (primary)" : "")"
      })
    list("Prefixes", status.ipv4Prefixes.compactMap(\.ipv4Prefix))
    conditions(status.conditions)
  }
}

extension NetworkInterface {
  fileprivate var deviceIndex: Int { status.attachment?.deviceIndex ?? 0 }

  fileprivate var addressSummary: String {
    status.ipv4Prefixes.isEmpty
      ? "\(status.privateIPAddresses.count) addresses" : "\(status.ipv4Prefixes.count) prefixes"
  }
}
