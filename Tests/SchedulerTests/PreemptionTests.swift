import APIMachinery
import KubernetesAPI
import Testing

@testable import SchedulerController

@Suite struct PreemptionTests {
  private func preempt(
    _ pod: Pod, _ state: ClusterState, budgets: [PodDisruptionBudget] = []
  ) -> Preemption.Outcome {
    var state = state
    let incoming = SchedulingPod(pod)
    let cycle = Cycle(incoming, &state)
    let rejections = state.nodes.enumerated().compactMap { cycle.rejection(of: $1, at: $0) }
    return Preemption(pod: incoming, state: state, budgets: budgets).run(rejections)
  }

  private func victims(_ outcome: Preemption.Outcome) -> [String]? {
    guard case .evict(let victims, let node) = outcome else { return nil }
    return [node] + victims.map(\.key.name)
  }

  private func message(_ outcome: Preemption.Outcome) -> String? {
    guard case .hopeless(let text) = outcome else { return nil }
    return text
  }

  @Test func `the least important pods go, and no more than must`() {
    let state = makeState(
      [makeNode("a", cpu: "4")],
      [
        (makePod("low", cpu: "2", priority: 1), "a"), (makePod("lower", cpu: "1", priority: 0), "a"),
        (makePod("high", cpu: "1", priority: 50), "a"),
      ])
    #expect(victims(preempt(makePod("p", cpu: "1", priority: 10), state)) == ["a", "lower"])
    #expect(victims(preempt(makePod("p", cpu: "3", priority: 10), state)) == ["a", "low", "lower"])
  }

  @Test func `the node whose most important victim matters least is chosen`() {
    let state = makeState(
      [makeNode("a", cpu: "2"), makeNode("b", cpu: "2")],
      [(makePod("x", cpu: "2", priority: 5), "a"), (makePod("y", cpu: "2", priority: 3), "b")])
    #expect(victims(preempt(makePod("p", cpu: "2", priority: 10), state)) == ["b", "y"])
  }

  @Test func `a budget without room weighs more than priority`() {
    let budget = PodDisruptionBudget {
      $0.metadata.name = "y"
      $0.metadata.namespace = "default"
      $0.spec.selector = LabelSelector { $0.matchLabels = ["app": "y"] }
      $0.status.disruptionsAllowed = 0
    }
    let state = makeState(
      [makeNode("a", cpu: "2"), makeNode("b", cpu: "2")],
      [
        (makePod("x", cpu: "2", priority: 5), "a"),
        (makePod("y", cpu: "2", labels: ["app": "y"], priority: 3), "b"),
      ])
    #expect(victims(preempt(makePod("p", cpu: "2", priority: 10), state, budgets: [budget])) == ["a", "x"])
  }

  @Test func `where preemption cannot help it says why`() {
    let state = makeState(
      [makeNode("a", cpu: "1"), makeNode("b", cpu: "4")], [(makePod("x", cpu: "4", priority: 100), "b")])
    #expect(
      message(preempt(makePod("p", cpu: "2", priority: 10), state))
        == """
        0/2 nodes are available: 1 No preemption victims found for incoming pod, \
        1 Preemption is not helpful for scheduling.
        """)
    let meek = makePod("p", cpu: "2", priority: 1000) { $0.preemptionPolicy = "Never" }
    #expect(message(preempt(meek, state)) == "not eligible due to preemptionPolicy=Never.")
  }
}
