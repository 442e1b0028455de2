import APIMachinery
import APIServer
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct EndpointTests {
  private func text(_ response: RawResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test func `health lists its checks`() async throws {
    try await TestServer.run(configure: { configuration in
      configuration.readinessChecks = [HealthCheck("store") { nil }, HealthCheck("moon") { "not full" }]
    }) { server in
      try await server.client { client in
        let live = try await client.send(RawRequest(path: "/livez?verbose"))
        #expect(text(live) == "[+]ping ok\nlivez check passed\n")
        let plain = try await client.send(RawRequest(path: "/healthz"))
        #expect(text(plain) == "ok")
        let error = try await statusError { _ = try await client.send(RawRequest(path: "/readyz")) }
        #expect(error.code == 500)
        let rest = try await client.send(RawRequest(path: "/readyz?exclude=moon"))
        #expect(text(rest) == "ok")
        let one = try await client.send(RawRequest(path: "/readyz/store"))
        #expect(text(one) == "ok")
      }
    }
  }

  @Test func `metrics count requests`() async throws {
    try await TestServer.run(configure: { configuration in
      configuration.metrics = { $0.sample("moons", [("of", "mars \"red\"")], 2) }
    }) { server in
      try await server.client { client in
        for _ in 0..<3 { _ = try await client.list(Namespace.self) }
        _ = try? await client.get(Pod.self, ObjectKey(namespace: "default", name: "none"))
        let metrics = text(try await client.send(RawRequest(path: "/metrics")))
        let labels =
          "group=\"\",resource=\"namespaces\",scope=\"cluster\",subresource=\"\",verb=\"LIST\",version=\"v1\""
        #expect(metrics.contains("apiserver_request_total{\(labels),code=\"200\"} 3\n"))
        #expect(metrics.contains("apiserver_request_duration_seconds_count{\(labels)} 3\n"))
        #expect(metrics.contains("verb=\"GET\",version=\"v1\",code=\"404\"} 1\n"))
        #expect(metrics.contains("moons{of=\"mars \\\"red\\\"\"} 2\n"))
        #expect(metrics.contains("apiserver_storage_objects{resource=\"namespaces\"} 1\n"))
        #expect(metrics.contains("process_resident_memory_bytes "))
      }
    }
  }

  @Test func `objects come and go as YAML`() async throws {
    try await TestServer.client { client in
      let yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml-map\ndata:\n  on: \"yes\"\n"
      let created = try await client.send(
        RawRequest(
          "POST", path: "/api/v1/namespaces/default/configmaps", accept: "application/yaml, application/json",
          contentType: "application/yaml", body: Array(yaml.utf8)))
      #expect(created.status == 201)
      #expect(created.contentType == "application/yaml")
      #expect(text(created).contains("\n  name: yaml-map\n"))
      let read = try await client.get(ConfigMap.self, ObjectKey(namespace: "default", name: "yaml-map"))
      #expect(read.data == ["true": "yes"] || read.data == ["on": "yes"])
    }
  }

  @Test func `tables, metadata and discovery come when they are asked for`() async throws {
    try await TestServer.client { client in
      func kind(_ path: String, _ accept: String) async throws -> String? {
        try await client.json(RawRequest(path: path, accept: accept))["kind"]?.stringValue
      }
      let namespaces = "/api/v1/namespaces"
      #expect(try await kind(namespaces, RawRequest.tableAccept) == "Table")
      #expect(try await kind("\(namespaces)/default", RawRequest.tableAccept) == "Table")
      let partial = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"
      #expect(try await kind(namespaces, partial) == "PartialObjectMetadataList")
      let aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
      for path in ["/api", "/apis"] {
        #expect(try await kind(path, aggregated) == "APIGroupDiscoveryList")
      }
      #expect(try await kind("/api", "application/json") == "APIVersions")
      #expect(try await kind("/apis", "application/json") == "APIGroupList")
      #expect(try await kind("/apis/apps", "application/json") == "APIGroup")
      #expect(try await kind("/apis/apps/v1", "application/json") == "APIResourceList")
      let index = try await client.json(RawRequest(path: "/openapi/v3"))
      #expect(
        index["paths"]?["apis/apps/v1"]?["serverRelativeURL"]?.stringValue?.hasPrefix(
          "/openapi/v3/apis/apps/v1") == true)
      for path in ["/openapi/v3/api/v1", "/openapi/v3/apis/apps/v1", "/openapi/v2", "/", "/version"] {
        #expect(try await client.send(RawRequest(path: path)).status == 200, "\(path)")
      }
    }
  }

  @Test func `a watch can show tables`() async throws {
    try await TestServer.client { client in
      let stream = try await client.stream(
        RawRequest(path: "/api/v1/namespaces?watch=1&timeoutSeconds=5", accept: RawRequest.tableAccept))
      let line = try await stream.next() ?? []
      let event = try JSON.parse(line)
      #expect(event["type"] == "ADDED")
      #expect(event["object"]?["kind"] == "Table")
      #expect(event["object"]?["columnDefinitions"]?.arrayValue?.isEmpty == false)
      stream.cancel()
    }
  }

  @Test func `an answer can be pretty`() async throws {
    try await TestServer.client { client in
      let answer = try await client.send(RawRequest(path: "/api/v1/namespaces/default?pretty=true"))
      #expect(text(answer).hasPrefix("{\n  \"apiVersion\": \"v1\",\n"))
    }
  }

  @Test func `warnings come as headers`() async throws {
    try await TestServer.client { client in
      let body = #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"w"},"dta":{},"x":1}"#
      let answer = try await client.send(
        RawRequest(
          "POST", path: "/api/v1/namespaces/default/configmaps?fieldValidation=Warn",
          contentType: "application/json", body: Array(body.utf8)))
      #expect(answer.warnings == ["unknown field \"dta\"", "unknown field \"x\""])
    }
  }

  @Test func `a large list is whole`() async throws {
    try await TestServer.client { client in
      let payload = String(repeating: "x", count: 20_000)
      for number in 0..<100 {
        try await client.create(
          ConfigMap {
            $0.metadata.name = "big-\(number)"
            $0.metadata.namespace = "default"
            $0.data = ["payload": payload]
          })
      }
      let list = try await client.list(ConfigMap.self, namespace: "default")
      #expect(list.items.count == 100)
      #expect(list.items.allSatisfy { $0.data["payload"] == payload })
    }
  }

  @Test func `a shutdown ends watches and says that the server is not ready`() async throws {
    try await TestServer.run { server in
      try await server.client { client in
        let stream = try await client.watch(Pod.self, options: WatchOptions(timeoutSeconds: 600))
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { while try await stream.next() != nil {} }
          try await Task.sleep(for: .milliseconds(20))
          await server.shutdown()
          try await group.waitForAll()
        }
      }
    }
  }
}
