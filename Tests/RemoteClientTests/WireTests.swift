import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@testable import RemoteClient

/// What a kube-apiserver sends, byte for byte as its sources write it, and what the client makes of it.
@Suite struct WireTests {
  /// Kubernetes: `apiserver/pkg/server/filters/priority-and-fairness.go`: no Status, plain text.
  private static let tooMany = ScriptedServer.Answer(
    "HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 1\r\n"
      + "X-Content-Type-Options: nosniff\r\nX-Kubernetes-Pf-Flowschema-Uid: 1e1b\r\n"
      + "X-Kubernetes-Pf-Prioritylevel-Uid: 8d2c\r\nContent-Length: 43\r\n\r\n"
      + "Too many requests, please try again later.\n")

  @Test func `a busy server is asked again after the time that it names`() async throws {
    let clock = TestClock()
    try await ScriptedServer.run(Self.tooMany, Self.tooMany, .json(200, #"{"kind":"Pod"}"#)) { server in
      try await withTransport(to: server, clock: clock) { transport in
        let answer = try await transport.send(
          RawRequest("POST", path: "/api/v1/pods", body: Array("{}".utf8)))
        #expect(answer.status == 200)
        #expect(
          transport.metrics.text.hasSuffix(
            "rest_client_requests_total{code=\"200\",host=\"\(server.address)\",method=\"POST\"} 1\n"
              + "rest_client_requests_total{code=\"429\",host=\"\(server.address)\",method=\"POST\"} 2\n"))
      }
      #expect(clock.waits == [.seconds(1), .seconds(1)])
      #expect(server.requests.map(\.body) == ["{}", "{}", "{}"])
    }
  }

