import APIMachinery

/// What quotas demand.
///
/// Kubernetes: `pkg/apis/core/validation ValidateResourceQuota`, `ValidateResourceQuotaUpdate`.
struct ResourceQuotaRules: ResourceRules {
  private static let scopes = [
    "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass",
    "CrossNamespacePodAffinity", "VolumeAttributesClass",
  ]

  /// What a quota of a scope may limit.
  private static let computeResources = [
    "pods", "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory",
    "requests.ephemeral-storage",
    "limits.cpu", "limits.memory", "limits.ephemeral-storage",
  ]

  private static let standardResources =
    computeResources + [
      "services", "services.nodeports", "services.loadbalancers", "replicationcontrollers", "resourcequotas",
      "secrets", "configmaps", "persistentvolumeclaims", "requests.storage",
    ]

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let scopes = spec.array("scopes").compactMap(\.stringValue)
    errors.at("spec") { errors in
      Self.validateHard(spec.object("hard") ?? JSONObject(), &errors)
      Self.validate(scopes, of: spec, &errors)
    }
  }

  private static func validateHard(_ hard: JSONObject, _ errors: inout FieldErrors) {
    errors.push("hard")
    defer { errors.pop() }
    for (name, value) in hard.sortedByKey() {
      errors.push(key: name)
      defer { errors.pop() }
      if !name.contains("/"), !standardResources.contains(name), !name.hasPrefix("requests.hugepages-"),
        !name.hasPrefix("hugepages-")
      {
        errors.invalid(nil, .string(name), "must be a standard resource for quota")
      }
      if let amount = Quantity(json: value), amount < .zero {
        errors.invalid(nil, value, "must be greater than or equal to 0")
      }
    }
  }

  private static func validate(_ scopes: [String], of spec: JSONObject, _ errors: inout FieldErrors) {
    let shown = JSON.array(spec.array("scopes"))
    for scope in scopes where !Self.scopes.contains(scope) {
      errors.invalid("scopes", shown, "unsupported scope")
    }
    for pair in [["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"]]
    where pair.allSatisfy(scopes.contains) {
      errors.invalid("scopes", shown, "conflicting scopes")
    }
    guard !scopes.isEmpty else { return }
    let allowed = scopes.contains("BestEffort") ? ["pods"] : computeResources
    for name in (spec.object("hard") ?? JSONObject()).sortedByKey().keys
    where !allowed.contains(name) && standardResources.contains(name) {
      errors.invalid("scopes", shown, "unsupported scope applied to resource")
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let (new, former) = (object.object("spec")?["scopes"], old.object("spec")?["scopes"])
    guard new != former else { return }
    errors.at("spec") { $0.invalid("scopes", new ?? .null, "field is immutable") }
  }
}
