import APIMachinery
import Foundation
import Testing

@testable import swiftlet

@Suite struct ManifestReaderTests {
  private func read(_ text: String) throws -> ManifestReader {
    var reader = ManifestReader()
    try reader.read(Array(text.utf8), name: "web.yaml")
    return reader
  }

  @Test func `each document is an object, and empty ones are left out`() throws {
    let reader = try read(
      "---\n# nothing\n---\napiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Service\n")
    #expect(reader.items.map(\.object.kind) == ["Pod", "Service"])
    #expect(reader.items.map(\.file) == ["web.yaml", "web.yaml"])
  }

  @Test func `a list is taken apart, and the place of each field is known`() throws {
    let reader = try read(
      """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
            imag: x
      """)
    #expect(reader.items.count == 1)
    #expect(reader.items.first?.position(of: "spec.containers[0].imag")?.line == 9)
  }

  @Test(arguments: [
    ("kind: Pod\n", "error validating \"web.yaml:1\": error validating data: apiVersion not set"),
    ("apiVersion: v1\n", "error validating \"web.yaml:1\": error validating data: kind not set"),
    ("- a\n- b\n", "error parsing web.yaml:1: the document is array, not an object"),
  ])
  func `what is no object is refused with its place`(text: String, message: String) throws {
    let error = #expect(throws: CommandError.self) { try read(text) }
    #expect(error?.description == message)
  }

  @Test func `a key that stands twice is warned of with both lines, and the last one counts`() throws {
    let text = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: c}
      data:
        a: "1"
        b: "2"
        a: "3"
      """
    let reader = try read(text)
    #expect(reader.items.first?.object.fields["data"] == ["a": "3", "b": "2"])
    #expect(
      reader.warnings == ["web.yaml:7:3: data.a is set in line 5 already: the one in line 7 counts"])
    var strict = ManifestReader(duplicates: .refused)
    let error = #expect(throws: CommandError.self) { try strict.read(Array(text.utf8), name: "web.yaml") }
    #expect(error?.description == "error parsing web.yaml: web.yaml:7:3: key \"a\" already set in map")
  }

  @Test func `a key that stands twice in JSON is warned of too`() throws {
    let reader = try read(
      "{\"apiVersion\": \"v1\",\n \"kind\": \"Pod\", \"kind\": \"ConfigMap\"}")
    #expect(reader.items.map(\.object.kind) == ["ConfigMap"])
    #expect(reader.warnings == ["web.yaml:1: kind is set twice: the last one counts"])
  }

  @Test func `broken YAML names the file and the line`() throws {
    let error = #expect(throws: CommandError.self) { try read("a: b\n  c: [\n") }
    #expect(error?.description.hasPrefix("error parsing web.yaml: web.yaml:2:") == true, "\(error as Any)")
  }

  @Test func `a missing file is told in kubectl's words`() async throws {
    var reader = ManifestReader()
    let error = await #expect(throws: CommandError.self) { try await reader.read("/no/such/file.yaml") }
    #expect(error?.description == "the path \"/no/such/file.yaml\" does not exist")
  }

  @Test func `a folder is read in the order of its names, deeper only when asked`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("manifests-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: true)
    for (name, kind) in [("b.yaml", "B"), ("a.json", "A"), ("c.txt", "C"), ("sub/d.yml", "D")] {
      let text = #"{"apiVersion": "v1", "kind": "\#(kind)"}"#
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(text.utf8))
    }
    var flat = ManifestReader()
    try await flat.read(folder)
    #expect(flat.items.map(\.object.kind) == ["A", "B"])
    var deep = ManifestReader(isRecursive: true)
    try await deep.read("\(folder)/")
    #expect(deep.items.map(\.object.kind) == ["A", "B", "D"])
  }

  @Test func `a ClusterConfig becomes the objects that it describes`() throws {
    let reader = try read(
      """
      apiVersion: eksctl.io/v1alpha5
      kind: ClusterConfig
      metadata: {name: shop, region: us-west-2}
      iam: {withOIDC: true}
      managedNodeGroups:
      - name: workers
        instanceType: m5.large
        desiredCapacity: 3
        ssh: {allow: true}
      fargateProfiles:
      - name: batch
        selectors: [{namespace: batch}]
      """)
    let kinds = reader.items.map(\.object.kind)
    #expect(kinds.filter { $0 == "Subnet" }.count == 6)
    #expect(kinds.filter { $0 != "Subnet" } == ["VPC", "Cluster", "NodeGroup", "FargateProfile"])
    #expect(reader.warnings.contains { $0.contains("iam") })
    #expect(reader.warnings.contains { $0.contains("managedNodeGroups[0].ssh") })
  }

  @Test func `a mistake in a ClusterConfig names the line`() throws {
    let error = #expect(throws: CommandError.self) {
      try read(
        """
        apiVersion: eksctl.io/v1alpha5
        kind: ClusterConfig
        metadata: {name: shop, region: us-west-2}
        managedNodeGroups:
        - name: workers
          minSize: many
        """)
    }
    #expect(error?.description.hasPrefix("web.yaml:6: ClusterConfig: managedNodeGroups[0].minSize") == true)
  }

  @Test(
    .enabled(if: SharedFolder.isThere, "../shared/real-manifests is not there"),
    arguments: [
      ("online-boutique", 35), ("guestbook", 12), ("cassandra", 3), ("eksctl", 65),
    ])
  func `the manifests of real projects are read`(folder: String, least: Int) async throws {
    var reader = ManifestReader(isRecursive: true)
    try await reader.read("\(SharedFolder.realManifests)/\(folder)")
    #expect(reader.items.count >= least, "\(reader.items.count) objects")
    #expect(reader.items.allSatisfy { !($0.object.metadata.name ?? "").isEmpty })
    for item in reader.items where !item.object.apiVersion.hasPrefix("eksctl") {
      let version = try #require(GroupVersion(apiVersion: item.object.apiVersion))
      let kind = GroupVersionKind(group: version.group, version: version.version, kind: item.object.kind)
      if ["StatefulSet", "StorageClass"].contains(kind.kind) { continue }
      #expect(throws: Never.self) { try ResourceMapper.catalog.resource(for: kind) }
    }
  }
}
