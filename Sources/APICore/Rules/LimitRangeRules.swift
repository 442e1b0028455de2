import APIMachinery

/// What limit ranges demand, and how their amounts follow from each other.
///
/// Kubernetes: `SetDefaults_LimitRangeItem`, `pkg/apis/core/validation ValidateLimitRange`.
struct LimitRangeRules: ResourceRules {
  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      guard !spec.array("limits").isEmpty else { return }
      spec["limits"] = .array(
        spec.array("limits").map { element in
          guard case .object(var item) = element, item.string("type") == "Container" else { return element }
          Self.complete(&item)
          return .object(item)
        })
    }
  }

  /// The default limit follows from the greatest amount, the default request from the default limit, else from the least.
  private static func complete(_ item: inout JSONObject) {
    func take(_ field: String, from source: String) {
      for (name, amount) in item.object(source) ?? JSONObject() {
        item.withObject(field) { $0.setDefault(name, amount) }
      }
    }
    take("default", from: "max")
    take("defaultRequest", from: "default")
    take("defaultRequest", from: "min")
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    var types: [String] = []
    for (index, element) in (object.object("spec")?.array("limits") ?? []).enumerated() {
      guard case .object(let item) = element else { continue }
      let type = item.string("type") ?? ""
      errors.at("spec") { errors in
        errors.push("limits")
        errors.push(index: index)
        if types.contains(type) { errors.duplicate("type", .string(type)) }
        Self.validate(item, type, &errors)
        errors.pop()
        errors.pop()
      }
      types.append(type)
    }
  }

  private static func validate(_ item: JSONObject, _ type: String, _ errors: inout FieldErrors) {
    if type == "Pod" {
      for field in ["default", "defaultRequest"] where !(item.object(field) ?? JSONObject()).isEmpty {
        errors.forbidden(field, "may not be specified when `type` is 'Pod'")
      }
    }
    let order = [
      ("min", "defaultRequest"), ("min", "default"), ("defaultRequest", "default"), ("default", "max"),
      ("defaultRequest", "max"), ("min", "max"),
    ]
    for (lower, upper) in order {
      for (name, value) in (item.object(lower) ?? JSONObject()).sortedByKey() {
        guard let least = Quantity(json: value), let other = item.object(upper)?[name],
          let most = Quantity(json: other), least > most
        else { continue }
        let (words, bound) = (Self.words[lower] ?? lower, Self.words[upper] ?? upper)
        errors.invalid(
          "\(lower)[\(name)]", value, "\(words) value \(least) is greater than \(bound) value \(most)")
      }
    }
  }

  private static let words = ["default": "default", "defaultRequest": "default request"]
}
