import APIMachinery

/// What StatefulSets demand beside what all workloads do.
///
/// Kubernetes: `pkg/apis/apps/validation ValidateStatefulSet`, `ValidateStatefulSetUpdate`.
struct StatefulSetRules: ResourceRules {
  private let workload = WorkloadRules(name: "statefulset")

  func setDefaults(_ object: inout JSONObject) {
    workload.setDefaults(&object)
    object.withObject("spec") { spec in
      guard !spec.array("volumeClaimTemplates").isEmpty else { return }
      spec["volumeClaimTemplates"] = .array(
        spec.array("volumeClaimTemplates").map { element in
          guard case .object(var claim) = element else { return element }
          claim.setDefault("apiVersion", "v1")
          claim.setDefault("kind", "PersistentVolumeClaim")
          claim.withObject("status") { $0.setDefault("phase", "Pending") }
          return .object(claim)
        })
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    workload.validate(object, &errors)
    let strategy = object.object("spec")?.object("updateStrategy") ?? JSONObject()
    let rolling = strategy["rollingUpdate"]
    errors.at("spec") { errors in
      errors.at("updateStrategy") { errors in
        if strategy.string("type") == "OnDelete", let rolling {
          errors.invalid("rollingUpdate", rolling, "only allowed for updateStrategy 'RollingUpdate'")
        }
        guard IntOrPercentRules.isZero(rolling?["maxUnavailable"]) else { return }
        errors.invalid("rollingUpdate.maxUnavailable", rolling?["maxUnavailable"], "cannot be 0")
      }
    }
  }

  /// The fields of the spec that may change.
  private static let mutable: Set<String> = [
    "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy", "minReadySeconds",
  ]

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    func fixed(_ object: JSONObject) -> JSON {
      let spec = object.object("spec") ?? JSONObject()
      return .object(JSONObject(uniqueKeysWithValues: spec.filter { !Self.mutable.contains($0.key) }))
    }
    guard fixed(object) != fixed(old) else { return }
    errors.forbidden(
      "spec",
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', "
        + "'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"
    )
  }
}
