import APIMachinery

/// What services demand.
///
/// Kubernetes: `pkg/apis/core/v1/defaults.go SetDefaults_Service`, `pkg/apis/core/validation ValidateService`.
struct ServiceRules: ResourceRules {
  func nameErrors(_ name: String) -> [String] { NameRules.dns1035Label(name) }

  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      spec.setDefault("sessionAffinity", "None")
      spec.setDefault("type", "ClusterIP")
      let type = spec.string("type") ?? ""
      PodDefaults.change("ports", of: &spec, where: { _ in true }) { port in
        port.setDefault("protocol", "TCP")
        if port["targetPort"] == nil || port["targetPort"] == 0 || port["targetPort"] == "" {
          port["targetPort"] = port["port"]
        }
      }
      if spec.string("sessionAffinity") == "ClientIP" {
        spec.withObject("sessionAffinityConfig") { config in
          config.withObject("clientIP") { $0.setDefault("timeoutSeconds", 10800) }
        }
      }
      guard type != "ExternalName" else { return }
      spec.setDefault("internalTrafficPolicy", "Cluster")
      spec.setDefault("ipFamilies", ["IPv4"])
      spec.setDefault("ipFamilyPolicy", "SingleStack")
      if type == "NodePort" || type == "LoadBalancer" { spec.setDefault("externalTrafficPolicy", "Cluster") }
      if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
    }
  }

  func prepareForCreate(_ object: inout JSONObject) { object["status"] = ["loadBalancer": [:]] }

  func prepareForUpdate(_ object: inout JSONObject, old: JSONObject) {
    let before = old.object("spec") ?? JSONObject()
    object.withObject("spec") { spec in
      let (type, oldType) = (spec.string("type") ?? "ClusterIP", before.string("type") ?? "ClusterIP")
      keepAddresses(of: before, in: &spec, type, oldType)
      keepPorts(of: before, in: &spec, type)
      dropUnusedFields(of: &spec, type, oldType)
    }
  }

  /// Kubernetes: an update may leave out the addresses and the ports that were allocated.
  private func keepAddresses(of old: JSONObject, in spec: inout JSONObject, _ type: String, _ oldType: String)
  {
    guard type != "ExternalName", oldType != "ExternalName" else {
      if type == "ExternalName", oldType != type, spec["clusterIP"] == old["clusterIP"] {
        for field in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"] {
          spec.removeValue(field)
        }
      }
      return
    }
    for field in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"] {
      if spec[field] == nil || spec[field] == "", let value = old[field] { spec[field] = value }
    }
  }

  private func keepPorts(of old: JSONObject, in spec: inout JSONObject, _ type: String) {
    guard type == "NodePort" || type == "LoadBalancer" else { return }
    let before = old.array("ports")
    PodDefaults.change("ports", of: &spec, where: { ($0["nodePort"]?.intValue ?? 0) == 0 }) { port in
      let same = before.first {
        $0["port"] == port["port"] && ($0["protocol"] ?? "TCP") == (port["protocol"] ?? "TCP")
      }
      if let number = same?["nodePort"] { port["nodePort"] = number }
    }
  }

  private func dropUnusedFields(of spec: inout JSONObject, _ type: String, _ oldType: String) {
    guard oldType != type, type == "ClusterIP" || type == "ExternalName" else { return }
    PodDefaults.change("ports", of: &spec, where: { $0.contains("nodePort") }) { $0.removeValue("nodePort") }
    for field in ["externalTrafficPolicy", "allocateLoadBalancerNodePorts", "healthCheckNodePort"] {
      spec.removeValue(field)
    }
  }

  // MARK: Validation

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let type = spec.string("type") ?? "ClusterIP"
    errors.at("spec") { errors in
      if type == "ExternalName" {
        let name = spec.string("externalName") ?? ""
        if name.isEmpty {
          errors.required("externalName")
        } else {
          errors.invalid("externalName", .string(name), each: NameRules.dns1123Subdomain(name))
        }
      } else if spec.array("ports").isEmpty, spec.string("clusterIP") != "None" {
        errors.required("ports")
      }
      if type != "ClusterIP", type != "ExternalName", spec.string("clusterIP") == "None" {
        errors.invalid("clusterIPs[0]", "None", "may not be set to 'None' for \(type) services")
      }
      if let selector = spec.object("selector") {
        errors.at("selector") { MetadataValidator.validateLabels(selector, &$0) }
      }
      validatePorts(spec.array("ports"), isHeadless: spec.string("clusterIP") == "None", &errors)
    }
  }

  private func validatePorts(_ ports: [JSON], isHeadless: Bool, _ errors: inout FieldErrors) {
    var names: [String] = []
    var numbers: [String] = []
    for (index, port) in ports.enumerated() {
      guard case .object(let port) = port else { continue }
      errors.push("ports")
      errors.push(index: index)
      let name = port.string("name") ?? ""
      if name.isEmpty {
        if ports.count > 1 { errors.required("name") }
      } else {
        errors.invalid("name", .string(name), each: NameRules.dns1123Label(name))
        if names.contains(name) { errors.duplicate("name", .string(name)) }
        names.append(name)
      }
      if let number = port["port"]?.intValue {
        errors.invalid("port", .int(number), each: NameRules.portNumber(number))
        let pair = "\(number)/\(port.string("protocol") ?? "TCP")"
        if numbers.contains(pair) {
          var shown = JSONObject()
          for field in ["port", "protocol"] { shown[field] = port[field] }
          errors.duplicate(nil, .object(shown))
        }
        numbers.append(pair)
      }
      validateTarget(port["targetPort"], &errors)
      errors.pop()
      errors.pop()
    }
  }

  private func validateTarget(_ target: JSON?, _ errors: inout FieldErrors) {
    switch target {
    case .int(let number)?: errors.invalid("targetPort", .int(number), each: NameRules.portNumber(number))
    case .string(let name)?: errors.invalid("targetPort", .string(name), each: NameRules.portName(name))
    default: return
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let (new, before) = (object.object("spec") ?? JSONObject(), old.object("spec") ?? JSONObject())
    guard new.string("type") != "ExternalName", before.string("type") != "ExternalName",
      let address = before.string("clusterIP"), !address.isEmpty, new.string("clusterIP") != address
    else { return }
    errors.at("spec") { $0.invalid("clusterIPs[0]", new["clusterIP"], "may not change once set") }
  }
}
