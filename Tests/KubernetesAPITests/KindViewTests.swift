import APIMachinery
import EKSAPI
import KubernetesAPI
import Testing

@Suite struct KindViewTests {
  @Test func `a new object says what it is`() {
    let pod = Pod { $0.metadata.name = "web" }
    #expect(pod.apiVersion == "v1")
    #expect(pod.kind == "Pod")
    let group = NodeGroup { $0.spec.name = "workers" }
    #expect(group.apiVersion == "eks.services.k8s.aws/v1alpha1")
    #expect(group.kind == "NodeGroup")
    #expect(EventsEvent { _ in }.kind == "Event")
  }

  @Test func `an empty list leaves no member behind`() {
    var pod = Pod { $0.spec.initContainers = [] }
    #expect(pod.fields["spec"]?.objectValue?["initContainers"] == nil)
    pod.spec.initContainers = [Container { $0.name = "first" }]
    pod.spec.initContainers = []
    #expect(pod.fields["spec"]?.objectValue?["initContainers"] == nil)
  }

  @Test func `nested objects are written through`() {
    var deployment = Deployment {
      $0.spec.replicas = 3
      $0.spec.template.metadata.labels["app"] = "web"
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "web"
          $0.resources = ResourceRequirements { $0.requests["cpu"] = "100m" }
        }
      ]
    }
    deployment.spec.template.spec.containers[0].image = "nginx"
    deployment.spec.template.spec.nodeSelector["zone"] = "a"
    let containers = deployment.fields["spec"]?["template"]?["spec"]?["containers"]
    #expect(
      containers
        == [["name": "web", "resources": ["requests": ["cpu": "100m"]], "image": "nginx"]])
    #expect(deployment.spec.template.spec.containers[0].resources?.requests["cpu"]?.milliValue == 100)
    #expect(deployment.fields["status"] == nil)
  }

  @Test func `reading what is missing writes nothing`() {
    let pod = Pod(fields: [:])
    #expect(pod.spec.containers.isEmpty)
    #expect(pod.spec.nodeName == nil)
    #expect(pod.status.phase == nil)
    #expect(pod.metadata.labels.isEmpty)
    #expect(pod.spec.affinity == nil)
    #expect(pod.fields.isEmpty)
  }

  @Test func `a nested object that becomes empty goes`() {
    var pod = Pod(fields: ["spec": ["nodeName": "n"]])
    pod.spec.nodeName = nil
    #expect(pod.fields["spec"] == nil)
  }

  @Test func `fields that a view does not know survive`() {
    var pod = Pod(fields: ["spec": ["futureField": ["a": 1], "nodeName": "n"], "extra": true])
    pod.spec.nodeName = "m"
    #expect(pod.fields == ["spec": ["futureField": ["a": 1], "nodeName": "m"], "extra": true])
  }

  @Test func `a value of the wrong type reads as missing`() {
    let pod = Pod(fields: ["spec": ["priority": "high", "containers": "none", "nodeSelector": [1]]])
    #expect(pod.spec.priority == nil)
    #expect(pod.spec.containers.isEmpty)
    #expect(pod.spec.nodeSelector.isEmpty)
  }

  @Test func `values have types of their own`() {
    let secret = Secret { $0.data["key"] = ByteString(text: "value") }
    #expect(secret.fields["data"] == ["key": "dmFsdWU="])
    let port = ServicePort(fields: ["port": 80, "targetPort": "http", "protocol": "TCP"])
    #expect(port.port == 80)
    #expect(port.targetPort == "http")
    #expect(port.protocol == "TCP")
    let item = LimitRangeItem(fields: ["default": ["cpu": "1"]])
    #expect(item.default["cpu"]?.value == 1)
    let lease = Lease(fields: ["spec": ["renewTime": "2026-01-02T03:04:05.000006Z"]])
    #expect(lease.spec.renewTime?.timestamp.nanosecondsSince1970 == 1_767_323_045_000_006_000)
    let condition = PodCondition { $0.lastTransitionTime = Timestamp(secondsSince1970: 0) }
    #expect(condition.fields["lastTransitionTime"] == "1970-01-01T00:00:00Z")
  }

  @Test func `a reference names an object of the same namespace`() {
    let subnet = Subnet { $0.spec.vpcRef = ResourceReference(name: "main") }
    #expect(subnet.fields["spec"] == ["vpcRef": ["from": ["name": "main"]]])
    #expect(subnet.spec.vpcRef?.from.name == "main")
  }

  @Test func `a resource list keeps its order and skips what is no quantity`() {
    let list = ResourceList(fields: ["memory": "1Gi", "odd": [1], "cpu": 2])
    #expect(list.map(\.key) == ["memory", "cpu"])
    #expect(list["cpu"]?.value == 2)
    #expect(list["odd"] == nil)
  }
}
