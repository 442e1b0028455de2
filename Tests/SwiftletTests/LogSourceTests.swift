import APIMachinery
import ArgumentParser
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct LogSourceTests {
  private let pod = Pod {
    $0.metadata.name = "web"
    $0.metadata.namespace = "shop"
    $0.spec.initContainers = [Container { $0.name = "init" }]
    $0.spec.containers = [Container { $0.name = "app" }, Container { $0.name = "proxy" }]
  }

  private func names(_ container: String? = nil, all: Bool = false) throws -> [String] {
    try LogSource.sources(of: pod, container: container, all: all).map(\.container)
  }

  @Test func `one container is chosen, or the one asked for, or all`() throws {
    #expect(try names() == ["app"])
    #expect(try names("proxy") == ["proxy"])
    #expect(try names(all: true) == ["init", "app", "proxy"])
  }

  @Test func `a container that the pod does not have is refused`() {
    let error = #expect(throws: CommandError.self) { try names("db") }
    #expect(error?.description == "container db is not valid for pod web")
  }

  @Test func `the flags go into the path`() throws {
    let request = try LogRequest.parse(["-f", "-p", "--timestamps", "--tail=5", "--since=2m"])
    let source = LogSource(pod: ObjectKey(namespace: "shop", name: "web"), container: "app")
    #expect(
      try request.path(source)
        == "/api/v1/namespaces/shop/pods/web/log?container=app&follow=true&previous=true&timestamps=true"
        + "&tailLines=5&sinceSeconds=120")
  }

  @Test func `pods chosen by label show ten lines each`() throws {
    #expect(try LogRequest.parse([]).withDefaultTail(isForMany: true).tail == 10)
    #expect(try LogRequest.parse(["--tail=-1"]).withDefaultTail(isForMany: true).tail == -1)
  }

  @Test func `of many pods the one that has most to say is asked`() {
    func pod(_ name: String, _ status: JSONObject, createdAt: Int64 = 0, node: String? = "n") -> Pod {
      Pod {
        $0.metadata.name = name
        $0.metadata.creationTimestamp = Timestamp(secondsSince1970: createdAt)
        $0.spec.nodeName = node
        $0.fields["status"] = .object(status)
      }
    }
    func ready(since time: String, restarts: Int = 0) -> JSONObject {
      [
        "phase": "Running",
        "conditions": [
          ["type": "Ready", "status": "True", "lastTransitionTime": .string("2026-01-01T00:00:\(time)Z")]
        ], "containerStatuses": [["name": "app", "restartCount": .int(Int64(restarts))]],
      ]
    }
    // Each goes before all that follow it.
    let ranked = [
      pod("early", ready(since: "01"), createdAt: 9), pod("restarted", ready(since: "02", restarts: 3)),
      pod("old", ready(since: "02"), createdAt: 1), pod("young", ready(since: "02"), createdAt: 2),
      pod("young-too", ready(since: "02"), createdAt: 2), pod("over", ["phase": "Succeeded"]),
      pod("unknown", ["phase": "Unknown"]), pod("pending", ["phase": "Pending"]),
      pod("nowhere", ["phase": "Running"], node: nil),
    ]
    for place in ranked.indices {
      #expect(LogPriority.best(of: Array(ranked[place...]))?.key.name == ranked[place].key.name)
    }
    #expect(LogPriority.best(of: Array(ranked[..<4].reversed()))?.key.name == "early")
    #expect(LogPriority.best(of: []) == nil)
  }
}
