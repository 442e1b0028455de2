import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct TableTests {
  /// Renders an object of a kind as one row of its table.
  private func cells(_ api: TestAPI, _ resource: GroupVersionResource, _ text: String) throws -> [String] {
    let served = try #require(api.service.resource(resource))
    let renderer = api.service.tableRenderer(served, including: .none)
    let table = renderer.table([renderer.row(object(text))], metadata: JSONObject())
    let cells = table["rows"]?.arrayValue?.first?["cells"]?.arrayValue ?? []
    return cells.map { $0.stringValue ?? $0.description }
  }

  private static func pod(_ spec: String, _ status: String, metadata: String = "") -> String {
    #"{"metadata":{"name":"web","creationTimestamp":"2026-05-28T20:21:40Z"\#(metadata)},"spec":\#(spec),"status":\#(status)}"#
  }

  @Test(arguments: [
    (
      pod(
        #"{"containers":[{"name":"a"},{"name":"b"}],"nodeName":"n1"}"#,
        #"{"phase":"Running","podIP":"10.0.0.7","containerStatuses":[{"name":"a","ready":true,"restartCount":2,"state":{"running":{}},"lastState":{"terminated":{"finishedAt":"2026-05-28T20:25:40Z"}}},{"name":"b","ready":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}"#
      ),
      ["web", "1/2", "CrashLoopBackOff", "2 (60s ago)", "5m", "10.0.0.7", "n1", "<none>", "<none>"]
    ),
    (
      pod(
        #"{"containers":[{"name":"a"}],"initContainers":[{"name":"i"},{"name":"j"}]}"#,
        #"{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0}}},{"name":"j","state":{"running":{}}}]}"#
      ),
      ["web", "0/1", "Init:1/2", "0", "5m", "<none>", "<none>", "<none>", "<none>"]
    ),
    (
      pod(
        #"{"containers":[{"name":"a"}]}"#,
        #"{"phase":"Succeeded","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]}"#
      ),
      ["web", "0/1", "Completed", "0", "5m", "<none>", "<none>", "<none>", "<none>"]
    ),
    (
      pod(
        #"{"containers":[{"name":"a"}]}"#, #"{"phase":"Running"}"#,
        metadata: #","deletionTimestamp":"2026-05-28T20:26:40Z""#),
      ["web", "0/1", "Terminating", "0", "5m", "<none>", "<none>", "<none>", "<none>"]
    ),
    (
      pod(#"{"containers":[{"name":"a"}]}"#, #"{"phase":"Failed","reason":"Evicted"}"#),
      ["web", "0/1", "Evicted", "0", "5m", "<none>", "<none>", "<none>", "<none>"]
    ),
  ]) func `pods show as kubectl shows them`(_ text: String, _ row: [String]) async throws {
    let api = try await TestAPI()
    let shown = try cells(api, .pods, text)
    #expect(shown == row)
  }

  @Test func `nodes show their state and roles`() async throws {
    let api = try await TestAPI()
    let text =
      #"{"metadata":{"name":"n1","creationTimestamp":"2026-05-28T20:21:40Z","labels":{"node-role.kubernetes.io/worker":""}},"spec":{"unschedulable":true},"status":{"conditions":[{"type":"Ready","status":"True"}],"nodeInfo":{"kubeletVersion":"v1.36.0","osImage":"Amazon Linux"},"addresses":[{"type":"InternalIP","address":"10.0.0.1"}]}}"#
    let shown = try cells(api, Node.definition.groupVersionResource, text)
    #expect(
      shown == [
        "n1", "Ready,SchedulingDisabled", "worker", "5m", "v1.36.0", "10.0.0.1", "<none>", "Amazon Linux",
        "<unknown>", "<unknown>",
      ])
  }

  @Test func `services and deployments show what matters`() async throws {
    let api = try await TestAPI()
    let service = try cells(
      api, .services,
      #"{"metadata":{"name":"s","creationTimestamp":"2026-05-28T20:21:40Z"},"spec":{"type":"LoadBalancer","clusterIP":"10.100.0.1","ports":[{"port":80,"nodePort":30080,"protocol":"TCP"}],"selector":{"app":"web"}}}"#
    )
    #expect(service == ["s", "LoadBalancer", "10.100.0.1", "<pending>", "80:30080/TCP", "5m", "app=web"])
    let deployment = try cells(
      api, .deployments,
      #"{"metadata":{"name":"d","creationTimestamp":"2026-05-28T20:21:40Z"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b","image":"y"}]}}},"status":{"readyReplicas":2,"updatedReplicas":3,"availableReplicas":2}}"#
    )
    #expect(deployment == ["d", "2/3", "3", "2", "5m", "a,b", "x,y", "app=web"])
  }

  @Test func `a list's table has columns, rows and metadata`() async throws {
    let api = try await TestAPI()
    try await api.client.create(somePod())
    let list = try api.service.list(api.target(.pods))
    let table = api.service.tableRenderer(list.served).table(of: list)
    #expect(table["kind"] == "Table")
    #expect(table["metadata"]?["resourceVersion"] == .string(String(list.revision)))
    #expect(table["columnDefinitions"]?.arrayValue?.first?["name"] == "Name")
    #expect(table["rows"]?.arrayValue?.first?["object"]?["kind"] == "PartialObjectMetadata")
  }

  @Test func `jobs show how far they are and how long they took`() async throws {
    let api = try await TestAPI()
    let done =
      #"{"metadata":{"name":"work","creationTimestamp":"2026-05-28T20:21:40Z"},"spec":{"completions":3},"status":{"succeeded":3,"startTime":"2026-05-28T20:21:40Z","completionTime":"2026-05-28T20:23:10Z","conditions":[{"type":"SuccessCriteriaMet","status":"True"},{"type":"Complete","status":"True"}]}}"#
    let open =
      #"{"metadata":{"name":"work","creationTimestamp":"2026-05-28T20:21:40Z"},"spec":{"parallelism":2},"status":{"conditions":[{"type":"Suspended","status":"True"}]}}"#
    let jobs = Job.definition.groupVersionResource
    #expect(try cells(api, jobs, done).prefix(4) == ["work", "Complete", "3/3", "90s"])
    #expect(try cells(api, jobs, open).prefix(4) == ["work", "Suspended", "0/1 of 2", ""])
    let cronJob =
      #"{"metadata":{"name":"report","creationTimestamp":"2026-05-28T20:21:40Z"},"spec":{"schedule":"@daily","suspend":false},"status":{"active":[{"name":"a"}]}}"#
    #expect(
      try cells(api, CronJob.definition.groupVersionResource, cronJob).prefix(6)
        == ["report", "@daily", "<none>", "false", "1", "<none>"])
  }
}
