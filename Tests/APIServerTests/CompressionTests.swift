import APICore
import APIMachinery
import AsyncHTTPClient
import KubernetesAPI
import KubernetesClient
import NIOHTTP1
import Testing

@testable import APIServer

@Suite(.serialized) struct CompressionTests {
  private static let maps = "/api/v1/namespaces/default/configmaps"

  private func fill(_ server: TestServer, count: Int) async throws {
    let client = server.service.client(as: .admin, fieldManager: "test")
    for number in 0..<count {
      try await client.create(
        ConfigMap {
          ($0.metadata.name, $0.metadata.namespace) = ("map-\(number)", "default")
          $0.data = ["text": String(repeating: "row \(number) ", count: 200)]
        })
    }
  }

  @Test(arguments: [false, true])
  func `a large answer is compressed for clients that take it`(http2: Bool) async throws {
    try await TestServer.run { server in
      try await fill(server, count: 300)
      try await WireClient.run(server, http2: http2) { client in
        let plain = try await client.send(.GET, Self.maps)
        #expect(plain.body.count > 256 << 10)
        #expect(plain.head.headers.first(name: "Content-Encoding") == nil)
        #expect(plain.head.version.major == (http2 ? 2 : 1))
        let small = try await client.send(.GET, Self.maps, headers: [("Accept-Encoding", "br, gzip;q=0.5")])
        #expect(small.head.headers.first(name: "Content-Encoding") == "gzip")
        #expect(small.head.headers.first(name: "Vary") == "Accept-Encoding")
        #expect(small.body.count < plain.body.count / 5)
        #expect(try GzipDecoder.decode(small.body, limit: 1 << 26) == plain.body)
        let never = try await client.send(.GET, Self.maps, headers: [("Accept-Encoding", "gzip;q=0")])
        #expect(never.head.headers.first(name: "Content-Encoding") == nil)
        let one = try await client.send(
          .GET, "\(Self.maps)/map-0", headers: [("Accept-Encoding", "gzip")])
        #expect(one.head.headers.first(name: "Content-Encoding") == nil)
      }
    }
  }

  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    GzipEncoder(level: 9).write(bytes[...], isLast: true, into: &output)
    return output
  }

  private func post(_ body: [UInt8], encoding: String, to client: WireClient) async throws -> (UInt, JSON) {
    let answer = try await client.send(
      .POST, Self.maps, headers: [("Content-Type", "application/json"), ("Content-Encoding", encoding)],
      body: body)
    return (answer.head.status.code, try JSON.parse(answer.body))
  }

  @Test(arguments: [false, true])
  func `a compressed body is taken, within the limit of what it holds`(http2: Bool) async throws {
    try await TestServer.run { server in
      try await WireClient.run(server, http2: http2) { client in
        let map = Array(
          #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"small"},"data":{"a":"b"}}"#.utf8)
        let made = try await post(gzip(map), encoding: "gzip", to: client)
        #expect(made.0 == 201)
        #expect(made.1["data"] == ["a": "b"])
        let bomb = gzip([UInt8](repeating: 0x20, count: 8 << 20))
        #expect(bomb.count < 1 << 15)
        let refused = try await post(bomb, encoding: "gzip", to: client)
        #expect(refused.0 == 413)
        #expect(refused.1["message"] == "Request entity too large: limit is 3145728")
        #expect(try await post(map, encoding: "gzip", to: client).0 == 400)
        #expect(try await post(Array(gzip(map).dropLast(4)), encoding: "gzip", to: client).0 == 400)
        #expect(try await post(map, encoding: "br", to: client).0 == 415)
      }
    }
  }

  @Test func `what is compressed in parts comes out whole`() throws {
    let text = (0..<4000).flatMap { Array("line \($0 * 7919 % 1000)\n".utf8) }
    for size in [7, 1000, 32 << 10, text.count] {
      let encoder = GzipEncoder()
      var output: [UInt8] = []
      var rest = text[...]
      while !rest.isEmpty {
        let part = rest.prefix(size)
        rest = rest.dropFirst(size)
        encoder.write(part, isLast: rest.isEmpty, into: &output)
      }
      #expect(try GzipDecoder.decode(output, limit: text.count) == text)
      #expect(throws: GzipDecoder.Failure.tooLarge) {
        try GzipDecoder.decode(output, limit: text.count - 1)
      }
    }
  }
}
