import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient
import RemoteClient

/// `swiftlet edit`: opens an object in an editor and sends what was changed.
struct Edit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Edit an object in the editor that KUBE_EDITOR or EDITOR names.")

  @OptionGroup var subjects: SubjectOptions
  @Argument(help: "TYPE NAME or TYPE/NAME") var arguments: [String] = []
  @Option(name: [.short, .long], help: "yaml or json: what is edited.") var output = "yaml"
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager = "kubectl-edit"
  @Option(name: .long, help: "status, scale, ...") var subresource: String?

  func run() async throws {
    guard ["yaml", "json"].contains(output) else {
      throw CommandError("The flag 'output' must be one of yaml|json")
    }
    try await subjects.forEach(arguments) { session, resource, object in
      try await edit(object, resource, session)
    }
  }

  private func edit(_ object: DynamicObject, _ resource: ResourceDefinition, _ session: Session) async throws
  {
    var shown = object
    shown.metadata.fields["managedFields"] = nil
    let file = try EditedFile(text(shown), suffix: output)
    var problem = ""
    while true {
      try file.open(problem: problem)
      let content = try file.content()
      if content.isEmpty {
        file.remove()
        return Terminal.writeError("Edit cancelled, saved file was empty.")
      }
      do {
        let edited = try Self.parse(content, file.path)
        if edited == shown.json {
          file.remove()
          return Terminal.writeError("Edit cancelled, no changes made.")
        }
        try await send(from: shown, to: edited, resource, session)
        return file.remove()
      } catch {
        let told = Failure.text(of: error)
        // An editor that leaves the refused text as it is has nothing more to say.
        guard try file.hasChangedSinceLastTry(content) else {
          throw CommandError(
            "\(told)\nerror: Edit cancelled, no valid changes were saved.\nA copy of your changes has been stored to"
              + " \"\(file.path)\"", isPlain: true)
        }
        problem = told
      }
    }
  }

  private func text(_ object: DynamicObject) -> String {
    output == "json" ? object.json.prettyPrinted(sortedKeys: true) + "\n" : YAML.text(of: object.json)
  }

  private static func parse(_ text: String, _ path: String) throws -> JSON {
    do {
      guard let json = try YAML.parse(text, file: path, limits: .file).first?.value else {
        throw CommandError("the edited file has no object")
      }
      return json
    } catch let error as YAMLError {
      throw CommandError("error parsing edited-file: \(error)")
    }
  }

  private func send(
    from old: DynamicObject, to edited: JSON, _ resource: ResourceDefinition, _ session: Session
  ) async throws {
    let new = DynamicObject(fields: edited.objectValue ?? [:])
    guard new.key.name == old.key.name, new.kind == old.kind, new.apiVersion == old.apiVersion else {
      throw CommandError("At least one of apiVersion, kind and name was changed")
    }
    let difference = JSONMergePatch.difference(from: old.json, to: edited)
    let result = try await session.client.patch(
      resource.groupVersionResource, old.key, subresource: subresource, patch: .merge(difference),
      options: WriteOptions(fieldManager: fieldManager))
    Terminal.writeLine("\(ObjectPrinter.name(of: result)) edited")
  }
}

/// A file that an editor is opened on.
private final class EditedFile {
  let path: String
  private var lastTry: String?

  private static let hint = """
    # Please edit the object below. Lines beginning with a '#' will be ignored,
    # and an empty file will abort the edit. If an error occurs while saving this file will be
    # reopened with the relevant failures.
    #

    """

  init(_ text: String, suffix: String) throws {
    path = "\(NSTemporaryDirectory())/kubectl-edit-\(UUID().uuidString.prefix(8)).\(suffix)"
      .replacing("//", with: "/")
    try write((suffix == "yaml" ? Self.hint : "") + text)
  }

  private func write(_ text: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw CommandError("cannot write \(path)")
    }
  }

  /// Runs the editor; what went wrong before stands on top as a comment.
  func open(problem: String) throws {
    if !problem.isEmpty {
      let lines = problem.split(separator: "\n").map { "# \($0)\n" }.joined()
      try write(lines + (try content(withComments: true)))
    }
    let environment = ProcessInfo.processInfo.environment
    let editor = environment["KUBE_EDITOR"] ?? environment["EDITOR"] ?? "vi"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(editor) \"$1\"", "edit", path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandError("there was a problem with the editor \"\(editor)\"")
    }
  }

  func content(withComments: Bool = false) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("cannot read \(path)")
    }
    let text = String(decoding: data, as: UTF8.self)
    if withComments { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    return lines.joined(separator: "\n").drop(while: \.isWhitespace).isEmpty
      ? "" : lines.joined(separator: "\n")
  }

  /// Whether the text that was refused differs from the one that was refused before it.
  func hasChangedSinceLastTry(_ content: String) throws -> Bool {
    defer { lastTry = content }
    return lastTry != content
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
