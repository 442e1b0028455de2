extension StructuralSchema {
  /// The declaration of the whole object, like that of a built-in kind.
  ///
  /// - Parameters:
  ///   - name: The kind.
  ///   - openAPIName: Its name in OpenAPI documents: `com.example.v1.CronTab`.
  public func objectSchema(named name: String, openAPIName: String) -> ObjectSchema {
    let object = ObjectSchema(name: name, openAPIName: openAPIName, summary: summary)
    object.seal(fields: Self.objectFields + fields(below: openAPIName), isOpen: preservesUnknownFields)
    return object
  }

  /// What every object has.
  private static var objectFields: [FieldSchema] {
    var fields = [
      FieldSchema(
        name: "apiVersion", type: .string,
        summary: "The group and version of the API that the object is written in."),
      FieldSchema(name: "kind", type: .string, summary: "The kind of the object."),
    ]
    if let metadata = SchemaCatalog.meta.type(named: "ObjectMeta") {
      fields.append(
        FieldSchema(
          name: "metadata", type: .object(metadata),
          summary: "The name, the labels and what else every object has."))
    }
    return fields
  }

  private func fields(below path: String) -> [FieldSchema] {
    let implied = ["apiVersion", "kind", "metadata"]
    return properties.all.compactMap { name, schema in
      if implied.contains(name) { return nil }
      return FieldSchema(
        name: name, type: schema.typeSchema(at: path + "." + name), summary: schema.summary,
        isRequired: validation.required.contains(name), defaultValue: schema.defaultValue)
    }
  }

  /// The type of a value. An array or an object that server-side apply merges otherwise than usual says so itself.
  private func typeSchema(at path: String) -> TypeSchema {
    if isIntOrString { return .intOrString }
    switch type {
    case .string?: return .string
    case .integer?: return .integer(bits: 64)
    case .number?: return .number
    case .boolean?: return .boolean
    case .array?:
      return .merged(
        .array(items?.typeSchema(at: path) ?? .any), listType: listType, isAtomic: listType == .atomic)
    case .object?: return .merged(objectType(at: path), listType: .atomic, isAtomic: isAtomicMap)
    case nil: return properties.isEmpty ? .any : objectType(at: path)
    }
  }

  private func objectType(at path: String) -> TypeSchema {
    switch additionalProperties {
    case .schema(let schema) where properties.isEmpty && !isEmbeddedResource:
      return .map(schema.typeSchema(at: path))
    case .any where properties.isEmpty && !isEmbeddedResource: return .map(.any)
    default: break
    }
    let object = ObjectSchema(name: path, openAPIName: path, summary: summary)
    let own = properties.all.isEmpty && !isEmbeddedResource ? [] : fields(below: path)
    object.seal(
      fields: isEmbeddedResource ? Self.objectFields + own : embeddedNames(at: path) + own,
      isOpen: preservesUnknownFields)
    return .object(object)
  }

  /// Properties named like those of a whole object, where the value is none.
  private func embeddedNames(at path: String) -> [FieldSchema] {
    ["apiVersion", "kind", "metadata"].compactMap { name in
      properties[name].map {
        FieldSchema(name: name, type: $0.typeSchema(at: path + "." + name), summary: $0.summary)
      }
    }
  }
}
