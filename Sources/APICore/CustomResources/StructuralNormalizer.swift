import APIMachinery

/// Reads a custom resource as its schema declares it: takes out what the schema does not know and fills in defaults.
///
/// Types are not looked at here: a value of a wrong type is for ``StructuralValidator`` to report. What does not change
/// is not copied.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema` `pruning`, `defaulting`, `objectmeta`.
struct StructuralNormalizer {
  /// The paths of fields that the schema does not know.
  private(set) var unknownFields: [String] = []
  private let fillsDefaults: Bool
  private let metadataType: ObjectNode?

  /// - Parameters:
  ///   - metadataType: The type of `metadata`, of the object and of objects embedded in it.
  ///   - fillsDefaults: Whether absent fields get their defaults.
  init(metadataType: ObjectNode?, fillsDefaults: Bool = true) {
    self.metadataType = metadataType
    self.fillsDefaults = fillsDefaults
  }

  /// The object as it is to be stored.
  ///
  /// - Throws: when `metadata` is malformed.
  mutating func normalize(_ object: JSONObject, _ schema: StructuralSchema)
    throws(ObjectNormalizer.TypeError) -> JSONObject
  {
    try members(object, schema, isObjectRoot: true, path: "") ?? object
  }

  /// A value of a schema that is not that of a whole object.
  mutating func normalize(value: JSON, _ schema: StructuralSchema) throws(ObjectNormalizer.TypeError) -> JSON
  {
    try self.value(value, schema, path: "") ?? value
  }

  /// The members as they are to be; `nil` when they are that already.
  private mutating func members(
    _ object: JSONObject, _ schema: StructuralSchema, isObjectRoot: Bool, path: String
  ) throws(ObjectNormalizer.TypeError) -> JSONObject? {
    var result: JSONObject?
    for (key, value) in object {
      if isObjectRoot, key == "apiVersion" || key == "kind" { continue }
      if isObjectRoot, key == "metadata" {
        if let changed = try metadata(value, path: path) { Self.set(key, changed, &result, object) }
        continue
      }
      guard let below = Self.schema(of: key, in: schema) else {
        if schema.preservesUnknownFields { continue }
        unknownFields.append(Self.path(path, key))
        Self.set(key, nil, &result, object)
        continue
      }
      guard let below = below.schema else {
        if let changed = emptied(value, path: Self.path(path, key)) {
          Self.set(key, changed, &result, object)
        }
        continue
      }
      if value.isNull, !below.isNullable, fillsDefaults {
        if below.defaultValue == nil { Self.set(key, nil, &result, object) }
        continue
      }
      if let changed = try self.value(value, below, path: Self.path(path, key)) {
        Self.set(key, changed, &result, object)
      }
    }
    if fillsDefaults, schema.hasDefaults { try fillIn(schema, &result, object, path: path) }
    return result
  }

  /// The schema of a member, with `nil` inside for one of which nothing is known but that it may stand there.
  private static func schema(of key: String, in schema: StructuralSchema) -> (
    schema: StructuralSchema?, Void
  )? {
    if let property = schema.properties[key] { return (property, ()) }
    switch schema.additionalProperties {
    case .none: return nil
    case .any: return (nil, ())
    case .schema(let element): return (element, ())
    }
  }

  private mutating func fillIn(
    _ schema: StructuralSchema, _ result: inout JSONObject?, _ object: JSONObject, path: String
  ) throws(ObjectNormalizer.TypeError) {
    for (name, property) in schema.properties.all {
      guard let value = property.defaultValue else { continue }
      let present = (result ?? object)[name]
      guard present == nil || (present?.isNull == true && !property.isNullable) else { continue }
      let complete = try self.value(value, property, path: Self.path(path, name)) ?? value
      Self.set(name, complete, &result, object)
    }
  }

  private mutating func value(_ value: JSON, _ schema: StructuralSchema, path: String)
    throws(ObjectNormalizer.TypeError) -> JSON?
  {
    switch value {
    case .object(let object):
      if schema.isIntOrString { return nil }
      return try members(object, schema, isObjectRoot: schema.isEmbeddedResource, path: path)
        .map { .object($0) }
    case .array(let elements):
      guard let items = schema.items else { return nil }
      return try array(elements, items, path: path)
    default: return nil
    }
  }

  private mutating func array(_ elements: [JSON], _ items: StructuralSchema, path: String)
    throws(ObjectNormalizer.TypeError) -> JSON?
  {
    var result: [JSON]?
    for (position, element) in elements.enumerated() {
      var given = element
      if element.isNull, !items.isNullable, fillsDefaults, let value = items.defaultValue { given = value }
      let changed = try self.value(given, items, path: "\(path)[\(position)]")
      guard changed != nil || (element.isNull && !given.isNull) else { continue }
      if result == nil { result = elements }
      result?[position] = changed ?? given
    }
    return result.map { .array($0) }
  }

  /// A value below `additionalProperties: true`, of which nothing is known: objects lose all members.
  private mutating func emptied(_ value: JSON, path: String) -> JSON? {
    switch value {
    case .object(let object):
      if object.isEmpty { return nil }
      unknownFields += object.keys.map { Self.path(path, $0) }
      return .object(JSONObject())
    case .array(let elements):
      var result: [JSON]?
      for (position, element) in elements.enumerated() {
        guard let changed = emptied(element, path: "\(path)[\(position)]") else { continue }
        if result == nil { result = elements }
        result?[position] = changed
      }
      return result.map { .array($0) }
    default: return nil
    }
  }

  private mutating func metadata(_ value: JSON, path: String) throws(ObjectNormalizer.TypeError) -> JSON? {
    guard let metadataType else { return nil }
    guard case .object(let object) = value else {
      if value.isNull { return .object(JSONObject()) }
      throw ObjectNormalizer.TypeError(
        message:
          "json: cannot unmarshal \(value.typeName) into Go struct field .metadata of type v1.ObjectMeta")
    }
    var normalizer = ObjectNormalizer(fillsDefaults: false)
    let normal = try normalizer.normalize(object, metadataType)
    unknownFields += normalizer.unknownFields.map { Self.path(Self.path(path, "metadata"), $0) }
    return .object(normal)
  }

  private static func set(_ key: String, _ value: JSON?, _ result: inout JSONObject?, _ object: JSONObject) {
    if result == nil { result = object }
    result?[key] = value
  }

  private static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }
}
