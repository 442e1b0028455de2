import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct WatchTests {
  /// What a watcher makes of its events: the value of `data.step` of each, in order.
  private func steps(_ server: TestServer, from version: String?, _ count: Int) async throws -> [String] {
    var steps: [String] = []
    try await server.client { client in
      let stream = try await client.watch(
        ConfigMap.self, namespace: "default", options: WatchOptions(resourceVersion: version))
      while steps.count < count, let events = try await stream.next() {
        steps += events.compactMap(step)
      }
      stream.cancel()
    }
    return steps
  }

  private func step(_ event: WatchEvent) -> String? {
    switch event {
    case .added(let object), .modified(let object): ConfigMap(fields: object.fields).data["step"]
    default: nil
    }
  }

  @Test func `many watchers get every change once and in order, however they are bundled`() async throws {
    try await TestServer.run { server in
      let client = server.service.client(as: .admin, fieldManager: "test")
      var map = try await client.create(
        ConfigMap {
          $0.metadata.name = "a"
          $0.metadata.namespace = "default"
        })
      let version = map.metadata.resourceVersion
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<20 { group.addTask { try await steps(server, from: version, 300) } }
        for number in 0..<300 {
          map.data["step"] = String(number)
          map = try await client.update(map)
          if number % 50 == 0 { try await Task.sleep(for: .milliseconds(12)) }
        }
        for try await steps in group { #expect(steps == (0..<300).map(String.init)) }
      }
    }
  }

  @Test func `a long initial state comes whole, and live changes follow it`() async throws {
    try await TestServer.run { server in
      let client = server.service.client(as: .admin, fieldManager: "test")
      for number in 0..<1500 {
        try await client.create(
          ConfigMap {
            $0.metadata.name = "m-\(1000 + number)"
            $0.metadata.namespace = "default"
            $0.data = ["step": String(number), "text": String(repeating: "x", count: 400)]
          })
      }
      async let seen = steps(server, from: nil, 1501)
      try await Task.sleep(for: .milliseconds(100))
      try await client.create(
        ConfigMap {
          $0.metadata.name = "m-9999"
          $0.metadata.namespace = "default"
          $0.data = ["step": "last"]
        })
      #expect(try await seen == (0..<1500).map(String.init) + ["last"])
    }
  }

  @Test func `a client that takes no bookmarks gets no line for one`() async throws {
    try await TestServer.run { server in
      try await server.client { client in
        let stream = try await client.stream(
          RawRequest(path: "/api/v1/namespaces?watch=1&resourceVersion=0&timeoutSeconds=1"))
        var text = ""
        while let bytes = try await stream.next() { text += String(decoding: bytes, as: UTF8.self) }
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.hasPrefix(#"{"type":"ADDED","object":{"#))
      }
    }
  }
}
