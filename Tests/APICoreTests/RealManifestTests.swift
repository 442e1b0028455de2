import APICore
import APIMachinery
import EKSAPI
import Glibc
import KubernetesAPI
import KubernetesClient
import Testing

/// Manifests that people have written, from a folder beside the project; skipped where that folder is not there.
@Suite struct RealManifestTests {
  /// `../shared` beside the project, or what `SWIFTLET_SHARED` names.
  static var shared: String {
    if let path = getenv("SWIFTLET_SHARED") { return String(cString: path) }
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared"
  }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static let files = [
    "guestbook/guestbook-all-in-one.yaml", "online-boutique/kubernetes-manifests.yaml",
    "cassandra/cassandra-service.yaml", "cassandra/cassandra-statefulset.yaml",
  ]

  static var isThere: Bool { read(shared + "/real-manifests/" + files[0]) != nil }

  @Test(.enabled(if: isThere, "../shared is not there"), arguments: files)
  func `a real manifest is accepted as it is, strictly`(_ file: String) async throws {
    let api = try await TestAPI()
    let bytes = try #require(Self.read(Self.shared + "/real-manifests/" + file))
    for document in try YAML.parse(bytes) {
      guard let body = document.value.objectValue, let kind = body["kind"]?.stringValue else { continue }
      let version = try #require(GroupVersion(apiVersion: body["apiVersion"]?.stringValue ?? ""))
      let name = GroupVersionKind(group: version.group, version: version.version, kind: kind)
      guard let served = api.service.resource(kind: name) else { continue }
      let target = api.target(served.definition.groupVersionResource)
      let strict = WriteOptions(fieldValidation: .strict)
      let made = try await api.service.create(target, RequestBody(body), options: strict)
      var again = target
      again.name = made.tree["metadata"]?["name"]?.stringValue ?? ""
      let updated = try await api.service.update(again, RequestBody(made.tree), options: strict)
      #expect(updated.bytes == made.bytes, "\(kind) \(again.name) changes when it is written back")
    }
  }
}
