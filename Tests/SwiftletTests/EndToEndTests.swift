import Foundation
import Testing

@testable import swiftlet

/// The tool against a running cluster, as people use it.
@Suite(.serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"))
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
      try settle(cluster)
      for command in Self.readings + ["describe \(node)", "get \(node) -o yaml"] {
        let (ours, theirs) = (try cluster.tool(command), try cluster.kubectl(command))
        #expect(Self.ageless(ours.output) == Self.ageless(theirs.output), "\(command)")
        #expect(Self.ageless(ours.errors) == Self.ageless(theirs.errors), "\(command)")
        #expect(ours.code == theirs.code, "\(command)")
      }
    }
  }

  /// Waits until what the cloud counts changes no more.
  private func settle(_ cluster: TestCluster) throws {
    _ = try cluster.tool("wait nodegroup --all --for=jsonpath={.status.status}=ACTIVE --timeout=60s")
    var (last, seen) = ("", 0)
    for _ in 0..<200 where seen < 3 {
      let now = try cluster.tool("get nodegroups,subnets,instances,networkinterfaces -o yaml").output
      (last, seen) = (now, now == last ? seen + 1 : 0)
    }
  }

  private static let batch = """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: tick}
    spec:
      schedule: "0 0 1 1 *"
      jobTemplate:
        spec: {template: {spec: {restartPolicy: Never, containers: [{name: app, image: busybox}]}}}
    ---
    apiVersion: batch/v1
    kind: Job
    metadata: {name: once}
    spec:
      completions: 2
      completionMode: Indexed
      ttlSecondsAfterFinished: 6000
      template:
        metadata: {annotations: {swiftlet.dev/run.app: exit 0}}
        spec: {restartPolicy: Never, containers: [{name: app, image: busybox}]}
    ---
    apiVersion: v1
    kind: ResourceQuota
    metadata: {name: quota}
    spec: {hard: {pods: "50", requests.cpu: "20"}, scopes: [NotTerminating]}
    ---
    apiVersion: v1
    kind: LimitRange
    metadata: {name: limits}
    spec: {limits: [{type: Container, default: {cpu: 500m}, defaultRequest: {cpu: 50m}, max: {cpu: "2"}}]}
    ---
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: claim}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
    """

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine")
  )
  func `the tool describes jobs, limits and claims as kubectl does`() throws {
    try TestCluster.run { cluster in
      #expect(try cluster.tool("apply -f -", input: Self.cluster).code == 0)
      #expect(try cluster.tool("apply -f -", input: Self.batch).code == 0)
      let waited = try cluster.tool("wait job/once --for=condition=Complete --timeout=60s")
      #expect(waited.code == 0, "\(waited.errors)")
      #expect(try cluster.kubectl("create job now --image=busybox").output == "job.batch/now created\n")
      // What is compared must stand still: the job is over, and the quota has counted it.
      for goal in ["job/now --for=condition=Complete", "quota/quota --for=jsonpath={.status.used.pods}=0"] {
        let waited = try cluster.tool("wait \(goal) --timeout=60s")
        #expect(waited.code == 0, "\(waited.errors)")
      }
      let commands = [
        "describe job once", "describe job now", "describe cronjob tick", "describe quota", "describe limits",
        "describe pvc", "describe ns default", "get jobs,cj -o wide", "get quota,limits,pvc",
        "describe ds -n kube-system", "get nodes --show-labels", "get jobs -o jsonpath={.items[0].spec}",
        "get cj -o custom-columns=S:.spec.jobTemplate",
        "get cm -w --output-watch-events --request-timeout=1s",
      ]
      for command in commands {
        let (ours, theirs) = (try cluster.tool(command), try cluster.kubectl(command))
        #expect(Self.ageless(ours.output) == Self.ageless(theirs.output), "\(command)")
        #expect(ours.code == theirs.code, "\(command): \(ours.errors)")
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
    "rollout status deploy/web", "rollout status -n kube-system ds/aws-node",
    "rollout history -n kube-system ds", "rollout history -n kube-system ds/kube-proxy --revision=1",
    "rollout pause -n kube-system ds/kube-proxy", "rollout undo -n kube-system ds/kube-proxy",
    "describe ds -n kube-system", "events --for deploy/web", "events --types=Warning", "explain pods",
    "explain deploy.spec.strategy", "explain pods.spec.restartPolicy", "explain deploy --recursive",
    "explain pods.foo",
    "logs deploy/web --tail=1", "logs nothere", "wait --for=delete pod/nothere",
    "wait --for=condition=Ready pod/nothere", "wait --for=condition=Ready pod -l app=nothere",
    "wait --for=condition=Available deploy/web",
    "get pods -o go-template={{range.items}}{{.metadata.name}},{{end}}",
    "get deploy web --template={{.spec.replicas}}",
    "get deploy web -o jsonpath-as-json={.spec.replicas}", "get deploy web -o foo",
    "get deploy web -o go-template=",
    "get pods -l a=b=c", "get pods --field-selector=spec.foo=bar", "get deploy --show-kind",
    "get --raw /version",
    "get deploy web --subresource=status -o name", "logs deploy/nothere", "wait --for=condition=Ready",
    "wait pod/x",
    "rollout pause", "api-versions", "auth can-i create pods", "auth can-i get /healthz", "auth whoami",
    "auth can-i --list",
    "auth can-i --list --no-headers -n kube-system", "auth can-i get", "auth can-i --list get",
    "wait --for=condition=Available deploy --field-selector metadata.name=web",
    "wait --for=condition=Available deploy --field-selector metadata.name=nope",
    "apply -f /no/such", "apply -f /dev/null", "replace -f /no/such", "delete pod nothere",
    "scale deploy/nothere --replicas=1",
    "scale deploy/web --replicas=3 --current-replicas=9", "label deploy web", "label deploy web app=web",
    "label deploy web app=other", "label deploy web x=1 x-", "label deploy web bad!key=1",
    "label deploy web --list",
    "annotate deploy web", "annotate deploy web note=1 --dry-run=server", "patch deploy web",
    "patch deploy web --type=foo -p {}", "patch deploy web -p {\"spec\":{\"replicas\":\"x\"}}",
    "create deployment web --image=nginx", "create cm c --from-literal=a", "create cm c --from-file=/no/such",
    "set image deploy/web app=nginx:2 --dry-run=server", "set image deploy/web nope=nginx:2",
    "set image deploy/web",
    "set env deploy/web A=1 --dry-run=server", "set env deploy/web --list", "set resources deploy/web",
    "set resources deploy/web --limits=cpu=200m --dry-run=server", "expose deploy/web",
    "expose node/x --port=80",
    "cordon nothere", "drain nothere", "taint nodes nothere a=b:NoSchedule", "config use-context nope",
    "explain pods.nope", "create role r", "create role r --verb=get",
    "create role r --verb=get --resource=foo",
    "create role r --verb=get --resource=foo.bar",
    "create role r --verb=fly --resource=pods --dry-run=server",
    "create role r --verb=use --resource=pods", "create role r --verb=get --resource=/log",
    "create clusterrole c --verb=get", "create clusterrole c --verb=list --non-resource-url=/a",
    "create clusterrole c --verb=get --non-resource-url=a",
    "create clusterrole c --verb=get --non-resource-url=/a*b",
    "create clusterrole c --verb=get --aggregation-rule=a=b", "create rolebinding r",
    "create rolebinding r --role=a --clusterrole=b", "create rolebinding r --role=a --serviceaccount=x",
    "create ingress i", "create ingress i --rule=foo",
    "create ingress i --default-backend=a", "create ingress i --default-backend=a:b --annotation=a",
    "create token default --bound-object-name=x", "create token default --bound-object-kind=Foo",
    "create token default --bound-object-kind=Pod", "create token default --duration=-1s",
    "create token default --duration=1500ms",
    "create token nothere", "create token default --bound-object-kind=Pod --bound-object-name=nothere",
    "create role r --verb=get --resource=pods --dry-run=server",
  ]

  /// What `--dry-run=client -o yaml` makes of flags; kubectl 1.32 adds an empty time of creation.
  private static let drafts = [
    "create deployment d --image=nginx:1 --replicas=2 --port=80", "create ns n", "create sa s",
    "create cm c --from-literal=a=b --from-file=k=/etc/hostname",
    "create cm c --from-literal=a=1 --append-hash",
    "create secret generic s --from-literal=a=b", "create secret generic s --from-literal=a=b --append-hash",
    "create secret docker-registry r --docker-username=u --docker-password=p --docker-server=x",
    "create service clusterip s --tcp=80:8080", "create service nodeport s --tcp=80 --node-port=30080",
    "create service loadbalancer s --tcp=80:http",
    "create service externalname s --external-name=x.example.com",
    "create job j --image=busybox", "create cronjob c --image=busybox --schedule=@daily",
    "create service clusterip s --clusterip=None", "create quota q --hard=pods=3,cpu=1",
    "create quota q --hard=pods=3 --scopes=BestEffort,NotTerminating",
    "create pdb p --selector=app=web --min-available=50%",
    "create priorityclass pc --value=1000 --description=x",
    "run one --image=nginx", "run one --image=nginx --port=80 --env=A=1 --labels=a=b --restart=Never",
    "expose deploy web --port=80 --target-port=8080 --name=h2", "expose deploy web --name=h3 --type=NodePort",
    "expose svc web --name=h4",
    "create role r --verb=get --verb=list,watch --resource=pods,rs.apps,pods/log,deploy",
    "create role r --verb=* --resource=* --resource-name=a --resource-name=b",
    "create clusterrole c --verb=get,post --non-resource-url=/logs/*",
    "create clusterrole c --verb=get --resource=nodes --non-resource-url=/healthz",
    "create clusterrole c --verb=bind,escalate --resource=clusterroles",
    "create clusterrole c --verb=impersonate --resource=users,groups",
    "create clusterrole c --aggregation-rule=a=b,c/d=e",
    "create rolebinding r --role=x --user=jane --group=dev --serviceaccount=shop:web",
    "create rolebinding r --clusterrole=edit --serviceaccount=a:b --serviceaccount=a:c -n kube-system",
    "create clusterrolebinding c --clusterrole=admin --user=jane",
    "create ingress i --rule=foo.com/bar=svc1:8080,tls=my-cert",
    "create ingress i --class=other --rule=/path=svc:port --annotation=a=b --annotation=c/d=",
    "create ingress i --rule=foo.com/=svc:port --rule=foo.com/admin/=svcadmin:portadmin",
    "create ingress i --rule=foo.com/path*=svc:8080 --rule=bar.com/admin*=svc2:http",
    "create ingress i --rule=foo.com/=svc:https,tls --rule=foo.com/path/subpath*=othersvc:8080,tls=x",
    "create ingress i --rule=a.com/*=s:1,tls=x --rule=b.com/*=s:2,tls=x --rule=/*=s:3,tls",
    "create ingress i --default-backend=defaultsvc:http --rule=foo.com/*=svc:8080,tls=secret1",
  ]

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine")
  )
  func `the tool drafts what kubectl drafts`() throws {
    try TestCluster.run { cluster in
      try start(cluster)
      for draft in Self.drafts {
        let command = "\(draft) --dry-run=client -o yaml"
        let (ours, theirs) = (try cluster.tool(command), try cluster.kubectl(command))
        let lines = theirs.output.split(separator: "\n").filter { !$0.hasSuffix("creationTimestamp: null") }
        // What held nothing but an empty time is empty.
        let own = ours.output.replacing("metadata: {}", with: "metadata:")
        #expect(own == lines.joined(separator: "\n") + "\n", "\(draft): \(ours.errors)")
      }
    }
  }

  /// Ages differ from one moment to the next, and the columns with them.
  private static func ageless(_ text: String) -> String {
    text.replacing("swiftlet", with: "kubectl").replacing(/\b([0-9]+[dhms])+\b/, with: "AGE").replacing(
      /(Renew|LastHeartbeat)Time.*/, with: "TIME"
    )
    .replacing(/\ +/, with: " ").replacing(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} [^+]*\+0000/, with: "DATE")
    .replacing(/(renewTime|lastHeartbeatTime|resourceVersion|time): .*/, with: "TIME")
  }
}
