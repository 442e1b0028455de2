import Foundation
import Testing

@testable import swiftlet

/// The verbs that change a cluster, one after the other, as people use them.
@Suite(.serialized, .enabled(if: TestCluster.isBuilt, "the executable is not built"))
struct VerbTests {
  @Test func `objects are made, changed, edited and replaced by flags`() throws {
    let folder = try TemporaryFolder([
      "cm.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: new}\n",
      "app.env": "A=1\n# no\nB=two words\n",
      "kustomization.yaml": "resources: [cm.yaml]\nnamePrefix: k-\n",
    ])
    try TestCluster.run { cluster in
      func say(_ command: String, _ output: String) throws {
        let outcome = try cluster.tool(command)
        #expect(outcome.output == output, "\(command): \(outcome.errors)")
      }
      try say("create cm c --from-env-file=\(folder.path)/app.env", "configmap/c created\n")
      try say("get cm c -o jsonpath={.data.B}", "two words")
      try say("replace -f \(folder.path)/cm.yaml", "configmap/c replaced\n")
      try say("get cm c -o jsonpath={.data}", "{\"a\":\"new\"}")
      try say("replace --force -f \(folder.path)/cm.yaml", "configmap \"c\" deleted\nconfigmap/c replaced\n")
      try say("apply -k \(folder.path)", "configmap/k-c created\n")
      try say("delete -k \(folder.path)", "configmap \"k-c\" deleted\n")
      try say("create deployment web --image=nginx:1 --port=80", "deployment.apps/web created\n")
      try say("expose deploy/web", "service/web exposed\n")
      try say("set image deploy/web nginx=nginx:2", "deployment.apps/web image updated\n")
      try say("set env deploy/web A=1 B=2", "deployment.apps/web env updated\n")
      try say("set env deploy/web A- C=3", "deployment.apps/web env updated\n")
      try say(
        "set resources deploy/web --requests=cpu=100m --limits=cpu=200m",
        "deployment.apps/web resource requirements updated\n")
      let container = "{.spec.template.spec.containers[0]"
      try say("get deploy web -o jsonpath=\(container).image}", "nginx:2")
      try say("get deploy web -o jsonpath=\(container).env[*].name}", "B C")
      try say("get deploy web -o jsonpath=\(container).resources.limits.cpu}", "200m")
      try say("run one --image=nginx --labels=a=b", "pod/one created\n")
      try say("label pod one a=c --overwrite --list", "a=c\n")
      try say(
        "scale deploy/web --replicas=0 --dry-run=server", "deployment.apps/web scaled (server dry run)\n")
    }
  }

  @Test func `an editor changes an object, and what it refuses is kept`() throws {
    let folder = try TemporaryFolder([
      "edit": "#!/bin/sh\nsed -i \"s/$OLD/$NEW/\" \"$1\"\n"
    ])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/edit")
    try TestCluster.run { cluster in
      _ = try cluster.tool("create cm c --from-literal=a=old")
      func edit(_ old: String, _ new: String) throws -> TestCluster.Outcome {
        try cluster.tool(
          "edit cm c", environment: ["EDITOR": "\(folder.path)/edit", "OLD": old, "NEW": new])
      }
      #expect(try edit("a: old", "a: new").output == "configmap/c edited\n")
      #expect(try cluster.tool("get cm c -o jsonpath={.data.a}").output == "new")
      #expect(try edit("nothing", "x").errors == "Edit cancelled, no changes made.\n")
      let refused = try edit("a: new", "a: [")
      #expect(refused.code == 1)
      #expect(refused.errors.contains("error parsing edited-file"), "\(refused.errors)")
      #expect(refused.errors.contains("A copy of your changes has been stored to"))
    }
  }

  @Test func `what needs a process in a container says what there is instead`() throws {
    try TestCluster.run { cluster in
      for command in ["exec web -- sh", "attach web", "port-forward web 80:80"] {
        let outcome = try cluster.tool(command)
        #expect(
          outcome.code == 1 && outcome.errors.hasPrefix("error: containers are simulated here"), "\(outcome)")
      }
      let script = try cluster.tool("completion bash")
      #expect(script.code == 0 && script.output.contains("swiftlet"))
      let info = try cluster.tool("cluster-info")
      #expect(info.output.hasPrefix("Kubernetes control plane is running at https://127.0.0.1:"))
    }
  }

  @Test func `the trace says why a loop ran and what it wrote`() throws {
    try TestCluster.run { cluster in
      _ = try cluster.tool("create deployment web --image=nginx:1 --replicas=2")
      let waited = try cluster.tool("wait deploy/web --for=jsonpath={.status.replicas}=2 --timeout=30s")
      #expect(waited.code == 0, "\(waited.errors)")
      let about = try cluster.tool("trace deploy/web --controller deployment --tail -1")
      #expect(about.output.contains("deployments.apps default/web was added @"), "\(about)")
      #expect(about.output.contains("create replicasets.apps default/web-"), "\(about)")
      #expect(
        try cluster.tool("trace --controller replicaset --brief").output.contains("create pods default/web-"))
      #expect(try cluster.tool("trace --summary").output.hasPrefix("LOOP "))
      let lines = try cluster.tool("trace -o json --tail 1").output
      #expect(lines.split(separator: "\n").count == 1 && lines.hasPrefix("{"))
      #expect(try cluster.tool("trace deploy/nothere").errors == "No reconciles found.\n")
    }
  }
}
