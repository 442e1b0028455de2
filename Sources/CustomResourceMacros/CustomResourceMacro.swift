import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@CustomResource`: makes a struct a kind, in the version that objects are stored in.
struct CustomResourceMacro: FieldStructMacro {
  static let conformance = "CustomResource"
}

extension CustomResourceMacro: MemberMacro {
  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let declared = DeclaredStruct(declaration, node, in: context) else { return [] }
    FieldCheck(declared, in: context).run()
    KindCheck(declared, in: context).run()
    let access = declared.access
    let conversion = declared.arguments["conversion"]?.trimmedDescription ?? ".none"
    return declared.storage + [
      declared.objectInitializer, definition(of: declared), declared.version(),
      "\(raw: access)static var conversion: VersionConversion { \(raw: conversion) }",
      declared.schema(hasStatus: true),
    ]
  }

  private static func definition(of declared: DeclaredStruct) -> DeclSyntax {
    let arguments = declared.arguments
    let kind = arguments["kind"]?.text ?? declared.name
    var parts = [
      "group: \(arguments["group"]?.trimmedDescription ?? "")",
      "version: \(arguments["version"]?.trimmedDescription ?? "")",
      "kind: \(kind.literal)",
      "plural: \(arguments["plural"]?.trimmedDescription ?? Plural.of(kind.lowercased()).literal)",
    ]
    for label in ["singular", "shortNames", "categories", "scope"] {
      if let value = arguments[label] { parts.append("\(label): \(value.trimmedDescription)") }
    }
    parts.append("subresources: [\(declared.subresources.map(\.literal).joined(separator: ", "))]")
    return """
      \(raw: declared.access)static let definition = ResourceDefinition(
        \(raw: parts.joined(separator: ", ")))
      """
  }
}

/// `@CustomResourceVersion`: makes a struct another version of a kind.
struct CustomResourceVersionMacro: FieldStructMacro {
  static let conformance = "OtherVersion"
}

extension CustomResourceVersionMacro: MemberMacro {
  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let declared = DeclaredStruct(declaration, node, in: context) else { return [] }
    FieldCheck(declared, in: context).run()
    KindCheck(declared, in: context).run()
    let stored = declared.arguments["of"]?.trimmedDescription ?? ""
    let version = declared.arguments["version"]?.trimmedDescription ?? ""
    let subresources = declared.subresources.map(\.literal).joined(separator: ", ")
    let definition: DeclSyntax = """
      \(raw: declared.access)static var definition: ResourceDefinition {
        var definition = (\(raw: stored)).definition
        definition.version = \(raw: version)
        definition.subresources = [\(raw: subresources)]
        return definition
      }
      """
    return declared.storage + [
      declared.objectInitializer, definition, declared.version(), declared.schema(hasStatus: true),
    ]
  }
}

extension DeclaredStruct {
  /// What hangs below each object: a status if there is such a field, a scale if its paths are given.
  var subresources: [String] {
    let hasScale = arguments["scale"].map { $0.trimmedDescription != "nil" } ?? false
    return (hasScale ? ["scale"] : []) + (fields.contains { $0.key == "status" } ? ["status"] : [])
  }

  /// What the version has beside its schema.
  func version() -> DeclSyntax {
    let parts = ["isServed", "deprecation", "columns", "scale", "selectableFields"].compactMap { label in
      arguments[label].map { "\(label): \($0.trimmedDescription)" }
    }
    return """
      \(raw: access)static let version = CustomVersion(\(raw: parts.joined(separator: ", ")))
      """
  }

  /// Makes an object of a name and its fields; the status is for a controller to write.
  var objectInitializer: DeclSyntax {
    let own = fields.filter { $0.key != "status" }
    let parameters = ["name: String", "namespace: String? = nil"] + own.map(\.parameter)
    return """
      \(raw: access)init(\(raw: parameters.joined(separator: ", "))) {
        self.init(fields: JSONObject())
        self.apiVersion = Self.definition.apiVersion
        self.kind = Self.definition.kind
        self.metadata.name = name
        self.metadata.namespace = namespace
        \(raw: own.map(\.assignment).joined(separator: "\n  "))
      }
      """
  }
}
