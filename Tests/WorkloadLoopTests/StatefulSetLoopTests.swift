import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Simulation
import Testing

@testable import StatefulSetController

@Suite struct StatefulSetLoopTests {
  /// What a container does, from the annotation of the simulated kubelet.
  private static let slow = ["swiftlet.dev/run.app": "ready after 3s"] as StringMap

  @Test func `pods come one after the other, each when the one before is ready`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) { $0.spec.template.metadata.annotations = Self.slow })
      var most: [Int] = []
      for _ in 0..<30 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        let pods = try await cluster.pods()
        #expect(pods.count <= pods.count(where: \.isReady) + 1)
        most.append(pods.count)
      }
      #expect(most.first == 1 && most == most.sorted())
      let pods = try await cluster.pods()
      #expect(pods.compactMap(\.metadata.name) == ["db-0", "db-1", "db-2"])
      let status = try await cluster.statefulSet("db").status
      #expect(status.replicas == 3 && status.readyReplicas == 3 && status.availableReplicas == 3)
      #expect(status.currentReplicas == 3 && status.updatedReplicas == 3 && status.observedGeneration == 1)
      #expect(status.currentRevision == status.updateRevision && status.collisionCount == 0)
      let events = try await cluster.events("StatefulSet")
      #expect(
        events.sorted()
          == (0..<3).map { "SuccessfulCreate: create Pod db-\($0) in StatefulSet db successful" })
    }
  }

  @Test func `with Parallel all pods come and go at once`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) {
          $0.spec.podManagementPolicy = "Parallel"
          $0.spec.template.metadata.annotations = ["swiftlet.dev/run.app": "never ready"]
        })
      try await cluster.advance(1)
      #expect(try await cluster.pods().count == 3)
      try await cluster.scale("db", to: 0)
      try await cluster.advance(1)
      #expect(try await cluster.pods().isEmpty)
    }
  }

  @Test func `each pod has a number, a name, a host name and claims of its own`() throws {
    try withCluster { cluster in
      let set = someStatefulSet("db", replicas: 2) {
        $0.spec.serviceName = "peers"
        $0.spec.ordinals = StatefulSetOrdinals { $0.start = 5 }
        $0.spec.volumeClaimTemplates = [someClaimTemplate("data")]
        $0.spec.template.spec.volumes = [
          Volume {
            $0.name = "data"
            $0.emptyDir = EmptyDirVolumeSource()
          }
        ]
      }
      try await cluster.client.create(set)
      try await cluster.advance(30)
      let pods = try await cluster.pods()
      #expect(pods.compactMap(\.metadata.name) == ["db-5", "db-6"])
      for (number, pod) in zip(5..., pods) {
        #expect(pod.metadata.labels["apps.kubernetes.io/pod-index"] == "\(number)")
        #expect(pod.metadata.labels["statefulset.kubernetes.io/pod-name"] == "db-\(number)")
        #expect(pod.spec.hostname == "db-\(number)" && pod.spec.subdomain == "peers")
        let volumes = pod.spec.volumes.filter { $0.name == "data" }
        #expect(volumes.map(\.persistentVolumeClaim?.claimName) == ["data-db-\(number)"])
        #expect(volumes[0].emptyDir == nil)
      }
      let claims = try await cluster.claims()
      #expect(claims.compactMap(\.metadata.name) == ["data-db-5", "data-db-6"])
      #expect(claims.allSatisfy { $0.metadata.labels["app"] == "db" && $0.metadata.ownerReferences.isEmpty })
      #expect(claims[0].spec.resources?.requests["storage"] == "1Gi")
      #expect(
        try await cluster.events("StatefulSet").contains(
          "SuccessfulCreate: create Claim data-db-5 Pod db-5 in StatefulSet db success"))
      try await cluster.change(StatefulSet.self, "db") { $0.spec.ordinals = nil }
      try await cluster.advance(60)
      #expect(try await cluster.pods().compactMap(\.metadata.name) == ["db-0", "db-1"])
      #expect(try await cluster.claims().count == 4)
    }
  }

  @Test func `a shrinking set gives up its highest numbers, one after the other, and keeps their claims`()
    throws
  {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 4) { $0.spec.volumeClaimTemplates = [someClaimTemplate("data")] })
      try await cluster.advance(30)
      try await cluster.change(Pod.self, "db-3") { $0.metadata.finalizers = ["test/hold"] }
      try await cluster.scale("db", to: 1)
      try await cluster.advance(60)
      #expect(try await cluster.pods().count == 4)
      try await cluster.change(Pod.self, "db-3") { $0.metadata.finalizers = [] }
      try await cluster.advance(60)
      #expect(try await cluster.pods().compactMap(\.metadata.name) == ["db-0"])
      #expect(try await cluster.claims().count == 4)
      let deletions = try await cluster.client.list(Event.self, namespace: "shop").items
        .filter { $0.reason == "SuccessfulDelete" }
        .sorted { ($0.metadata.creationTimestamp ?? .empty) < ($1.metadata.creationTimestamp ?? .empty) }
      #expect(Set(deletions.compactMap(\.message)).count == 3)
      #expect(deletions.first?.message == "delete Pod db-3 in StatefulSet db successful")
    }
  }

  @Test func `claims go with their number or with the set when the policy says so`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) {
          $0.spec.volumeClaimTemplates = [someClaimTemplate("data")]
          $0.spec.persistentVolumeClaimRetentionPolicy = StatefulSetPersistentVolumeClaimRetentionPolicy {
            $0.whenScaled = "Delete"
            $0.whenDeleted = "Delete"
          }
        })
      try await cluster.advance(30)
      let before = try await cluster.claims()
      #expect(before.allSatisfy { $0.metadata.controller?.kind == "StatefulSet" })
      try await cluster.scale("db", to: 1)
      try await cluster.advance(60)
      #expect(try await cluster.claims().compactMap(\.metadata.name) == ["data-db-0"])
      try await cluster.scale("db", to: 2)
      try await cluster.advance(30)
      let after = try await cluster.claims()
      #expect(after.compactMap(\.metadata.name) == ["data-db-0", "data-db-1"])
      #expect(
        after[0].metadata.uid == before[0].metadata.uid && after[1].metadata.uid != before[1].metadata.uid)
      try await cluster.client.delete(StatefulSet.self, ObjectKey(namespace: "shop", name: "db"))
      try await cluster.advance(60)
      #expect(try await cluster.pods().isEmpty)
      #expect(try await cluster.claims().isEmpty)
    }
  }

  @Test func `an update replaces one pod after the other, the highest number first`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) { $0.spec.template.metadata.annotations = Self.slow })
      try await cluster.advance(30)
      let old = try await cluster.statefulSet("db").status.currentRevision
      try await cluster.setImage("nginx:2")
      var seen: [String] = []
      for _ in 0..<60 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        let pods = try await cluster.pods()
        #expect(pods.count(where: \.isReady) >= 2)
        let images = pods.map { $0.spec.containers[0].image == "nginx:2" ? "2" : "1" }.joined()
        if images.count == 3, seen.last != images { seen.append(images) }
        let status = try await cluster.statefulSet("db").status
        if images != "222" { #expect(status.currentRevision == old) }
      }
      #expect(seen == ["112", "122", "222"])
      let status = try await cluster.statefulSet("db").status
      #expect(status.currentRevision == status.updateRevision && status.currentRevision != old)
      #expect(status.updatedReplicas == 3 && status.currentReplicas == 3)
      #expect(try await cluster.revisions().map(\.revision) == [1, 2])
    }
  }

  @Test func `below the partition pods stay, and are made anew, as they were`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) {
          $0.spec.updateStrategy = StatefulSetUpdateStrategy {
            $0.rollingUpdate = RollingUpdateStatefulSetStrategy { $0.partition = 2 }
          }
        })
      try await cluster.advance(30)
      try await cluster.setImage("nginx:2")
      try await cluster.advance(60)
      for name in ["db-0", "db-2"] {
        try await cluster.client.delete(Pod.self, ObjectKey(namespace: "shop", name: name))
        try await cluster.advance(60)
      }
      #expect(try await cluster.pods().map(\.spec.containers[0].image) == ["nginx:1", "nginx:1", "nginx:2"])
      let status = try await cluster.statefulSet("db").status
      #expect(status.currentReplicas == 2 && status.updatedReplicas == 1)
      #expect(status.currentRevision != status.updateRevision)
      try await cluster.change(StatefulSet.self, "db") {
        $0.spec.updateStrategy?.rollingUpdate?.partition = 0
      }
      try await cluster.advance(60)
      #expect(try await cluster.pods().allSatisfy { $0.spec.containers[0].image == "nginx:2" })
    }
  }

  @Test func `with maxUnavailable several pods are replaced at a time`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 5) {
          $0.spec.podManagementPolicy = "Parallel"
          $0.spec.template.metadata.annotations = Self.slow
          $0.spec.updateStrategy = StatefulSetUpdateStrategy {
            $0.rollingUpdate = RollingUpdateStatefulSetStrategy { $0.maxUnavailable = "40%" }
          }
        })
      try await cluster.advance(10)
      try await cluster.setImage("nginx:2")
      var least = 5
      for _ in 0..<60 {
        try await cluster.simulation.advance(by: .milliseconds(500))
        least = min(least, try await cluster.pods().count { $0.isReady && !$0.isTerminating })
      }
      #expect(least == 3)
      #expect(try await cluster.pods().allSatisfy { $0.spec.containers[0].image == "nginx:2" && $0.isReady })
    }
  }

  @Test func `a broken template holds an ordered set until its pod is deleted by hand`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someStatefulSet("db", replicas: 3))
      try await cluster.advance(30)
      try await cluster.change(StatefulSet.self, "db") {
        $0.spec.template.metadata.annotations = ["swiftlet.dev/run.app": "exit 1"]
      }
      try await cluster.advance(120)
      #expect(try await cluster.pods().map(\.isReady) == [true, true, false])
      try await cluster.change(StatefulSet.self, "db") { $0.spec.template.metadata.annotations = [:] }
      try await cluster.advance(600)
      #expect(try await cluster.pods().map(\.isReady) == [true, true, false])
      try await cluster.client.delete(Pod.self, ObjectKey(namespace: "shop", name: "db-2"))
      try await cluster.advance(60)
      #expect(try await cluster.pods().map(\.isReady) == [true, true, true])
      let status = try await cluster.statefulSet("db").status
      #expect(status.currentRevision == status.updateRevision && status.updatedReplicas == 3)
      #expect(try await cluster.revisions().map(\.revision) == [2, 3])
    }
  }

  @Test(arguments: [nil, 2] as [Int?])
  func `a Parallel set gets over a broken template by itself`(maxUnavailable: Int?) throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 3) {
          $0.spec.podManagementPolicy = "Parallel"
          $0.spec.template.metadata.annotations = ["swiftlet.dev/run.app": "exit 1"]
          $0.spec.updateStrategy = StatefulSetUpdateStrategy {
            $0.rollingUpdate = RollingUpdateStatefulSetStrategy {
              $0.maxUnavailable = maxUnavailable.map { .int($0) }
            }
          }
        })
      try await cluster.advance(60)
      #expect(try await cluster.pods().count { $0.isReady } == 0)
      try await cluster.change(StatefulSet.self, "db") { $0.spec.template.metadata.annotations = [:] }
      try await cluster.advance(120)
      #expect(try await cluster.pods().map(\.isReady) == [true, true, true])
    }
  }

  @Test func `with OnDelete a pod is new when the old one was deleted`() throws {
    try withCluster { cluster in
      try await cluster.client.create(
        someStatefulSet("db", replicas: 2) {
          $0.spec.updateStrategy = StatefulSetUpdateStrategy { $0.type = "OnDelete" }
        })
      try await cluster.advance(30)
      try await cluster.setImage("nginx:2")
      try await cluster.advance(60)
      #expect(try await cluster.pods().allSatisfy { $0.spec.containers[0].image == "nginx:1" })
      try await cluster.client.delete(Pod.self, ObjectKey(namespace: "shop", name: "db-0"))
      try await cluster.advance(60)
      #expect(try await cluster.pods().map(\.spec.containers[0].image) == ["nginx:2", "nginx:1"])
      let status = try await cluster.statefulSet("db").status
      #expect(status.updatedReplicas == 1 && status.currentReplicas == 1)
    }
  }

  @Test(arguments: ["Failed", "Succeeded"])
  func `a pod that has ended is made anew under its name`(phase: String) throws {
    try withCluster { cluster in
      try await cluster.client.create(someStatefulSet("db", replicas: 2))
      try await cluster.advance(30)
      let key = ObjectKey(namespace: "shop", name: "db-0")
      let before = try await cluster.client.get(Pod.self, key)
      try await cluster.client.patch(
        Pod.self, key, .merge(["status": ["phase": .string(phase)]]), subresource: "status")
      try await cluster.advance(60)
      let after = try await cluster.client.get(Pod.self, key)
      #expect(after.metadata.uid != before.metadata.uid && after.isReady)
      let text =
        phase == "Failed"
        ? "RecreatingFailedPod: StatefulSet shop/db is recreating failed Pod db-0"
        : "RecreatingTerminatedPod: StatefulSet shop/db is recreating terminated Pod db-0"
      #expect(try await cluster.events("StatefulSet").contains(text))
    }
  }

  @Test func `a pod counts as available after minReadySeconds, and the next one waits for that`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someStatefulSet("db", replicas: 2) { $0.spec.minReadySeconds = 10 })
      try await cluster.advance(8)
      var status = try await cluster.statefulSet("db").status
      #expect(status.replicas == 1 && status.readyReplicas == 1 && status.availableReplicas == 0)
      try await cluster.advance(5)
      status = try await cluster.statefulSet("db").status
      #expect(status.replicas == 2 && status.availableReplicas == 1)
      try await cluster.advance(12)
      #expect(try await cluster.statefulSet("db").status.availableReplicas == 2)
    }
  }

  @Test func `labels that tell who a pod is are put back`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someStatefulSet("db", replicas: 1))
      try await cluster.advance(10)
      try await cluster.change(Pod.self, "db-0") {
        $0.metadata.labels["apps.kubernetes.io/pod-index"] = nil
      }
      try await cluster.advance(2)
      #expect(try await cluster.pods()[0].metadata.labels["apps.kubernetes.io/pod-index"] == "0")
    }
  }

  @Test func `what makes a set what it is cannot change`() throws {
    try withCluster { cluster in
      try await cluster.client.create(someStatefulSet("db", replicas: 1))
      let error = await #expect(throws: StatusError.self) {
        try await cluster.change(StatefulSet.self, "db") { $0.spec.serviceName = "other" }
      }
      #expect(
        error?.message
          == "StatefulSet.apps \"db\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than "
          + "'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', "
          + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden")
    }
  }

  @Test(arguments: 0...12)
  func `a loop that is killed after any write leaves every number once, with its claim`(writes: Int) throws {
    try withClusterThatDies(
      afterWrites: writes,
      before: { client in
        try await client.create(
          someStatefulSet("db", replicas: 3) {
            $0.spec.volumeClaimTemplates = [someClaimTemplate("data")]
            $0.spec.template.spec.containers[0].image = "nginx:1"
          })
      },
      { cluster in
        let pods = try await cluster.pods()
        #expect(pods.compactMap(\.metadata.name) == ["db-0", "db-1", "db-2"])
        #expect(try await cluster.claims().compactMap(\.metadata.name) == (0..<3).map { "data-db-\($0)" })
        #expect(try await cluster.revisions().count == 1)
        #expect(try await cluster.statefulSet("db").status.readyReplicas == 3)
      })
  }
}

