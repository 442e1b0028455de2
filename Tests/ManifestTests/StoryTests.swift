import APIMachinery
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// Each sample folder does what it is there to show.
@Suite struct StoryTests {
  @Test func `the first cluster runs three pods on two nodes in two zones`() throws {
    try Story.run("first-cluster") { cluster, _ in
      try await cluster.eventually("three ready pods", within: .seconds(300)) {
        try await cluster.running("default", app: "hello").count == 3
      }
      let zones = try await cluster.nodes().values.compactMap {
        $0.metadata.labels["topology.kubernetes.io/zone"]
      }
      #expect(zones.sorted() == ["us-west-2a", "us-west-2b"])
      let group = try await cluster.client.list(NodeGroup.self).items.first
      try await cluster.eventually("an active group", within: .seconds(60)) {
        try await cluster.client.list(NodeGroup.self).items.first?.status.status == "ACTIVE"
      }
      #expect(group?.metadata.name == "workers")
      #expect(try await cluster.client.list(Cluster.self).items.first?.status.status == "ACTIVE")
    }
  }

  @Test func `nodes filled to the brim have an address for each of their pods`() throws {
    try Story.run("first-cluster") { cluster, _ in
      try await cluster.eventually("three ready pods", within: .seconds(300)) {
        try await cluster.running("default", app: "hello").count == 3
      }
      let key = ObjectKey(namespace: "default", name: "hello")
      try await cluster.client.patch(Deployment.self, key, .merge(["spec": ["replicas": 61]]))
      try await cluster.eventually("sixty pods on four nodes", within: .seconds(900)) {
        try await cluster.running("default", app: "hello").count == 60
      }
      try await cluster.advance(by: .seconds(60))
      let waiting = try await cluster.pods("default", app: "hello").filter { $0.spec.nodeName == nil }
      #expect(waiting.count == 1)
      let message = waiting.first?.status.conditions.first { $0.type == "PodScheduled" }?.message ?? ""
      #expect(message.contains("4 Too many pods"))
      let bound = try await cluster.pods().filter { $0.spec.nodeName != nil }
      #expect(bound.count == 68 && bound.allSatisfy { $0.status.podIP != nil })
      let nodes = try await cluster.nodes()
      let daemons = try await cluster.running("kube-system")
      #expect(nodes.count == 4 && daemons.count == 8)
      for daemon in daemons {
        let node = try #require(nodes[daemon.spec.nodeName ?? ""])
        #expect(node.status.addresses.contains { $0.address == daemon.status.podIP })
        #expect(daemon.spec.priority == 2_000_001_000 && daemon.spec.hostNetwork == true)
      }
    }
  }

  @Test func `the shop comes up on its node groups and on Fargate`() throws {
    try Story.run("shop") { cluster, _ in
      try await cluster.eventually("all deployments available", within: .seconds(900)) {
        let deployments = try await cluster.client.list(Deployment.self).items.filter {
          $0.metadata.namespace?.hasPrefix("shop") == true
        }
        return deployments.count >= 12
          && deployments.allSatisfy { $0.status.availableReplicas ?? 0 == $0.spec.replicas ?? 1 }
      }
      let nodes = try await cluster.nodes()
      for pod in try await cluster.running("shop-batch") {
        let node = try #require(nodes[pod.spec.nodeName ?? ""])
        #expect(node.metadata.labels["eks.amazonaws.com/compute-type"] == "fargate")
        #expect(pod.status.podIP?.hasPrefix("10.20.8.") == true)
      }
      for pod in try await cluster.running("shop") {
        let node = try #require(nodes[pod.spec.nodeName ?? ""])
        if node.metadata.labels["role"] == "data" {
          #expect(pod.spec.tolerations.contains { $0.key == "dedicated" })
        }
      }
    }
  }

  @Test func `Fargate takes what its profile selects and leaves the rest`() throws {
    try Story.run("fargate") { cluster, _ in
      try await cluster.eventually("three pods on Fargate", within: .seconds(600)) {
        let reports = try await cluster.running("batch-reports").count
        let single = try await cluster.running("default").count
        return reports == 2 && single == 1
      }
      let sizes = try await cluster.pods().compactMap { $0.metadata.annotations["CapacityProvisioned"] }
      #expect(sizes.sorted() == ["0.25vCPU 0.5GB", "2vCPU 9GB", "2vCPU 9GB"])
      #expect(try await cluster.nodes().count == 3)
      let daemons = try await cluster.client.list(DaemonSet.self, namespace: "kube-system").items
      #expect(daemons.map(\.key.name) == ["aws-node", "kube-proxy"])
      #expect(daemons.allSatisfy { $0.status.desiredNumberScheduled == 0 })
      #expect(try await cluster.pods("kube-system").isEmpty)
      let unmatched = try await cluster.client.get(
        Pod.self, ObjectKey(namespace: "default", name: "unmatched"))
      #expect(unmatched.status.phase == "Pending")
      #expect((unmatched.spec.nodeName ?? "").isEmpty)
    }
  }

