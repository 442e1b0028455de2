import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// `manifests/shop` converges, and leaves nothing behind.
@Suite struct ShopTests {
  static let files = [
    "01-network.yaml", "02-cluster.yaml", "03-base.yaml", "04-services.yaml", "05-batch.yaml",
  ]

  @Test func `the shop comes up as a whole: on its nodes, on Fargate, behind its services`() throws {
    try SimulatedCluster.run(seed: 2) { cluster in
      for file in Self.files { try await cluster.apply(story: "shop", file) }
      try await cluster.eventually("all deployments available", within: .seconds(900)) {
        try await Self.isConverged(cluster)
      }
      for pod in try await cluster.pods("shop-batch") {
        #expect(pod.spec.nodeName?.hasPrefix("fargate-") == true)
        #expect(pod.status.podIP?.hasPrefix("10.20.8.") == true)
      }
      try await Self.expectEndpoints(in: cluster)
      #expect(cluster.plane.manager.trace.findings.all.isEmpty, "\(cluster.plane.manager.trace.findings.all)")
    }
  }

  @Test func `when everything is deleted, no instance, interface or address is left`() throws {
    try SimulatedCluster.run(seed: 8) { cluster in
      for file in Self.files { try await cluster.apply(story: "shop", file) }
      try await cluster.eventually("all deployments available", within: .seconds(900)) {
        try await Self.isConverged(cluster)
      }
      for file in Self.files.dropFirst().reversed() {
        try await cluster.delete(Manifests.read("shop/\(file)"))
      }
      try await cluster.eventually("everything to be gone", within: .seconds(1800)) {
        let nodes = try await cluster.count(Node.self)
        let instances = try await cluster.count(Instance.self)
        return try await nodes + instances + cluster.count(NetworkInterface.self) == 0
      }
      #expect(try await cluster.list(Pod.self).allSatisfy { $0.isOfDaemonSet })
      // Daemons go with their nodes: the pod garbage collector finds them within a minute.
      try await cluster.advance(by: .seconds(60))
      #expect(try await cluster.count(Pod.self) == 0)
      #expect(try await cluster.count(ReplicaSet.self) == 0)
      #expect(try await cluster.count(NodeGroup.self) == 0)
      #expect(try await cluster.count(FargateProfile.self) == 0)
      #expect(try await cluster.list(Lease.self, namespace: "kube-node-lease").isEmpty)
      for subnet in try await cluster.list(Subnet.self) {
        let size = subnet.metadata.name == "shop-fargate" ? 64 : 512
        #expect(subnet.status.availableIPAddressCount == size - 5, "\(subnet.key)")
      }
    }
  }

  static func isConverged(_ cluster: SimulatedCluster) async throws -> Bool {
    let deployments = try await cluster.list(Deployment.self)
    return !deployments.isEmpty
      && deployments.allSatisfy {
        $0.status.availableReplicas == $0.spec.replicas && $0.status.updatedReplicas == $0.spec.replicas
      }
  }

  /// Each service that selects pods has exactly their addresses as its endpoints.
  static func expectEndpoints(in cluster: SimulatedCluster) async throws {
    let slices = try await cluster.list(EndpointSlice.self, namespace: "shop")
    for service in try await cluster.list(Service.self, namespace: "shop") {
      guard let app = service.spec.selector["app"] else { continue }
      let mine = slices.filter {
        $0.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
      }
      let endpoints = Set(mine.flatMap(\.endpoints).flatMap(\.addresses))
      let addresses = Set(try await cluster.pods("shop", app: app).compactMap(\.status.podIP))
      #expect(endpoints == addresses, "\(service.key)")
    }
  }
}
