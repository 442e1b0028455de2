public import APIMachinery

/// One field of a struct that has a schema. The macros write it.
public struct SchemaField: Sendable {
  let name: String
  let schema: JSONObject
  let isRequired: Bool

  /// - Parameters:
  ///   - name: The field's name on the wire.
  ///   - type: The type of its value.
  ///   - summary: What it means, for `explain`.
  ///   - defaultValue: The value that the API fills in when the field is absent.
  public init<Value: SchemaValue>(
    _ name: String, _ type: Value.Type, _ summary: String = "", default defaultValue: Value? = nil,
    isRequired: Bool = false, _ options: FieldOptions = FieldOptions()
  ) {
    self.name = name
    self.isRequired = isRequired
    var schema = JSONObject()
    let value = Value.structuralSchema
    if !summary.isEmpty {
      schema["description"] = .string(summary)
    } else {
      schema["description"] = value["description"]
    }
    for (key, part) in options.applied(to: value) where key != "description" { schema[key] = part }
    schema["default"] = defaultValue?.json
    self.schema = schema
  }
}

extension JSONObject {
  /// The schema of an object with the given fields. The macros write it.
  public init(
    schemaOf summary: String, fields: [SchemaField], rules: [CELRule] = [],
    preservesUnknownFields: Bool = false
  ) {
    self.init()
    if !summary.isEmpty { self["description"] = .string(summary) }
    self["type"] = "object"
    if !fields.isEmpty {
      self["properties"] = .object(
        JSONObject(uniqueKeysWithValues: fields.map { ($0.name, .object($0.schema)) }))
    }
    let required = fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty { self["required"] = required.json }
    if preservesUnknownFields { self["x-kubernetes-preserve-unknown-fields"] = true }
    addRules(rules)
  }

  /// A required field; one that is absent reads as the empty value of its type. The macros write it.
  public subscript<Value: SchemaValue>(field key: String) -> Value {
    get { self[required: key, empty: Value.emptyValue] }
    set { self[key] = newValue.json }
    _modify {
      var value: Value = self[field: key]
      // The value is held once while it is changed, so it is not copied.
      if contains(key) { self[key] = .null }
      defer { self[key] = value.json }
      yield &value
    }
  }
}
