import Foundation
import Testing

@testable import swiftlet

/// The tool against a running cluster, as people use it.
@Suite(.serialized, .enabled(if: TestCluster.isBuilt, "the executable is not built"))
struct EndToEndTests {
  private static let cluster = """
    apiVersion: eksctl.io/v1alpha5
    kind: ClusterConfig
    metadata: {name: shop, region: us-west-2}
    managedNodeGroups: [{name: workers, instanceType: m5.large, desiredCapacity: 2}]
    """

  private static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, labels: {app: web}}
    spec:
      replicas: 3
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: app, image: "nginx:1.29", ports: [{containerPort: 80}]}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    """

  private func start(_ cluster: TestCluster) throws {
    #expect(try cluster.tool("apply -f -", input: Self.cluster).code == 0)
    let applied = try cluster.tool("apply -f -", input: Self.web)
    #expect(applied.output == "deployment.apps/web created\nservice/web created\n", "\(applied.errors)")
    let status = try cluster.tool("rollout status deploy/web --timeout=60s")
    #expect(status.output.hasSuffix("deployment \"web\" successfully rolled out\n"), "\(status)")
  }

  @Test func `manifests become running pods, and everything about them can be seen and changed`() throws {
    try TestCluster.run { cluster in
      try start(cluster)
      #expect(
        try cluster.tool("apply -f -", input: Self.web).output.contains("deployment.apps/web unchanged"))
      #expect(try cluster.tool("get deploy web -o jsonpath={.status.readyReplicas}").output == "3")
      #expect(try cluster.tool("scale deploy/web --replicas=4").output == "deployment.apps/web scaled\n")
      #expect(try cluster.tool("rollout restart deploy/web").output == "deployment.apps/web restarted\n")
      #expect(try cluster.tool("rollout status deploy/web --timeout=60s").code == 0)
      #expect(try cluster.tool("rollout undo deploy/web").output == "deployment.apps/web rolled back\n")
      #expect(try cluster.tool("rollout status deploy/web --timeout=60s").code == 0)
      #expect(try cluster.tool("logs deploy/web").output.contains("listening on port 80"))
      #expect(try cluster.tool("describe svc web").output.contains("TargetPort:"))
      #expect(try cluster.tool("events --for deploy/web").output.contains("ScalingReplicaSet"))
      let node = try cluster.tool("get nodes -o jsonpath={.items[0].metadata.name}").output
      let drained = try cluster.tool("drain \(node) --ignore-daemonsets --timeout=60s")
      #expect(drained.output.hasSuffix("node/\(node) drained\n"), "\(drained)")
      #expect(try cluster.tool("uncordon \(node)").output == "node/\(node) uncordoned\n")
      let deleted = try cluster.tool("delete deploy/web svc/web --timeout=60s")
      #expect(
        deleted.output == "deployment.apps \"web\" deleted\nservice \"web\" deleted\n", "\(deleted.errors)")
      #expect(try cluster.tool("get deploy web").code == 1)
    }
  }

  @Test func `a mistake is told in kubectl's words, with its line, and nothing is done`() throws {
    try TestCluster.run { cluster in
      let broken = Self.web.replacing("replicas: 3", with: "replica: 3")
      let refused = try cluster.tool(
        "apply -f -", input: broken.replacing("kind: Service", with: "kind: Servic"))
      #expect(refused.code == 1 && refused.output.isEmpty)
      #expect(refused.errors.contains("unknown field \"spec.replica\"\n  STDIN:5:3: spec.replica\n"))
      #expect(refused.errors.contains("no matches for kind \"Servic\" in version \"v1\""))
      #expect(try cluster.tool("get deploy").errors == "No resources found in default namespace.\n")
      let missing = try cluster.tool("get pod x")
      #expect(missing.code == 1 && missing.errors == "Error from server (NotFound): pods \"x\" not found\n")
      #expect(
        try cluster.tool("get foo").errors == "error: the server doesn't have a resource type \"foo\"\n")
      #expect(try cluster.tool("get pods --no-such-flag").code == 1)
      #expect(try cluster.tool("diff -f -", input: Self.web).code == 1)
      #expect(try cluster.tool("apply -f -", input: Self.web).code == 0)
      #expect(try cluster.tool("diff -f -", input: Self.web).code == 0)
      #expect(try cluster.tool("diff -f -", input: "a: [").code == 2)
      #expect(try cluster.tool("get pods --kubeconfig /no/such/file").code == 1)
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine")
  )
  func `the tool says what kubectl says`() throws {
    try TestCluster.run { cluster in
      try start(cluster)
      let node = try cluster.tool("get nodes -o name").output.split(separator: "\n").first ?? ""
      for command in Self.readings + ["describe \(node)", "get \(node) -o yaml"] {
        let (ours, theirs) = (try cluster.tool(command), try cluster.kubectl(command))
        #expect(Self.ageless(ours.output) == Self.ageless(theirs.output), "\(command)")
        #expect(Self.ageless(ours.errors) == Self.ageless(theirs.errors), "\(command)")
        #expect(ours.code == theirs.code, "\(command)")
      }
    }
  }

  private static let readings = [
    "get pods", "get pods -o wide", "get nodes -o wide", "get all -A", "get svc,deploy", "get pods nothere",
    "get foo",
    "get pods -l app=web --show-labels -L app", "get pods --sort-by=.metadata.name --no-headers",
    "get pods -o name",
    "get pods -o json", "get pods -o yaml", "get pods -o jsonpath={.items[*].status.podIP}",
    "get pods -n nothere",
    "get pods -o custom-columns=N:.metadata.name,IP:.status.podIP", "get nodegroups,subnets,instances",
    "api-resources", "api-resources -o wide", "api-resources -o name --namespaced=false",
    "describe deploy web",
    "describe rs", "describe svc web", "describe ns default", "describe sa default",
    "describe endpointslices",
    "describe pod nothere", "rollout history deploy/web", "rollout history deploy/web --revision=1",
    "rollout status deploy/web", "events --for deploy/web", "events --types=Warning", "explain pods",
    "explain deploy.spec.strategy", "explain pods.spec.restartPolicy", "explain deploy --recursive",
    "explain pods.foo",
    "logs deploy/web --tail=1", "logs nothere", "wait --for=delete pod/nothere",
    "wait --for=condition=Ready pod/nothere", "wait --for=condition=Ready pod -l app=nothere",
    "wait --for=condition=Available deploy/web",
  ]

  /// Ages differ from one moment to the next, and the columns with them.
  private static func ageless(_ text: String) -> String {
    text.replacing(/\b([0-9]+[dhms])+\b/, with: "AGE").replacing(/(Renew|LastHeartbeat)Time.*/, with: "TIME")
      .replacing(/\ +/, with: " ").replacing(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} [^+]*\+0000/, with: "DATE")
      .replacing(/(renewTime|lastHeartbeatTime|resourceVersion|time): .*/, with: "TIME")
  }

  @Test(
    .enabled(if: SharedFolder.isThere, "../shared/real-manifests is not there"),
    arguments: ["guestbook", "online-boutique"])
  func `the manifests of real projects converge`(project: String) throws {
    try TestCluster.run { cluster in
      #expect(
        try cluster.tool(
          "apply -f -", input: Self.cluster.replacing("desiredCapacity: 2", with: "desiredCapacity: 4")
        ).code == 0)
      let applied = try cluster.tool("apply -f \(SharedFolder.realManifests)/\(project)")
      #expect(applied.code == 0, "\(applied.errors)")
      let waited = try cluster.tool("wait deploy --all --for=condition=Available --timeout=90s")
      #expect(waited.code == 0, "\(waited.errors)")
      #expect(waited.output.split(separator: "\n").count >= 3)
    }
  }
}
