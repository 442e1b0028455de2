import APIMachinery
import KubernetesAPI
import KubernetesClient
import Synchronization
import Testing

@testable import RemoteClient

/// Lists, errors and warnings as a kube-apiserver writes them, and what the verbs of the client make of them.
@Suite struct ListWireTests {
  /// Runs `body` with a client of a server that answers with these.
  private func run<Result: Sendable>(
    _ answers: ScriptedServer.Answer..., onWarning: @escaping @Sendable (String) -> Void = { _ in },
    clock: TestClock = TestClock(),
    _ body: @Sendable (RemoteClient, ScriptedServer) async throws -> Result
  ) async throws -> Result {
    try await ScriptedServer.run(answers) { server in
      let client = try RemoteClient(
        ClientConfiguration(server: "http://\(server.address)"), clock: clock.transport, onWarning: onWarning)
      do {
        let result = try await body(client, server)
        await client.shutdown()
        return result
      } catch {
        await client.shutdown()
        throw error
      }
    }
  }

  /// Three pods, in 261 bytes of JSON.
  private static let compressed = """
    H4sIAAAAAAACA52Mqw4CMRBF/2V0SejialEkCBSGICbbgUygj7TTNU3/nVlFEGuQ5+Se2+HF0YODS/JnrgIGMPOVSuUUVS9WTSBBj4LgOhSq\
    qZWZvhM76aRQQI4cnyehcEwtCrjDMMCKFdyt/5xEDKRlTn6313jFmnFenacHtrfAGGazsX8002ZzHx+0QQpsBQEAAA==
    """

  @Test func `a list that comes compressed is read`() async throws {
    let bytes = try #require(ByteString(base64: Self.compressed)?.bytes)
    let answer = ScriptedServer.Answer.body(
      bytes, "Content-Type: application/json", "Content-Encoding: gzip", "Vary: Accept-Encoding")
    try await run(answer) { client, server in
      let list = try await client.list(Pod.self)
      #expect(list.items.map(\.key.name) == ["pod-0", "pod-1", "pod-2"])
      #expect(server.requests.map { $0.headers["accept-encoding"] } == ["gzip"])
    }
  }

  /// Kubernetes: "API concepts", retrieving large results sets in chunks.
  @Test func `a page tells how to go on and how much is left`() async throws {
    let page =
      #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"10245","continue":"ENCODED_CONTINUE_TOKEN","remainingItemCount":753},"items":[{"metadata":{"name":"a"}}]}"#
    try await run(.json(200, page)) { client, server in
      let list = try await client.list(
        Pod.definition.groupVersionResource, namespace: nil, options: ListOptions(limit: 1))
      #expect(list.resourceVersion == "10245")
      #expect(list.continueToken == "ENCODED_CONTINUE_TOKEN")
      #expect(list.remainingItemCount == 753)
    }
  }

