import APIMachinery

/// The computed cells of ingresses, their classes and network policies.
///
/// Kubernetes: `pkg/printers/internalversion/printers.go`, `printIngress` and its neighbours.
enum NetworkingCells {
  typealias Cell = TableCells.Cell

  static func ingress(_ object: JSONObject) -> [Cell] {
    let spec = object.object("spec")
    let places = object.object("status")?.object("loadBalancer")?.array("ingress") ?? []
    let address = places.compactMap { $0["ip"]?.stringValue ?? $0["hostname"]?.stringValue }
    return [
      Cell("Class", spec?.string("ingressClassName") ?? "<none>"),
      Cell("Hosts", hosts(spec?.array("rules") ?? [])),
      Cell("Address", address.joined(separator: ",")),
      Cell("Ports", spec?.array("tls").isEmpty ?? true ? "80" : "80, 443"),
    ]
  }

  /// The first three hosts; more are counted.
  private static func hosts(_ rules: [JSON]) -> String {
    let hosts = rules.compactMap { $0["host"]?.stringValue }.filter { !$0.isEmpty }
    if hosts.isEmpty { return "*" }
    let shown = hosts.prefix(3).joined(separator: ",")
    return hosts.count > 3 ? "\(shown) + \(hosts.count - 3) more..." : shown
  }

  static func ingressClass(_ object: JSONObject) -> [Cell] {
    guard let parameters = object.object("spec")?.object("parameters") else {
      return [Cell("Parameters", "<none>")]
    }
    let kind = parameters.string("kind") ?? ""
    let group = parameters.string("apiGroup").map { "\(kind).\($0)" } ?? kind
    return [Cell("Parameters", "\(group)/\(parameters.string("name") ?? "")")]
  }

  static func policy(_ object: JSONObject) -> [Cell] {
    [Cell("Pod-Selector", TableCells.selector(object.object("spec")?.object("podSelector")))]
  }
}

/// The computed cells of roles and their bindings.
///
/// Kubernetes: `printRole`, `printRoleBinding` and their neighbours.
enum AccessCells {
  typealias Cell = TableCells.Cell

  static func role(_ object: JSONObject) -> [Cell] {
    [Cell("Created At", object.metadataFields.string("creationTimestamp") ?? "<unknown>")]
  }

  static func binding(_ object: JSONObject) -> [Cell] {
    let (role, subjects) = (object.object("roleRef"), object.array("subjects"))
    func names(_ kind: String) -> String {
      subjects.filter { $0["kind"]?.stringValue == kind }.compactMap { subject in
        let name = subject["name"]?.stringValue
        guard kind == "ServiceAccount", let space = subject["namespace"]?.stringValue else { return name }
        return "\(space)/\(name ?? "")"
      }.joined(separator: ", ")
    }
    return [
      Cell("Role", "\(role?.string("kind") ?? "")/\(role?.string("name") ?? "")"),
      Cell("Users", names("User")), Cell("Groups", names("Group")),
      Cell("ServiceAccounts", names("ServiceAccount")),
    ]
  }
}
