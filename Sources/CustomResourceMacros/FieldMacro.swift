import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@Field`: makes a property a view of a member of the object.
struct FieldMacro: AccessorMacro {
  static func expansion(
    of node: AttributeSyntax, providingAccessorsOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [AccessorDeclSyntax] {
    guard let field = DeclaredField(declaration) else { return [] }
    // The struct's macro says what is wrong; nothing more need be said of the accessors.
    if field.isUnsupported { return ["get { preconditionFailure() }"] }
    var accessors: [AccessorDeclSyntax] = [
      "get { \(raw: field.access) }", "set { \(raw: field.access) = newValue }",
    ]
    if field.shape == .required { accessors.append("_modify { yield &\(raw: field.access) }") }
    return accessors
  }
}

/// Gives every property of a struct `@Field`.
enum FieldAttribute {
  static func attributes(for member: some DeclSyntaxProtocol) -> [AttributeSyntax] {
    guard let field = DeclaredField(member), field.variable.attribute(named: "Field") == nil,
      field.name != "fields"
    else { return [] }
    return ["@Field"]
  }
}
