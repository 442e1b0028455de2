import APIMachinery
import ControlPlane
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct StepTests {
  private static let key = ObjectKey(namespace: "default", name: "a")
  private static let map =
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {mirror: 'yes'}}, data: {value: '1'}}"

  private func run<Result: Sendable>(
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try SimulatedCluster.run(
      options: ControlPlaneOptions(loops: .none), controllers: [Mirror.controller(.none)], body)
  }

  @Test func `a step is one event or one reconcile, and the last is empty`() throws {
    let steps = try run { cluster in
      try await cluster.apply(Self.map)
      var steps: [[Timeline.Entry]] = []
      while let last = Optional(await cluster.step(within: .seconds(10))), !last.isEmpty {
        steps.append(last)
      }
      return steps
    }
    let lines = steps.map { $0.map(\.description) }
    #expect(lines.count >= 2)
    #expect(lines.contains { $0.contains { $0.contains(" reconcile ") } })
    #expect(lines.allSatisfy { $0.contains { $0.contains(" event ") || $0.contains(" reconcile ") } })
  }

  @Test func `a snapshot brings back what went, and takes away what came`() throws {
    try run { cluster in
      try await cluster.apply(Self.map)
      try await cluster.settle()
      let before = try await cluster.client.get(ConfigMap.self, Self.key)
      let snapshot = cluster.snapshot()
      try await cluster.client.delete(ConfigMap.self, Self.key)
      try await cluster.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, labels: {mirror: 'yes'}}}")
      try await cluster.settle()
      #expect(try await cluster.list(Secret.self, namespace: "default").map(\.key.name) == ["b"])

      try await cluster.restore(snapshot)
      try await cluster.settle()
      #expect(
        try await cluster.list(ConfigMap.self, namespace: "default").map(\.key.name).contains("b") == false)
      #expect(try await cluster.list(Secret.self, namespace: "default").map(\.key.name) == ["a"])
      let after = try await cluster.client.get(ConfigMap.self, Self.key)
      #expect(after.metadata.uid == before.metadata.uid)
      #expect(after.data["value"] == "1")

      try await cluster.client.patch(ConfigMap.self, Self.key, .merge(["data": ["value": "2"]]))
      try await cluster.eventually(Secret.self, Self.key) { $0.metadata.annotations["of"] == "2" }
    }
  }
}
