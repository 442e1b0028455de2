import APIMachinery
import KubernetesAPI
import Testing

@testable import ReplicaSetController

@Suite struct ReplicaSetRulesTests {
  private static let now = Timestamp(secondsSince1970: 1_000_000)

  private static func pod(_ name: String, _ fill: (inout Pod) -> Void = { _ in }) -> Pod {
    var pod = Pod {
      $0.metadata.name = name
      $0.metadata.uid = name
      $0.metadata.creationTimestamp = now - .seconds(1000)
      $0.spec.nodeName = "n-\(name)"
      $0.status.phase = "Running"
      $0.status.conditions = [ready(since: 500)]
    }
    fill(&pod)
    return pod
  }

  private static func ready(since seconds: Int, _ status: String = "True") -> PodCondition {
    PodCondition {
      $0.type = "Ready"
      $0.status = status
      $0.lastTransitionTime = now - .seconds(seconds)
    }
  }

  private static func restarted(_ count: Int) -> [ContainerStatus] {
    [
      ContainerStatus {
        $0.name = "c"; $0.restartCount = count
      }
    ]
  }

  /// Each pair: the pod that goes, the pod that stays.
  static let pairs: [(String, Pod, Pod)] = [
    ("unassigned", pod("b") { $0.spec.nodeName = nil }, pod("a")),
    ("pending", pod("b") { $0.status.phase = "Pending" }, pod("a") { $0.status.phase = "Unknown" }),
    ("unknown", pod("b") { $0.status.phase = "Unknown" }, pod("a")),
    ("not ready", pod("b") { $0.status.conditions = [ready(since: 9, "False")] }, pod("a")),
    (
      "cheap", pod("b") { $0.metadata.annotations = ["controller.kubernetes.io/pod-deletion-cost": "-5"] },
      pod("a")
    ),
    ("ready for a shorter time", pod("b") { $0.status.conditions = [ready(since: 10)] }, pod("a")),
    ("restarted more often", pod("b") { $0.status.containerStatuses = restarted(3) }, pod("a")),
    ("younger", pod("b") { $0.metadata.creationTimestamp = now - .seconds(10) }, pod("a")),
    ("alike but for the UID", pod("a"), pod("b")),
    (
      "about as long ready: the UID decides", pod("a") { $0.status.conditions = [ready(since: 501)] },
      pod("b")
    ),
  ]

  @Test(arguments: pairs.indices)
  func `the pod whose loss costs least goes first`(index: Int) {
    let (why, goes, stays) = Self.pairs[index]
    let ranking = DeletionRanking(related: [goes, stays], now: Self.now)
    #expect(ranking.choose(1, of: [stays, goes]).map(\.metadata.name) == [goes.metadata.name], "\(why)")
  }

  @Test func `a pod on a crowded node goes before one that is alone`() {
    let crowd = ["x", "y"].map { name in Self.pod(name) { $0.spec.nodeName = "n-b" } }
    let ranking = DeletionRanking(related: crowd + [Self.pod("a"), Self.pod("b")], now: Self.now)
    #expect(ranking.choose(1, of: [Self.pod("a"), Self.pod("b")]).map(\.metadata.name) == ["b"])
  }

  @Test func `batches double`() {
    #expect(Array(SlowStart(count: 20)) == [1, 2, 4, 8, 5])
    #expect(Array(SlowStart(count: 0)) == [])
  }

  @Test func `a census counts each pod once`() {
    let replicaSet = ReplicaSet {
      $0.spec.replicas = 3
      $0.spec.minReadySeconds = 60
      $0.metadata.generation = 2
      $0.spec.template.metadata.labels = ["app": "web"]
    }
    let pods = [
      Self.pod("old") { $0.metadata.labels = ["app": "web"] },
      Self.pod("fresh") { $0.status.conditions = [Self.ready(since: 10)] },
      Self.pod("leaving") { $0.metadata.deletionTimestamp = Self.now },
      Self.pod("done") { $0.status.phase = "Succeeded" },
    ]
    let census = ReplicaSetCensus(of: replicaSet, pods: pods, now: Self.now)
    let status = census.status(of: replicaSet, failure: nil, now: Self.now)
    #expect(status.replicas == 2)
    #expect(status.readyReplicas == 2)
    #expect(status.availableReplicas == 1)
    #expect(status.terminatingReplicas == 1)
    #expect(status.fullyLabeledReplicas == 1)
    #expect(status.observedGeneration == 2)
    #expect(census.nextAvailableAt == Self.now + .seconds(50))
  }
}
