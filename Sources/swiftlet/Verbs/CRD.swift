import APIMachinery
import ArgumentParser
import Foundation

/// `swiftlet crd`: definitions of custom resources.
struct CRDCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crd", abstract: "Work with the definitions of custom resources.",
    subcommands: [Generate.self])

  /// `swiftlet crd generate`: writes what a Swift package declares.
  struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the definitions that a Swift package declares with @CustomResource.",
      discussion: """
        Builds the package and runs its program whose main type is a CRDGenerator, which knows the kinds. Without a \
        folder the definitions are printed.
        """)

    @Option(name: .long, help: "The folder of the package.") var packagePath = "."
    @Option(name: .long, help: "Where the package is compiled; in its own .build if not said.")
    var scratchPath: String?
    @Option(name: .long, help: "The program; not needed when the package has only one that fits.")
    var product: String?
    @Option(name: .shortAndLong, help: "The folder to write a file for each kind into.") var output: String?
    @Option(name: .long, help: "A folder with files that must be as they would be written.") var check:
      String?

    func validate() throws {
      if output != nil, check != nil { throw ValidationError("--output and --check exclude one another") }
    }

    func run() async throws {
      let package = SwiftPackage(folder: packagePath, scratch: scratchPath)
      let program = try product ?? Self.program(in: package.describe())
      var arguments = ["run"] + package.options + ["--quiet", program]
      if let output { arguments += ["--output", Self.absolute(output)] }
      if let check { arguments += ["--check", Self.absolute(check)] }
      let status = try SwiftPackage.swift(arguments)
      // The program has said what is wrong.
      if status != 0 { throw CommandError("", exitCode: status) }
    }

    static func absolute(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The program that writes definitions: the only one of the package that uses the generator.
    ///
    /// - Parameter description: What `swift package describe --type json` says of the package.
    static func program(in description: JSON) throws -> String {
      let programs = (description["targets"]?.arrayValue ?? []).filter { target in
        guard target["type"] == "executable" else { return false }
        let products = target["product_dependencies"]?.arrayValue ?? []
        let targets = target["target_dependencies"]?.arrayValue ?? []
        return products.contains("CustomResources") || targets.contains("CRDGenerator")
      }.compactMap { $0["name"]?.stringValue }
      if programs.count == 1 { return programs[0] }
      if programs.isEmpty {
        throw CommandError(
          "the package has no program that uses the product CustomResources; write one whose main type is a "
            + "CRDGenerator: @main struct Definitions: CRDGenerator { static let kinds: [any CustomResource.Type] = [...] }"
        )
      }
      throw CommandError(
        "the package has several programs that use the product CustomResources; choose one with --product: "
          + programs.sorted().joined(separator: ", "))
    }
  }
}

/// A package of Swift, seen through `swift`.
private struct SwiftPackage {
  let folder: String
  let scratch: String?

  /// What tells a command of `swift` where the package is.
  var options: [String] {
    ["--package-path", folder] + (scratch.map { ["--scratch-path", $0] + Self.shared } ?? [])
  }

  /// Another package may have been compiled there last, whose plan is not this one's.
  private static let shared = ["--disable-build-manifest-caching"]

  /// What the package is made of.
  func describe() throws -> JSON {
    let pipe = Pipe()
    let status = try Self.swift(
      ["package"] + options + ["describe", "--type", "json"], into: pipe)
    let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
    guard status() == 0, let start = bytes.firstIndex(of: UInt8(ascii: "{")) else {
      throw CommandError("there is no Swift package in \(folder)")
    }
    return try JSON.parse(Array(bytes[start...]))
  }

  /// Runs `swift` to its end.
  ///
  /// - Returns: Its exit code.
  static func swift(_ arguments: [String]) throws -> Int32 { try swift(arguments, into: nil)() }

  /// Starts `swift`.
  ///
  /// - Returns: What waits for its end and tells the exit code.
  private static func swift(_ arguments: [String], into output: Pipe?) throws -> () -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift"] + arguments
    if let output { process.standardOutput = output }
    try process.run()
    return {
      process.waitUntilExit()
      return process.terminationStatus
    }
  }
}
