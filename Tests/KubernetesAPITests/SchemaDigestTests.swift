import APIMachinery
import EKSAPI
import Testing

/// The schema language has two readers: one in Swift for the API, one in Python for the generator of the views.
/// Each type is written out in one text from either, and the texts' digests are compared.
@Suite struct SchemaDigestTests {
  @Test func `the reader in Swift and the generator read the same declarations`() {
    #expect(schemaDigests.count == SchemaCatalog.all.types.count)
    for (name, digest) in schemaDigests {
      guard let type = SchemaCatalog.all.type(openAPIName: name) else {
        Issue.record("\(name) is not in the catalogue")
        continue
      }
      #expect(fnv1a(canonical(type)) == digest, "\(canonical(type))")
    }
  }

  private func canonical(_ type: ObjectSchema) -> String {
    let isKind = SchemaCatalog.all.kinds.contains { $0.schema === type }
    let fields = type.fields.dropFirst(isKind ? 3 : 0)
    return ([type.openAPIName, type.summary] + fields.map { canonical($0) }).joined(separator: "\n")
  }

  private func canonical(_ field: FieldSchema) -> String {
    ([field.name, canonical(field.type), field.summary] + modifiers(field)).joined(separator: "|")
  }

  /// The modifiers in the order of their names.
  private func modifiers(_ field: FieldSchema) -> [String] {
    var parts: [String] = []
    if field.isAtomic, !isObject(field.type) { parts.append("atomic=") }
    if let value = field.defaultValue { parts.append("default=\(text(value))") }
    if !field.allowedValues.isEmpty { parts.append("enum=\(field.allowedValues.joined(separator: " "))") }
    if let format = field.format { parts.append("format=\(format)") }
    if field.isImmutable { parts.append("immutable=") }
    if case .map(let keys) = field.listType { parts.append("list=\(keys.joined(separator: " "))") }
    if let value = field.maximum { parts.append("max=\(value)") }
    if let value = field.maximumItems { parts.append("max-items=\(value)") }
    if let value = field.maximumLength { parts.append("max-length=\(value)") }
    if let value = field.minimum { parts.append("min=\(value)") }
    if let value = field.minimumItems { parts.append("min-items=\(value)") }
    if field.patchStrategy.merges { parts.append("patch=\(field.patchStrategy.mergeKey ?? "")") }
    if field.isRequired { parts.append("required=") }
    if field.patchStrategy.retainsKeys { parts.append("retain-keys=") }
    if case .set = field.listType { parts.append("set=") }
    if let condition = field.defaultCondition {
      parts.append("when=\(condition.field)=\(condition.values.joined(separator: "|"))")
    }
    return parts
  }

  private func isObject(_ type: TypeSchema) -> Bool {
    if case .object = type { true } else { false }
  }

  private func text(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .int(let number): "\(number)"
    case .bool(let value): "\(value)"
    case .array: "[]"
    default: "{}"
    }
  }

  private func canonical(_ type: TypeSchema) -> String {
    switch type {
    case .string: "string"
    case .integer(let bits): "int\(bits)"
    case .number: "number"
    case .boolean: "bool"
    case .timestamp: "time"
    case .microTime: "microtime"
    case .duration: "duration"
    case .quantity: "quantity"
    case .intOrString: "int-or-string"
    case .bytes: "bytes"
    case .any: "any"
    case .object(let schema): schema.openAPIName
    case .array(let element): "[\(canonical(element))]"
    case .map(let value): "map[\(canonical(value))]"
    case .merged(let type, _, _): canonical(type)
    }
  }

  private func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
