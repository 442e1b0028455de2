import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder

/// A property that is a field: what its declaration says.
struct DeclaredField {
  /// How its value is read and written.
  enum Shape {
    case optional, defaulted, list, map, values, required
  }

  let variable: VariableDeclSyntax
  /// The property's name.
  let name: String
  /// The type as it was written, without the question mark.
  let type: TypeSyntax
  let isOptional: Bool
  let value: ExprSyntax?
  /// The arguments of `@Field`.
  let arguments: FieldArguments

  /// - Returns: `nil` for what is no field: a computed or a static property, or one that cannot be read.
  init?(_ declaration: some SyntaxProtocol) {
    guard let variable = declaration.as(VariableDeclSyntax.self), Self.isField(variable),
      variable.bindingSpecifier.tokenKind == .keyword(.var), variable.bindings.count == 1,
      let binding = variable.bindings.first, let type = binding.typeAnnotation?.type,
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
    else { return nil }
    self.variable = variable
    self.name = name.filter { $0 != "`" }
    if let optional = type.as(OptionalTypeSyntax.self) {
      (self.type, isOptional) = (optional.wrappedType.trimmed, true)
    } else {
      (self.type, isOptional) = (type.trimmed, false)
    }
    value = binding.initializer?.value
    arguments = FieldArguments(variable)
  }

  /// Whether a declaration is of a property that is stored as it stands there.
  static func isField(_ variable: VariableDeclSyntax) -> Bool {
    let modifiers = variable.modifiers.map(\.name.text)
    if modifiers.contains("static") || modifiers.contains("lazy") { return false }
    return variable.bindings.allSatisfy { $0.accessorBlock == nil }
  }

  /// The field's name on the wire.
  var key: String { arguments.name ?? name }

  var typeText: String { type.description }

  var isList: Bool { type.is(ArrayTypeSyntax.self) || typeText.hasPrefix("Array<") }
  var isMap: Bool { typeText == "StringMap" || typeText.hasPrefix("FieldMap<") }

  /// Whether the value is empty: a list or a map without elements, which is the same as an absent one.
  private var isEmptyValue: Bool {
    guard isList || isMap, let value else { return false }
    return ["[]", "[:]"].contains(value.trimmedDescription.filter { !$0.isWhitespace })
  }

  /// Whether the type is one that has no schema, which is reported.
  var isUnsupported: Bool { UnsupportedType.words(about: type) != nil }

  var isRequired: Bool { !isOptional && value == nil }

  /// The default that the schema has.
  var schemaDefault: ExprSyntax? { isEmptyValue ? nil : value }

  var shape: Shape {
    if isOptional { return .optional }
    guard let value else { return .required }
    if isEmptyValue { return isList ? .list : typeText == "StringMap" ? .map : .values }
    _ = value
    return .defaulted
  }

  /// Reads and writes the field.
  var access: String {
    let key = key.literal
    switch shape {
    case .optional: return "fields[optional: \(key)]"
    case .defaulted: return "fields[required: \(key), empty: \(value?.trimmedDescription ?? "")]"
    case .list: return "fields[list: \(key)]"
    case .map: return "fields[map: \(key)]"
    case .values: return "fields[values: \(key)]"
    case .required: return "fields[field: \(key)]"
    }
  }

  /// The field as a parameter of an initializer: what need not be given is left to the schema's default.
  var parameter: String {
    switch shape {
    case .required: "\(name): \(typeText)"
    case .optional, .defaulted: "\(name): \(typeText)? = nil"
    case .list: "\(name): \(typeText) = []"
    case .map, .values: "\(name): \(typeText) = [:]"
    }
  }

  var assignment: String {
    shape == .defaulted ? "if let \(name) { self.\(name) = \(name) }" : "self.\(name) = \(name)"
  }

  /// The field in the schema.
  ///
  /// - Parameter isStatus: Whether it is the status of a whole object, which need not be given.
  func schema(isStatus: Bool = false) -> String {
    var parts = [key.literal, "\(typeText).self", DocComment.text(of: variable).literal]
    if let schemaDefault { parts.append("default: \(schemaDefault.trimmedDescription)") }
    if isRequired, !isStatus { parts.append("isRequired: true") }
    if !arguments.options.isEmpty {
      parts.append("FieldOptions(\(arguments.options.joined(separator: ", ")))")
    }
    return "SchemaField(\(parts.joined(separator: ", ")))"
  }
}

/// The arguments of `@Field` above a property.
struct FieldArguments {
  /// `name:`
  private(set) var name: String?
  /// The others, as they were written.
  private(set) var options: [String] = []
  private var values: [String: ExprSyntax] = [:]

  init(_ variable: VariableDeclSyntax) {
    guard let attribute = variable.attribute(named: "Field"),
      case .argumentList(let list)? = attribute.arguments
    else { return }
    for argument in list {
      let label = argument.label?.text.filter { $0 != "`" } ?? ""
      let value = argument.expression
      values[label] = value
      if label == "name" {
        name = value.text
      } else {
        options.append("\(label): \(value.trimmedDescription)")
      }
    }
  }

  subscript(label: String) -> ExprSyntax? { values[label] }
}

extension VariableDeclSyntax {
  func attribute(named name: String) -> AttributeSyntax? {
    for case .attribute(let attribute) in attributes {
      let written = attribute.attributeName.trimmedDescription
      if written == name || written.hasSuffix("." + name) { return attribute }
    }
    return nil
  }
}

extension ExprSyntax {
  /// The text of a literal without interpolations.
  var text: String? { self.as(StringLiteralExprSyntax.self)?.representedLiteralValue }

  /// The number of a literal.
  var number: Double? {
    let text = trimmedDescription.filter { $0 != "_" }
    return Double(text)
  }

  /// The texts of a list of literals.
  var texts: [String]? {
    guard let elements = self.as(ArrayExprSyntax.self)?.elements else { return nil }
    let texts = elements.compactMap(\.expression.text)
    return texts.count == elements.count ? texts : nil
  }
}
