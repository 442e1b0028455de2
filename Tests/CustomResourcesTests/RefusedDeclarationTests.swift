import Foundation
import Testing

/// What the macros refuse is seen with the eyes of the compiler: it is run on a file of bad declarations.
@Suite struct RefusedDeclarationTests {
  @Test func `the compiler says of each declaration what is wrong with it`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Refused.swift.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let errors = try Compilation(text).errors
    var wrong: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let parts = line.split(separator: " // ", maxSplits: 1)
      let expected = parts.count == 2 && !line.hasPrefix("//") ? [String(parts[1])] : []
      let found = errors[index + 1] ?? []
      if !expected.allSatisfy(found.contains) || (expected.isEmpty && !found.isEmpty) {
        wrong.append("line \(index + 1): expected \(expected), found \(found)")
      }
    }
    #expect(wrong == [])
    #expect(errors.count > 40)
  }
}

/// One run of the compiler over a text that uses the macros.
private struct Compilation {
  /// The errors of each line. What is wrong in an expansion counts for the line of its attribute or its property.
  private(set) var errors: [Int: [String]] = [:]

  init(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "refused-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "Refused.swift")
    try Data(text.utf8).write(to: source)
    let build = try Self.buildFolder()
    let output = try Self.run(
      "swiftc",
      [
        "-typecheck", "-swift-version", "6", "-module-name", "Refused", "-diagnostic-style", "llvm",
        "-I", build.appending(path: "Modules").path(), "-I", Self.yamlModule, "-load-plugin-executable",
        "\(build.appending(path: "CustomResourceMacros-tool").path())#CustomResourceMacros", source.path(),
      ])
    read(output, of: source.path())
  }

  private mutating func read(_ output: String, of source: String) {
    var elsewhere: String?
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5, let number = Int(parts[1]) else { continue }
      let words = String(parts[4].dropFirst()).components(separatedBy: " (from macro")[0]
      switch parts[3] {
      case " error":
        elsewhere = parts[0] == source ? nil : words
        if parts[0] == source { errors[number, default: []].append(words) }
      case " note" where parts[0] == source && words.hasPrefix("in expansion of macro"):
        if let error = elsewhere { errors[number, default: []].append(error) }
        elsewhere = nil
      default: break
      }
    }
  }

  /// The C library whose module those of the package name.
  private static var yamlModule: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CLibYAML")
      .standardized.path()
  }

  /// The folder that has the modules and the plug-in: the one that the tests were built in.
  private static func buildFolder() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      if FileManager.default.fileExists(atPath: folder.appending(path: "CustomResourceMacros-tool").path()) {
        return folder
      }
      folder = folder.deletingLastPathComponent()
    }
    throw NoPlugin(start: CommandLine.arguments[0])
  }

  private struct NoPlugin: Error {
    let start: String
  }

  private static func run(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
