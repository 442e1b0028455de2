import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct EvictionTests {
  /// A running pod with a label that a budget selects.
  private func runningPod(_ api: TestAPI, _ name: String = "web") async throws {
    var pod = try await api.client.create(somePod(name) { $0.metadata.labels["app"] = "web" })
    pod.fields["status"] = [
      "phase": "Running", "conditions": [["type": "Ready", "status": "True"]],
    ]
    try await api.client.updateStatus(pod)
  }

  private func budget(_ api: TestAPI, _ name: String, allowed: Int, observed: Bool = true) async throws {
    var budget = try await api.client.create(
      PodDisruptionBudget {
        $0.metadata.name = name
        $0.metadata.namespace = "default"
        $0.spec.selector = LabelSelector { $0.matchLabels = ["app": "web"] }
        $0.fields.withObject("spec") { $0["minAvailable"] = 2 }
      })
    budget.fields["status"] = [
      "disruptionsAllowed": .int(Int64(allowed)), "currentHealthy": 2, "desiredHealthy": 2, "expectedPods": 3,
      "observedGeneration": observed ? 1 : 0,
    ]
    try await api.client.updateStatus(budget)
  }

  private func evict(_ api: TestAPI, _ name: String = "web") async throws {
    _ = try await api.service.create(
      api.target(.pods, name, "eviction"),
      RequestBody(["apiVersion": "policy/v1", "kind": "Eviction", "metadata": ["name": .string(name)]]))
  }

  @Test func `a pod without a budget is evicted`() async throws {
    let api = try await TestAPI()
    try await runningPod(api)
    try await evict(api)
    #expect(try await api.client.find(Pod.self, ObjectKey(namespace: "default", name: "web")) == nil)
  }

  @Test func `a budget without room refuses`() async throws {
    let api = try await TestAPI()
    try await runningPod(api)
    try await budget(api, "pdb", allowed: 0)
    let error = await statusError { try await evict(api) }
    #expect(error?.code == 429)
    #expect(error?.message == "Cannot evict pod as it would violate the pod's disruption budget.")
    #expect(
      error?.details?.causes == [
        StatusError.Cause(
          reason: "DisruptionBudget",
          message: "The disruption budget pdb needs 2 healthy pods and has 2 currently")
      ])
  }

  @Test func `an eviction takes a disruption of the budget`() async throws {
    let api = try await TestAPI()
    try await runningPod(api)
    try await budget(api, "pdb", allowed: 1)
    try await evict(api)
    let budget = try await api.client.get(
      PodDisruptionBudget.self, ObjectKey(namespace: "default", name: "pdb"))
    #expect(budget.fields["status"]?["disruptionsAllowed"] == 0)
    #expect(budget.fields["status"]?["disruptedPods"]?["web"] != nil)
  }

  @Test func `two budgets for one pod are an error, and one that was not observed says to wait`() async throws
  {
    let api = try await TestAPI()
    try await runningPod(api)
    try await budget(api, "a", allowed: 1, observed: false)
    let waiting = await statusError { try await evict(api) }
    #expect(waiting?.code == 429)
    #expect(waiting?.details?.retryAfterSeconds == 10)
    try await budget(api, "b", allowed: 1)
    let error = await statusError { try await evict(api) }
    #expect(error?.code == 500)
    #expect(
      error?.message
        == "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
  }
}
