import APIMachinery

/// The cells that are computed, by kind.
///
/// Kubernetes: `pkg/printers/internalversion/printers.go`.
enum TableCells {
  struct Cell {
    var column: String
    var value: JSON

    init(_ column: String, _ value: JSON) {
      self.column = column
      self.value = value
    }

    init(_ column: String, _ text: String) {
      self.column = column
      value = .string(text)
    }
  }

  static func computed(_ object: JSONObject, _ resource: String, now: Timestamp) -> [Cell] {
    switch resource {
    case "pods": PodCells(object, now: now).cells
    case "nodes": node(object)
    case "namespaces": [Cell("Status", object.string(at: "status", "phase") ?? "")]
    case "deployments.apps": deployment(object)
    case "replicasets.apps", "replicationcontrollers": replicaSet(object)
    case "statefulsets.apps": statefulSet(object)
    case "daemonsets.apps": daemonSet(object)
    case "jobs.batch": BatchCells.job(object, now)
    case "cronjobs.batch": BatchCells.cronJob(object, now)
    case "services": ServiceCells.cells(object)
    case "serviceaccounts": [Cell("Secrets", .int(Int64(object.array("secrets").count)))]
    case "configmaps": [Cell("Data", .int(count(object, "data") + count(object, "binaryData")))]
    case "secrets": [Cell("Type", object.string("type") ?? ""), Cell("Data", .int(count(object, "data")))]
    case "events": EventCells.cells(object, now)
    case "events.events.k8s.io": EventCells.newCells(object, now)
    case "endpointslices.discovery.k8s.io": endpointSlice(object)
    case "endpoints": [Cell("Endpoints", endpoints(object))]
    case "poddisruptionbudgets.policy": budget(object)
    case "priorityclasses.scheduling.k8s.io": priorityClass(object)
    case "leases.coordination.k8s.io": [Cell("Holder", object.string(at: "spec", "holderIdentity") ?? "")]
    case "controllerrevisions.apps": controllerRevision(object)
    case "persistentvolumes", "persistentvolumeclaims": VolumeCells.cells(object, resource)
    case "storageclasses.storage.k8s.io": StorageCells.storageClass(object)
    case "volumeattachments.storage.k8s.io": StorageCells.attachment(object)
    case "csinodes.storage.k8s.io": StorageCells.node(object)
    case "csidrivers.storage.k8s.io": StorageCells.driver(object)
    case "volumeattributesclasses.storage.k8s.io": StorageCells.attributesClass(object)
    case "csistoragecapacities.storage.k8s.io": StorageCells.capacity(object)
    case "resourcequotas": quota(object)
    case "ingresses.networking.k8s.io": NetworkingCells.ingress(object)
    case "ingressclasses.networking.k8s.io": NetworkingCells.ingressClass(object)
    case "networkpolicies.networking.k8s.io": NetworkingCells.policy(object)
    case "roles.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io":
      AccessCells.role(object)
    case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io":
      AccessCells.binding(object)
    case "podtemplates": template(object.object("template"))
    case let name where name.hasSuffix(".admissionregistration.k8s.io"): PolicyCells.cells(object)
    default: []
    }
  }

  // MARK: Pieces

  static func age(_ value: JSON?, _ now: Timestamp) -> String {
    guard case .string(let text)? = value, let time = Timestamp(rfc3339: text) else { return "<unknown>" }
    return (now - time).human
  }

  static func count(_ object: JSONObject, _ key: String) -> Int64 { Int64(object.object(key)?.count ?? 0) }

  static func number(_ object: JSONObject?, _ key: String) -> Int64 { object?[key]?.intValue ?? 0 }

  static func labels(_ labels: JSONObject?) -> String {
    guard let labels, !labels.isEmpty else { return "<none>" }
    return labels.sortedByKey().map { "\($0.key)=\($0.value.stringValue ?? "")" }.joined(separator: ",")
  }

