import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import PodLifecycleController
import Simulation
import Testing

@Suite struct ClusterLoopTests {
  @Test func `a deleted Deployment takes everything along`() throws {
    let left = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 5))
      try await cluster.advance(5)
      try await cluster.client.delete(Deployment.self, ObjectKey(namespace: "shop", name: "web"))
      try await cluster.advance(5)
      return (try await cluster.replicaSets().count, try await cluster.pods().count)
    }
    #expect(left == (0, 0))
  }

  @Test func `foreground deletion removes the owner last`() throws {
    let (during, after) = try withCluster(TestClusterOptions(latencies: ContainerLatencies(scale: 1))) {
      cluster in
      try await cluster.client.create(someDeployment("web", replicas: 2))
      try await cluster.advance(10)
      let key = ObjectKey(namespace: "shop", name: "web")
      try await cluster.client.delete(
        Deployment.self, key, options: DeleteOptions(propagationPolicy: .foreground))
      try await cluster.simulation.advance(by: .milliseconds(200))
      let during = try await cluster.client.find(Deployment.self, key)?.metadata.finalizers
      try await cluster.advance(5)
      return (during, try await cluster.client.find(Deployment.self, key) == nil)
    }
    #expect(during == ["foregroundDeletion"])
    #expect(after)
  }

  @Test func `orphans stay and lose their owner`() throws {
    let owners = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 2))
      try await cluster.advance(5)
      try await cluster.client.delete(
        Deployment.self, ObjectKey(namespace: "shop", name: "web"),
        options: DeleteOptions(propagationPolicy: .orphan))
      try await cluster.advance(5)
      return (
        try await cluster.replicaSets().map(\.metadata.ownerReferences.count), try await cluster.pods().count
      )
    }
    #expect(owners == ([0], 2))
  }

  @Test func `a namespace is emptied and goes`() throws {
    let (phase, gone) = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 3))
      try await cluster.advance(5)
      let key = ObjectKey(name: "shop")
      try await cluster.client.delete(Namespace.self, key)
      try await cluster.advance(2)
      let phase = try await cluster.client.get(Namespace.self, key).status.phase
      try await cluster.advance(40)
      return (phase, try await cluster.client.find(Namespace.self, key) == nil)
    }
    #expect(phase == "Terminating")
    #expect(gone)
  }

  @Test func `a namespace has its account and certificate`() throws {
    let found = try withCluster { cluster in
      let account = ObjectKey(namespace: "shop", name: "default")
      try await cluster.client.delete(ServiceAccount.self, account)
      try await cluster.advance(1)
      let certificate = ObjectKey(namespace: "shop", name: "kube-root-ca.crt")
      return (
        try await cluster.client.find(ServiceAccount.self, account) != nil,
        try await cluster.client.find(ConfigMap.self, certificate)?.data["ca.crt"]
      )
    }
    #expect(found == (true, "PEM"))
  }

  @Test func `a Service's slices follow its pods`() throws {
    let (first, later) = try withCluster { cluster in
      try await cluster.client.create(
        Service {
          $0.metadata.name = "web"
          $0.metadata.namespace = "shop"
          $0.spec.selector = ["app": "web"]
          $0.spec.ports = [
            ServicePort {
              $0.name = "web"; $0.port = 80; $0.targetPort = "http"
            }
          ]
        })
      try await cluster.client.create(someDeployment("web", replicas: 120))
      try await cluster.advance(10)
      let first = try await cluster.client.list(EndpointSlice.self, namespace: "shop").items
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 10 }
      try await cluster.advance(10)
      return (first, try await cluster.client.list(EndpointSlice.self, namespace: "shop").items)
    }
    #expect(first.flatMap(\.endpoints).count == 120)
    #expect(first.allSatisfy { $0.endpoints.count <= 100 && $0.ports.first?.port == 8080 })
    #expect(first.first?.endpoints.first?.zone?.hasPrefix("us-east-1") == true)
    #expect(
      first.flatMap(\.endpoints).allSatisfy { $0.conditions?.ready == true && $0.targetRef?.kind == "Pod" })
    #expect(later.flatMap(\.endpoints).count == 10)
  }

  @Test func `a budget counts its pods`() throws {
    let status = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 4))
      try await cluster.client.create(
        PodDisruptionBudget {
          $0.metadata.name = "web"
          $0.metadata.namespace = "shop"
          $0.spec.selector = LabelSelector { $0.matchLabels = ["app": "web"] }
          $0.spec.maxUnavailable = "25%"
        })
      try await cluster.advance(5)
      return try await cluster.client.get(
        PodDisruptionBudget.self, ObjectKey(namespace: "shop", name: "web")
      ).status
    }
    #expect(status.expectedPods == 4 && status.desiredHealthy == 3 && status.currentHealthy == 4)
    #expect(status.disruptionsAllowed == 1)
    #expect(status.conditions.first?.reason == "SufficientPods")
  }

  @Test func `the pods of a dead node come back elsewhere`() throws {
    let run = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 6))
      try await cluster.advance(5)
      let there = try await cluster.pods().filter { $0.spec.nodeName == "n0" }.count
      try await cluster.client.patch(
        Node.self, ObjectKey(name: "n0"),
        .merge(["metadata": ["annotations": ["swiftlet.dev/kubelet": "stopped"]]]))
      try await cluster.advance(70)
      let node = try await cluster.client.get(Node.self, ObjectKey(name: "n0"))
      let unready = try await cluster.pods().filter { $0.spec.nodeName == "n0" && !$0.isReady }.count
      try await cluster.advance(300)
      let pods = try await cluster.pods()
      let elsewhere = pods.filter { $0.spec.nodeName != "n0" && $0.isReady }.count
      let stuck = pods.filter { $0.spec.nodeName == "n0" && $0.isTerminating }.count
      try await cluster.client.delete(Node.self, ObjectKey(name: "n0"))
      try await cluster.advance(90)
      return (node, unready - there, elsewhere, stuck - there, try await cluster.pods().count)
    }
    #expect(run.0.status.conditions.first { $0.type == "Ready" }?.status == "Unknown")
    #expect(
      run.0.spec.taints.map { "\($0.key):\($0.effect)" }.sorted() == [
        "node.kubernetes.io/unreachable:NoExecute", "node.kubernetes.io/unreachable:NoSchedule",
      ])
    #expect(run.1 == 0)
    #expect(run.2 == 6)
    #expect(run.3 == 0)
    #expect(run.4 == 6)
  }

  @Test func `nodes report and renew their leases`() throws {
    let (conditions, renewals, taints) = try withCluster { cluster in
      let key = ObjectKey(namespace: "kube-node-lease", name: "n1")
      let first = try await cluster.client.get(Lease.self, key).spec.renewTime
      try await cluster.advance(35)
      let last = try await cluster.client.get(Lease.self, key).spec.renewTime
      let node = try await cluster.client.get(Node.self, ObjectKey(name: "n1"))
      let renewals = first.flatMap { first in last.map { $0.timestamp - first.timestamp } }
      return (node.status.conditions.map { "\($0.type)=\($0.status)" }, renewals, node.spec.taints.count)
    }
    #expect(conditions == ["MemoryPressure=False", "DiskPressure=False", "PIDPressure=False", "Ready=True"])
    #expect(renewals == .seconds(30))
    #expect(taints == 0)
  }

  @Test func `one seed is one history`() throws {
    let history = {
      try withCluster(TestClusterOptions(seed: 7, latencies: ContainerLatencies(scale: 1))) { cluster in
        try await cluster.client.create(someDeployment("web", replicas: 8))
        try await cluster.advance(10)
        try await cluster.change(Deployment.self, "web") {
          $0.spec.template.spec.containers[0].image = "nginx:2"
        }
        try await cluster.advance(30)
        return try await cluster.pods().map {
          "\($0.metadata.name ?? "") \($0.metadata.resourceVersion ?? "")"
        }
      }
    }
    #expect(try history() == history())
  }

  @Test func `loops that have nothing to do write nothing but leases`() throws {
    let (writes, findings) = try withCluster { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 6))
      try await cluster.client.create(
        Service {
          $0.metadata.name = "web"
          $0.metadata.namespace = "shop"
          $0.spec.selector = ["app": "web"]
          $0.spec.ports = [
            ServicePort {
              $0.port = 80; $0.targetPort = "http"
            }
          ]
        })
      try await cluster.advance(15)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      try await cluster.advance(15)
      let before = try await cluster.revision()
      try await cluster.advance(60)
      return (try await cluster.revision() - before, cluster.manager.trace.findings.all.map(\.description))
    }
    #expect(writes == 3 * 6)
    #expect(findings.isEmpty, "\(findings)")
  }
}

extension TestCluster {
  fileprivate func revision() async throws -> Int {
    Int(try await client.list(Lease.self).resourceVersion) ?? 0
  }
}
