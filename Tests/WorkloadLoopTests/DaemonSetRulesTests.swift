import APIMachinery
import KubernetesAPI
import Testing

@testable import DaemonSetController

@Suite struct DaemonSetRulesTests {
  private static func set(_ fill: (inout PodSpec) -> Void) -> DaemonSet {
    DaemonSet { fill(&$0.spec.template.spec) }
  }

  private static func taint(_ key: String, _ effect: String) -> Taint {
    Taint {
      $0.key = key
      $0.effect = effect
    }
  }

  @Test(arguments: [
    ("node.kubernetes.io/not-ready", "NoSchedule", DaemonPlacement.mayStay),
    ("node.kubernetes.io/not-ready", "NoExecute", .runs),
    ("node.kubernetes.io/unreachable", "NoExecute", .runs),
    ("node.kubernetes.io/disk-pressure", "NoSchedule", .runs),
    ("node.kubernetes.io/memory-pressure", "NoSchedule", .runs),
    ("node.kubernetes.io/pid-pressure", "NoSchedule", .runs),
    ("node.kubernetes.io/unschedulable", "NoSchedule", .runs),
    ("node.kubernetes.io/network-unavailable", "NoSchedule", .mayStay),
    ("team", "NoSchedule", .mayStay), ("team", "NoExecute", .staysAway), ("team", "PreferNoSchedule", .runs),
  ])
  func `a taint keeps daemons away or not`(key: String, effect: String, placement: DaemonPlacement) {
    let set = Self.set { _ in }
    #expect(set.placement(onNodeNamed: "n", labels: [:], taints: [Self.taint(key, effect)]) == placement)
  }

  @Test func `only daemons of the host network come to a node without a network`() {
    let set = Self.set { $0.hostNetwork = true }
    let taint = Self.taint("node.kubernetes.io/network-unavailable", "NoSchedule")
    #expect(set.placement(onNodeNamed: "n", labels: [:], taints: [taint]) == .runs)
  }

  @Test func `a toleration with a time is replaced by one without`() {
    let spec = PodSpec {
      $0.tolerations = [
        Toleration {
          $0.key = "node.kubernetes.io/not-ready"
          $0.operator = "Exists"
          $0.effect = "NoExecute"
          $0.tolerationSeconds = 30
        }
      ]
    }
    let tolerations = spec.toleratingAsDaemon().tolerations
    #expect(tolerations.count == 6)
    #expect(tolerations[0].key == "node.kubernetes.io/not-ready" && tolerations[0].tolerationSeconds == nil)
  }

