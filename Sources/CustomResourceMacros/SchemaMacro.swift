import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@Schema`: makes a struct a value of a custom resource.
struct SchemaMacro: FieldStructMacro {
  static let conformance = "SchemaStruct"
}

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
