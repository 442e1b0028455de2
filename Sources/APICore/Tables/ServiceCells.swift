import APIMachinery

/// The cells of a service.
///
/// Kubernetes: `printService`.
enum ServiceCells {
  static func cells(_ object: JSONObject) -> [TableCells.Cell] {
    let spec = object.object("spec") ?? JSONObject()
    let address = spec.array("clusterIPs").first?.stringValue ?? spec.string("clusterIP") ?? ""
    return [
      TableCells.Cell("Type", spec.string("type") ?? ""),
      TableCells.Cell("Cluster-IP", address.isEmpty ? "<none>" : address),
      TableCells.Cell("External-IP", external(spec, object.object("status"))),
      TableCells.Cell("Port(s)", ports(spec.array("ports"))),
      TableCells.Cell("Selector", TableCells.labels(spec.object("selector"))),
    ]
  }

  private static func external(_ spec: JSONObject, _ status: JSONObject?) -> String {
    var addresses = spec.array("externalIPs").compactMap(\.stringValue)
    switch spec.string("type") {
    case "ExternalName": return spec.string("externalName") ?? ""
    case "LoadBalancer":
      let ingress = status?.object("loadBalancer")?.array("ingress") ?? []
      let given = ingress.compactMap { $0["ip"]?.stringValue ?? $0["hostname"]?.stringValue }
      addresses = given + addresses
      return addresses.isEmpty ? "<pending>" : addresses.joined(separator: ",")
    default: return addresses.isEmpty ? "<none>" : addresses.joined(separator: ",")
    }
  }

  private static func ports(_ ports: [JSON]) -> String {
    if ports.isEmpty { return "<none>" }
    return ports.map { port in
      let number = port["port"]?.intValue ?? 0
      let node = port["nodePort"]?.intValue ?? 0
      let name = port["protocol"]?.stringValue ?? "TCP"
      return node > 0 ? "\(number):\(node)/\(name)" : "\(number)/\(name)"
    }.joined(separator: ",")
  }
}

/// The cells of events.
///
/// Kubernetes: `printEvent`.
enum EventCells {
  static func cells(_ event: JSONObject, _ now: Timestamp) -> [TableCells.Cell] {
    let involved = event.object("involvedObject") ?? JSONObject()
    let last = event["series"]?["lastObservedTime"] ?? event["lastTimestamp"] ?? event["eventTime"]
    let first = event["firstTimestamp"] ?? event["eventTime"]
    let count = event["series"]?["count"] ?? event["count"] ?? 1
    let component = event.object("source")?.string("component") ?? event.string("reportingComponent") ?? ""
    let host = event.object("source")?.string("host") ?? ""
    return [
      TableCells.Cell("Last Seen", TableCells.age(last, now)),
      TableCells.Cell("Type", event.string("type") ?? ""),
      TableCells.Cell("Reason", event.string("reason") ?? ""), TableCells.Cell("Object", name(of: involved)),
      TableCells.Cell("Subobject", involved.string("fieldPath") ?? ""),
      TableCells.Cell("Source", host.isEmpty ? component : "\(component), \(host)"),
      TableCells.Cell("Message", trimmed(event.string("message") ?? "")),
      TableCells.Cell("First Seen", TableCells.age(first, now)), TableCells.Cell("Count", count),
      TableCells.Cell("Name", event.metadataFields.string("name") ?? ""),
    ]
  }

  /// The same of `events.k8s.io`, whose fields have other names.
  static func newCells(_ event: JSONObject, _ now: Timestamp) -> [TableCells.Cell] {
    var old = event
    old["involvedObject"] = event["regarding"]
    old["message"] = event["note"]
    old["firstTimestamp"] = event["deprecatedFirstTimestamp"]
    old["lastTimestamp"] = event["deprecatedLastTimestamp"]
    old["count"] = event["deprecatedCount"]
    old["reportingComponent"] = event["reportingController"]
    return cells(old, now)
  }

  private static func name(of involved: JSONObject) -> String {
    let kind = (involved.string("kind") ?? "").lowercased()
    let name = involved.string("name") ?? ""
    return name.isEmpty ? kind : "\(kind)/\(name)"
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = text.utf8[...]
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || 0x09...0x0D ~= $0 }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    return String(Substring(bytes))
  }
}

/// The cells of volumes and of claims to them.
///
/// Kubernetes: `printPersistentVolume`, `printPersistentVolumeClaim`.
enum VolumeCells {
  static func cells(_ object: JSONObject, _ resource: String) -> [TableCells.Cell] {
    let spec = object.object("spec") ?? JSONObject()
    let status = object.object("status") ?? JSONObject()
    let isClaim = resource == "persistentvolumeclaims"
    let capacity = (isClaim ? status : spec).object("capacity")?.string("storage") ?? ""
    var phase = status.string("phase") ?? ""
    if object.metadataFields.contains("deletionTimestamp") { phase = "Terminating" }
    let claim = spec.object("claimRef").map { "\($0.string("namespace") ?? "")/\($0.string("name") ?? "")" }
    return [
      TableCells.Cell("Status", phase), TableCells.Cell("Capacity", capacity),
      TableCells.Cell(
        "Access Modes", modes((isClaim && !capacity.isEmpty ? status : spec).array("accessModes"))),
      TableCells.Cell("Reclaim Policy", spec.string("persistentVolumeReclaimPolicy") ?? ""),
      TableCells.Cell("Claim", claim ?? ""), TableCells.Cell("Volume", spec.string("volumeName") ?? ""),
      TableCells.Cell("StorageClass", spec.string("storageClassName") ?? ""),
      TableCells.Cell("VolumeAttributesClass", spec.string("volumeAttributesClassName") ?? "<unset>"),
      TableCells.Cell("Reason", status.string("reason") ?? ""),
      TableCells.Cell("VolumeMode", spec.string("volumeMode") ?? "<unset>"),
    ]
  }

  private static func modes(_ modes: [JSON]) -> String {
    let short = [
      ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"),
      ("ReadWriteOncePod", "RWOP"),
    ]
    return short.filter { modes.contains(.string($0.0)) }.map(\.1).joined(separator: ",")
  }
}