  @Test func `node name, selector and affinity decide`() {
    let named = Self.set { $0.nodeName = "a" }
    #expect(named.placement(onNodeNamed: "a", labels: [:], taints: []) == .runs)
    #expect(named.placement(onNodeNamed: "b", labels: [:], taints: []) == .staysAway)
    let fenced = Self.set {
      $0.affinity = Affinity {
        $0.nodeAffinity = NodeAffinity {
          $0.requiredDuringSchedulingIgnoredDuringExecution = NodeSelector {
            $0.nodeSelectorTerms = [
              NodeSelectorTerm {
                $0.matchExpressions = [
                  NodeSelectorRequirement {
                    $0.key = "eks.amazonaws.com/compute-type"
                    $0.operator = "NotIn"
                    $0.values = ["fargate"]
                  }
                ]
              }
            ]
          }
        }
      }
    }
    #expect(fenced.placement(onNodeNamed: "a", labels: [:], taints: []) == .runs)
    #expect(
      fenced.placement(onNodeNamed: "a", labels: ["eks.amazonaws.com/compute-type": "fargate"], taints: [])
        == .staysAway)
  }

  @Test(arguments: [
    (IntOrString?.none, IntOrString?.none, 10, 1, 0), ("10%", 0, 10, 1, 0), ("10%", 0, 11, 2, 0),
    (0, "25%", 10, 0, 3), (0, 0, 10, 1, 0), (3, 0, 2, 3, 0),
  ])
  func `percentages of nodes are rounded up`(
    unavailable: IntOrString?, surge: IntOrString?, nodes: Int, maxUnavailable: Int, maxSurge: Int
  ) {
    let rolling = RollingUpdateDaemonSet {
      $0.maxUnavailable = unavailable
      $0.maxSurge = surge
    }
    let budget = DaemonRollout.Budget(rolling, nodes: nodes)
    #expect(budget.maxUnavailable == maxUnavailable && budget.maxSurge == maxSurge)
  }

  /// A pod on a node; `revision` as its label.
  private static func pod(_ node: String, _ revision: String) -> Pod {
    Pod {
      $0.metadata.name = "\(node)-\(revision)"
      $0.metadata.labels = ["controller-revision-hash": revision]
      $0.spec.nodeName = node
    }
  }

  private static func rollout(_ pods: [Pod], maxUnavailable: Int, maxSurge: Int, ill: Swift.Set<String> = [])
    -> DaemonRollout
  {
    var budget = DaemonRollout.Budget(nil, nodes: 4)
    (budget.maxUnavailable, budget.maxSurge) = (maxUnavailable, maxSurge)
    return DaemonRollout(["a", "b", "c", "d"], DaemonPods(pods), budget: budget, revision: "new") {
      !ill.contains($0.metadata.name ?? "")
    }
  }

  @Test func `old pods that serve nobody go first and count as unavailable`() {
    let pods = ["a", "b", "c", "d"].map { Self.pod($0, "old") }
    func leaving(_ maxUnavailable: Int, ill: Swift.Set<String>) -> [String?] {
      Self.rollout(pods, maxUnavailable: maxUnavailable, maxSurge: 0, ill: ill).leaving.map(\.metadata.name)
    }
    #expect(leaving(1, ill: []) == ["a-old"])
    #expect(leaving(2, ill: ["c-old"]) == ["c-old", "a-old"])
    #expect(leaving(1, ill: ["c-old", "d-old"]) == ["c-old", "d-old"])
  }

  @Test func `a node without a pod or with a new one that is not available uses up the budget`() {
    let pods = [Self.pod("a", "new"), Self.pod("b", "old"), Self.pod("c", "old")]
    #expect(Self.rollout(pods, maxUnavailable: 1, maxSurge: 0).leaving.isEmpty)
    #expect(Self.rollout(pods, maxUnavailable: 2, maxSurge: 0).leaving.map(\.metadata.name) == ["b-old"])
    #expect(Self.rollout(pods, maxUnavailable: 2, maxSurge: 0, ill: ["a-new"]).leaving.isEmpty)
  }

  @Test func `a surge is limited by the new pods that are not available`() {
    let pods = [Self.pod("a", "old"), Self.pod("a", "new"), Self.pod("b", "old"), Self.pod("c", "old")]
    let waiting = Self.rollout(pods, maxUnavailable: 0, maxSurge: 1, ill: ["a-new"])
    #expect(waiting.leaving.isEmpty && waiting.surging.isEmpty)
    let moving = Self.rollout(pods, maxUnavailable: 0, maxSurge: 1)
    #expect(moving.leaving.map(\.metadata.name) == ["a-old"] && moving.surging == ["b"])
    let ill = Self.rollout(pods, maxUnavailable: 0, maxSurge: 1, ill: ["a-new", "c-old"])
    #expect(ill.surging == ["c"])
  }

  @Test func `the back-off doubles, is kept by node and starts anew with a new template`() {
    let backoff = FailedPodBackoff()
    let key = ObjectKey(namespace: "shop", name: "log")
    func wait(_ seconds: Int, generation: Int = 1, node: String = "a") -> Duration? {
      backoff.wait(
        set: key, generation: generation, node: node, now: Timestamp(secondsSince1970: Int64(1000 + seconds)))
    }
    #expect(wait(0) == nil)
    #expect(wait(0) == .seconds(1))
    #expect(wait(1) == nil)
    #expect(wait(1) == .seconds(2))
    #expect(wait(1, node: "b") == nil)
    #expect(wait(1, generation: 2) == nil)
    #expect(wait(2000) == nil)
    #expect(wait(2000) == .seconds(1))
  }
}
