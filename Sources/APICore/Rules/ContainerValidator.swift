import APIMachinery

/// The rules of one container.
///
/// Kubernetes: `pkg/apis/core/validation validateContainers`.
enum ContainerValidator {
  static func validate(
    _ container: JSONObject, isInit: Bool, volumes: [String], _ errors: inout FieldErrors
  ) {
    if container.string("image").isNilOrEmpty { errors.required("image") }
    validatePorts(container.array("ports"), &errors)
    validateEnvironment(container.array("env"), &errors)
    validateMounts(container.array("volumeMounts"), volumes, &errors)
    if let resources = container.object("resources") {
      errors.at("resources") { ResourceAmounts.validate(resources, &$0) }
    }
    validateProbes(container, isInit: isInit, &errors)
  }

  private static func validatePorts(_ ports: [JSON], _ errors: inout FieldErrors) {
    var names: [String] = []
    for (index, port) in ports.enumerated() {
      guard case .object(let port) = port else { continue }
      errors.push("ports")
      errors.push(index: index)
      if let name = port.string("name"), !name.isEmpty {
        errors.invalid("name", .string(name), each: NameRules.portName(name))
        if names.contains(name) { errors.duplicate("name", .string(name)) }
        names.append(name)
      }
      for field in ["containerPort", "hostPort"] {
        guard let number = port[field]?.intValue, number != 0 || field == "containerPort" else { continue }
        errors.invalid(field, .int(number), each: NameRules.portNumber(number))
      }
      errors.pop()
      errors.pop()
    }
  }

  private static func validateEnvironment(_ variables: [JSON], _ errors: inout FieldErrors) {
    for (index, variable) in variables.enumerated() {
      guard case .object(let variable) = variable, let name = variable.string("name") else { continue }
      let problems = NameRules.environmentVariableName(name)
      let hasBoth = variable["valueFrom"] != nil && !variable.string("value").isNilOrEmpty
      if problems.isEmpty, !hasBoth { continue }
      errors.push("env")
      errors.push(index: index)
      if !name.isEmpty { errors.invalid("name", .string(name), each: problems) }
      if hasBoth { errors.invalid("valueFrom", "", "may not be specified when `value` is not empty") }
      errors.pop()
      errors.pop()
    }
  }

  private static func validateMounts(_ mounts: [JSON], _ volumes: [String], _ errors: inout FieldErrors) {
    var paths: [String] = []
    for (index, mount) in mounts.enumerated() {
      guard case .object(let mount) = mount else { continue }
      let name = mount.string("name") ?? ""
      let path = mount.string("mountPath") ?? ""
      errors.push("volumeMounts")
      errors.push(index: index)
      if !name.isEmpty, !volumes.contains(name) { errors.notFound("name", .string(name)) }
      if paths.contains(path) { errors.invalid("mountPath", .string(path), "must be unique") }
      if mount.contains("subPath"), mount.contains("subPathExpr") {
        errors.invalid("subPathExpr", mount["subPathExpr"], "subPathExpr and subPath are mutually exclusive")
      }
      errors.pop()
      errors.pop()
      paths.append(path)
    }
  }

  private static func validateProbes(_ container: JSONObject, isInit: Bool, _ errors: inout FieldErrors) {
    let mayHaveProbes = !isInit || container.string("restartPolicy") == "Always"
    for name in ["livenessProbe", "readinessProbe", "startupProbe"] {
      guard let probe = container.object(name) else { continue }
      if !mayHaveProbes {
        errors.forbidden(name, "may not be set for init containers without restartPolicy=Always")
      }
      errors.push(name)
      let handlers = ["exec", "httpGet", "tcpSocket", "grpc"].filter { probe.contains($0) }
      if handlers.isEmpty { errors.required(nil, "must specify a handler type") }
      for extra in handlers.dropFirst() {
        errors.forbidden(extra, "may not specify more than 1 handler type")
      }
      if name != "readinessProbe", let count = probe["successThreshold"]?.intValue, count != 1 {
        errors.invalid("successThreshold", .int(count), "must be 1")
      }
      errors.pop()
    }
  }
}

/// Requests and limits.
///
/// Kubernetes: `ValidateContainerResourceRequirements`.
enum ResourceAmounts {
  static func validate(_ resources: JSONObject, _ errors: inout FieldErrors) {
    let limits = resources.object("limits") ?? JSONObject()
    let requests = resources.object("requests") ?? JSONObject()
    errors.at("limits") { validate(list: limits, &$0) }
    errors.at("requests") { errors in
      validate(list: requests, &errors)
      for (name, value) in requests { compare(name, value, limits[name], &errors) }
    }
  }

  private static func validate(list: JSONObject, _ errors: inout FieldErrors) {
    for (name, value) in list {
      if !isStandard(name) {
        if !name.contains("/") {
          errors.push(key: name)
          errors.invalid(nil, .string(name), "must be a standard resource type or fully qualified")
          errors.pop()
        } else {
          errors.invalid(nil, .string(name), each: NameRules.qualifiedName(name))
        }
      }
      guard value.stringValue?.utf8.first == UInt8(ascii: "-") else { continue }
      errors.push(key: name)
      errors.invalid(nil, value, "must be greater than or equal to 0")
      errors.pop()
    }
  }

  static func isStandard(_ name: String) -> Bool {
    ["cpu", "memory", "ephemeral-storage"].contains(name) || name.hasPrefix("hugepages-")
  }

  private static func compare(_ name: String, _ request: JSON, _ limit: JSON?, _ errors: inout FieldErrors) {
    let mayExceed = ["cpu", "memory", "ephemeral-storage"].contains(name)
    guard let limit else {
      if !mayExceed { errors.required(nil, "Limit must be set for non overcommitable resources") }
      return
    }
    if limit == request { return }
    guard let asked = Quantity(json: request), let most = Quantity(json: limit) else { return }
    if !mayExceed, asked != most {
      errors.invalid(nil, request, "must be equal to \(name) limit of \(most)")
    } else if most < asked {
      errors.invalid(nil, request, "must be less than or equal to \(name) limit of \(most)")
    }
  }
}
