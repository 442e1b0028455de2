import APIMachinery

extension ClusterPlan {
  /// EKS: a node group of eksctl; the unmanaged kind differs in spelling only as far as this model goes.
  func nodeGroup(_ reader: ConfigReader, isManaged: Bool) throws(ClusterConfigError) -> DynamicObject {
    let group = try Self.name(of: reader)
    var spec: JSONObject = [
      "name": .string(group), "clusterRef": Self.reference(name),
      "nodeRole": .string("arn:aws:iam::111122223333:role/eksctl-\(name)-nodegroup-\(group)"),
      "subnetRefs": .array(try subnetNames(for: reader).map { Self.reference($0) }),
      "instanceTypes": .array(try Self.instanceTypes(reader).map { .string($0) }),
      "diskSize": .int(Int64(try reader.integer("volumeSize") ?? 80)),
      "scalingConfig": .object(try Self.scaling(reader)),
    ]
    if try reader.boolean("spot") == true { spec["capacityType"] = "SPOT" }
    var labels = try reader.map("labels") ?? StringMap()
    labels["alpha.eksctl.io/cluster-name"] = name
    labels["alpha.eksctl.io/nodegroup-name"] = group
    spec["labels"] = labels.json
    let taints = try Self.taints(reader)
    if !taints.isEmpty { spec["taints"] = .array(taints) }
    if let tags = try reader.map("tags"), !tags.isEmpty { spec["tags"] = tags.json }
    if let update = try Self.updateConfig(reader) { spec["updateConfig"] = update }
    try addLaunchTemplate(reader, to: &spec)
    var object = Self.object("eks.services.k8s.aws/v1alpha1", "NodeGroup", "\(name)-\(group)", spec)
    if let processes = try reader.strings("asgSuspendProcesses"), !processes.isEmpty {
      object.metadata.annotations["swiftlet.dev/suspended-processes"] = processes.joined(separator: ",")
    }
    return object
  }

  func fargateProfile(_ reader: ConfigReader) throws(ClusterConfigError) -> DynamicObject {
    let profile = try Self.name(of: reader)
    var selectors: [JSON] = []
    for selector in try reader.list("selectors") {
      guard let namespace = try selector.string("namespace") else {
        throw ClusterConfigError(field: "\(selector.path).namespace", message: "is required")
      }
      var entry: JSONObject = ["namespace": .string(namespace)]
      if let labels = try selector.map("labels") { entry["labels"] = labels.json }
      selectors.append(.object(entry))
    }
    let role = try reader.string("podExecutionRoleARN")
    var spec: JSONObject = [
      "name": .string(profile), "clusterRef": Self.reference(name),
      "podExecutionRoleARN": .string(role ?? "arn:aws:iam::111122223333:role/eksctl-\(name)-fargate"),
      "subnetRefs": .array(try subnetNames(for: reader, isPrivate: true).map { Self.reference($0) }),
      "selectors": .array(selectors),
    ]
    if let tags = try reader.map("tags"), !tags.isEmpty { spec["tags"] = tags.json }
    return Self.object("eks.services.k8s.aws/v1alpha1", "FargateProfile", "\(name)-\(profile)", spec)
  }

  private static func name(of reader: ConfigReader) throws(ClusterConfigError) -> String {
    guard let name = try reader.string("name"), !name.isEmpty else {
      throw ClusterConfigError(field: "\(reader.path).name", message: "is required")
    }
    return name
  }
}

// MARK: - Where and what

extension ClusterPlan {
  /// The subnets by name or zone where the file names some, else all of the wanted side.
  private func subnetNames(
    for reader: ConfigReader, isPrivate: Bool? = nil
  ) throws(ClusterConfigError) -> [String] {
    var wantsPrivate = isPrivate ?? false
    if isPrivate == nil { wantsPrivate = try reader.boolean("privateNetworking") ?? false }
    let side = subnets.filter { $0.isPublic != wantsPrivate }
    if let named = try reader.strings("subnets") { return named }
    guard let zones = try reader.strings("availabilityZones") else { return side.map(\.name) }
    let chosen = side.filter { zones.contains($0.zone) }
    guard chosen.count == zones.count else {
      let known = side.map(\.zone).joined(separator: ", ")
      throw ClusterConfigError(
        field: "\(reader.path).availabilityZones",
        message: "the cluster has no subnet in some of \(zones.joined(separator: ", ")); it has \(known)")
    }
    return chosen.map(\.name)
  }

  private static func instanceTypes(_ reader: ConfigReader) throws(ClusterConfigError) -> [String] {
    let single = try reader.string("instanceType")
    let several = try reader.strings("instanceTypes")
    if single != nil, several != nil {
      throw ClusterConfigError(field: "\(reader.path).instanceType", message: "excludes instanceTypes")
    }
    return several ?? [single ?? "m5.large"]
  }

  /// EKS: eksctl makes two nodes when no size is given; a missing size follows the others.
  private static func scaling(_ reader: ConfigReader) throws(ClusterConfigError) -> JSONObject {
    let least = try reader.integer("minSize")
    let most = try reader.integer("maxSize")
    let desired = try reader.integer("desiredCapacity") ?? least ?? min(2, most ?? 2)
    return [
      "minSize": .int(Int64(least ?? desired)), "maxSize": .int(Int64(most ?? max(desired, least ?? 0))),
      "desiredSize": .int(Int64(desired)),
    ]
  }

  /// A list of taints, or eksctl's older map of `key: value:Effect`.
  private static func taints(_ reader: ConfigReader) throws(ClusterConfigError) -> [JSON] {
    if case .object(let old)? = reader.value("taints") {
      return old.map { member in
        let parts = (member.value.stringValue ?? "").split(separator: ":", omittingEmptySubsequences: false)
        return taint(member.key, parts.first.map { String($0) }, parts.last.map { String($0) } ?? "")
      }
    }
    return try reader.list("taints").map { (entry) throws(ClusterConfigError) in
      guard let key = try entry.string("key"), let effect = try entry.string("effect") else {
        throw ClusterConfigError(field: entry.path, message: "needs a key and an effect")
      }
      return taint(key, try entry.string("value"), effect)
    }
  }

  private static func taint(_ key: String, _ value: String?, _ effect: String) -> JSON {
    let spelled = [
      "NoSchedule": "NO_SCHEDULE", "NoExecute": "NO_EXECUTE", "PreferNoSchedule": "PREFER_NO_SCHEDULE",
    ]
    var entry: JSONObject = ["key": .string(key), "effect": .string(spelled[effect] ?? effect)]
    if let value, !value.isEmpty { entry["value"] = .string(value) }
    return .object(entry)
  }

  private static func updateConfig(_ reader: ConfigReader) throws(ClusterConfigError) -> JSON? {
    guard let config = try reader.child("updateConfig") else { return nil }
    var result: JSONObject = [:]
    for key in ["maxUnavailable", "maxUnavailablePercentage"] {
      if let value = try config.integer(key) { result[key] = .int(Int64(value)) }
    }
    return .object(result)
  }

  private func addLaunchTemplate(
    _ reader: ConfigReader, to spec: inout JSONObject
  ) throws(ClusterConfigError) {
    guard let template = try reader.child("launchTemplate") else { return }
    var entry: JSONObject = [:]
    for key in ["id", "name", "version"] {
      if let value = try template.string(key) { entry[key] = .string(value) }
    }
    spec["launchTemplate"] = .object(entry)
    spec["diskSize"] = nil
  }
}
