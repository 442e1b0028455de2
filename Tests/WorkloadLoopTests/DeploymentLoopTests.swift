import APIMachinery
import KubernetesAPI
import KubernetesClient
import PodLifecycleController
import Simulation
import Testing

@Suite struct DeploymentLoopTests {
  @Test func `a Deployment becomes pods that are ready`() throws {
    let (status, pods, events) = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 5))
      try await cluster.advance(5)
      return (
        try await cluster.deployment("web").status, try await cluster.pods(),
        try await cluster.events("Deployment")
      )
    }
    #expect(pods.count == 5 && pods.allSatisfy(\.isReady))
    #expect(status.readyReplicas == 5 && status.availableReplicas == 5 && status.updatedReplicas == 5)
    #expect(
      status.conditions.map { "\($0.type)=\($0.status) \($0.reason ?? "")" }.sorted() == [
        "Available=True MinimumReplicasAvailable", "Progressing=True NewReplicaSetAvailable",
      ])
    #expect(
      events.contains {
        $0.hasSuffix("from 0 to 5") && $0.hasPrefix("ScalingReplicaSet: Scaled up replica set web-")
      })
  }

  @Test func `a pod costs four writes`() throws {
    let types = try withCluster { cluster in
      let stream = try await cluster.client.watch(Pod.self)
      try await cluster.client.create(someDeployment("web", replicas: 1))
      try await cluster.advance(2)
      let events = try await stream.next() ?? []
      stream.cancel()
      return events.map(\.summary)
    }
    // Made, bound, given an address, running and ready.
    #expect(types == ["added", "modified", "modified", "modified"])
  }

  @Test func `a rolling update stays within its bounds`() throws {
    let (least, most, sizes, revision) = try withCluster(
      TestClusterOptions(latencies: ContainerLatencies(scale: 1))
    ) {
      cluster in
      try await cluster.client.create(someDeployment("web", replicas: 10))
      try await cluster.advance(20)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      var (least, most) = (Int.max, 0)
      for _ in 0..<60 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        let pods = try await cluster.pods()
        least = min(least, pods.filter { $0.isReady && !$0.isTerminating }.count)
        most = max(most, pods.filter { !$0.isTerminating }.count)
      }
      return (
        least, most, try await cluster.replicaSets().map { $0.spec.replicas ?? 0 },
        try await cluster.deployment("web").metadata.annotations["deployment.kubernetes.io/revision"]
      )
    }
    #expect(least >= 8)
    #expect(most <= 13 && most > 10)
    #expect(sizes == [0, 10])
    #expect(revision == "2")
  }

  @Test func `a roll-back uses the old ReplicaSet again`() throws {
    let (names, revisions, history) = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 3))
      try await cluster.advance(5)
      let first = try await cluster.replicaSets().map(\.metadata.name)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      try await cluster.advance(5)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:1"
      }
      try await cluster.advance(5)
      let sets = try await cluster.replicaSets()
      return (
        first + sets.filter { $0.spec.replicas == 3 }.map(\.metadata.name),
        sets.map { $0.metadata.annotations["deployment.kubernetes.io/revision"] },
        sets.last?.metadata.annotations["deployment.kubernetes.io/revision-history"]
      )
    }
    #expect(names.count == 2 && names[0] == names[1])
    #expect(revisions == ["2", "3"])
    #expect(history == "1")
  }

  @Test func `Recreate lets all old pods go first`() throws {
    let (mixed, images) = try withCluster(TestClusterOptions(latencies: ContainerLatencies(scale: 1))) {
      cluster in
      try await cluster.client.create(
        someDeployment("web", replicas: 4) { $0.spec.strategy = DeploymentStrategy { $0.type = "Recreate" } })
      try await cluster.advance(10)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      var mixed = false
      for _ in 0..<40 {
        try await cluster.simulation.advance(by: .milliseconds(250))
        let images = Set(try await cluster.pods().compactMap { $0.spec.containers.first?.image })
        mixed = mixed || images.count > 1
      }
      return (mixed, try await cluster.pods().compactMap { $0.spec.containers.first?.image })
    }
    #expect(!mixed)
    #expect(images == Array(repeating: "nginx:2", count: 4))
  }

  @Test func `a broken template stops the roll-out and its deadline passes`() throws {
    let (before, after, ready) = try withCluster { cluster in
      try await cluster.client.create(
        someDeployment("web", replicas: 4) { $0.spec.progressDeadlineSeconds = 60 })
      try await cluster.advance(5)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.metadata.annotations = ["swiftlet.dev/run.app": "exit 1"]
      }
      try await cluster.advance(55)
      let before = try await cluster.deployment("web").status.conditions.first { $0.type == "Progressing" }
      try await cluster.advance(10)
      let after = try await cluster.deployment("web").status.conditions.first { $0.type == "Progressing" }
      return (before, after, try await cluster.pods().filter(\.isReady).count)
    }
    #expect(before?.reason == "ReplicaSetUpdated")
    #expect(after?.reason == "ProgressDeadlineExceeded" && after?.status == "False")
    #expect(ready == 3)
  }

  @Test func `a paused Deployment scales but does not roll`() throws {
    let (images, sets, resumed) = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 2))
      try await cluster.advance(5)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.paused = true
        $0.spec.replicas = 4
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      try await cluster.advance(5)
      let images = Set(try await cluster.pods().compactMap { $0.spec.containers.first?.image })
      let sets = try await cluster.replicaSets().map { $0.spec.replicas ?? 0 }
      try await cluster.change(Deployment.self, "web") { $0.spec.paused = nil }
      try await cluster.advance(5)
      return (images, sets, Set(try await cluster.pods().compactMap { $0.spec.containers.first?.image }))
    }
    #expect(images == ["nginx:1"])
    #expect(sets == [4])
    #expect(resumed == ["nginx:2"])
  }

  @Test func `only as many old ReplicaSets stay as the history holds`() throws {
    let revisions = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 1) { $0.spec.revisionHistoryLimit = 2 })
      for version in 2...6 {
        try await cluster.advance(5)
        try await cluster.change(Deployment.self, "web") {
          $0.spec.template.spec.containers[0].image = "nginx:\(version)"
        }
      }
      try await cluster.advance(5)
      return try await cluster.replicaSets().map {
        $0.metadata.annotations["deployment.kubernetes.io/revision"]
      }
    }
    #expect(revisions == ["4", "5", "6"])
  }

  @Test func `a ReplicaSet adopts and releases pods by their labels`() throws {
    let (adopted, count, released) = try withCluster { cluster in
      try await cluster.client.create(
        Pod {
          $0.metadata.name = "stray"
          $0.metadata.namespace = "shop"
          $0.metadata.labels = ["app": "web"]
          $0.spec.containers = [
            Container {
              $0.name = "c"; $0.image = "nginx"
            }
          ]
        })
      try await cluster.client.create(
        ReplicaSet {
          $0.metadata.name = "web"
          $0.metadata.namespace = "shop"
          $0.spec.replicas = 2
          $0.spec.selector.matchLabels = ["app": "web"]
          $0.spec.template.metadata.labels = ["app": "web"]
          $0.spec.template.spec.containers = [
            Container {
              $0.name = "c"; $0.image = "nginx"
            }
          ]
        })
      try await cluster.advance(5)
      let key = ObjectKey(namespace: "shop", name: "stray")
      let adopted = try await cluster.client.get(Pod.self, key).metadata.controller?.name
      let count = try await cluster.pods().count
      try await cluster.client.patch(Pod.self, key, .merge(["metadata": ["labels": ["app": "other"]]]))
      try await cluster.advance(5)
      let released = try await cluster.client.get(Pod.self, key).metadata.controller
      return (adopted, count, released == nil ? try await cluster.pods().count : -1)
    }
    #expect(adopted == "web")
    #expect(count == 2)
    #expect(released == 3)
  }
}

extension WatchEvent {
  fileprivate var summary: String {
    switch self {
    case .added: "added"
    case .modified: "modified"
    case .deleted: "deleted"
    case .bookmark: "bookmark"
    }
  }
}
