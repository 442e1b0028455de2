import APIMachinery
import KubernetesAPI
import Testing

@testable import SchedulerController

@Suite struct ScoreTests {
  private func totals(_ pod: Pod, _ state: ClusterState) -> [Int] {
    var state = state
    let cycle = Cycle(SchedulingPod(pod), &state)
    return NodeScores.totals(cycle, &state)
  }

  @Test func `free resources are scored in integer arithmetic`() {
    let node = NodeInfo(makeNode("a", cpu: "4", memory: "8Gi"))
    // (4000 - 1000) * 100 / 4000 = 75; (8 - 2) * 100 / 8 = 75.
    #expect(ResourceScores.leastAllocated(SchedulingPod(makePod("p", cpu: "1", memory: "2Gi")), node) == 75)
    // Without requests 100m and 200 MiB are assumed: 97 and 97.
    #expect(ResourceScores.leastAllocated(SchedulingPod(makePod("p")), node) == 97)
  }

  @Test func `balance is scored by what the pod changes`() {
    let node = NodeInfo(makeNode("a", cpu: "4", memory: "8Gi"))
    // Evenly: base stays 100, 50 + 50 / 2 = 75.
    #expect(ResourceScores.balanced(SchedulingPod(makePod("p", cpu: "1", memory: "2Gi")), node) == 75)
    // CPU alone, half of it: base falls to 75, 50 + (50 - 25) / 2 = 62.
    #expect(ResourceScores.balanced(SchedulingPod(makePod("p", cpu: "2")), node) == 62)
    #expect(ResourceScores.balanced(SchedulingPod(makePod("p")), node) == 0)
  }

  @Test func `an emptier node wins`() {
    let state = makeState([makeNode("a"), makeNode("b")], [(makePod("x", cpu: "2", memory: "4Gi"), "a")])
    let scores = totals(makePod("p", cpu: "1", memory: "1Gi"), state)
    #expect(scores[1] > scores[0])
  }

  @Test func `a preferred taint is avoided`() {
    let state = makeState([
      makeNode("a") {
        $0.spec.taints = [
          Taint {
            $0.key = "spot"; $0.effect = "PreferNoSchedule"
          }
        ]
      },
      makeNode("b"),
    ])
    let scores = totals(makePod("p"), state)
    #expect(scores[1] - scores[0] == 300)
  }

  @Test func `pods of a workload spread over hosts by default`() {
    func member(_ name: String) -> Pod {
      var pod = makePod(name, labels: ["app": "web"])
      pod.metadata.ownerReferences = [
        OwnerReference {
          $0.kind = "ReplicaSet"; $0.name = "web"; $0.controller = true
        }
      ]
      return pod
    }
    let state = makeState([makeNode("a"), makeNode("b")], [(member("x"), "a"), (makePod("other"), "b")])
    let scores = totals(member("p"), state)
    #expect(scores[1] > scores[0])
  }

  @Test func `normalizing gives the greatest a hundred and may be reversed`() {
    #expect(NodeScores.normalized([0, 5, 10]) == [0, 50, 100])
    #expect(NodeScores.normalized([0, 5, 10], isReversed: true) == [100, 50, 0])
    #expect(NodeScores.normalized([0, 0], isReversed: true) == [100, 100])
  }

  /// Kubernetes: `max(5, 50 - nodes / 125)` percent of the nodes, at least 100.
  @Test(arguments: [
    (0, 0), (99, 99), (100, 100), (200, 100), (250, 120), (1000, 420), (2500, 750), (5000, 500), (5625, 281),
    (10_000, 500),
  ])
  func `a share of the nodes is looked at in large clusters`(nodes: Int, looked: Int) {
    #expect(SchedulerState.feasibleCount(of: nodes) == looked)
  }
}
