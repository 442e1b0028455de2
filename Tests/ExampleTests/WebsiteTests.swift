import APIMachinery
import ControllerRuntime
import ControllerTesting
import Glibc
import KubernetesAPI
import KubernetesClient
import Testing

@testable import website_operator

@Suite struct WebsiteTests {
  private static let key = ObjectKey(namespace: "default", name: "hello")

  /// A file of the project.
  private static func read(_ name: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private func run<Result: Sendable>(
    seed: UInt64 = 1, _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try SimulatedCluster.run(seed: seed, controllers: WebsiteOperator().controllers) { cluster in
      for name in ["01-network.yaml", "02-cluster.yaml"] {
        try await cluster.apply(Self.read("manifests/first-cluster/\(name)"))
      }
      try await cluster.apply(Self.read("Examples/Website/website.yaml"))
      try await cluster.advance(by: .seconds(5))
      return try await body(cluster)
    }
  }

  private func site(_ change: (inout Website) -> Void = { _ in }) -> Website {
    Website {
      $0.metadata.namespace = "default"
      $0.metadata.name = "hello"
      $0.spec.page = "<h1>Hello</h1>"
      $0.spec.replicas = 2
      change(&$0)
    }
  }

  private static func ready(_ cluster: SimulatedCluster) async throws -> Condition? {
    try await cluster.client.get(Website.self, key).statusConditions.condition("Ready")
  }

  @Test(arguments: 0...3) func `what is declared comes, in its order, and is told`(seed: UInt64) throws {
    try run(seed: seed) { cluster in
      try await cluster.apply(site { $0.spec.isNamed = true })
      try await cluster.eventually("ready") { try await Self.ready(cluster)?.status == "True" }
      let page = try await cluster.client.get(ConfigMap.self, Self.key)
      let server = try await cluster.client.get(Deployment.self, Self.key)
      let name = try await cluster.client.get(Service.self, Self.key)
      #expect(page.data == ["index.html": "<h1>Hello</h1>"])
      #expect(server.status.availableReplicas == 2)
      let owner = try await cluster.client.get(Website.self, Self.key)
      for metadata in [page.metadata, server.metadata, name.metadata] {
        #expect(metadata.controller?.uid == owner.metadata.uid)
      }
      #expect(
        try #require(name.metadata.creationTimestamp) > server.metadata.creationTimestamp ?? cluster.now)
      #expect(try await Self.ready(cluster)?.observedGeneration == 1)
      #expect(cluster.trace.findings.all.filter { $0.controller == "website" }.isEmpty)
    }
  }

  @Test func `what somebody changes is put right, and what others set is left alone`() throws {
    try run { cluster in
      try await cluster.apply(site())
      try await cluster.eventually("ready") { try await Self.ready(cluster)?.status == "True" }
      try await cluster.client.patch(
        Deployment.self, Self.key, .merge(["spec": ["replicas": 5, "minReadySeconds": 3]]))
      try await cluster.eventually("two servers") {
        let server = try await cluster.client.get(Deployment.self, Self.key)
        return server.spec.replicas == 2 && server.spec.minReadySeconds == 3
      }
      try await cluster.client.delete(ConfigMap.self, Self.key)
      try await cluster.eventually("the page") {
        try await cluster.client.find(ConfigMap.self, Self.key) != nil
      }
    }
  }

  @Test func `what is not wanted any more goes`() throws {
    try run { cluster in
      try await cluster.apply(site { $0.spec.isNamed = true })
      try await cluster.eventually("ready") { try await Self.ready(cluster)?.status == "True" }
      try await cluster.client.patch(Website.self, Self.key, .merge(["spec": ["named": false]]))
      try await cluster.eventually("no name") { try await cluster.client.find(Service.self, Self.key) == nil }
      try await cluster.eventually("ready again") {
        let condition = try await Self.ready(cluster)
        return condition?.status == "True" && condition?.observedGeneration == 2
      }
      try await cluster.client.delete(Website.self, Self.key)
      try await cluster.eventually("nothing left") {
        let page = try await cluster.client.find(ConfigMap.self, Self.key)
        let server = try await cluster.client.find(Deployment.self, Self.key)
        return page == nil && server == nil
      }
    }
  }

  @Test func `a cluster at rest is not written to, and the time of a condition stays`() throws {
    try run { cluster in
      try await cluster.apply(site())
      try await cluster.eventually("ready") { try await Self.ready(cluster)?.status == "True" }
      try await cluster.settle()
      let before = try #require(try await Self.ready(cluster))
      let count = cluster.trace.count
      // A new look at everything that changes nothing.
      try await cluster.client.patch(
        Website.self, Self.key, .merge(["metadata": ["labels": ["touched": "yes"]]]))
      try await cluster.advance(by: .seconds(60))
      let looks = cluster.trace.records(from: count).filter { $0.controller == "website" }
      #expect(!looks.isEmpty)
      #expect(looks.filter { !$0.writes.isEmpty }.isEmpty)
      #expect(try await Self.ready(cluster)?.lastTransitionTime == before.lastTransitionTime)
    }
  }
}
