import APIMachinery
import Simulation

/// Changes a spec, one field at a time, to other values that its schema allows, and now and then to one that it does
/// not.
struct SpecMutator {
  let schema: ObjectSchema
  /// The fields of the spec that change; all when `nil`.
  let varying: Set<String>?
  let random: SeededRandom

  func mutated(_ spec: JSONObject) -> JSONObject {
    let fields = schema.fields.filter { varying?.contains($0.name) ?? true }
    return fields.isEmpty ? spec : changing(one(of: fields), in: spec)
  }

  private func changing(_ field: FieldSchema, in object: JSONObject) -> JSONObject {
    var object = object
    object[field.name] = value(of: field, now: object[field.name])
    return object
  }

  /// - Returns: `nil` to leave the field out.
  private func value(of field: FieldSchema, now: JSON?) -> JSON? {
    if !field.isRequired, now != nil, chance(1, of: 6) { return nil }
    return chance(1, of: 5) ? wrong(field) : value(field.type, field, now: now)
  }

  /// A value that the schema does not allow.
  private func wrong(_ field: FieldSchema) -> JSON {
    if let minimum = field.minimum, chance(1, of: 2) { return .int(minimum - 1) }
    if let maximum = field.maximum, maximum < .max { return .int(maximum + 1) }
    switch field.type {
    case .string: return field.allowedValues.isEmpty ? 7 : "NoSuchValue"
    case .object, .map, .array: return "none"
    default: return ["no": "such value"]
    }
  }

  private func value(_ type: TypeSchema, _ field: FieldSchema, now: JSON?) -> JSON? {
    switch type {
    case .merged(let inner, _, _): return value(inner, field, now: now)
    case .string:
      if !field.allowedValues.isEmpty { return .string(one(of: field.allowedValues)) }
      return field.format == nil ? .string(one(of: ["a", "b", "on", "off"])) : now
    case .integer, .number:
      let low = field.minimum ?? 0
      let high = max(low, min(field.maximum ?? .max, low + 4))
      return .int(low + Int64(random.next(below: UInt64(high - low + 1))))
    case .boolean: return .bool(chance(1, of: 2))
    case .quantity: return .string(one(of: ["1", "2", "100m", "1Gi", "2Gi"]))
    case .duration: return .string(one(of: ["10s", "1m"]))
    case .intOrString: return one(of: [.int(1), "50%"])
    case .object(let schema): return object(schema, now: now)
    case .array(let element): return array(of: element, field, now: now)
    case .map(let element): return map(of: element, field, now: now)
    case .timestamp, .microTime, .bytes, .any: return now
    }
  }

  private func object(_ schema: ObjectSchema, now: JSON?) -> JSON? {
    guard case .object(let object)? = now else { return .object(smallest(schema)) }
    return schema.fields.isEmpty ? now : .object(changing(one(of: schema.fields), in: object))
  }

  /// An object with the fields that must be there.
  private func smallest(_ schema: ObjectSchema) -> JSONObject {
    var object = JSONObject()
    for field in schema.fields where field.isRequired {
      object[field.name] = value(field.type, field, now: nil)
    }
    return object
  }

  private func array(of element: TypeSchema, _ field: FieldSchema, now: JSON?) -> JSON? {
    var elements: [JSON] = if case .array(let elements)? = now { elements } else { [] }
    let choice = random.next(below: 3)
    if choice == 0, !elements.isEmpty {
      elements.removeLast()
    } else if choice == 1, let position = elements.indices.last {
      if let changed = value(element, field, now: elements[position]) { elements[position] = changed }
    } else if let new = value(element, field, now: nil), !elements.contains(new) {
      elements.append(new)
    }
    return .array(elements)
  }

  private func map(of element: TypeSchema, _ field: FieldSchema, now: JSON?) -> JSON? {
    var object: JSONObject = if case .object(let object)? = now { object } else { JSONObject() }
    let keys = object.map(\.0).sorted()
    let key = keys.isEmpty || chance(1, of: 3) ? one(of: ["a", "b"]) : one(of: keys)
    object[key] = object[key] != nil && chance(1, of: 2) ? nil : value(element, field, now: object[key])
    return .object(object)
  }

  // MARK: Chance

  private func chance(_ part: UInt64, of whole: UInt64) -> Bool { random.next(below: whole) < part }

  private func one<Element>(of elements: [Element]) -> Element {
    elements[Int(random.next(below: UInt64(elements.count)))]
  }
}