  /// Kubernetes: etcd3 `handleCompactedErrorForPaging`: the token of an expired list comes with one that is not
  /// bound to a version.
  @Test func `a token that is too old comes back with one for the rest`() async throws {
    let status =
      #"{"kind":"Status","apiVersion":"v1","metadata":{"continue":"eyJydiI6LTF9"},"status":"Failure","message":"The provided continue parameter is too old to display a consistent list result.","reason":"Expired","code":410}"#
    try await run(.json(410, status)) { client, server in
      let error = await #expect(throws: StatusError.self) {
        try await client.list(Pod.self, options: ListOptions(continueToken: "eyJydiI6MTB9"))
      }
      #expect(error?.isExpired == true)
      #expect(error?.continueToken == "eyJydiI6LTF9")
    }
  }

  /// Kubernetes: "API concepts", the resourceVersion parameter.
  @Test func `a list says which version it wants, and how exactly`() async throws {
    try await run(.json(200, #"{"kind":"PodList","apiVersion":"v1","metadata":{},"items":null}"#)) {
      client, server in
      for match in [nil, ResourceVersionMatch.exact, .notOlderThan] {
        let list = try await client.list(
          Pod.self, namespace: "a", options: ListOptions(resourceVersion: "7", resourceVersionMatch: match))
        #expect(list.items.isEmpty)
      }
      #expect(
        server.requests.map(\.path) == [
          "/api/v1/namespaces/a/pods?resourceVersion=7",
          "/api/v1/namespaces/a/pods?resourceVersion=7&resourceVersionMatch=Exact",
          "/api/v1/namespaces/a/pods?resourceVersion=7&resourceVersionMatch=NotOlderThan",
        ])
    }
  }

  /// Kubernetes: KEP-3157: a list as a watch, whose end a bookmark tells.
  @Test func `a list comes as a stream that says when it is whole`() async throws {
    let answer = ScriptedServer.Answer.watch(
      #"{"type":"ADDED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","resourceVersion":"8467"}}}"#,
      #"{"type":"ADDED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"b","resourceVersion":"5726"}}}"#,
      #"{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"10245","annotations":{"k8s.io/initial-events-end":"true"}}}}"#,
      #"{"type":"MODIFIED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"b","resourceVersion":"10246"}}}"#,
      ends: true)
    try await run(answer) { client, server in
      let stream = try await client.watch(
        Pod.definition.groupVersionResource, namespace: nil,
        options: WatchOptions(resourceVersion: "", sendInitialEvents: true))
      var seen: [String] = []
      while let events = try await stream.next() {
        for event in events {
          switch event {
          case .added(let pod): seen.append("added \(pod.key.name)")
          case .modified(let pod): seen.append("modified \(pod.key.name)")
          case .bookmark(let version, let isEnd): seen.append("\(version) \(isEnd)")
          case .deleted: seen.append("deleted")
          }
        }
      }
      #expect(seen == ["added a", "added b", "10245 true", "modified b"])
      #expect(
        server.requests.map(\.path) == [
          "/api/v1/pods?watch=true&resourceVersion=&allowWatchBookmarks=true&sendInitialEvents=true"
            + "&resourceVersionMatch=NotOlderThan"
        ])
    }
  }

  /// Kubernetes: `errors.NewInvalid`; the API conventions, response status kind.
  @Test func `a refused object tells field by field what is wrong`() async throws {
    let status =
      #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Deployment.apps \"web\" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.selector: Required value]","reason":"Invalid","details":{"name":"web","group":"apps","kind":"Deployment","causes":[{"reason":"FieldValueInvalid","message":"Invalid value: -1: must be greater than or equal to 0","field":"spec.replicas"},{"reason":"FieldValueRequired","message":"Required value","field":"spec.selector"}]},"code":422}"#
    try await run(.json(422, status)) { client, _ in
      let error = await #expect(throws: StatusError.self) {
        try await client.create(Deployment { ($0.metadata.name, $0.metadata.namespace) = ("web", "default") })
      }
      #expect(error?.isInvalid == true)
      #expect(error?.details?.group == "apps" && error?.details?.name == "web")
      #expect(
        error?.details?.causes == [
          StatusError.Cause(
            reason: "FieldValueInvalid", message: "Invalid value: -1: must be greater than or equal to 0",
            field: "spec.replicas"),
          StatusError.Cause(reason: "FieldValueRequired", message: "Required value", field: "spec.selector"),
        ])
    }
  }

  /// Kubernetes: `warning.AddWarning` of deprecated versions and of admission: one header for each, RFC 7234.
  @Test func `warnings come with good answers and with bad ones`() async throws {
    let heard = Mutex<[String]>([])
    let deprecated =
      #"Warning: 299 - "policy/v1beta1 PodDisruptionBudget is deprecated in v1.21+, unavailable in v1.25+""#
    let quoted = #"Warning: 299 - "unknown field \"spec.foo\"""#
    try await run(
      .json(200, #"{"kind":"PodList","items":[]}"#, headers: [deprecated, quoted]),
      .json(409, #"{"kind":"Status","reason":"Conflict","code":409}"#, headers: [deprecated]),
      onWarning: { text in heard.withLock { $0.append(text) } }
    ) { client, _ in
      _ = try await client.list(Pod.self)
      await #expect(throws: StatusError.self) { try await client.list(Pod.self) }
    }
    let words = "policy/v1beta1 PodDisruptionBudget is deprecated in v1.21+, unavailable in v1.25+"
    #expect(heard.withLock { $0 } == [words, #"unknown field "spec.foo""#, words])
  }

  /// Custom resources are never served as protobuf; a client that speaks JSON alone never asks for it.
  @Test func `what is asked for is JSON, and what is none is told`() async throws {
    try await run(
      .body(Array("k8s\u{0}".utf8), "Content-Type: application/vnd.kubernetes.protobuf"),
      .json(
        406,
        #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"only the following media types are accepted: application/vnd.kubernetes.protobuf","reason":"NotAcceptable","code":406}"#
      )
    ) { client, server in
      let first = await #expect(throws: StatusError.self) { try await client.list(Pod.self) }
      #expect(first?.message.hasPrefix("the answer to /api/v1/pods is not JSON") == true)
      let second = await #expect(throws: StatusError.self) { try await client.list(Pod.self) }
      #expect(second?.reason == .notAcceptable)
      #expect(server.requests.map { $0.headers["accept"] } == ["application/json", "application/json"])
    }
  }

  /// Kubernetes: `errors.NewForbidden`, as the RBAC authorizer words it.
  @Test func `who may not is told what he may not`() async throws {
    let words =
      #"pods is forbidden: User \"system:serviceaccount:shop:web\" cannot list resource \"pods\" in API group \"\" at the cluster scope"#
    let status =
      #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"\#(words)","reason":"Forbidden","details":{"kind":"pods"},"code":403}"#
    try await run(.json(403, status)) { client, server in
      let error = await #expect(throws: StatusError.self) { try await client.list(Pod.self) }
      #expect(error?.reason == .forbidden && error?.details?.kind == "pods")
      #expect(server.requests.count == 1)
    }
  }
}
