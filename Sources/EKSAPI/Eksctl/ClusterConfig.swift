public import APIMachinery

/// An eksctl `ClusterConfig` turned into the objects that it describes: a VPC with its subnets, the cluster, its node
/// groups and its Fargate profiles.
///
/// EKS: eksctl `eksctl.io/v1alpha5`: a VPC of 192.168.0.0/16 cut into eight parts, a public and a private one for each
/// of up to three zones; `m5.large`, two nodes, 80 GiB.
public struct ClusterConfig: Sendable {
  /// The objects, in an order in which they can be applied.
  public let objects: [DynamicObject]
  /// One sentence for each field that has no meaning here.
  public let warnings: [String]

  public static let apiVersion = "eksctl.io/v1alpha5"

  /// - Throws: ``ClusterConfigError`` when a field has the wrong type, a required one is missing, or a zone or a subnet
  ///   is named that the file does not have.
  public init(_ config: JSONObject) throws(ClusterConfigError) {
    let reader = ConfigReader(config, path: "")
    _ = (reader.value("apiVersion"), reader.value("kind"))
    let plan = try ClusterPlan(reader)
    var objects = plan.network + [plan.cluster]
    for group in try reader.list("nodeGroups") { objects.append(try plan.nodeGroup(group, isManaged: false)) }
    for group in try reader.list("managedNodeGroups") {
      objects.append(try plan.nodeGroup(group, isManaged: true))
    }
    for profile in try reader.list("fargateProfiles") { objects.append(try plan.fargateProfile(profile)) }
    self.objects = objects
    warnings = reader.unread.map { "\(plan.name): \($0) has no meaning here and is left out" }
  }
}

/// The parts that all node groups and profiles of one file share.
struct ClusterPlan {
  let name: String
  let region: String
  private let version: String
  private let tags: StringMap
  private let vpcBlock: String
  let subnets: [PlannedSubnet]

  struct PlannedSubnet {
    let name: String
    let zone: String
    let block: String
    let isPublic: Bool
  }

  init(_ reader: ConfigReader) throws(ClusterConfigError) {
    guard let metadata = try reader.child("metadata") else {
      throw ClusterConfigError(field: "metadata", message: "is required: it names the cluster and its region")
    }
    name = try Self.required(metadata, "name")
    region = try Self.required(metadata, "region")
    version = try metadata.string("version") ?? "1.36"
    tags = try metadata.map("tags") ?? StringMap()
    vpcBlock = try reader.child("vpc")?.string("cidr") ?? "192.168.0.0/16"
    let zones = try reader.strings("availabilityZones") ?? Self.defaultZones(region)
    subnets = try Self.cut(vpcBlock, zones, name)
  }

  private static func required(_ reader: ConfigReader, _ key: String) throws(ClusterConfigError) -> String {
    guard let text = try reader.string(key), !text.isEmpty else {
      throw ClusterConfigError(field: "\(reader.path).\(key)", message: "is required")
    }
    return text
  }

  /// EKS: eksctl takes three zones of the region, two in `us-east-1`.
  private static func defaultZones(_ region: String) -> [String] {
    (region == "us-east-1" ? ["a", "b"] : ["a", "b", "c"]).map { region + $0 }
  }

  /// EKS: eksctl cuts the VPC into eight equal parts (sixteen for more than four zones): public ones first.
  private static func cut(
    _ block: String, _ zones: [String], _ cluster: String
  ) throws(ClusterConfigError) -> [PlannedSubnet] {
    let parts = block.split(separator: "/")
    let bytes = parts.first?.split(separator: ".").compactMap { UInt8($0) } ?? []
    guard parts.count == 2, bytes.count == 4, let length = Int(parts[1]), (16...24).contains(length) else {
      throw ClusterConfigError(field: "vpc.cidr", message: "\(block) is no IPv4 block between /16 and /24")
    }
    guard !zones.isEmpty, zones.count <= 8 else {
      throw ClusterConfigError(field: "availabilityZones", message: "must name one to eight zones")
    }
    let bits = zones.count > 4 ? 4 : 3
    let base = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    func part(_ index: Int) -> String {
      let address = base + UInt32(index) << UInt32(32 - length - bits)
      let text = [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
      return "\(text)/\(length + bits)"
    }
    var subnets: [PlannedSubnet] = []
    for (offset, kind) in ["public", "private"].enumerated() {
      for (position, zone) in zones.enumerated() {
        subnets.append(
          PlannedSubnet(
            name: "\(cluster)-\(kind)-\(zone)", zone: zone, block: part(offset * zones.count + position),
            isPublic: kind == "public"))
      }
    }
    return subnets
  }
}

// MARK: - Network and cluster

extension ClusterPlan {
  var network: [DynamicObject] {
    let vpc = Self.object(
      "ec2.services.k8s.aws/v1alpha1", "VPC", name,
      ["cidrBlocks": [.string(vpcBlock)], "enableDNSHostnames": true, "enableDNSSupport": true])
    return [vpc]
      + subnets.map { subnet in
        Self.object(
          "ec2.services.k8s.aws/v1alpha1", "Subnet", subnet.name,
          [
            "vpcRef": Self.reference(name), "availabilityZone": .string(subnet.zone),
            "cidrBlock": .string(subnet.block), "mapPublicIPOnLaunch": .bool(subnet.isPublic),
          ])
      }
  }

  var cluster: DynamicObject {
    var spec: JSONObject = [
      "name": .string(name), "version": .string(version),
      "roleARN": .string("arn:aws:iam::111122223333:role/eksctl-\(name)-cluster"),
      "resourcesVPCConfig": ["subnetRefs": .array(subnets.map { Self.reference($0.name) })],
    ]
    if !tags.isEmpty { spec["tags"] = tags.json }
    return Self.object("eks.services.k8s.aws/v1alpha1", "Cluster", name, spec)
  }

  static func reference(_ name: String) -> JSON { ["from": ["name": .string(name)]] }

  static func object(_ apiVersion: String, _ kind: String, _ name: String, _ spec: JSONObject)
    -> DynamicObject
  {
    DynamicObject(fields: [
      "apiVersion": .string(apiVersion), "kind": .string(kind), "metadata": ["name": .string(name)],
      "spec": .object(spec),
    ])
  }
}
