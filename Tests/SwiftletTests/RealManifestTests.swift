import APIMachinery
import EKSAPI
import Foundation
import Testing

@testable import swiftlet

/// Files that others wrote, applied as they are and run until everything that they ask for is there.
@Suite(
  .serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"),
  .enabled(if: SharedFolder.isThere, "../shared/real-manifests is not there"))
struct RealManifestTests {
  private static let eksctl = "\(SharedFolder.realManifests)/eksctl"

  static let clusters: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: eksctl)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func `there are seven files of eksctl`() {
    #expect(Self.clusters.count == 7)
  }

  @Test(arguments: clusters)
  func `a file of eksctl becomes an active cluster with all its nodes and profiles`(file: String) throws {
    try TestCluster.run { cluster in
      let path = "\(Self.eksctl)/\(file)"
      let applied = try cluster.tool("apply -f \(path)")
      #expect(applied.code == 0, "\(applied.errors)")
      let config = try Self.config(path)
      for warning in config.warnings {
        #expect(applied.errors.contains("Warning: \(warning)\n"), "\(warning)")
      }
      for kind in ["cluster", "nodegroup", "fargateprofile"] {
        let count = config.objects.count { $0.kind.lowercased() == kind }
        guard count > 0 else { continue }
        let waited = try cluster.tool(
          "wait \(kind) --all --for=jsonpath={.status.status}=ACTIVE --timeout=90s")
        #expect(waited.code == 0, "\(waited.errors)")
        #expect(waited.output.split(separator: "\n").count == count)
      }
      try expectNodes(Self.nodes(config), cluster)
    }
  }

  private func expectNodes(_ count: Int64, _ cluster: TestCluster) throws {
    guard count > 0 else { return }
    let ready = try cluster.tool("wait node --all --for=condition=Ready --timeout=90s")
    #expect(ready.output.split(separator: "\n").count == Int(count), "\(ready)")
    let groups = try cluster.tool(
      "get nodegroups --no-headers -o custom-columns=C:.spec.clusterRef.from.name")
    let columns = try cluster.tool("get nodegroups --no-headers")
    for (name, line) in zip(groups.output.split(separator: "\n"), columns.output.split(separator: "\n")) {
      #expect(line.split(separator: " ").dropFirst().first == name)
    }
  }

  private static func config(_ path: String) throws -> ClusterConfig {
    let documents = try YAML.parse(Array(try Data(contentsOf: URL(fileURLWithPath: path))), limits: .file)
    return try ClusterConfig(try #require(documents.first?.value.objectValue))
  }

  private static func nodes(_ config: ClusterConfig) -> Int64 {
    config.objects.reduce(0) { $0 + ($1.fields["spec"]?["scalingConfig"]?["desiredSize"]?.intValue ?? 0) }
  }

  private static let workers = """
    apiVersion: eksctl.io/v1alpha5
    kind: ClusterConfig
    metadata: {name: shop, region: us-west-2}
    managedNodeGroups: [{name: workers, instanceType: m5.large, desiredCapacity: 4}]
    """

  private func converge(
    _ project: String, _ cluster: TestCluster, _ run: (String) throws -> TestCluster.Outcome
  ) throws {
    #expect(try cluster.tool("apply -f -", input: Self.workers).code == 0)
    let applied = try run("apply -f \(SharedFolder.realManifests)/\(project)")
    #expect(applied.code == 0, "\(applied.errors)")
    let waited = try run("wait deploy --all --for=condition=Available --timeout=90s")
    #expect(waited.code == 0, "\(waited.errors)")
    #expect(waited.output.split(separator: "\n").count >= 3)
  }

  @Test(arguments: ["guestbook", "online-boutique"])
  func `the manifests of real projects converge`(project: String) throws {
    try TestCluster.run { cluster in try converge(project, cluster) { try cluster.tool($0) } }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine"),
    arguments: ["guestbook", "online-boutique"])
  func `the manifests of real projects converge under kubectl`(project: String) throws {
    try TestCluster.run { cluster in try converge(project, cluster) { try cluster.kubectl($0) } }
  }
}
