import APIMachinery
import VPCAddressing

/// The rules of ingresses.
///
/// Kubernetes: `pkg/apis/networking/validation`, `ValidateIngressSpec`.
struct IngressRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      if let backend = spec.object("defaultBackend") {
        errors.at("defaultBackend") { validate(backend: backend, &$0) }
      } else if spec.array("rules").isEmpty {
        errors.invalid(nil, .array([]), "either `defaultBackend` or `rules` must be specified")
      }
      errors.push("rules")
      for (index, rule) in spec.array("rules").enumerated() {
        guard case .object(let rule) = rule else { continue }
        errors.at(index: index) { validate(rule: rule, &$0) }
      }
      errors.pop()
    }
  }

  private func validate(rule: JSONObject, _ errors: inout FieldErrors) {
    if let host = rule.string("host"), !host.isEmpty {
      errors.invalid("host", .string(host), each: Self.hostErrors(host))
    }
    guard let http = rule.object("http") else { return }
    errors.push("http")
    if http.array("paths").isEmpty { errors.required("paths") }
    errors.push("paths")
    for (index, path) in http.array("paths").enumerated() {
      guard case .object(let path) = path else { continue }
      errors.at(index: index) { validate(path: path, &$0) }
    }
    errors.pop()
    errors.pop()
  }

  static func hostErrors(_ host: String) -> [String] {
    if host.allSatisfy({ $0.isNumber || $0 == "." }) || host.contains(":") {
      return ["must be a DNS name, not an IP address"]
    }
    if host.hasPrefix("*.") { return NameRules.dns1123Subdomain(String(host.dropFirst(2))) }
    return NameRules.dns1123Subdomain(host)
  }

  private func validate(path: JSONObject, _ errors: inout FieldErrors) {
    let (text, type) = (path.string("path") ?? "", path.string("pathType") ?? "")
    if type != "ImplementationSpecific" || !text.isEmpty {
      if !text.hasPrefix("/") { errors.invalid("path", .string(text), "must be an absolute path") }
      if type != "ImplementationSpecific" {
        for part in ["//", "/./", "/../", "%2f", "%2F"] where text.contains(part) {
          errors.invalid("path", .string(text), "must not contain '\(part)'")
        }
        for end in ["/..", "/."] where text.hasSuffix(end) {
          errors.invalid("path", .string(text), "cannot end with '\(end)'")
        }
      }
    }
    if let backend = path.object("backend") { errors.at("backend") { validate(backend: backend, &$0) } }
  }

  private func validate(backend: JSONObject, _ errors: inout FieldErrors) {
    switch (backend.object("service"), backend.object("resource")) {
    case (nil, nil): errors.required(nil, "resource or service backend is required")
    case (_?, _?):
      errors.invalid(nil, "", "cannot set both resource and service backends")
    case (let service?, nil):
      errors.at("service") { validate(service: service, &$0) }
    case (nil, _): break
    }
  }

  private func validate(service: JSONObject, _ errors: inout FieldErrors) {
    let name = service.string("name") ?? ""
    if !name.isEmpty { errors.invalid("name", .string(name), each: NameRules.dns1035Label(name)) }
    let port = service.object("port") ?? JSONObject()
    switch (port.string("name") ?? "", port["number"]?.intValue ?? 0) {
    case ("", 0): errors.required(nil, "port name or number is required")
    case ("", let number):
      if !(1...65535).contains(number) {
        errors.invalid("port.number", .int(number), "must be between 1 and 65535, inclusive")
      }
    case (let name, 0): errors.invalid("port.name", .string(name), each: NameRules.portName(name))
    case (_, _): errors.invalid(nil, "", "cannot set both port name & port number")
    }
  }
}

