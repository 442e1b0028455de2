import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient

/// `swiftlet patch`: changes some fields of an object.
struct Patch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Change some fields of an object.")

  @OptionGroup var subjects: SubjectOptions
  @Argument(help: "TYPE NAME or TYPE/NAME") var arguments: [String] = []
  @Option(name: [.short, .long], help: "The patch, JSON or YAML.") var patch: String?
  @Option(name: .long, help: "A file with the patch.") var patchFile: String?
  @Option(name: .long, help: "strategic, merge or json.") var type = "strategic"
  @Option(name: .long, help: "status, scale, ...") var subresource: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager = "kubectl-patch"
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let change = try change()
    let sender = ObjectChange(
      print: print, dryRun: dryRun, verb: "patched", unchangedVerb: "patched (no change)",
      manager: fieldManager)
    try await subjects.forEach(arguments) { session, resource, object in
      try await sender.send(change, to: object, of: resource, subresource: subresource, session)
    }
  }

  private func change() throws -> KubernetesClient.Patch {
    guard (patch == nil) != (patchFile == nil) else {
      throw CommandError(
        patch == nil
          ? "must specify --patch or --patch-file containing the contents of the patch"
          : "cannot specify --patch and --patch-file together")
    }
    let json = try value()
    switch type.lowercased() {
    case "strategic": return .strategicMerge(json)
    case "merge": return .merge(json)
    case "json": return .json(json)
    default: throw CommandError("--type must be one of [json merge strategic], not \"\(type)\"")
    }
  }

  private func value() throws -> JSON {
    var text = patch ?? ""
    if let patchFile {
      guard let data = FileManager.default.contents(atPath: patchFile) else {
        throw CommandError("unable to read patch file: open \(patchFile): no such file or directory")
      }
      text = String(decoding: data, as: UTF8.self)
    }
    do {
      if let json = try YAML.parse(text, file: patchFile ?? "--patch").first?.value { return json }
    } catch {
      throw CommandError("unable to parse \"\(text)\": \(error)")
    }
    throw CommandError("unable to parse \"\(text)\": it is empty")
  }
}
