import CustomResources
import Foundation
import KubernetesAPI
import Testing

@testable import CRDGenerator

@CustomResource(group: "example.com", version: "v1")
private struct Twin {
  static let otherVersions: [any OtherVersion.Type] = [TwinAgain.self]

  var spec: JSONObject
}

@CustomResourceVersion(of: Twin.self, version: "v1")
private struct TwinAgain {
  var spec: JSONObject
}

@Suite struct GeneratorTests {
  @Test func `a file for each kind, in YAML that reads as the definition`() throws {
    let files = try GeneratorRun(kinds: [Database.self]).definitions()
    #expect(files.map(\.name) == ["example.com_databases.yaml"])
    let document = try #require(try YAML.parse(files[0].text).first)
    #expect(document.value == Database.customResourceDefinition.json)
  }

  @Test func `files are written, and those that are stale are found`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "crd-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = GeneratorRun(kinds: [Database.self])
    let path = "\(folder)/example.com_databases.yaml"
    let absent = #expect(throws: GeneratorError.self) { try run.perform(["--check", folder]) }
    #expect(absent?.message == "not as the structs declare it: \(path)")
    try run.perform(["--output", folder])
    try run.perform(["--check", folder])
    try Data("stale".utf8).write(to: URL(filePath: path))
    #expect(throws: GeneratorError.self) { try run.perform(["--check", folder]) }
  }

  @Test func `a kind that is declared twice, or with a version twice, is refused`() {
    let twice = #expect(throws: GeneratorError.self) {
      try GeneratorRun(kinds: [Database.self, Database.self]).definitions()
    }
    #expect(twice?.message == "databases.example.com is declared twice")
    let version = #expect(throws: GeneratorError.self) { try GeneratorRun(kinds: [Twin.self]).definitions() }
    #expect(version?.message == "Twin: version v1 stands twice")
  }
}
