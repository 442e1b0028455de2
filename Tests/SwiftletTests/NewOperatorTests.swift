import ArgumentParser
import Foundation
import Testing

@testable import swiftlet

/// `swiftlet new operator`.
@Suite struct NewOperatorTests {
  @Test func `the files of a package are written, and never over others`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = [
      "message-queue", "--group", "queues.example.com", "--package", "../swiftlet", "--output", folder.path,
    ]
    try NewOperator.parse(arguments).run()
    func text(_ path: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    #expect(
      try text("Sources/MessageQueueOperator/MessageQueue.swift").contains(
        #"group: "queues.example.com", version: "v1""#))
    #expect(
      try text("Sources/message-queue-operator/MessageQueueOperatorProgram.swift").contains(
        "struct MessageQueueOperatorProgram: ControllerProgram"))
    #expect(try text("Package.swift").contains(#".package(name: "swiftlet", path: "../swiftlet")"#))
    let error = #expect(throws: CommandError.self) { try NewOperator.parse(arguments).run() }
    #expect(error?.description.contains("is there already") == true)
  }

  @Test(arguments: [
    ("Message_Queue", "example.com", "is no name for a kind"), ("queue", "example", "is no group of a kind"),
    ("a--b", "example.com", "is no name for a kind"),
  ]) func `a name that no kind can have is refused`(name: String, group: String, words: String) {
    let error = #expect(throws: CommandError.self) {
      try OperatorTemplate(name: name, group: group, package: "..")
    }
    #expect(error?.description.contains(words) == true)
  }

  @Test func `the operator depends on a folder or on a repository`() throws {
    let template = try OperatorTemplate(
      name: "queue", group: "example.com", package: "https://example.com/swiftlet.git")
    #expect(
      template.files[0].text.contains(#".package(url: "https://example.com/swiftlet.git", branch: "main")"#))
  }
}
