extension FieldSchema {
  /// Gives the field what a modifier of its declaration says; false when the modifier does not fit.
  mutating func apply(_ modifier: SchemaModifier) -> Bool {
    guard let argument = modifier.argument else { return apply(flag: modifier.name) }
    switch modifier.name {
    case "default": defaultValue = type.literal(argument); return defaultValue != nil
    case "when": defaultCondition = FieldCondition(text: argument); return defaultCondition != nil
    case "enum": allowedValues = modifier.words; return !allowedValues.isEmpty
    case "format": format = argument; return true
    case "list": listType = .map(keys: modifier.words); return type.isArray
    case "patch": patchStrategy.merges = true; patchStrategy.mergeKey = argument; return type.isArray
    case "min": minimum = Int64(argument); return minimum != nil
    case "max": maximum = Int64(argument); return maximum != nil
    case "min-items": minimumItems = Int(argument); return minimumItems != nil
    case "max-items": maximumItems = Int(argument); return maximumItems != nil
    case "max-length": maximumLength = Int(argument); return maximumLength != nil
    default: return false
    }
  }

  private mutating func apply(flag: String) -> Bool {
    switch flag {
    case "required": isRequired = true
    case "immutable": isImmutable = true
    case "atomic": isAtomic = true
    case "set": listType = .set; return type.isArray
    case "patch": patchStrategy.merges = true
    case "retain-keys": patchStrategy.retainsKeys = true
    default: return false
    }
    return true
  }
}

extension FieldCondition {
  /// Reads `type=NodePort|LoadBalancer`; `nil` when it is written otherwise.
  init?(text: String) {
    let parts = text.split(separator: "=")
    guard parts.count == 2 else { return nil }
    self.init(field: String(parts[0]), values: parts[1].split(separator: "|").map { String($0) })
  }
}

extension TypeSchema {
  var isArray: Bool { if case .array = self { true } else { false } }

  /// The value that `text` stands for in a field of this type; `nil` when it is none.
  func literal(_ text: String) -> JSON? {
    switch self {
    case .string, .timestamp, .microTime, .duration, .quantity, .bytes: .string(text)
    case .integer: Int64(text).map { .int($0) }
    case .number: Double(text).map { .double($0) }
    case .boolean: text == "true" ? true : text == "false" ? false : nil
    case .intOrString: Int64(text).map { .int($0) } ?? .string(text)
    case .object, .map: text == "{}" ? .object(JSONObject()) : nil
    case .array: text == "[]" ? .array([]) : nil
    case .any: nil
    case .merged(let type, _, _): type.literal(text)
    }
  }
}