extension TestCluster {
  func statefulSet(_ name: String) async throws -> StatefulSet {
    try await client.get(StatefulSet.self, ObjectKey(namespace: "shop", name: name))
  }

  /// By their names.
  func claims() async throws -> [PersistentVolumeClaim] {
    try await client.list(PersistentVolumeClaim.self, namespace: "shop").items
  }

  fileprivate func scale(_ name: String, to replicas: Int) async throws {
    try await change(StatefulSet.self, name) { $0.spec.replicas = replicas }
  }

  fileprivate func setImage(_ image: String) async throws {
    try await change(StatefulSet.self, "db") { $0.spec.template.spec.containers[0].image = image }
  }
}

/// A claim of 1 GiB, as a StatefulSet's templates have it.
func someClaimTemplate(_ name: String) -> PersistentVolumeClaim {
  PersistentVolumeClaim {
    $0.metadata.name = name
    $0.spec.accessModes = ["ReadWriteOnce"]
    $0.spec.resources = VolumeResourceRequirements { $0.requests = ["storage": "1Gi"] }
  }
}

/// A StatefulSet of one container in the namespace `shop`.
func someStatefulSet(_ name: String, replicas: Int, _ fill: (inout StatefulSet) -> Void = { _ in })
  -> StatefulSet
{
  StatefulSet {
    $0.metadata.name = name
    $0.metadata.namespace = "shop"
    $0.spec.replicas = replicas
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
