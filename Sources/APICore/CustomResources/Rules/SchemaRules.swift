import APIMachinery
import CEL

/// The rules of a schema, compiled, in a tree like that of the schema; parts without rules are left out.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go`, `Validator`.
final class SchemaRules: Sendable {
  let schema: StructuralSchema
  /// The type of `self`.
  let type: CELType
  let rules: [CompiledRule]
  /// The rules of the elements of a list.
  let items: SchemaRules?
  let properties: [String: SchemaRules]
  /// The rules of the values of a map.
  let values: SchemaRules?

  /// The rules of whole objects; `nil` when there are none.
  convenience init?(root schema: StructuralSchema) {
    self.init(schema, CELType(schema: schema, isResourceRoot: true, name: "selfType"))
  }

  /// - Parameter isObject: Whether the value is a whole object.
  convenience init?(_ schema: StructuralSchema, isObject: Bool) {
    self.init(schema, CELType(schema: schema, isResourceRoot: isObject, name: "selfType"))
  }

  private init?(_ schema: StructuralSchema, _ type: CELType?) {
    guard schema.hasRules, let type else { return nil }
    self.schema = schema
    self.type = type
    rules = schema.rules.map { CompiledRule($0, self: type, schema) }
    items = schema.items.flatMap { SchemaRules($0, type.element) }
    var properties: [String: SchemaRules] = [:]
    for (name, property) in schema.properties.all {
      properties[name] = SchemaRules(property, Self.type(of: name, property, in: type))
    }
    self.properties = properties
    if case .schema(let values) = schema.additionalProperties {
      self.values = SchemaRules(values, type.element)
    } else {
      values = nil
    }
  }

  /// The type of a property. One that expressions cannot name still has rules of its own.
  static func type(of name: String, _ schema: StructuralSchema, in parent: CELType) -> CELType? {
    guard let identifier = PropertyName.escaped(name) else {
      return CELType(schema: schema, isResourceRoot: schema.isEmbeddedResource, name: "selfType")
    }
    return parent.fields[identifier]?.type
  }
}
