import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import EKSAPI
import Foundation
import KubernetesAPI
import KubernetesClient
import Testing

/// The sample manifests of one folder, on a cluster in virtual time with the latencies of EKS.
enum Story {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "manifests")

  /// The loops of the AWS side: none of them may write without need or turn in circles.
  private static let cloudLoops = [
    "vpc", "subnet", "security-group", "cluster", "nodegroup", "vpc-cni", "leaked-addresses",
    "leaked-interfaces", "fargate",
    "fargate-profile", "cluster-autoscaler",
  ]

  /// The files of a story in the order of their names, as `apply -f DIR` takes them.
  static func files(_ name: String) throws -> [String] {
    let folder = folder.appending(path: name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter {
      $0.hasSuffix(".yaml")
    }
    return try names.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  /// Applies the first `count` files of a story, all if not said, and runs `body`.
  static func run(
    _ name: String, files count: Int = .max, seed: UInt64 = 1,
    _ body: @escaping @Sendable (SimulatedCluster, [String]) async throws -> Void
  ) throws {
    let files = try files(name)
    try SimulatedCluster.run(seed: seed, options: ControlPlaneOptions(latencyScale: 1)) { cluster in
      try await cluster.eventually("a service account", within: .seconds(10)) {
        try await !cluster.client.list(ServiceAccount.self, namespace: "default").items.isEmpty
      }
      for file in files.prefix(count) { try await cluster.apply(file) }
      try await body(cluster, files)
      try await cluster.expectEachAddressOnce()
      let findings = cluster.trace.findings.all.map { "\($0)" }.filter { finding in
        cloudLoops.contains { finding.contains(" \($0) ") }
      }
      #expect(findings.isEmpty, "\(findings)")
    }
  }
}

extension SimulatedCluster {
  func pods(_ namespace: String? = nil, app: String? = nil) async throws -> [Pod] {
    try await client.list(Pod.self, namespace: namespace).items.filter {
      app == nil || $0.metadata.labels["app"] == app
    }
  }

  func running(_ namespace: String? = nil, app: String? = nil) async throws -> [Pod] {
    try await pods(namespace, app: app).filter { pod in
      pod.metadata.deletionTimestamp == nil
        && pod.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
    }
  }

  func nodes() async throws -> [String: Node] {
    let nodes = try await client.list(Node.self).items
    return Dictionary(nodes.map { ($0.metadata.name ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  func messages(_ reason: String) async throws -> [String] {
    try await client.list(Event.self).items.filter { $0.reason == reason }.compactMap(\.message)
  }

  /// No two pods that have not ended have one address, unless it is their node's.
  func expectEachAddressOnce(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let addresses = try await pods().filter {
      $0.spec.hostNetwork != true && !["Succeeded", "Failed"].contains($0.status.phase ?? "")
    }.compactMap(\.status.podIP)
    #expect(Set(addresses).count == addresses.count, sourceLocation: sourceLocation)
  }
}
