import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// Looks at the arguments of `@CustomResource` as far as they can be read: what the API would refuse is an error here.
struct KindCheck<Context: MacroExpansionContext> {
  private let declared: DeclaredStruct
  private let context: Context

  init(_ declared: DeclaredStruct, in context: Context) {
    self.declared = declared
    self.context = context
  }

  func run() {
    checkGroup()
    checkLabel("version", "a version is a name in small letters such as v1 or v1beta2")
    for label in ["plural", "singular"] { checkLabel(label, "a \(label) is a name in small letters") }
    for label in ["shortNames", "categories"] { checkLabels(label) }
    checkKind()
    checkScale()
    checkPaths("selectableFields")
    checkColumns()
    checkFields()
  }

  private func checkGroup() {
    guard let value = declared.arguments["group"], let group = value.text else { return }
    let labels = group.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 {
      context.complain(
        "the group \(group.literal) is no domain; write one with a dot: example.com", at: value)
    } else if group.utf8.count > 253 || !labels.allSatisfy({ Self.isLabel($0, startsWithLetter: false) }) {
      context.complain("the group \(group.literal) is no domain in small letters", at: value)
    }
  }

  private func checkLabel(_ label: String, _ words: String) {
    guard let value = declared.arguments[label], let text = value.text, !Self.isLabel(text) else { return }
    context.complain("\(words), not \(text.literal)", at: value)
  }

  private func checkLabels(_ label: String) {
    guard let value = declared.arguments[label], let texts = value.texts else { return }
    for text in texts where !Self.isLabel(text) {
      context.complain("\(label) are names in small letters; \(text.literal) is none", at: value)
    }
  }

  private func checkKind() {
    let given = declared.arguments["kind"]
    let kind = given?.text ?? declared.name
    if kind.first?.isUppercase == true, Self.isLabel(kind.lowercased()) { return }
    context.complain(
      "a kind is a name in CamelCase such as CronTab, not \(kind.literal)",
      at: given.map { Syntax($0) } ?? Syntax(declared.declaration.name))
  }

  /// Kubernetes: RFC 1035 labels, as the names of resources are; of domains, RFC 1123.
  private static func isLabel(_ text: some StringProtocol, startsWithLetter: Bool = true) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
    func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 45 }) else { return false }
    return (startsWithLetter ? isLetter(first) : first != 45) && last != 45
  }

  // MARK: Paths

  private func checkScale() {
    guard let value = declared.arguments["scale"], let call = value.as(FunctionCallExprSyntax.self) else {
      return
    }
    let roots = [
      "specReplicas": [".spec."], "statusReplicas": [".status."], "selector": [".spec.", ".status."],
    ]
    for argument in call.arguments {
      guard let label = argument.label?.text, let roots = roots[label], let path = argument.expression.text
      else { continue }
      if !roots.contains(where: path.hasPrefix) {
        let list = roots.map { $0.dropLast() }.joined(separator: " or ")
        context.complain("\(label) is a path below \(list), not \(path.literal)", at: argument.expression)
      }
    }
  }

  private func checkPaths(_ label: String) {
    guard let value = declared.arguments[label], let texts = value.texts else { return }
    for text in texts where !text.hasPrefix(".") {
      context.complain("a path starts with a dot: \(("." + text).literal)", at: value)
    }
  }

  private func checkColumns() {
    guard let elements = declared.arguments["columns"]?.as(ArrayExprSyntax.self)?.elements else { return }
    for element in elements {
      guard let call = element.expression.as(FunctionCallExprSyntax.self) else { continue }
      let texts = call.arguments.filter { $0.label == nil }.compactMap { $0.expression.text }
      if texts.count == 2, let path = texts.last, !path.hasPrefix(".") {
        context.complain("the path of a column starts with a dot: \(("." + path).literal)", at: call)
      }
    }
  }

  // MARK: Fields

  /// Every object has these already.
  private func checkFields() {
    for field in declared.fields where ["apiVersion", "kind", "metadata"].contains(field.key) {
      context.complain("every object has \(field.key) already", at: field.variable)
    }
  }
}
