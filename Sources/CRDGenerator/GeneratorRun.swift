import APIMachinery
import CustomResources
import FoundationEssentials
import KubernetesAPI

/// One run of the program.
struct GeneratorRun {
  let kinds: [any CustomResource.Type]

  func perform(_ arguments: [String]) throws(GeneratorError) {
    let files = try definitions()
    switch arguments.first {
    case nil: Output.write(files.map(\.text).joined(separator: "---\n"))
    case "--output"? where arguments.count == 2: try write(files, to: arguments[1])
    case "--check"? where arguments.count == 2: try check(files, in: arguments[1])
    default: throw GeneratorError(message: "usage: [--output FOLDER | --check FOLDER]")
    }
  }

  struct File {
    let name: String
    let text: String
  }

  /// - Throws: when a declaration is not in order.
  func definitions() throws(GeneratorError) -> [File] {
    var files: [File] = []
    for kind in kinds {
      let problems = kind.declarationProblems
      if !problems.isEmpty {
        throw GeneratorError(message: "\(kind): " + problems.joined(separator: "; "))
      }
      let definition = kind.definition
      let name = "\(definition.group)_\(definition.plural).yaml"
      if files.contains(where: { $0.name == name }) {
        throw GeneratorError(message: "\(definition.groupResource) is declared twice")
      }
      files.append(File(name: name, text: YAML.text(of: kind.customResourceDefinition.json)))
    }
    return files
  }

  private func write(_ files: [File], to folder: String) throws(GeneratorError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in files {
        let path = "\(folder)/\(file.name)"
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .atomic)
        Output.write("\(path)\n")
      }
    } catch {
      throw GeneratorError(message: "\(error)")
    }
  }

  private func check(_ files: [File], in folder: String) throws(GeneratorError) {
    let stale = files.map { "\(folder)/\($0.name)" }.enumerated().filter { position, path in
      FileManager.default.contents(atPath: path) != Data(files[position].text.utf8)
    }
    if stale.isEmpty { return }
    throw GeneratorError(
      message: "not as the structs declare it: " + stale.map(\.element).joined(separator: ", "))
  }
}
