import APIMachinery
import ArgumentParser
import Foundation
import Testing

@testable import swiftlet

@Suite struct CRDGenerateTests {
  private static func package(_ programs: [(String, JSON, JSON)]) -> JSON {
    let library: JSON = ["name": "Kinds", "type": "library", "product_dependencies": ["CustomResources"]]
    return [
      "targets": .array(
        [library]
          + programs.map { name, products, targets in
            [
              "name": .string(name), "type": "executable", "product_dependencies": products,
              "target_dependencies": targets,
            ]
          })
    ]
  }

  @Test func `the only program that uses the generator is found`() throws {
    let outside = Self.package([
      ("operator", ["ControllerRuntime"], ["Kinds"]), ("definitions", ["CustomResources"], ["Kinds"]),
    ])
    #expect(try CRDCommand.Generate.program(in: outside) == "definitions")
    let inside = Self.package([("definitions", [], ["Kinds", "CRDGenerator"])])
    #expect(try CRDCommand.Generate.program(in: inside) == "definitions")
  }

  @Test func `several programs are named`() {
    let package = Self.package([("b", ["CustomResources"], []), ("a", ["CustomResources"], [])])
    let error = #expect(throws: CommandError.self) { try CRDCommand.Generate.program(in: package) }
    #expect(error?.description.hasSuffix("choose one with --product: a, b") == true)
  }

  @Test func `a package without a program is told how to write one`() {
    let error = #expect(throws: CommandError.self) {
      try CRDCommand.Generate.program(in: Self.package([]))
    }
    #expect(error?.description.contains("@main struct Definitions: CRDGenerator") == true)
  }

  @Test func `a folder is meant from where one stands`() {
    let here = FileManager.default.currentDirectoryPath
    #expect(CRDCommand.Generate.absolute("config/crd") == "\(here)/config/crd")
    #expect(CRDCommand.Generate.absolute("/config/crd") == "/config/crd")
  }

  @Test func `a folder is written or checked, not both`() {
    #expect(throws: (any Error).self) {
      try CRDCommand.Generate.parse(["--output", "a", "--check", "b"])
    }
  }
}
