import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// The compiler plug-in behind `@CustomResource` and `@Schema`.
@main
struct CustomResourcePlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [
    CustomResourceMacro.self, CustomResourceVersionMacro.self, SchemaMacro.self, FieldMacro.self,
  ]
}
