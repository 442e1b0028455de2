import APIMachinery
import ArgumentParser

/// The flags that say how an object is printed.
///
/// Kubernetes: `cli-runtime/genericclioptions PrintFlags`.
struct PrintOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "yaml, json, name, jsonpath=..., go-template=..., custom-columns=... and the forms with -file.")
  var output: String?
  @Option(name: .long, help: "The template of -o go-template, or its file.") var template: String?
  @Flag(name: .long, inversion: .prefixedNo, help: "A field that a template names may be missing.")
  var allowMissingTemplateKeys = true
  @Flag(name: .long, help: "Show who manages which field too.") var showManagedFields = false

  /// - Throws: ``CommandError`` when the format is not known or its template does not parse.
  func format() throws -> OutputFormat { try OutputFormat(output, template: template) }

  func printer(_ format: OutputFormat) -> ObjectPrinter {
    ObjectPrinter(
      format: format, allowsMissing: allowMissingTemplateKeys, showsManagedFields: showManagedFields)
  }

  /// Writes an object in the format that was asked for, or a sentence: `deployment.apps/web` and `sentence`.
  func say(_ object: DynamicObject, _ sentence: String) throws {
    let format = try format()
    if case .table = format {
      Terminal.writeLine("\(ObjectPrinter.name(of: object)) \(sentence)")
    } else {
      Terminal.write(try printer(format).text([object], isSingle: true))
    }
  }
}
