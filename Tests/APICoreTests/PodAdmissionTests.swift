import APICore
import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct PodAdmissionTests {
  @Test func `a bare pod gets what Kubernetes gives it`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod())
    let spec = pod.fields.object("spec") ?? JSONObject()
    #expect(spec["restartPolicy"] == "Always")
    #expect(spec["dnsPolicy"] == "ClusterFirst")
    #expect(spec["schedulerName"] == "default-scheduler")
    #expect(spec["terminationGracePeriodSeconds"] == 30)
    #expect(spec["securityContext"] == [:])
    #expect(spec["enableServiceLinks"] == true)
    #expect(spec["priority"] == 0)
    #expect(spec["preemptionPolicy"] == "PreemptLowerPriority")
    #expect(spec["serviceAccountName"] == "default")
    #expect(spec["serviceAccount"] == "default")
    let container = spec.array("containers").first
    #expect(container?["imagePullPolicy"] == "Always")
    #expect(container?["terminationMessagePath"] == "/dev/termination-log")
    #expect(container?["terminationMessagePolicy"] == "File")
    #expect(container?["resources"] == [:])
    let volume = spec.array("volumes").first?["name"]?.stringValue ?? ""
    #expect(volume.hasPrefix("kube-api-access-"))
    #expect(container?["volumeMounts"]?.arrayValue?.first?["name"]?.stringValue == volume)
    #expect(
      spec.array("tolerations").map { $0["key"] } == [
        "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable",
      ])
    #expect(pod.fields["status"] == ["phase": "Pending", "qosClass": "BestEffort"])
  }

  @Test(arguments: [
    ("nginx", "Always"), ("nginx:latest", "Always"), ("nginx:1.29", "IfNotPresent"),
    ("registry:5000/nginx", "Always"), ("registry:5000/nginx:2", "IfNotPresent"),
    ("nginx@sha256:0123", "IfNotPresent"),
  ]) func `an image is pulled by its tag`(_ image: String, _ policy: String) async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod { $0.spec.containers[0].image = image })
    #expect(pod.spec.containers.first?.imagePullPolicy == policy)
  }

  @Test func `requests follow limits, and the class of service follows both`() async throws {
    let api = try await TestAPI()
    let body =
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"containers":[{"name":"a","image":"x:1","resources":{"limits":{"cpu":"1000m","memory":"0.5Gi"}}}]}}"#
    let pod = try await api.post(.pods, body).tree
    let resources = pod["spec"]?["containers"]?.arrayValue?.first?["resources"]
    #expect(
      resources?.description
        == #"{"limits":{"cpu":"1","memory":"512Mi"},"requests":{"cpu":"1","memory":"512Mi"}}"#)
    #expect(pod["status"]?["qosClass"] == "Guaranteed")
  }

  @Test func `the priority comes from the class, or from the global default`() async throws {
    let api = try await TestAPI()
    try await api.client.create(
      PriorityClass {
        $0.metadata.name = "high"
        $0.value = 1000
      })
    let high = try await api.client.create(somePod("a") { $0.spec.priorityClassName = "high" })
    #expect(high.spec.priority == 1000)
    try await api.client.create(
      PriorityClass {
        $0.metadata.name = "usual"
        $0.value = 10
        $0.globalDefault = true
        $0.preemptionPolicy = "Never"
      })
    let usual = try await api.client.create(somePod("b"))
    #expect(usual.spec.priority == 10)
    #expect(usual.spec.priorityClassName == "usual")
    #expect(usual.fields["spec"]?["preemptionPolicy"] == "Never")
  }

  @Test func `a pod that a Fargate profile selects goes to Fargate`() async throws {
    let api = try await TestAPI()
    let before = try await api.client.create(somePod("before") { $0.metadata.labels["tier"] = "batch" })
    #expect(before.spec.schedulerName == "default-scheduler")
    var profile = try await api.client.create(
      FargateProfile {
        $0.metadata.name = "fp"
        $0.metadata.namespace = "default"
        $0.spec.name = "serverless"
        $0.fields.withObject("spec") {
          $0["selectors"] = [["namespace": "def*", "labels": ["tier": "batch"]]]
        }
      })
    profile.fields["status"] = ["status": "ACTIVE"]
    try await api.client.updateStatus(profile)
    let matched = try await api.client.create(somePod("matched") { $0.metadata.labels["tier"] = "batch" })
    #expect(matched.metadata.labels["eks.amazonaws.com/fargate-profile"] == "serverless")
    #expect(matched.spec.schedulerName == "fargate-scheduler")
    #expect(matched.spec.priority == 2_000_001_000)
    let other = try await api.client.create(somePod("other"))
    #expect(other.spec.schedulerName == "default-scheduler")
    profile = try await api.client.get(FargateProfile.self, profile.key)
    profile.fields["status"] = ["status": "DELETING"]
    try await api.client.updateStatus(profile)
    let late = try await api.client.create(somePod("late") { $0.metadata.labels["tier"] = "batch" })
    #expect(late.spec.schedulerName == "default-scheduler")
  }

  @Test func `a pod that runs may change its images and little else`() async throws {
    let api = try await TestAPI()
    var pod = try await api.client.create(somePod())
    pod.spec.containers[0].image = "nginx:2"
    pod = try await api.client.update(pod)
    #expect(pod.spec.containers.first?.image == "nginx:2")
    pod.spec.restartPolicy = "Never"
    let error = await statusError { [pod] in try await api.client.update(pod) }
    #expect(
      error?.message.hasPrefix(
        #"Pod "web" is invalid: spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`"#
      ) == true)
  }

  @Test func `a pod is placed once`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod())
    func bind(_ node: String) async throws -> APIObject {
      try await api.service.create(
        api.target(.pods, "web", "binding"),
        RequestBody(["metadata": ["name": "web"], "target": ["kind": "Node", "name": .string(node)]]))
    }
    let answer = try await bind("n1")
    #expect(answer.isCreated)
    #expect(answer.tree["status"] == "Success")
    let placed = try await api.client.get(Pod.self, pod.key)
    #expect(placed.spec.nodeName == "n1")
    let condition = placed.fields["status"]?["conditions"]?.arrayValue?.first
    #expect(condition?["type"] == "PodScheduled" && condition?["status"] == "True")
    let again = await statusError { _ = try await bind("n2") }
    #expect(
      again?.message
        == #"Operation cannot be fulfilled on pods/binding "web": pod web is already assigned to node "n1""#)
  }
}
