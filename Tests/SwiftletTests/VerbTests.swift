import Foundation
import Testing

@testable import swiftlet

/// The verbs that change a cluster, one after the other, as people use them.
@Suite(.serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"))
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

  @Test func `a key that stands twice is no obstacle, unless it is asked to be one`() throws {
    let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: old, a: new}\n"
    try TestCluster.run { cluster in
      let refused = try cluster.tool("apply --validate=strict -f -", input: text)
      #expect(refused.code == 1 && refused.errors.contains("STDIN:4:16: key \"a\" already set in map"))
      let applied = try cluster.tool("apply -f -", input: text)
      #expect(applied.output == "configmap/c created\n")
      #expect(
        applied.errors == "Warning: STDIN:4:16: data.a is set in line 4 already: the one in line 4 counts\n")
      #expect(try cluster.tool("get cm c -o jsonpath={.data.a}").output == "new")
      #expect(try cluster.tool("apply --validate=ignore -f -", input: text).errors.isEmpty)
      #expect(try cluster.tool("diff -f -", input: text).code == 0)
    }
  }

  @Test func `a job is made of a cron job's template, and is owned by it`() throws {
    try TestCluster.run { cluster in
      let made = try cluster.tool("create cronjob tick --image=busybox --schedule=@yearly -- date")
      #expect(made.output == "cronjob.batch/tick created\n", "\(made.errors)")
      #expect(try cluster.tool("create job now --from=cronjob/tick").output == "job.batch/now created\n")
      let owner = "{.metadata.ownerReferences[0].kind}/{.metadata.ownerReferences[0].name}"
      #expect(try cluster.tool("get job now -o jsonpath=\(owner)").output == "CronJob/tick")
      #expect(
        try cluster.tool("create job x --from=cronjob/nope").errors
          == "Error from server (NotFound): cronjobs.batch \"nope\" not found\n")
      #expect(
        try cluster.tool("create job x").errors == "error: either --image or --from must be specified\n")
    }
  }

  @Test func `the kubeconfig is changed entry by entry`() throws {
    try TestCluster.run { cluster in
      func say(_ command: String, _ output: String) throws {
        let outcome = try cluster.tool("config \(command)")
        #expect(outcome.output == output, "\(command): \(outcome.errors)")
      }
      try say("set-cluster c9 --server=https://x:1", "Cluster \"c9\" set.\n")
      try say("set-credentials u9 --token=abc", "User \"u9\" set.\n")
      try say("set-context x --cluster=c9 --user=u9", "Context \"x\" created.\n")
      try say("set contexts.x.namespace shop", "Property \"contexts.x.namespace\" set.\n")
      try say("rename-context x y.z", "Context \"x\" renamed to \"y.z\".\n")
      try say("view -o jsonpath={.contexts[?(@.name==\"y.z\")].context.namespace}", "shop")
      try say("unset contexts.y.z.namespace", "Property \"contexts.y.z.namespace\" unset.\n")
      try say("get-users", "NAME\nswiftlet\nu9\n")
      #expect(try cluster.tool("config delete-context y.z").output.hasPrefix("deleted context y.z from /"))
      #expect(try cluster.tool("config delete-cluster c9").code == 0)
      #expect(try cluster.tool("config delete-user u9").code == 0)
      #expect(try cluster.tool("config delete-user u9").code == 1)
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
      for command in ["exec web -- sh", "attach web", "port-forward web 80:80", "cp a:/b c", "debug web"] {
        let outcome = try cluster.tool(command)
        #expect(
          outcome.code == 1 && outcome.errors.hasPrefix("error: containers are simulated here"), "\(outcome)")
      }
      #expect(try cluster.tool("top pods").errors.hasPrefix("error: Metrics API not available: "))
      let script = try cluster.tool("completion bash")
      #expect(script.code == 0 && script.output.contains("swiftlet"))
      let info = try cluster.tool("cluster-info")
      #expect(info.output.hasPrefix("Kubernetes control plane is running at https://127.0.0.1:"))
    }
  }

  @Test func `a paused cluster goes on one reconcile at a time`() throws {
    try TestCluster.run(["--paused"]) { cluster in
      #expect(try cluster.tool("step --list").output.contains("; nothing waits"))
      #expect(try cluster.tool("create deployment web --image=nginx:1 --replicas=2").code == 0)
      #expect(try cluster.tool("get rs").errors == "No resources found in default namespace.\n")
      let first = try cluster.tool("step --controller deployment")
      #expect(first.output.contains("why    deployments.apps default/web was added @"), "\(first)")
      #expect(first.output.contains("wrote  create replicasets.apps default/web-"), "\(first)")
      #expect(first.output.contains("\n  replicaset "), "\(first)")
      #expect(try cluster.tool("get pods").errors == "No resources found in default namespace.\n")
      #expect(
        try cluster.tool("step --controller replicaset").output.contains("create pods default/web-"))
      #expect(try cluster.tool("get pods -o name").output.split(separator: "\n").count == 2)
      #expect(try cluster.tool("step --controller nope").errors == "error: no reconcile of nope waits\n")
      #expect(try cluster.tool("resume").output.hasPrefix("the clock goes on from "))
      #expect(try cluster.tool("step").errors == "error: the clock goes: stop it with `swiftlet pause`\n")
      let waited = try cluster.tool("wait deploy/web --for=jsonpath={.status.replicas}=2 --timeout=30s")
      #expect(waited.code == 0, "\(waited.errors)")
      #expect(try cluster.tool("pause").output.hasPrefix("the clock stands at "))
      #expect(try cluster.tool("step --by 1h").output.contains("the clock stands at "))
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