  @Test func `a tight subnet runs out of addresses, and says so`() throws {
    try Story.run("subnet-exhaustion") { cluster, _ in
      try await cluster.eventually("a pod without an address", within: .seconds(600)) {
        try await !cluster.messages("FailedCreatePodSandBox").isEmpty
      }
      try await cluster.advance(by: .seconds(300))
      let subnet = try await cluster.client.get(Subnet.self, ObjectKey(namespace: "default", name: "tight-a"))
      // A new interface needs four at once: one for itself and three for pods.
      #expect((subnet.status.availableIPAddressCount ?? 99) < 4)
      let running = try await cluster.running(app: "crowd").count
      let stuck = try await cluster.pods(app: "crowd").filter {
        $0.spec.nodeName != nil && ($0.status.podIP ?? "").isEmpty
      }
      #expect(running > 8 && !stuck.isEmpty)
      #expect(stuck.allSatisfy { $0.status.phase == "Pending" })
    }
  }

  @Test func `encoders run on spot nodes alone, spread over the zones`() throws {
    try Story.run("spot") { cluster, _ in
      try await cluster.eventually("six encoders", within: .seconds(600)) {
        try await cluster.running(app: "encoder").count == 6
      }
      let nodes = try await cluster.nodes()
      let hosts = try await cluster.running(app: "encoder").compactMap { nodes[$0.spec.nodeName ?? ""] }
      #expect(hosts.count == 6)
      #expect(hosts.allSatisfy { $0.metadata.labels["eks.amazonaws.com/capacityType"] == "SPOT" })
      #expect(Set(hosts.compactMap { $0.metadata.labels["topology.kubernetes.io/zone"] }).count == 3)
      let spot = try #require(
        try await cluster.client.list(Instance.self).items.first { $0.status.capacityType == "SPOT" })
      try await cluster.client.patch(
        Instance.self, spot.key, .merge(["metadata": ["annotations": ["swiftlet.dev/interrupt": "now"]]]))
      try await cluster.eventually("a replacement", within: .seconds(600)) {
        let left = try await cluster.client.find(Instance.self, spot.key)
        let running = try await cluster.running(app: "encoder").count
        return left == nil && running == 6
      }
    }
  }

  @Test func `a rolling update keeps seven of eight pods, and a broken one stops`() throws {
    try Story.run("rolling-update", files: 2) { cluster, files in
      func images() async throws -> [String] {
        Set(try await cluster.running(app: "api").compactMap { $0.spec.containers.first?.image }).sorted()
      }
      try await cluster.eventually("eight pods", within: .seconds(300)) {
        try await cluster.running(app: "api").count == 8
      }
      try await cluster.apply(files[2])
      try await cluster.eventually("the new version", within: .seconds(600)) {
        let ready = try await cluster.running(app: "api").count
        #expect(ready >= 7)
        return try await images() == ["registry.example/api:2.0"] && ready == 8
      }
      try await cluster.apply(files[3])
      try await cluster.eventually("a deadline exceeded", within: .seconds(600)) {
        let key = ObjectKey(namespace: "default", name: "api")
        return try await cluster.client.get(Deployment.self, key).status.conditions.contains {
          $0.type == "Progressing" && $0.reason == "ProgressDeadlineExceeded"
        }
      }
      #expect(try await cluster.running(app: "api").count >= 7)
    }
  }

  @Test func `the database's pods keep their zones and their volumes`() throws {
    try Story.run("stateful") { cluster, _ in
      try await cluster.eventually("three pods", within: .seconds(600)) {
        try await cluster.running("default", app: "ledger").count == 3
      }
      @Sendable func places() async throws -> [String] {
        let nodes = try await cluster.nodes()
        return try await cluster.pods("default", app: "ledger").map { pod in
          let labels = nodes[pod.spec.nodeName ?? ""]?.metadata.labels
          return "\(pod.key.name) \(labels?["topology.kubernetes.io/zone"] ?? "")"
        }
      }
      let before = try await places()
      #expect(Set(before.map { $0.suffix(1) }) == ["a", "b", "c"])
      let volumes = try await cluster.client.list(PersistentVolume.self).items.compactMap(\.metadata.name)
      #expect(volumes.count == 3)
      let key = ObjectKey(namespace: "default", name: "ledger")
      try await cluster.client.patch(
        StatefulSet.self, key,
        .strategicMerge([
          "spec": [
            "template": [
              "spec": ["containers": [["name": "postgres", "image": "registry.example/postgres:17.3"]]]
            ]
          ]
        ]))
      try await cluster.eventually("the new version", within: .seconds(600)) {
        let ready = try await cluster.running("default", app: "ledger")
        #expect(ready.count >= 2)
        return ready.count == 3 && ready.allSatisfy { $0.spec.containers[0].image?.hasSuffix("17.3") == true }
      }
      #expect(try await places() == before)
      #expect(
        try await cluster.client.list(PersistentVolume.self).items.compactMap(\.metadata.name) == volumes)
      try await cluster.client.patch(StatefulSet.self, key, .merge(["spec": ["replicas": 1]]))
      try await cluster.advance(by: .seconds(120))
      #expect(try await cluster.pods("default", app: "ledger").map(\.key.name) == ["ledger-0"])
      #expect(try await cluster.client.list(PersistentVolumeClaim.self).items.count == 3)
    }
  }
}
