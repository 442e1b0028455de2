import Foundation
import Testing

/// What the README shows is what is built and tested.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func `the reconciler in the README is the example that is built and tested`() throws {
    let readme = try Self.text("README.md")
    let start = try #require(readme.firstRange(of: "```swift\n"))
    let end = try #require(readme[start.upperBound...].firstRange(of: "```\n"))
    let example = try Self.text("Examples/TeamLabel/TeamLabel.swift")
    let program = try #require(example.firstRange(of: "@main"))
    #expect(readme[start.upperBound..<end.lowerBound] == example[program.lowerBound...])
  }

  @Test func `the test in the README is one that runs`() throws {
    let readme = try Self.text("README.md")
    let title = try #require(readme.firstRange(of: "## A test in milliseconds"))
    let start = try #require(readme[title.upperBound...].firstRange(of: "```swift\n"))
    let end = try #require(readme[start.upperBound...].firstRange(of: "```\n"))
    let shown = readme[start.upperBound..<end.lowerBound]
    #expect(try Self.text("Tests/ExampleTests/TeamLabelTests.swift").contains(shown))
  }

  @Test func `every folder and page that the README names is there`() throws {
    let readme = try Self.text("README.md")
    let links = readme.matches(of: /\]\(([^):]+)\)/).map { String($0.1) }
    let folders = readme.matches(of: /`((Sources|Examples|controllers|manifests|docs|scripts|Tests)[^` ]*)`/)
      .map { String($0.1) }
    #expect(links.count > 5 && folders.count > 15)
    for path in links + folders {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(path).path), "\(path)")
    }
  }

  @Test func `the README names every folder of the sources`() throws {
    let readme = try Self.text("README.md")
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("Sources").path)
    // Bindings to C libraries and the programs of tests and benchmarks are no rooms of the house.
    let rooms = folders.filter { $0.first?.isUppercase == true && !$0.hasPrefix("C") || $0.hasPrefix("Co") }
    for room in rooms where !["ClientConformance", "ClockTesting", "ObjectStoreTesting"].contains(room) {
      #expect(readme.contains("`Sources/\(room)`"), "\(room)")
    }
  }
}
