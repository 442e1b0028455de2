import APIMachinery

/// What may be written through `pods/resize` and `pods/ephemeralcontainers`.
///
/// Kubernetes: `pkg/registry/core/pod/strategy.go`, `validation.ValidatePodResize`,
/// `validation.ValidatePodEphemeralContainersUpdate`.
enum PodSubresources {
  private static let containerLists = ["containers", "initContainers"]

  /// The new spec: the old one with what the subresource stands for; any other change is left out without a word.
  static func spec(_ scope: WriteScope, _ proposed: JSONObject, old: JSONObject) -> JSONObject {
    var spec = old
    if scope == .ephemeralContainers {
      spec["ephemeralContainers"] = proposed["ephemeralContainers"]
      PodDefaults.setSpec(&spec)
      return spec
    }
    for list in containerLists where old.contains(list) {
      let wanted = proposed.array(list)
      spec[list] = .array(
        old.array(list).map { container in
          guard case .object(var fields) = container,
            let new = wanted.first(where: { $0["name"] == container["name"] })
          else { return container }
          fields["resources"] = new["resources"]
          fields["resizePolicy"] = new["resizePolicy"] ?? fields["resizePolicy"]
          return .object(fields)
        })
    }
    return spec
  }

  static func validate(
    _ object: JSONObject, old: JSONObject, _ scope: WriteScope, _ errors: inout FieldErrors
  ) {
    let (new, before) = (object.object("spec") ?? JSONObject(), old.object("spec") ?? JSONObject())
    errors.push("spec")
    defer { errors.pop() }
    PodSpecValidator.validate(new, &errors)
    if scope == .resize {
      validateResize(new, old: before, status: old.object("status") ?? JSONObject(), &errors)
    } else {
      validateEphemeral(
        new.array("ephemeralContainers"), old: before.array("ephemeralContainers"), new, &errors)
    }
  }

  /// Kubernetes: `validation.ValidatePodCreate`.
  static func validateCreation(_ object: JSONObject, _ errors: inout FieldErrors) {
    if object.object("spec")?.array("ephemeralContainers").isEmpty == false {
      errors.forbidden("spec.ephemeralContainers", "cannot be set on create")
    }
  }

  // MARK: Resize

  private static func validateResize(
    _ new: JSONObject, old: JSONObject, status: JSONObject, _ errors: inout FieldErrors
  ) {
    if !isSupported(old, status) { errors.forbidden(nil, "Pod running on node without support for resize") }
    let quality = QualityOfService(of: new)
    if quality != QualityOfService(of: old) {
      errors.invalid(nil, .string(quality.rawValue), "Pod QOS Class may not change as a result of resizing")
    }
    for list in containerLists {
      for (index, pair) in zip(new.array(list), old.array(list)).enumerated() {
        errors.push(list)
        errors.push(index: index)
        errors.at("resources") { validateResources(pair.0["resources"], old: pair.1["resources"], &$0) }
        errors.pop()
        errors.pop()
      }
    }
  }

  /// A kubelet that can resize reports the resources of what it runs.
  private static func isSupported(_ spec: JSONObject, _ status: JSONObject) -> Bool {
    let statuses = status.array("containerStatuses")
    return spec.array("containers").allSatisfy { container in
      guard let resources = container["resources"]?.objectValue, !resources.isEmpty,
        let status = statuses.first(where: { $0["name"] == container["name"] })
      else { return true }
      return status["state"]?["running"] == nil || status["resources"] != nil
    }
  }

  private static func validateResources(_ new: JSON?, old: JSON?, _ errors: inout FieldErrors) {
    for (field, noun) in [("limits", "resource limits"), ("requests", "resource requests")] {
      let (now, before) = (new?[field]?.objectValue ?? JSONObject(), old?[field]?.objectValue ?? JSONObject())
      if before.keys.contains(where: { !now.contains($0) && isResizable($0) }) {
        errors.forbidden(field, "\(noun) cannot be removed")
      }
      let others = Set(now.keys + before.keys).filter { !isResizable($0) && now[$0] != before[$0] }
      if !others.isEmpty { errors.forbidden(field, "only cpu and memory resources are mutable") }
    }
  }

  private static func isResizable(_ resource: String) -> Bool { resource == "cpu" || resource == "memory" }

  // MARK: Ephemeral containers

  private static let notForEphemeral = [
    "ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "resources", "resizePolicy",
  ]

  private static func validateEphemeral(
    _ new: [JSON], old: [JSON], _ spec: JSONObject, _ errors: inout FieldErrors
  ) {
    for container in old {
      let name = container["name"]?.stringValue ?? ""
      guard let now = new.first(where: { $0["name"] == container["name"] }) else {
        errors.forbidden(
          "ephemeralContainers", "existing ephemeral containers \"\(name)\" may not be removed\n")
        continue
      }
      if now != container {
        errors.forbidden(
          "ephemeralContainers", "existing ephemeral containers \"\(name)\" may not be changed\n")
      }
    }
    let names = containerLists.flatMap { spec.array($0).compactMap { $0["name"] } }
    for (index, container) in new.enumerated() {
      errors.push("ephemeralContainers")
      errors.push(index: index)
      for field in notForEphemeral where !isUnset(container[field]) {
        errors.forbidden(field, "cannot be set for an Ephemeral Container")
      }
      if let target = container["targetContainerName"], target != "", !names.contains(target) {
        errors.notFound("targetContainerName", target)
      }
      errors.pop()
      errors.pop()
    }
  }

  private static func isUnset(_ value: JSON?) -> Bool {
    switch value {
    case nil, .null?: true
    case .object(let object)?: object.isEmpty
    case .array(let array)?: array.isEmpty
    default: false
    }
  }
}
