import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@testable import ControllerRuntime
@testable import RemoteClient

/// A kube-apiserver that is replaced by another while clients use it, and what they do then.
@Suite struct RestartWireTests {
  /// Kubernetes: `apiserver/pkg/server/filters/with_retry_after.go`: what a server says while it shuts down.
  private static let shuttingDown = ScriptedServer.Answer(
    "HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n"
      + "Retry-After: 5\r\nContent-Length: 59\r\n\r\n"
      + "The apiserver is shutting down, please try again later.\r\n\r\n", closes: true)

  private static func unavailable(_ header: String...) -> ScriptedServer.Answer {
    .json(
      503,
      #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"apiserver not ready","reason":"ServiceUnavailable","code":503}"#,
      headers: header)
  }

  @Test func `a server that shuts down is asked again when it says so, on another connection`() async throws {
    let clock = TestClock()
    try await ScriptedServer.run(Self.shuttingDown, .json(200, "{}")) { server in
      try await withTransport(to: server, clock: clock) { transport in
        let answer = try await transport.send(RawRequest("POST", path: "/a", body: Array("{}".utf8)))
        #expect(answer.status == 200)
      }
      #expect(clock.waits == [.seconds(5)])
    }
  }

  /// Kubernetes: client-go `with_retry.go`, `checkWait`: 429 and 5xx, and only with a number of seconds.
  @Test func `an answer is waited for only with a number of seconds`() async throws {
    for (headers, requests) in [
      (["Retry-After: 2"], 2), (["Retry-After: Fri, 31 Dec 2027 23:59:59 GMT"], 1), ([], 1),
    ] {
      let clock = TestClock()
      let busy = ScriptedServer.Answer.json(503, #"{"kind":"Status","code":503}"#, headers: headers)
      try await ScriptedServer.run(busy, .json(200, "{}")) { server in
        try await withTransport(to: server, clock: clock) { transport in
          let status = try? await transport.send(RawRequest(path: "/a")).status
          #expect(status == (requests == 2 ? 200 : nil))
        }
        #expect(server.requests.count == requests)
        #expect(clock.waits == (requests == 2 ? [.seconds(2)] : []))
      }
    }
  }

  @Test func `a watch that is refused for its token is opened with a new one`() async throws {
    let folder = TestFolder()
    let path = folder.write("token", "one")
    try await ScriptedServer.run(
      .json(200, "{}"),
      .json(401, #"{"kind":"Status","message":"Unauthorized","reason":"Unauthorized","code":401}"#),
      .watch(#"{"type":"ADDED","object":{"metadata":{"name":"a"}}}"#)
    ) { server in
      try await withTransport(to: server, authorization: .tokenFile(path)) { transport in
        _ = try await transport.send(RawRequest(path: "/a"))
        folder.write("token", "two")
        let stream = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await stream.next()?.count == 1)
        stream.cancel()
      }
      #expect(
        server.requests.map { "\($0.path) \($0.headers["authorization"] ?? "")" } == [
          "/a Bearer one", "/watch Bearer one", "/watch Bearer two",
        ])
    }
  }

  private static func pod(_ name: String, _ version: Int) -> String {
    #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"\#(name)","namespace":"default","resourceVersion":"\#(version)"}}"#
  }

  private static func list(_ version: Int, _ names: String..., next: String = "") -> ScriptedServer.Answer {
    let items = names.map { pod($0, version) }.joined(separator: ",")
    return .json(
      200,
      #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"\#(version)","continue":"\#(next)"},"items":[\#(items)]}"#
    )
  }

  private static func event(_ type: String, _ object: String) -> String {
    #"{"type":"\#(type)","object":\#(object)}"#
  }

  private static func expired(next: String = "") -> String {
    #"{"kind":"Status","apiVersion":"v1","metadata":{"continue":"\#(next)"},"status":"Failure","message":"too old resource version: 150 (199)","reason":"Expired","code":410}"#
  }

  /// Keeps an informer of pods by what the server answers, until it holds `wanted`.
  private func follow(_ server: ScriptedServer, until wanted: [String]) async throws {
    let clock = TestClock()
    let client = try RemoteClient(
      ClientConfiguration(server: "http://\(server.address)"), clock: clock.transport)
    let informer = Informer(resource: Pod.definition.groupVersionResource)
    let (changes, changed) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    informer.subscribe { _ in changed.yield() }
    let reflector = Reflector(
      informer: informer, client: client,
      world: World(time: SkippedTime(clock: clock), random: SystemRandom()),
      options: ReflectorOptions())
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await reflector.run() }
      for await _ in changes where informer.list(namespace: nil).map(\.key.name) == wanted { break }
      group.cancelAll()
    }
    #expect(informer.list(namespace: nil).map(\.key.name) == wanted)
    await client.shutdown()
  }

  @Test func `a cache follows a server through a restart, and loses and repeats nothing`() async throws {
    let bookmark = Self.event("BOOKMARK", #"{"kind":"Pod","metadata":{"resourceVersion":"150"}}"#)
    try await ScriptedServer.run(
      Self.list(100, "a"),
      .cutWatch(Self.event("ADDED", Self.pod("b", 101)), bookmark, half: #"{"type":"ADDED","obj"#),
      Self.unavailable("Retry-After: 1"), Self.unavailable(), .hangUp, .hangUp,
      .watch(
        Self.event("MODIFIED", Self.pod("a", 160)), Self.event("ERROR", Self.expired()), ends: true),
      Self.list(200, "b", "c"), .watch(Self.event("ADDED", Self.pod("d", 201)))
    ) { server in
      try await follow(server, until: ["b", "c", "d"])
      func watch(_ version: Int) -> String {
        "/api/v1/pods?watch=true&resourceVersion=\(version)&allowWatchBookmarks=true"
      }
      #expect(
        server.requests.map(\.path) == [
          "/api/v1/pods?resourceVersion=0&limit=500", watch(100), watch(150), watch(150), watch(150),
          watch(150),
          watch(150), "/api/v1/pods?limit=500", watch(200),
        ])
    }
  }

  @Test func `a cache whose list is cut between pages reads it whole`() async throws {
    try await ScriptedServer.run(
      Self.list(150, "a", next: "token"), .json(410, Self.expired(next: "rest")),
      Self.list(200, "a", "b"), .watch()
    ) { server in
      try await follow(server, until: ["a", "b"])
      #expect(
        server.requests.prefix(3).map(\.path) == [
          "/api/v1/pods?resourceVersion=0&limit=500", "/api/v1/pods?limit=500&continue=token",
          "/api/v1/pods?resourceVersion=0",
        ])
    }
  }
}

/// The clock of a test for what waits by itself.
private struct SkippedTime: TimeSource {
  let clock: TestClock

  func now() -> Timestamp { clock.now }

  func sleep(until deadline: Timestamp) async throws {
    try Task.checkCancellation()
    clock.advance(by: deadline - clock.now)
  }
}
