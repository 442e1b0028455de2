import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// A struct with one of the macros: its fields, and what the macros write into it.
struct DeclaredStruct {
  let declaration: StructDeclSyntax
  let fields: [DeclaredField]
  /// The macro's own arguments.
  let arguments: [String: ExprSyntax]
  /// `public ` and its like, with a space; empty for none.
  let access: String

  /// - Returns: `nil` for what is no struct, which is reported.
  init?(
    _ declaration: some DeclGroupSyntax, _ attribute: AttributeSyntax, in context: some MacroExpansionContext
  ) {
    let macro = attribute.attributeName.trimmedDescription
    guard let declaration = declaration.as(StructDeclSyntax.self) else {
      context.complain("@\(macro) stands before a struct", at: attribute)
      return nil
    }
    self.declaration = declaration
    fields = declaration.memberBlock.members.compactMap { DeclaredField($0.decl) }.filter {
      !$0.isUnsupported
    }
    var arguments: [String: ExprSyntax] = [:]
    if case .argumentList(let list)? = attribute.arguments {
      for argument in list { arguments[argument.label?.text ?? ""] = argument.expression }
    }
    self.arguments = arguments
    let levels = ["public", "package"]
    access = declaration.modifiers.map(\.name.text).first { levels.contains($0) }.map { $0 + " " } ?? ""
  }

  var name: String { declaration.name.text }

  var summary: String { DocComment.text(of: declaration) }

  /// The object beneath the properties.
  var storage: [DeclSyntax] {
    [
      "\(raw: access)var fields: JSONObject",
      "\(raw: access)init(fields: JSONObject) { self.fields = fields }",
    ]
  }

  /// Makes a value of its fields. What is not given is left to the schema's defaults.
  var memberwiseInitializer: [DeclSyntax] {
    if fields.isEmpty { return [] }
    let body = fields.map(\.assignment).joined(separator: "\n  ")
    let initializer: DeclSyntax = """
      \(raw: access)init(\(raw: fields.map(\.parameter).joined(separator: ", "))) {
        self.init(fields: JSONObject())
        \(raw: body)
      }
      """
    if fields.contains(where: { $0.shape == .required }) { return [initializer] }
    return ["\(raw: access)init() { self.init(fields: JSONObject()) }", initializer]
  }

  /// The schema of the struct.
  ///
  /// - Parameter hasStatus: Whether a field `status` is that of a whole object.
  func schema(hasStatus: Bool = false) -> DeclSyntax {
    let list = fields.map { $0.schema(isStatus: hasStatus && $0.key == "status") }.joined(
      separator: ",\n    ")
    var parts = ["schemaOf: \(summary.literal)", "fields: [\n    \(list)\n  ]"]
    for label in ["rules", "preservesUnknownFields"] {
      if let value = arguments[label] { parts.append("\(label): \(value.trimmedDescription)") }
    }
    return """
      \(raw: access)static var structuralSchema: JSONObject {
        JSONObject(\(raw: parts.joined(separator: ", ")))
      }
      """
  }
}
