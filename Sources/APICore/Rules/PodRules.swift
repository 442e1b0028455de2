import APIMachinery

/// What pods demand.
///
/// Kubernetes: `pkg/registry/core/pod/strategy.go`, `pkg/apis/core/v1/defaults.go`.
struct PodRules: ResourceRules {
  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      PodDefaults.setSpec(&spec)
      PodDefaults.setRequests(&spec)
      spec.setDefault("enableServiceLinks", true)
    }
  }

  func prepareForCreate(_ object: inout JSONObject) {
    let spec = object.object("spec") ?? JSONObject()
    object["status"] = ["phase": "Pending", "qosClass": .string(QualityOfService(of: spec).rawValue)]
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { PodSpecValidator.validate(spec, &$0) }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    guard let new = object.object("spec"), let old = old.object("spec"), new != old else { return }
    errors.at("spec") { PodSpecValidator.validateUpdate(new, old: old, &$0) }
  }
}

/// The class that decides which pods go first when a node runs short.
///
/// Kubernetes: `pkg/apis/core/v1/helper/qos ComputePodQOS`.
enum QualityOfService: String {
  case guaranteed = "Guaranteed"
  case burstable = "Burstable"
  case bestEffort = "BestEffort"

  init(of spec: JSONObject) {
    var hasAny = false
    var isGuaranteed = true
    for list in ["containers", "initContainers"] {
      for container in spec.array(list) {
        let resources = container["resources"]?.objectValue ?? JSONObject()
        let requests = resources.object("requests") ?? JSONObject()
        let limits = resources.object("limits") ?? JSONObject()
        for name in ["cpu", "memory"] {
          let (request, limit) = (Self.amount(requests[name]), Self.amount(limits[name]))
          if request != nil || limit != nil { hasAny = true }
          if limit == nil || (request ?? limit) != limit { isGuaranteed = false }
        }
      }
    }
    self = hasAny ? (isGuaranteed ? .guaranteed : .burstable) : .bestEffort
  }

  private static func amount(_ value: JSON?) -> Quantity? {
    guard let value, let quantity = Quantity(json: value), !quantity.isZero else { return nil }
    return quantity
  }
}
