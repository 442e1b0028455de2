import APIMachinery

/// What ConfigMaps and Secrets demand: keys, the size of the whole, and that an immutable one stays as it is.
///
/// Kubernetes: `ValidateConfigMap`, `ValidateSecret`: at most 1 MiB.
struct DataRules: ResourceRules {
  let isSecret: Bool
  static let bytesMax = 1 << 20

  func setDefaults(_ object: inout JSONObject) {
    guard isSecret, case .object(let texts)? = object["stringData"] else { return }
    object.removeValue("stringData")
    object.withObject("data") { data in
      for (key, value) in texts {
        data[key] = .string(ByteString(Array((value.stringValue ?? "").utf8)).base64)
      }
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    var size = 0
    let texts = object.object("data") ?? JSONObject()
    let bytes = object.object("binaryData") ?? JSONObject()
    for (name, members) in [("data", texts), ("binaryData", bytes)] {
      for (key, value) in members {
        let problems = NameRules.configMapKey(key)
        if !problems.isEmpty {
          errors.push(name)
          errors.push(key: key)
          errors.invalid(nil, .string(key), each: problems)
          errors.pop()
          errors.pop()
        }
        let length = value.stringValue?.utf8.count ?? 0
        size += isSecret || name == "binaryData" ? length / 4 * 3 : length
      }
    }
    for (key, _) in bytes where texts.contains(key) {
      errors.at("data") { errors in
        errors.push(key: key)
        errors.invalid(nil, .string(key), "duplicate of key present in binaryData")
        errors.pop()
      }
    }
    if size > Self.bytesMax {
      errors.at(isSecret ? "data" : "") { $0.tooLong(maximum: Self.bytesMax) }
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    if isSecret, object["type"] != old["type"] {
      errors.invalid("type", object["type"], "field is immutable")
    }
    guard old["immutable"] == true else { return }
    if object["immutable"] != true {
      errors.forbidden("immutable", "field is immutable when `immutable` is set")
    }
    for field in ["data", "binaryData"] where object[field] != old[field] {
      errors.forbidden(field, "field is immutable when `immutable` is set")
    }
  }
}
