import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Simulation
import Testing

@testable import DaemonSetController

@Suite struct DaemonSetLoopTests {
  @Test func `every node gets one pod, bound by the scheduler through the node's name`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(2)
      let pods = try await cluster.pods()
      #expect(pods.compactMap(\.spec.nodeName).sorted() == ["n0", "n1", "n2"])
      #expect(pods.count == 3 && pods.allSatisfy(\.isReady))
      for pod in pods {
        let terms = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?
          .nodeSelectorTerms
        #expect(terms?.first?.matchFields.first?.values == [pod.spec.nodeName ?? ""])
        #expect(pod.metadata.name?.hasPrefix("log-") == true)
        #expect(pod.metadata.labels["controller-revision-hash"] != nil)
        let tolerated = pod.spec.tolerations.map { "\($0.key ?? ""):\($0.effect ?? "")" }
        #expect(
          tolerated == [
            "node.kubernetes.io/not-ready:NoExecute", "node.kubernetes.io/unreachable:NoExecute",
            "node.kubernetes.io/disk-pressure:NoSchedule", "node.kubernetes.io/memory-pressure:NoSchedule",
            "node.kubernetes.io/pid-pressure:NoSchedule", "node.kubernetes.io/unschedulable:NoSchedule",
          ])
        #expect(pod.spec.tolerations.allSatisfy { $0.tolerationSeconds == nil })
      }
      let status = try await cluster.daemonSet("log").status
      #expect(status.desiredNumberScheduled == 3 && status.currentNumberScheduled == 3)
      #expect(status.numberReady == 3 && status.numberAvailable == 3 && status.updatedNumberScheduled == 3)
      #expect(status.numberMisscheduled == 0 && status.numberUnavailable == nil)
      #expect(status.observedGeneration == 1)
      let events = try await cluster.events("DaemonSet")
      #expect(events.count == 3 && events.allSatisfy { $0.hasPrefix("SuccessfulCreate: Created pod: log-") })
    }
  }

  @Test func `nodes that come get a pod, and cordoned ones too`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(2)
      try await cluster.client.create(
        Node {
          $0.metadata.name = "n3"
          $0.spec.unschedulable = true
          $0.status.addresses = [
            NodeAddress {
              $0.type = "InternalIP"
              $0.address = "10.0.0.4"
            }
          ]
        })
      try await cluster.advance(15)
      #expect(try await cluster.pods().compactMap(\.spec.nodeName).sorted() == ["n0", "n1", "n2", "n3"])
      #expect(try await cluster.daemonSet("log").status.numberReady == 4)
    }
  }

  @Test func `a node selector and its labels decide, also later`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someDaemonSet("gpu") { $0.spec.template.spec.nodeSelector = ["gpu": "yes"] })
      try await cluster.advance(2)
      #expect(try await cluster.pods().isEmpty)
      #expect(try await cluster.daemonSet("gpu").status.desiredNumberScheduled == 0)
      try await cluster.change(Node.self, "n1", namespace: "") { $0.metadata.labels["gpu"] = "yes" }
      try await cluster.advance(2)
      #expect(try await cluster.pods().map(\.spec.nodeName) == ["n1"])
      try await cluster.change(Node.self, "n1", namespace: "") { $0.metadata.labels["gpu"] = nil }
      try await cluster.advance(60)
      #expect(try await cluster.pods().isEmpty)
    }
  }

  @Test func `a NoSchedule taint keeps pods from coming, a NoExecute taint makes them go`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(2)
      @Sendable func taint(_ effect: String) -> Taint {
        Taint {
          $0.key = "team"
          $0.effect = effect
        }
      }
      try await cluster.change(Node.self, "n0", namespace: "") { $0.spec.taints = [taint("NoSchedule")] }
      try await cluster.advance(2)
      #expect(try await cluster.pods().count == 3)
      let status = try await cluster.daemonSet("log").status
      #expect(status.desiredNumberScheduled == 2 && status.numberMisscheduled == 1)
      try await cluster.change(Node.self, "n0", namespace: "") { $0.spec.taints = [taint("NoExecute")] }
      try await cluster.advance(60)
      #expect(try await cluster.pods().compactMap(\.spec.nodeName).sorted() == ["n1", "n2"])
      #expect(try await cluster.daemonSet("log").status.numberMisscheduled == 0)
    }
  }

  @Test func `an update replaces as many pods at a time as may be unavailable`() throws {
    var options = TestClusterOptions()
    options.nodes = 6
    try withCluster(options) { cluster in
      try await cluster.client.create(
        someDaemonSet("log") {
          $0.spec.minReadySeconds = 2
          $0.spec.updateStrategy = DaemonSetUpdateStrategy {
            $0.rollingUpdate = RollingUpdateDaemonSet { $0.maxUnavailable = "20%" }
          }
        })
      try await cluster.advance(10)
      #expect(try await cluster.daemonSet("log").status.numberAvailable == 6)
      try await cluster.change(DaemonSet.self, "log") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      var least = 6
      for _ in 0..<200 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        least = min(least, try await cluster.pods().filter { $0.isReady && !$0.isTerminating }.count)
      }
      #expect(least == 4)
      let pods = try await cluster.pods()
      #expect(pods.count == 6 && pods.allSatisfy { $0.spec.containers[0].image == "nginx:2" })
      let status = try await cluster.daemonSet("log").status
      #expect(status.updatedNumberScheduled == 6 && status.numberAvailable == 6)
      #expect(try await cluster.revisions().map(\.revision) == [1, 2])
    }
  }

  @Test func `with a surge the new pod is there before the old one goes`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someDaemonSet("log") {
          $0.spec.minReadySeconds = 2
          $0.spec.updateStrategy = DaemonSetUpdateStrategy {
            $0.rollingUpdate = RollingUpdateDaemonSet {
              $0.maxUnavailable = 0
              $0.maxSurge = 1
            }
          }
        })
      try await cluster.advance(10)
      try await cluster.change(DaemonSet.self, "log") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      var (least, most) = (3, 3)
      for _ in 0..<240 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        let pods = try await cluster.pods().filter { !$0.isTerminating }
        let nodes = Set(pods.filter(\.isReady).compactMap(\.spec.nodeName))
        least = min(least, nodes.count)
        most = max(most, pods.count)
      }
      #expect(least == 3 && most == 4)
      let pods = try await cluster.pods()
      #expect(pods.count == 3 && pods.allSatisfy { $0.spec.containers[0].image == "nginx:2" })
    }
  }

  @Test func `with OnDelete a pod is new when the old one was deleted`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someDaemonSet("log") { $0.spec.updateStrategy = DaemonSetUpdateStrategy { $0.type = "OnDelete" } })
      try await cluster.advance(2)
      try await cluster.change(DaemonSet.self, "log") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      try await cluster.advance(60)
      #expect(try await cluster.pods().allSatisfy { $0.spec.containers[0].image == "nginx:1" })
      #expect(try await cluster.daemonSet("log").status.updatedNumberScheduled == nil)
      try await cluster.client.delete(Pod.self, try await cluster.pods()[0].key)
      try await cluster.advance(60)
      let images = try await cluster.pods().compactMap(\.spec.containers[0].image).sorted()
      #expect(images == ["nginx:1", "nginx:1", "nginx:2"])
      #expect(try await cluster.daemonSet("log").status.updatedNumberScheduled == 1)
    }
  }

  @Test func `a rollback takes the old revision up again, and old ones are forgotten`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someDaemonSet("log") { $0.spec.revisionHistoryLimit = 1 })
      try await cluster.advance(2)
      let first = try #require(try await cluster.revisions().first)
      @Sendable func set(_ image: String) async throws {
        try await cluster.change(DaemonSet.self, "log") {
          $0.spec.template.spec.containers[0].image = image
        }
        try await cluster.advance(200)
      }
      try await set("nginx:2")
      #expect(try await cluster.revisions().map(\.revision) == [1, 2])
      let patch = try #require(first.data?.objectValue)
      try await cluster.client.patch(
        DaemonSet.self, ObjectKey(namespace: "shop", name: "log"), .strategicMerge(.object(patch)))
      try await cluster.advance(200)
      #expect(try await cluster.pods().allSatisfy { $0.spec.containers[0].image == "nginx:1" })
      let revisions = try await cluster.revisions()
      #expect(revisions.map(\.revision) == [2, 3])
      #expect(revisions.last?.metadata.uid == first.metadata.uid)
      try await set("nginx:3")
      #expect(try await cluster.revisions().map(\.revision) == [3, 4])
    }
  }

  @Test func `failed pods are replaced ever more slowly`() throws {
    var options = TestClusterOptions()
    options.nodes = 1
    try withCluster(options) { cluster in
      try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(2)
      var waits: [Duration] = []
      for _ in 0..<4 {
        let failed = try #require(try await cluster.pods().first)
        try await cluster.client.patch(
          Pod.self, failed.key, .merge(["status": ["phase": "Failed", "reason": "Evicted"]]),
          subresource: "status")
        let start = cluster.now
        while try await cluster.pods().first?.metadata.uid == failed.metadata.uid {
          try await cluster.simulation.advance(by: .milliseconds(100))
        }
        waits.append(cluster.now - start)
        try await cluster.simulation.advance(by: .milliseconds(100))
      }
      #expect(waits[0] < .milliseconds(300))
      #expect(waits[1] > .milliseconds(400) && waits[1] < .seconds(1))
      #expect(waits[2] > .milliseconds(1500) && waits[2] < .seconds(2))
      #expect(waits[3] > .milliseconds(3500) && waits[3] < .seconds(4))
      let failures = try await cluster.events("DaemonSet").filter { $0.hasPrefix("FailedDaemonPod") }
      #expect(failures.count == 4)
      #expect(failures.allSatisfy { $0.hasSuffix("on node n0, will try to kill it") })
    }
  }

  @Test func `pods and revisions of a deleted set are adopted by the next one of its name`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(2)
      let before = try await cluster.pods().compactMap(\.metadata.uid)
      try await cluster.client.delete(
        DaemonSet.self, ObjectKey(namespace: "shop", name: "log"),
        options: DeleteOptions(propagationPolicy: .orphan))
      try await cluster.advance(5)
      #expect(try await cluster.pods().allSatisfy { $0.metadata.ownerReferences.isEmpty })
      let set = try await cluster.client.create(someDaemonSet("log"))
      try await cluster.advance(5)
      let pods = try await cluster.pods()
      #expect(pods.compactMap(\.metadata.uid) == before)
      #expect(pods.allSatisfy { $0.metadata.controller?.uid == set.metadata.uid })
      #expect(try await cluster.revisions().map(\.metadata.controller?.uid) == [set.metadata.uid])
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 8])
  func `a loop that is killed after any write leaves one pod a node`(writes: Int) throws {
    try withClusterThatDies(
      afterWrites: writes,
      before: { client in try await client.create(someDaemonSet("log")) },
      { cluster in
        let pods = try await cluster.pods()
        #expect(pods.compactMap(\.spec.nodeName).sorted() == ["n0", "n1", "n2"])
        #expect(try await cluster.revisions().count == 1)
        #expect(try await cluster.daemonSet("log").status.numberReady == 3)
      })
  }
}

extension TestCluster {
  func daemonSet(_ name: String) async throws -> DaemonSet {
    try await client.get(DaemonSet.self, ObjectKey(namespace: "shop", name: name))
  }

  /// By their number.
  func revisions() async throws -> [ControllerRevision] {
    try await client.list(ControllerRevision.self, namespace: "shop").items.sorted {
      $0.revision < $1.revision
    }
  }
}

/// A DaemonSet of one container in the namespace `shop`.
func someDaemonSet(_ name: String, _ fill: (inout DaemonSet) -> Void = { _ in }) -> DaemonSet {
  DaemonSet {
    $0.metadata.name = name
    $0.metadata.namespace = "shop"
    $0.spec.selector.matchLabels = ["app": name]
    $0.spec.template.metadata.labels = ["app": name]
    $0.spec.template.spec.containers = [
      Container {
        $0.name = "app"
        $0.image = "nginx:1"
      }
    ]
    fill(&$0)
  }
}
