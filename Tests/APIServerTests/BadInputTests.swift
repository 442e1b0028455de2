import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct BadInputTests {
  private func post(
    _ body: [UInt8], _ contentType: String? = "application/json", to client: RemoteClient,
    method: String = "POST", path: String = "/api/v1/namespaces/default/configmaps"
  ) async throws -> StatusError {
    try await statusError {
      _ = try await client.send(RawRequest(method, path: path, contentType: contentType, body: body))
    }
  }

  @Test func `a body over three mebibytes is refused`() async throws {
    try await TestServer.client { client in
      for size in [(3 << 20) + 1, 100 << 20] {
        let error = try await post([UInt8](repeating: 0x20, count: size), to: client)
        #expect(error.code == 413)
        #expect(error.reason == .requestEntityTooLarge)
        #expect(error.message == "Request entity too large: limit is 3145728")
      }
      #expect(try await client.list(Namespace.self).items.count == 1)
    }
  }

  @Test func `a body that is no object is refused`() async throws {
    try await TestServer.client { client in
      for body in ["", "{", "[]", "nonsense", "{\"kind\":\"ConfigMap\"", "\u{0}"] {
        let error = try await post(Array(body.utf8), to: client)
        #expect(error.code == 400, "\(body)")
      }
    }
  }

  @Test func `a deeply nested body is refused`() async throws {
    try await TestServer.client { client in
      let depth = 100_000
      let body = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
      let json = try await post(Array(body.utf8), to: client)
      #expect(json.code == 400)
      let yaml = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let nested = try await post(Array(yaml.utf8), "application/yaml", to: client)
      #expect(nested.code == 400)
    }
  }

  @Test func `content types that are not read are refused`() async throws {
    try await TestServer.client { client in
      let garbage = try await post([1, 2, 3], "application/vnd.kubernetes.protobuf", to: client)
      #expect(garbage.code == 400)
      for type in ["text/plain", "application/cbor"] {
        let error = try await post([1, 2, 3], type, to: client)
        #expect(error.code == 415)
        #expect(error.reason == .unsupportedMediaType)
        let patch = try await post(
          [1], type, to: client, method: "PATCH", path: "/api/v1/namespaces/default/configmaps/a")
        #expect(patch.code == 415)
      }
    }
  }

  @Test func `an answer that cannot be given is not acceptable`() async throws {
    try await TestServer.client { client in
      for accept in [
        "application/vnd.kubernetes.protobuf", "text/html", "application/json;as=Chart;v=v1;g=x",
      ] {
        let error = try await statusError {
          _ = try await client.send(RawRequest(path: "/api/v1/namespaces", accept: accept))
        }
        #expect(error.code == 406)
      }
      let both = RawRequest(
        path: "/api/v1/namespaces", accept: "application/vnd.kubernetes.protobuf,application/json")
      #expect(try await client.send(both).status == 200)
    }
  }

  @Test func `unknown paths and methods are refused`() async throws {
    try await TestServer.client { client in
      for path in ["/nothing", "/api/v2/pods", "/apis/none.example.com/v1/things", "/api/v1/things"] {
        let error = try await statusError { _ = try await client.send(RawRequest(path: path)) }
        #expect(error.code == 404, "\(path)")
        #expect(error.message == "the server could not find the requested resource")
      }
      let odd = RawRequest(
        "POST", path: "/api/v1/namespaces/default", contentType: "application/json", body: [])
      #expect(try await statusError { _ = try await client.send(odd) }.code == 405)
      let worse = RawRequest("TRACE", path: "/api/v1/namespaces/default")
      #expect(try await statusError { _ = try await client.send(worse) }.code == 405)
    }
  }

  @Test func `options that make no sense are refused`() async throws {
    try await TestServer.client { client in
      let queries: [(String, Int)] = [
        ("limit=x", 400), ("limit=-1", 422), ("resourceVersion=x", 400),
        ("resourceVersionMatch=Exact", 422), ("resourceVersionMatch=Never&resourceVersion=1", 422),
        ("watch=1&sendInitialEvents=true", 422), ("watch=1&resourceVersion=x", 400), ("continue=x", 400),
        ("labelSelector=a%20b", 400),
      ]
      for (query, code) in queries {
        let error = try await statusError {
          _ = try await client.send(RawRequest(path: "/api/v1/pods?\(query)", timeoutSeconds: 60))
        }
        #expect(error.code == code, "\(query): \(error)")
      }
      let error = try await post(
        Array("{}".utf8), to: client, path: "/api/v1/namespaces/default/configmaps?dryRun=Some")
      #expect(error.code == 422)
    }
  }

  @Test func `apply needs a field manager`() async throws {
    try await TestServer.client { client in
      let body = Array(#"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}"#.utf8)
      let error = try await post(
        body, "application/apply-patch+yaml", to: client, method: "PATCH",
        path: "/api/v1/namespaces/default/configmaps/a")
      #expect(error.code == 422)
      #expect(error.details?.causes.first?.field == "fieldManager")
    }
  }

  @Test func `a watch from the future says so`() async throws {
    try await TestServer.client { client in
      let error = try await statusError {
        _ = try await client.watch(Pod.self, options: WatchOptions(resourceVersion: "999999"))
      }
      #expect(error.code == 504)
      #expect(error.message.contains("Too large resource version: 999999"))
    }
  }
}
