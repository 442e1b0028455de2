import APIMachinery
import KubernetesClient
import RemoteClient
import Testing

@testable import APIServer

@Suite struct OpenAPIProtobufTests {
  private static let type = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf"

  /// The fields of a message with that number.
  private func fields(_ bytes: ArraySlice<UInt8>, _ number: Int) throws -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var reader = ProtobufReader(bytes)
    while let (field, value) = try reader.next() {
      if field == number, case .bytes(let inner) = value { found.append(inner) }
    }
    return found
  }

  private func first(_ bytes: ArraySlice<UInt8>?, _ number: Int) throws -> ArraySlice<UInt8> {
    let bytes = try #require(bytes)
    let found = try fields(bytes, number).first
    return try #require(found)
  }

  private func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws -> String? {
    try fields(bytes, number).first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The pairs of a message of named values.
  private func named(_ bytes: ArraySlice<UInt8>, _ number: Int) throws -> [String: ArraySlice<UInt8>] {
    var pairs: [String: ArraySlice<UInt8>] = [:]
    for pair in try fields(bytes, number) {
      pairs[String(decoding: try first(pair, 1), as: UTF8.self)] = try first(pair, 2)
    }
    return pairs
  }

  @Test func `kubectl gets the whole document as a protobuf message`() async throws {
    try await TestServer.client { client in
      let json = try await client.json(RawRequest(path: "/openapi/v2"))
      let old = RawRequest(
        path: "/openapi/v2", accept: "application/com.github.proto-openapi.spec.v2@v1.0+protobuf")
      let answer = try await client.send(old)
      #expect(answer.contentType == Self.type)
      let document = answer.body[...]
      #expect(try text(document, 1) == "2.0")
      let paths = try named(try first(document, 8), 2)
      #expect(Set(paths.keys) == Set(json["paths"]?.objectValue?.keys ?? []))
      let definitions = try named(try first(document, 9), 1)
      #expect(Set(definitions.keys) == Set(json["definitions"]?.objectValue?.keys ?? []))
      #expect(definitions.count > 100)
      #expect(try await client.send(RawRequest(path: "/openapi/v2", accept: Self.type)).body == answer.body)
    }
  }

  @Test func `a schema and an operation keep what kubectl looks for`() async throws {
    try await TestServer.client { client in
      let document = try await client.send(RawRequest(path: "/openapi/v2", accept: Self.type)).body[...]
      let definitions = try named(try first(document, 9), 1)
      let spec = try #require(definitions["io.k8s.api.core.v1.PodSpec"])
      #expect(try fields(spec, 19).map { String(decoding: $0, as: UTF8.self) } == ["containers"])
      let properties = try named(try first(spec, 25), 1)
      let containers = try #require(properties["containers"])
      #expect(try text(try first(containers, 22), 1) == "array")
      let item = try first(try first(containers, 23), 1)
      #expect(try text(item, 1) == "#/definitions/io.k8s.api.core.v1.Container")
      let extensions = try named(containers, 31)
      let key = try #require(extensions["x-kubernetes-patch-merge-key"])
      #expect(try text(key, 2) == "\"name\"")
      let paths = try named(try first(document, 8), 2)
      let pod = try #require(paths["/api/v1/namespaces/{namespace}/pods/{name}"])
      let patch = try first(pod, 8)
      let action = try named(patch, 13)["x-kubernetes-action"]
      #expect(try first(action, 2).elementsEqual("\"patch\"".utf8))
      let names = try fields(patch, 8).compactMap { item in
        try text(try fields(try fields(try fields(item, 1)[0], 2)[0], 3)[0], 4)
      }
      #expect(names == ["dryRun", "fieldManager", "fieldValidation", "force"])
    }
  }
}
