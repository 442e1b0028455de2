import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@Schema`: makes a struct a value of a custom resource.
struct SchemaMacro {}

extension SchemaMacro: MemberMacro {
  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let declared = DeclaredStruct(declaration, node, in: context) else { return [] }
    FieldCheck(declared, in: context).run()
    return declared.storage + declared.memberwiseInitializer + [declared.schema()]
  }
}

extension SchemaMacro: MemberAttributeMacro {
  static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingAttributesFor member: some DeclSyntaxProtocol, in context: some MacroExpansionContext
  ) throws -> [AttributeSyntax] {
    FieldAttribute.attributes(for: member)
  }
}

extension SchemaMacro: ExtensionMacro {
  static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    try Conformance.extensions(of: type, declaration, to: "SchemaStruct")
  }
}

/// The extension that says what a struct has become.
enum Conformance {
  static func extensions(
    of type: some TypeSyntaxProtocol, _ declaration: some DeclGroupSyntax, to name: String
  ) throws -> [ExtensionDeclSyntax] {
    guard declaration.is(StructDeclSyntax.self) else { return [] }
    return [try ExtensionDeclSyntax("extension \(type.trimmed): \(raw: name) {}")]
  }
}