  @Test func `a server that stays busy is given up after ten more tries`() async throws {
    let clock = TestClock()
    try await ScriptedServer.run(Self.tooMany) { server in
      try await withTransport(to: server, clock: clock) { transport in
        let error = await #expect(throws: StatusError.self) {
          try await transport.send(RawRequest(path: "/api/v1/pods"))
        }
        #expect(error?.code == 429)
        #expect(error?.reason == .tooManyRequests)
        #expect(error?.details?.retryAfterSeconds == 1)
      }
      #expect(server.requests.count == 11)
      #expect(clock.waits.count == 10)
    }
  }

  @Test func `a watch waits for a busy server, too`() async throws {
    let clock = TestClock()
    try await ScriptedServer.run(
      Self.tooMany,
      .watch(
        #"{"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a","resourceVersion":"7"}}}"#, ends: true
      )
    ) { server in
      try await withTransport(to: server, clock: clock) { transport in
        let stream = RemoteWatchStream(
          try await transport.stream(RawRequest(path: "/api/v1/pods?watch=true")))
        let events = try await stream.next()
        guard case .added(let pod)? = events?.first else {
          Issue.record("no event")
          return
        }
        #expect(pod.metadata.name == "a")
        #expect(try await stream.next() == nil)
      }
      #expect(clock.waits == [.seconds(1)])
    }
  }

  /// Kubernetes: `apiserver/pkg/storage/cacher`: a bookmark has nothing but its kind and its version.
  @Test func `bookmarks tell how far a watch has come`() async throws {
    let bookmark =
      #"{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"12746","creationTimestamp":null},"spec":{"containers":null},"status":{}}}"#
    let end =
      #"{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"12750","creationTimestamp":null,"annotations":{"k8s.io/initial-events-end":"true"}},"spec":{"containers":null},"status":{}}}"#
    try await ScriptedServer.run(.watch(bookmark, end, ends: true)) { server in
      try await withTransport(to: server) { transport in
        let stream = RemoteWatchStream(try await transport.stream(RawRequest(path: "/")))
        var seen: [String] = []
        while let events = try await stream.next() {
          for case .bookmark(let version, let isEnd) in events { seen.append("\(version) \(isEnd)") }
        }
        #expect(seen == ["12746 false", "12750 true"])
      }
    }
  }

  /// Kubernetes: `apiserver/pkg/endpoints/handlers/watch.go`, etcd3 `watcher`.
  @Test func `a watch whose history is gone ends with Expired, in its answer or in its stream`() async throws
  {
    let status =
      #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old resource version: 1 (25371)","reason":"Expired","code":410}"#
    let inStream = ScriptedServer.Answer.watch(#"{"type":"ERROR","object":\#(status)}"#, ends: true)
    for answer in [ScriptedServer.Answer.json(410, status), inStream] {
      try await ScriptedServer.run(answer) { server in
        try await withTransport(to: server) { transport in
          let error = await #expect(throws: StatusError.self) {
            let stream = RemoteWatchStream(try await transport.stream(RawRequest(path: "/")))
            _ = try await stream.next()
          }
          #expect(error?.isExpired == true)
          #expect(error?.message == "too old resource version: 1 (25371)")
        }
      }
    }
  }

  @Test func `a watch that is cut in the middle of a line fails, and says what was whole before`()
    async throws
  {
    let line =
      #"{"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a","resourceVersion":"7"}}}"# + "\n"
    let half = #"{"type":"ADDED","object":{"kind"#
    let answer = ScriptedServer.Answer(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      String(line.utf8.count, radix: 16) + "\r\n" + line + "\r\n",
      String(half.utf8.count, radix: 16) + "\r\n" + half + "\r\n", closes: true)
    try await ScriptedServer.run(answer) { server in
      try await withTransport(to: server) { transport in
        let stream = RemoteWatchStream(try await transport.stream(RawRequest(path: "/")))
        #expect(try await stream.next()?.count == 1)
        let error = await #expect(throws: StatusError.self) { try await stream.next() }
        #expect(error?.reason == .connectionFailed)
      }
    }
  }

  @Test func `a get on a connection that the server closed meanwhile is sent again, a post is not`()
    async throws
  {
    for (method, count) in [("GET", 2), ("POST", 1)] {
      try await ScriptedServer.run(.init("", closes: true), .json(200, "{}")) { server in
        let body = method == "GET" ? nil : Array("{}".utf8)
        let status = try await withTransport(to: server) { transport in
          try? await transport.send(RawRequest(method, path: "/", body: body)).status
        }
        #expect(status == (method == "GET" ? 200 : nil))
        #expect(server.requests.count == count)
      }
    }
  }

  @Test func `a watch on a connection that the server closed meanwhile is opened again`() async throws {
    try await ScriptedServer.run(
      .hangUp, .watch(#"{"type":"ADDED","object":{"metadata":{"name":"a"}}}"#)
    ) { server in
      try await withTransport(to: server) { transport in
        let stream = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await stream.next()?.count == 1)
        stream.cancel()
      }
      #expect(server.requests.count == 2)
    }
  }

  @Test func `answers may be compressed, unless the kubeconfig says otherwise`() async throws {
    try await ScriptedServer.run(.json(200, "{}")) { server in
      for disables in [false, true] {
        try await withTransport(to: server, { $0.disablesCompression = disables }) { transport in
          _ = try await transport.send(RawRequest(path: "/"))
        }
      }
      #expect(server.requests.map { $0.headers["accept-encoding"] } == ["gzip", nil])
    }
  }

  @Test func `a list comes in pages`() async throws {
    func page(_ names: [String], next: String) -> ScriptedServer.Answer {
      let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
      return .json(
        200,
        #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9","continue":"\#(next)"},"items":[\#(items)]}"#
      )
    }
    try await ScriptedServer.run(
      page(["a", "b"], next: "eyJ2IjoibWV0YS5rOHMuaW8vdjEi=="), page(["c"], next: "")
    ) { server in
      let client = try RemoteClient(ClientConfiguration(server: "http://\(server.address)"))
      var options = ListOptions(limit: 2)
      var names: [String?] = []
      repeat {
        let list = try await client.list(Pod.self, options: options)
        names += list.items.map(\.metadata.name)
        options.continueToken = list.continueToken.isEmpty ? nil : list.continueToken
        #expect(list.items.allSatisfy { $0.kind == "Pod" && $0.apiVersion == "v1" })
      } while options.continueToken != nil
      await client.shutdown()
      #expect(names == ["a", "b", "c"])
      #expect(
        server.requests.map(\.path) == [
          "/api/v1/pods?limit=2", "/api/v1/pods?limit=2&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEi%3D%3D",
        ])
    }
  }

  /// Kubernetes: `apiserver/pkg/util/webhook`, admission plug-ins: the words reach the user as they are.
  @Test func `a webhook that says no is heard`() async throws {
    let status =
      #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"admission webhook \"pods.example.com\" denied the request: no latest tags","reason":"Forbidden","code":403}"#
    try await ScriptedServer.run(.json(403, status)) { server in
      try await withTransport(to: server) { transport in
        let error = await #expect(throws: StatusError.self) {
          try await transport.send(
            RawRequest("POST", path: "/api/v1/namespaces/a/pods", body: Array("{}".utf8)))
        }
        #expect(error?.reason == .forbidden)
        #expect(
          error?.message == "admission webhook \"pods.example.com\" denied the request: no latest tags")
      }
    }
  }

  @Test func `more streams than one connection of HTTP/2 takes get connections of their own`() async throws {
    try await ScriptedServer.run(.watch(#"{"type":"ADDED","object":{"metadata":{"name":"a"}}}"#)) { server in
      try await withTransport(to: server) { transport in
        var streams: [RemoteWatchStream] = []
        for _ in 0..<150 {
          streams.append(RemoteWatchStream(try await transport.stream(RawRequest(path: "/"))))
        }
        for stream in streams { #expect(try await stream.next()?.count == 1) }
        #expect(transport.streamPools == [64, 64, 22])
        for stream in streams { stream.cancel() }
        #expect(transport.streamPools == [0, 0, 0])
        let again = try await transport.stream(RawRequest(path: "/"))
        #expect(transport.streamPools == [1, 0, 0])
        again.cancel()
      }
    }
  }
}
