import APIMachinery
import Foundation
import Testing

@testable import swiftlet

/// The snapshots of the folders in `Kustomizations` are what `kubectl kustomize` of kubectl 1.32 wrote for them.
@Suite struct KustomizerTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Kustomizations").path

  @Test(arguments: ["base", "overlay", "generators", "component"])
  func `a kustomization gives what kubectl's kustomize gives, byte for byte`(name: String) async throws {
    let objects = try await Kustomizer.build("\(Self.folder)/\(name)")
    try Snapshot.expect(YAML.text(of: objects.map(\.json)), "kustomize-\(name)")
  }

  private func problem(_ text: String, _ files: [String: String] = [:]) async throws -> String {
    let folder = try TemporaryFolder(files.merging(["kustomization.yaml": text]) { $1 })
    let error = await #expect(throws: CommandError.self) { try await Kustomizer.build(folder.path) }
    return (error?.description ?? "").replacing(folder.path, with: "DIR")
  }

  @Test(arguments: ["vars", "replacements", "helmCharts", "transformers", "configurations"])
  func `a field that is not supported is named`(field: String) async throws {
    #expect(
      try await problem("\(field): []") == "DIR/kustomization.yaml: the field \(field) is not supported here")
  }

  @Test func `a field that nobody knows, or of a wrong type, is named`() async throws {
    #expect(
      try await problem("resource: [a.yaml]")
        == "invalid Kustomization: DIR/kustomization.yaml: unknown field \"resource\"")
    #expect(
      try await problem("images: [{name: a, tag: b}]")
        == "invalid Kustomization: DIR/kustomization.yaml: unknown field \"images[0].tag\"")
    #expect(
      try await problem("resources: web.yaml")
        == "invalid Kustomization: DIR/kustomization.yaml: resources must be a list of strings, not string")
  }

  @Test func `what is missing, doubled or out of reach is told`() async throws {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
    #expect(try await problem("resources: [no.yaml]").contains("open DIR/no.yaml: no such file or directory"))
    #expect(
      try await problem("resources: [a.yaml, b.yaml]", ["a.yaml": pod, "b.yaml": pod])
        == "may not add resource with an already registered id: Pod.v1/a.[noNs]")
    #expect(
      try await problem("resources: [../outside.yaml]").contains("security; file "))
    #expect(try await problem("resources: [.]").hasPrefix("cycle detected"))
    #expect(
      try await problem("patches: [{path: p.yaml}]", ["p.yaml": pod]).contains(
        "no matches for Id Pod.v1/a.[noNs]"))
    #expect(try await problem("resources: [a.yaml]", ["a.yaml": "a: [\n"]).contains("a.yaml:2:"))
  }

  @Test func `a folder without a kustomization is refused in kubectl's words`() async throws {
    let folder = try TemporaryFolder([:])
    let error = await #expect(throws: CommandError.self) { try await Kustomizer.build(folder.path) }
    #expect(
      error?.description
        == "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory"
        + " '\(folder.path)'")
  }

  @Test(arguments: [
    ("nginx", "nginx:2"), ("nginx:1", "nginx:2"), ("nginx@sha256:aa", "nginx:2"),
    ("a.b:5000/nginx:1", "a.b:5000/nginx:1"),
    ("nginx2:1", "nginx2:1"),
  ])
  func `an image gets its new tag, and no other image does`(old: String, new: String) {
    let image = Kustomization.Image(name: "nginx", newTag: "2")
    #expect(KustomizeImages.changed(old, image) == new)
  }
}