/// The rules of network policies.
///
/// Kubernetes: `pkg/apis/networking/validation`, `ValidateNetworkPolicySpec`, and `SetDefaults_NetworkPolicy`.
struct NetworkPolicyRules: ResourceRules {
  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      guard spec.array("policyTypes").isEmpty else { return }
      spec["policyTypes"] = .array(spec.array("egress").isEmpty ? ["Ingress"] : ["Ingress", "Egress"])
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      if let selector = spec.object("podSelector") {
        errors.at("podSelector") { LabelSelectorValidator.validate(selector, &$0) }
      }
      validate(spec.array("ingress"), "ingress", peers: "from", &errors)
      validate(spec.array("egress"), "egress", peers: "to", &errors)
      let types = spec.array("policyTypes")
      if types.count > 2 {
        errors.invalid("policyTypes", .array(types), "may not specify more than two policyTypes")
      }
      errors.push("policyTypes")
      for (index, type) in types.enumerated() where type != "Ingress" && type != "Egress" {
        errors.at(index: index) { $0.notSupported(nil, type, ["Egress", "Ingress"]) }
      }
      errors.pop()
    }
  }

  private func validate(_ rules: [JSON], _ field: String, peers: String, _ errors: inout FieldErrors) {
    errors.push(field)
    for (index, rule) in rules.enumerated() {
      guard case .object(let rule) = rule else { continue }
      errors.at(index: index) { errors in
        errors.push("ports")
        for (index, port) in rule.array("ports").enumerated() {
          guard case .object(let port) = port else { continue }
          errors.at(index: index) { validate(port: port, &$0) }
        }
        errors.pop()
        errors.push(peers)
        for (index, peer) in rule.array(peers).enumerated() {
          guard case .object(let peer) = peer else { continue }
          errors.at(index: index) { validate(peer: peer, &$0) }
        }
        errors.pop()
      }
    }
    errors.pop()
  }

  private func validate(port: JSONObject, _ errors: inout FieldErrors) {
    if !["TCP", "UDP", "SCTP"].contains(port.string("protocol") ?? "TCP") {
      errors.notSupported("protocol", port["protocol"] ?? "", ["SCTP", "TCP", "UDP"])
    }
    let last = port["endPort"]?.intValue
    switch port["port"] {
    case .int(let number)?:
      if !(1...65535).contains(number) {
        errors.invalid("port", .int(number), "must be between 1 and 65535, inclusive")
      }
      guard let last else { return }
      if last < number { errors.invalid("endPort", .int(last), "must be greater than or equal to `port`") }
      if !(1...65535).contains(last) {
        errors.invalid("endPort", .int(last), "must be between 1 and 65535, inclusive")
      }
    case .string(let name)?:
      if let last { errors.invalid("endPort", .int(last), "may not be specified when `port` is non-numeric") }
      errors.invalid("port", .string(name), each: NameRules.portName(name))
    default:
      if let last {
        errors.invalid("endPort", .int(last), "may not be specified when `port` is not specified")
      }
    }
  }

  private func validate(peer: JSONObject, _ errors: inout FieldErrors) {
    let chooses = peer.contains("podSelector") || peer.contains("namespaceSelector")
    for field in ["podSelector", "namespaceSelector"] {
      if let selector = peer.object(field) {
        errors.at(field) { LabelSelectorValidator.validate(selector, &$0) }
      }
    }
    guard let block = peer.object("ipBlock") else {
      if !chooses { errors.required(nil, "must specify a peer") }
      return
    }
    if chooses { errors.forbidden(nil, "may not specify both ipBlock and another peer") }
    errors.at("ipBlock") { validate(block: block, &$0) }
  }

  private func validate(block: JSONObject, _ errors: inout FieldErrors) {
    let text = block.string("cidr") ?? ""
    if text.isEmpty { return errors.required("cidr") }
    guard let cidr = ValueFormat.block(text) else {
      return errors.invalid("cidr", .string(text), each: ValueFormat.cidr(text))
    }
    errors.push("except")
    for (index, entry) in block.array("except").enumerated() {
      let text = entry.stringValue ?? ""
      errors.at(index: index) { errors in
        guard let inner = ValueFormat.block(text) else {
          return errors.invalid(nil, entry, each: ValueFormat.cidr(text))
        }
        if !cidr.contains(inner) || inner.masked == cidr.masked {
          errors.invalid(nil, entry, "must be a strict subset of `cidr`")
        }
      }
    }
    errors.pop()
  }
}
