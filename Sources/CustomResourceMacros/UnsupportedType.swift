import SwiftSyntax

/// Types that people may write and that have no schema, with what to write instead.
enum UnsupportedType {
  private static let hints = [
    "Float": "use Double", "CGFloat": "use Double", "UInt": "use Int with a minimum of 0",
    "Int64": "use Int", "Int8": "use Int32", "Int16": "use Int32", "UInt8": "use Int32",
    "UInt16": "use Int32",
    "UInt32": "use Int", "UInt64": "use Int", "Character": "use String", "Substring": "use String",
    "Date": "use Timestamp", "Data": "use ByteString", "URL": "use String with the format .uri",
    "UUID": "use String with the format .uuid", "Decimal": "use Quantity or String",
    "Any": "use JSON for a value of any type", "AnyObject": "use JSON for a value of any type",
  ]

  /// Why a value of the type cannot be a field; `nil` for a type that may have a schema.
  static func words(about type: TypeSyntax) -> String? {
    let name = type.trimmedDescription
    if let optional = type.as(OptionalTypeSyntax.self) {
      return optional.wrappedType.is(OptionalTypeSyntax.self)
        ? "\(name) has no schema: a field is there or it is not" : words(about: optional.wrappedType)
    }
    if let array = type.as(ArrayTypeSyntax.self) { return words(about: array.element) }
    if let hint = hints[name] { return "\(name) has no schema; \(hint)" }
    if let map = type.as(DictionaryTypeSyntax.self) { return words(about: map, name) }
    if name.hasPrefix("Dictionary<") { return "\(name) has no schema; use StringMap or FieldMap" }
    if name.hasPrefix("Set<") {
      return "\(name) has no schema; use an array with @Field(listType: .set)"
    }
    if type.is(TupleTypeSyntax.self) { return "a tuple has no schema; use a struct with @Schema" }
    if type.is(FunctionTypeSyntax.self) { return "a function has no schema" }
    if type.is(SomeOrAnyTypeSyntax.self) {
      return "\(name) has no schema; use a struct with @Schema, or JSON"
    }
    return nil
  }

  /// Kubernetes' maps have texts as keys, and no order; ours keep that of the object, so that runs agree.
  private static func words(about map: DictionaryTypeSyntax, _ name: String) -> String {
    let (key, value) = (map.key.trimmedDescription, map.value.trimmedDescription)
    guard key == "String" else { return "\(name) has no schema: the keys of a map are texts" }
    return value == "String"
      ? "\(name) has no schema; use StringMap" : "\(name) has no schema; use FieldMap<\(value)>"
  }
}
