import APIMachinery

/// `events.k8s.io/v1` over the events of `v1`.
///
/// Kubernetes: `pkg/apis/events/v1/conversion.go`, `pkg/apis/core/validation/events.go`.
final class EventFace: StorageFace {
  let storage = GroupVersionResource(group: "", version: "v1", resource: "events")

  /// The names of a field: in the face, in the stored form.
  private static let names = [
    ("regarding", "involvedObject"), ("note", "message"), ("reportingController", "reportingComponent"),
    ("deprecatedSource", "source"), ("deprecatedFirstTimestamp", "firstTimestamp"),
    ("deprecatedLastTimestamp", "lastTimestamp"), ("deprecatedCount", "count"),
  ]

  func stored(_ object: JSONObject) -> JSONObject {
    var result = Self.renamed(object, Self.names.map { (from: $0.0, to: $0.1) })
    result["apiVersion"] = "v1"
    return result
  }

  func shown(_ object: JSONObject) -> JSONObject {
    var result = Self.renamed(object, Self.names.map { (from: $0.1, to: $0.0) })
    result["apiVersion"] = "events.k8s.io/v1"
    return result
  }

  private static func renamed(_ object: JSONObject, _ names: [(from: String, to: String)]) -> JSONObject {
    var result = JSONObject(minimumCapacity: object.count)
    for (key, value) in object { result[names.first { $0.from == key }?.to ?? key] = value }
    return result
  }

  func storedField(_ field: String) -> String {
    for (shown, stored) in Self.names where field == shown || field.hasPrefix(shown + ".") {
      return stored + field.dropFirst(shown.count)
    }
    return field
  }

  // MARK: Validation

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    if object.string("eventTime").isNilOrEmpty { errors.required("eventTime") }
    let controller = object.string("reportingController") ?? ""
    if controller.isEmpty {
      errors.required("reportingController")
    } else {
      errors.invalid("reportingController", .string(controller), each: NameRules.qualifiedName(controller))
    }
    for field in ["reportingInstance", "action", "reason"] {
      let text = object.string(field) ?? ""
      if text.isEmpty { errors.required(field) }
      if text.utf8.count > 128 { errors.invalid(field, .string(text), "can have at most 128 bytes") }
    }
    if !(object.object("deprecatedSource") ?? JSONObject()).isEmpty {
      errors.invalid("source", "", "needs to be unset")
    }
    for (field, name) in [
      ("deprecatedFirstTimestamp", "firstTimestamp"), ("deprecatedLastTimestamp", "lastTimestamp"),
    ] where !object.string(field).isNilOrEmpty {
      errors.invalid(name, "", "needs to be unset")
    }
    if let count = object["deprecatedCount"]?.intValue, count != 0 {
      errors.invalid("count", "", "needs to be unset")
    }
  }

  /// Only the series of an event goes on.
  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    for field in [
      "regarding", "reason", "note", "deprecatedSource", "deprecatedFirstTimestamp",
      "deprecatedLastTimestamp", "deprecatedCount", "type", "eventTime", "action", "related",
      "reportingController", "reportingInstance",
    ] where object[field] != old[field] && !(object[field].isUnset && old[field].isUnset) {
      errors.invalid(storedField(field), object[field] ?? .null, "field is immutable")
    }
  }
}

extension JSON? {
  /// Whether a field holds what an absent one means.
  fileprivate var isUnset: Bool {
    switch self {
    case nil, .null?, ""?, .int(0)?: true
    case .object(let object)?: object.isEmpty
    default: false
    }
  }
}
