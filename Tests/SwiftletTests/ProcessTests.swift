import Foundation
import Testing

@testable import swiftlet

/// The processes of a cluster: how they end, what outlives them, and loops that run beside the server.
@Suite(.serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"))
struct ProcessTests {
  private static let lease = "get lease swiftlet-controllers -n kube-system"

  private static func maps(_ names: String...) -> String {
    names.map { "{apiVersion: v1, kind: ConfigMap, metadata: {name: \($0), labels: {app: shop}}}" }
      .joined(separator: "\n---\n")
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends the server cleanly, and its data are there at the next start`(signal: Int32) throws {
    try TestCluster.run { cluster in
      try cluster.serving(["--data", "@/data"]) { server in
        let applied = try cluster.tool("apply -f -", input: Self.maps("a"))
        #expect(applied.code == 0, "\(applied.errors)")
        kill(server.processIdentifier, signal)
        server.waitUntilExit()
        #expect(server.terminationReason == .exit)
        #expect(server.terminationStatus == 0)
      }
      try cluster.serving(["--data", "@/data"]) { _ in
        let kept = try cluster.tool("get cm a -o name")
        #expect(kept.output == "configmap/a\n", "\(kept.errors)")
      }
    }
  }

  @Test func `pruning deletes what an applied set no longer holds, and nothing else`() throws {
    try TestCluster.run { cluster in
      #expect(try cluster.tool("create cm mine").code == 0)
      #expect(try cluster.tool("label cm mine app=shop").code == 0)
      #expect(try cluster.tool("apply -f - --prune -l app=shop", input: Self.maps("a", "b")).code == 0)
      let rehearsed = try cluster.tool(
        "apply -f - --prune -l app=shop --dry-run=server", input: Self.maps("b"))
      #expect(rehearsed.output.contains("configmap/a pruned"))
      #expect(try cluster.tool("get cm a -o name").code == 0)
      let applied = try cluster.tool("apply -f - --prune -l app=shop", input: Self.maps("b"))
      #expect(applied.output == "configmap/b unchanged\nconfigmap/a pruned\n", "\(applied.errors)")
      let left = try cluster.tool("get cm -l app=shop -o name").output
      #expect(left == "configmap/b\nconfigmap/mine\n")
    }
  }

  @Test func `loops run in processes of their own, and another takes over from the one that leads`() throws {
    try TestCluster.run(["--without-controllers"]) { cluster in
      let loops = ["controllers", "--latency-scale", "0"]
      try cluster.running(loops, until: "running all loops") { first in
        try expectConvergence(cluster, replicas: 2)
        let leader = try cluster.tool("\(Self.lease) -o jsonpath={.spec.holderIdentity}").output
        #expect(!leader.isEmpty)
        try cluster.running(loops, until: "running all loops") { _ in
          first.terminate()
          first.waitUntilExit()
          #expect(first.terminationReason == .exit)
          #expect(first.terminationStatus == 0)
          try expectConvergence(cluster, replicas: 3)
          let next = try cluster.tool("\(Self.lease) -o jsonpath={.spec.holderIdentity}").output
          #expect(!next.isEmpty && next != leader)
        }
      }
    }
  }

  private func expectConvergence(_ cluster: TestCluster, replicas: Int) throws {
    let manifests = """
      apiVersion: eksctl.io/v1alpha5
      kind: ClusterConfig
      metadata: {name: shop, region: us-west-2}
      managedNodeGroups: [{name: workers, instanceType: m5.large, desiredCapacity: 2}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: \(replicas)
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: "nginx:1.29"}]}
      """
    let applied = try cluster.tool("apply -f -", input: manifests)
    #expect(applied.code == 0, "\(applied.errors)")
    let status = try cluster.tool("rollout status deploy/web --timeout=90s")
    #expect(status.code == 0, "\(status)")
    #expect(try cluster.tool("get deploy web -o jsonpath={.status.readyReplicas}").output == "\(replicas)")
  }
}
