import RegularExpressions
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// Looks at the properties of a struct: what has no schema, and what `@Field` demands of a value that cannot have it.
struct FieldCheck<Context: MacroExpansionContext> {
  private let declared: DeclaredStruct
  private let context: Context

  init(_ declared: DeclaredStruct, in context: Context) {
    self.declared = declared
    self.context = context
  }

  func run() {
    for member in declared.declaration.memberBlock.members {
      if let variable = member.decl.as(VariableDeclSyntax.self), DeclaredField.isField(variable) {
        check(variable)
      }
    }
    checkNames()
  }

  private func check(_ variable: VariableDeclSyntax) {
    guard let binding = variable.bindings.first, variable.bindings.count == 1 else {
      return context.complain("a field has a declaration of its own", at: variable)
    }
    if variable.bindingSpecifier.tokenKind != .keyword(.var) {
      return context.complain(
        "a field is a var: an object is read and changed through it; @Field(isImmutable: true) keeps it as it is",
        at: variable.bindingSpecifier)
    }
    guard let type = binding.typeAnnotation?.type else {
      let name = binding.pattern.trimmedDescription
      return context.complain(
        "say the type of \(name), so that it can have a schema: var \(name): Int = 1", at: variable)
    }
    if let words = UnsupportedType.words(about: type) { return context.complain(words, at: type) }
    guard let field = DeclaredField(variable) else { return }
    checkDefault(field)
    checkNumbers(field)
    checkTexts(field)
    checkLists(field)
  }

  private func checkNames() {
    var seen: Set<String> = []
    for field in declared.fields {
      if field.name == "fields" {
        context.complain(
          "fields is what the properties are kept in; write @Field(name: \"fields\") above another name",
          at: field.variable)
      }
      if !seen.insert(field.key).inserted {
        context.complain("two properties are the field \(field.key.literal)", at: field.variable)
      }
    }
  }

  // MARK: Defaults

  private func checkDefault(_ field: DeclaredField) {
    guard let value = field.value else { return }
    if field.isOptional, value.trimmedDescription != "nil" {
      context.complain(
        "an optional field has no default; write \(field.name): \(field.typeText) = \(value.trimmedDescription)",
        at: value)
    }
    if let number = value.number {
      if let least = field.arguments["minimum"]?.number, number < least {
        context.complain("the default \(value.trimmedDescription) is less than the minimum", at: value)
      }
      if let most = field.arguments["maximum"]?.number, number > most {
        context.complain("the default \(value.trimmedDescription) is greater than the maximum", at: value)
      }
    }
    if let text = value.text, let allowed = field.arguments["enum"]?.texts, !allowed.contains(text) {
      context.complain(
        "the default \(value.trimmedDescription) is none of the texts that are allowed", at: value)
    }
  }

  // MARK: Limits

  private static var numbers: [String] { ["Int", "Int32", "Double"] }
  private static var noNumbers: [String] {
    ["String", "Bool", "StringMap", "Timestamp", "Duration", "ByteString"]
  }

  private func checkNumbers(_ field: DeclaredField) {
    for label in ["minimum", "maximum", "multipleOf"] {
      guard let value = field.arguments[label] else { continue }
      if field.isList || Self.noNumbers.contains(field.typeText) {
        context.complain("\(label) is for numbers, and \(field.name) is \(field.typeText)", at: value)
      }
    }
    checkOrder(field, "minimum", "maximum")
    checkOrder(field, "minLength", "maxLength")
    checkOrder(field, "minItems", "maxItems")
    checkOrder(field, "minProperties", "maxProperties")
  }

  private func checkOrder(_ field: DeclaredField, _ lower: String, _ upper: String) {
    guard let least = field.arguments[lower]?.number, let value = field.arguments[upper],
      let most = value.number, least > most
    else { return }
    context.complain("\(upper) is less than \(lower): no value fits", at: value)
  }

  private func checkTexts(_ field: DeclaredField) {
    for label in ["pattern", "format", "minLength", "maxLength", "enum"] {
      guard let value = field.arguments[label] else { continue }
      if field.isList || (Self.numbers + ["Bool", "StringMap"]).contains(field.typeText) {
        let hint = field.isList ? "; say it of the elements: elements: FieldOptions(\(label): ...)" : ""
        context.complain("\(label) is for texts, and \(field.name) is \(field.typeText)\(hint)", at: value)
      }
    }
    if let value = field.arguments["pattern"], let pattern = value.text {
      checkPattern(pattern, at: value, default: field.value)
    }
    if let elements = field.arguments["elements"]?.as(FunctionCallExprSyntax.self) {
      for argument in elements.arguments where argument.label?.text == "pattern" {
        if let pattern = argument.expression.text {
          checkPattern(pattern, at: argument.expression, default: nil)
        }
      }
    }
  }

  private func checkPattern(_ pattern: String, at value: ExprSyntax, default defaultValue: ExprSyntax?) {
    do throws(RegularExpressionError) {
      let expression = try RegularExpression(pattern)
      if let defaultValue, let text = defaultValue.text, !expression.matches(text) {
        context.complain(
          "the default \(defaultValue.trimmedDescription) does not match the pattern", at: defaultValue)
      }
    } catch {
      context.complain("the pattern is no regular expression of RE2: \(error)", at: value)
    }
  }

  private func checkLists(_ field: DeclaredField) {
    for label in ["listType", "minItems", "maxItems"] {
      guard let value = field.arguments[label], !field.isList else { continue }
      if field.isMap || (Self.numbers + Self.noNumbers).contains(field.typeText) {
        context.complain("\(label) is for lists, and \(field.name) is \(field.typeText)", at: value)
      }
    }
    guard let value = field.arguments["listType"], let call = value.as(FunctionCallExprSyntax.self),
      let keys = call.arguments.first?.expression.as(ArrayExprSyntax.self)
    else { return }
    if keys.elements.isEmpty {
      context.complain("a list that is a map has keys: .map(keys: [\"name\"])", at: value)
    }
    let element = field.type.as(ArrayTypeSyntax.self)?.element.trimmedDescription ?? ""
    if (Self.numbers + ["String", "Bool"]).contains(element) {
      context.complain("the elements of a list that is a map are objects; use .set for \(element)", at: value)
    }
  }
}
