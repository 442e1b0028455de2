import ArgumentParser
import Foundation

/// `swiftlet new`: begins something.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a package of your own.", subcommands: [NewOperator.self])
}

/// `swiftlet new operator`: writes the package of an operator that works, with its tests.
struct NewOperator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operator",
    abstract: "Write a package with a kind, its reconciler, a program that runs it, and tests.",
    discussion: """
      `swiftlet new operator cache` writes the folder cache-operator: a kind Cache of the group example.com whose objects \
      keep a Deployment each. `swift test` in it passes; change it from there. The new package leans on the clone of \
      Swiftlet that the tool was built in, unless --package names another place.
      """)

  @Argument(help: "The name of the kind, in lower case with hyphens: message-queue.")
  var name: String

  @Option(help: "The group of the kind.")
  var group = "example.com"

  @Option(
    help: """
      Where the Swiftlet package is: a folder, or the URL of a repository; the clone that the tool was built in if not \
      said.
      """)
  var package: String?

  @Option(help: "The folder to write; NAME-operator if not said. It must not be there yet.")
  var output: String?

  func run() throws {
    let folder = URL(fileURLWithPath: output ?? "\(name)-operator")
    let template = try OperatorTemplate(
      name: name, group: group, package: SwiftletPackage(package).dependency(from: folder))
    if FileManager.default.fileExists(atPath: folder.path) {
      throw CommandError("\(folder.relativePath) is there already; name another folder with --output")
    }
    for file in template.files {
      let place = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: place, options: .withoutOverwriting)
      Terminal.write("\(folder.relativePath)/\(file.path)\n")
    }
    Terminal.write("\nGo on with: cd \(folder.relativePath) && swift test\n")
  }
}