  static func selector(_ selector: JSONObject?) -> String {
    guard let selector, let parsed = try? Selector(labelSelector: selector) else { return "<none>" }
    return parsed.description.isEmpty ? "<none>" : parsed.description
  }

  static func joined(_ elements: [JSON], _ key: String) -> String {
    elements.compactMap { $0[key]?.stringValue }.joined(separator: ",")
  }

  static func template(_ template: JSONObject?) -> [Cell] {
    let containers = template?.object("spec")?.array("containers") ?? []
    return [
      Cell("Containers", joined(containers, "name")), Cell("Images", joined(containers, "image")),
      Cell("Pod Labels", labels(template?.metadataFields.object("labels"))),
    ]
  }

  // MARK: Workloads

  private static func deployment(_ object: JSONObject) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    return [
      Cell("Ready", "\(number(status, "readyReplicas"))/\(number(spec, "replicas"))"),
      Cell("Up-to-date", .int(number(status, "updatedReplicas"))),
      Cell("Available", .int(number(status, "availableReplicas"))),
      Cell("Selector", selector(spec?.object("selector"))),
    ] + template(spec?.object("template"))
  }

  private static func replicaSet(_ object: JSONObject) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    let isController = object.string("kind") == "ReplicationController"
    return [
      Cell("Desired", .int(number(spec, "replicas"))), Cell("Current", .int(number(status, "replicas"))),
      Cell("Ready", .int(number(status, "readyReplicas"))),
      Cell(
        "Selector", isController ? labels(spec?.object("selector")) : selector(spec?.object("selector"))),
    ] + template(spec?.object("template"))
  }

  private static func statefulSet(_ object: JSONObject) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    return [Cell("Ready", "\(number(status, "readyReplicas"))/\(number(spec, "replicas"))")]
      + template(spec?.object("template"))
  }

  private static func daemonSet(_ object: JSONObject) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    return [
      Cell("Desired", .int(number(status, "desiredNumberScheduled"))),
      Cell("Current", .int(number(status, "currentNumberScheduled"))),
      Cell("Ready", .int(number(status, "numberReady"))),
      Cell("Up-to-date", .int(number(status, "updatedNumberScheduled"))),
      Cell("Available", .int(number(status, "numberAvailable"))),
      Cell("Node Selector", labels(spec?.object("template")?.object("spec")?.object("nodeSelector"))),
      Cell("Selector", selector(spec?.object("selector"))),
    ] + template(spec?.object("template"))
  }

  // MARK: Nodes

  private static func node(_ object: JSONObject) -> [Cell] {
    let status = object.object("status")
    let ready = (status?.array("conditions") ?? []).first { $0["type"] == "Ready" }
    var state = ready.map { $0["status"] == "True" ? "Ready" : "NotReady" } ?? "Unknown"
    if object.object("spec")?["unschedulable"] == true { state += ",SchedulingDisabled" }
    let info = status?.object("nodeInfo")
    let addresses = status?.array("addresses") ?? []
    func address(_ type: String) -> String {
      addresses.first { $0["type"]?.stringValue == type }?["address"]?.stringValue ?? "<none>"
    }
    func text(_ field: String) -> String {
      let value = info?.string(field) ?? ""
      return value.isEmpty ? "<unknown>" : value
    }
    return [
      Cell("Status", state), Cell("Roles", roles(object)),
      Cell("Version", info?.string("kubeletVersion") ?? ""),
      Cell("Internal-IP", address("InternalIP")), Cell("External-IP", address("ExternalIP")),
      Cell("OS-Image", text("osImage")), Cell("Kernel-Version", text("kernelVersion")),
      Cell("Container-Runtime", text("containerRuntimeVersion")),
    ]
  }

  private static func roles(_ node: JSONObject) -> String {
    let prefix = "node-role.kubernetes.io/"
    var roles: Set<String> = []
    for (key, value) in node.metadataFields.object("labels") ?? JSONObject() {
      if key.hasPrefix(prefix), key.utf8.count > prefix.utf8.count {
        roles.insert(String(key.dropFirst(prefix.count)))
      } else if key == "kubernetes.io/role", case .string(let role) = value, !role.isEmpty {
        roles.insert(role)
      }
    }
    return roles.isEmpty ? "<none>" : roles.sorted().joined(separator: ",")
  }

  // MARK: Others

  private static func budget(_ object: JSONObject) -> [Cell] {
    let spec = object.object("spec")
    func text(_ field: String) -> String {
      guard let value = spec?[field] else { return "N/A" }
      return value.stringValue ?? value.description
    }
    return [
      Cell("Min Available", text("minAvailable")), Cell("Max Unavailable", text("maxUnavailable")),
      Cell("Allowed Disruptions", .int(number(object.object("status"), "disruptionsAllowed"))),
    ]
  }

  private static func priorityClass(_ object: JSONObject) -> [Cell] {
    [
      Cell("Value", .int(number(object, "value"))),
      Cell("Global-Default", .bool(object["globalDefault"] == true)),
      Cell("PreemptionPolicy", object.string("preemptionPolicy") ?? ""),
    ]
  }

  private static func endpointSlice(_ object: JSONObject) -> [Cell] {
    let ports = object.array("ports").map { port in
      port["port"]?.intValue.map(String.init) ?? port["name"]?.stringValue ?? "*"
    }
    let addresses = object.array("endpoints").flatMap { $0["addresses"]?.arrayValue ?? [] }
    return [
      Cell("AddressType", object.string("addressType") ?? ""),
      Cell("Ports", ports.isEmpty ? "<unset>" : limited(ports)),
      Cell("Endpoints", addresses.isEmpty ? "<unset>" : limited(addresses.compactMap(\.stringValue))),
    ]
  }

  /// The first three, and how many more there are.
  private static func limited(_ texts: [String]) -> String {
    let shown = texts.prefix(3).joined(separator: ",")
    return texts.count > 3 ? "\(shown) + \(texts.count - 3) more..." : shown
  }

  private static func endpoints(_ object: JSONObject) -> String {
    var texts: [String] = []
    for subset in object.array("subsets") {
      let ports = subset["ports"]?.arrayValue ?? []
      for address in subset["addresses"]?.arrayValue ?? [] {
        let ip = address["ip"]?.stringValue ?? ""
        texts += ports.isEmpty ? [ip] : ports.map { "\(ip):\($0["port"]?.intValue ?? 0)" }
      }
    }
    return texts.isEmpty ? "<none>" : limited(texts)
  }

  private static func controllerRevision(_ object: JSONObject) -> [Cell] {
    let owner = object.metadataFields.array("ownerReferences").first { $0["controller"] == true }
    let kind = owner?["kind"]?.stringValue?.lowercased() ?? ""
    let group = GroupVersion(apiVersion: owner?["apiVersion"]?.stringValue ?? "")?.group ?? ""
    let name = owner?["name"]?.stringValue ?? ""
    let controller = owner == nil ? "<none>" : group.isEmpty ? "\(kind)/\(name)" : "\(kind).\(group)/\(name)"
    return [Cell("Controller", controller), Cell("Revision", .int(number(object, "revision")))]
  }

  private static func quota(_ object: JSONObject) -> [Cell] {
    let status = object.object("status")
    func list(_ prefix: Bool) -> String {
      let hard = (status?.object("hard") ?? JSONObject()).sortedByKey()
      return hard.filter { $0.key.hasPrefix("limits") == prefix }.map { name, value in
        "\(name): \(status?.object("used")?.string(name) ?? "0")/\(value.stringValue ?? "")"
      }.joined(separator: ", ")
    }
    return [Cell("Request", list(false)), Cell("Limit", list(true))]
  }
}
