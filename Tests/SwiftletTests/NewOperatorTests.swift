import ArgumentParser
import Foundation
import Testing

@testable import swiftlet

/// `swiftlet new operator`.
@Suite struct NewOperatorTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL.path

  @Test func `the files of a package are written, and never over others`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = [
      "message-queue", "--group", "queues.example.com", "--package", Self.project, "--output", folder.path,
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
    #expect(try text("Package.swift").contains(#".package(name: "swiftlet", path: ""#))
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

  @Test func `the way to Swiftlet is said from the new folder`() throws {
    let project = URL(fileURLWithPath: Self.project)
    func dependency(_ folder: String) throws -> String {
      try SwiftletPackage(Self.project).dependency(from: project.appendingPathComponent(folder))
    }
    #expect(try dependency("cache-operator") == #".package(name: "swiftlet", path: "..")"#)
    #expect(try dependency("a/b") == #".package(name: "swiftlet", path: "../..")"#)
    let elsewhere = try SwiftletPackage(Self.project).dependency(from: URL(fileURLWithPath: "/nowhere/cache"))
    #expect(elsewhere == ".package(name: \"swiftlet\", path: \"\(Self.project)\")")
  }

  @Test func `Swiftlet is found where the tool was built, and no other package is taken for it`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("new-\(UUID().uuidString)")
    #expect(
      try SwiftletPackage(nil).dependency(from: URL(fileURLWithPath: "/nowhere/cache"))
        == ".package(name: \"swiftlet\", path: \"\(Self.project)\")")
    let other = Self.project + "/Examples/PostgresOperator"
    let error = #expect(throws: CommandError.self) { try SwiftletPackage(other).dependency(from: folder) }
    #expect(
      error?.description
        == "the Swift package in \(other) is another one; say with --package where Swiftlet is")
  }

  @Test func `Swiftlet may be a repository, and must be a package`() throws {
    let folder = URL(fileURLWithPath: "/nowhere/cache")
    #expect(
      try SwiftletPackage("https://example.com/swiftlet.git").dependency(from: folder)
        == #".package(url: "https://example.com/swiftlet.git", branch: "main")"#)
    let error = #expect(throws: CommandError.self) {
      try SwiftletPackage("/nowhere").dependency(from: folder)
    }
    #expect(
      error?.description.contains("no Swift package in /nowhere; say with --package where Swiftlet is")
        == true)
  }
}
