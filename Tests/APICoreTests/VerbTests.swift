import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct VerbTests {
  @Test func `a created pod has the metadata and the status that a server gives`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod())
    #expect(pod.metadata.uid?.count == 36)
    #expect(pod.metadata.resourceVersion == "4")
    #expect(pod.metadata.creationTimestamp == api.clock.now())
    #expect(pod.fields["status"]?["phase"] == "Pending")
    let read = try await api.client.get(Pod.self, pod.key)
    #expect(read == pod)
    #expect(read.fields.keys == ["apiVersion", "kind", "metadata", "spec", "status"])
  }

  @Test func `a second object of the same name is refused`() async throws {
    let api = try await TestAPI()
    try await api.client.create(somePod())
    let error = await statusError { try await api.client.create(somePod()) }
    #expect(error?.message == "pods \"web\" already exists")
    #expect(error?.code == 409)
    #expect(error?.reason == .alreadyExists)
  }

  @Test func `generateName gives names of its own`() async throws {
    let api = try await TestAPI()
    var names: Set<String> = []
    for _ in 0..<20 {
      let pod = try await api.client.create(
        somePod {
          $0.metadata.name = nil
          $0.metadata.generateName = "web-"
        })
      names.insert(pod.metadata.name ?? "")
    }
    #expect(names.count == 20)
    #expect(names.allSatisfy { $0.hasPrefix("web-") && $0.count == 9 })
  }

  @Test func `an update with an old resource version is a conflict`() async throws {
    let api = try await TestAPI()
    var pod = try await api.client.create(somePod())
    let old = pod
    pod.metadata.labels["app"] = "web"
    pod = try await api.client.update(pod)
    #expect(pod.metadata.labels["app"] == "web")
    var stale = old
    stale.metadata.labels["app"] = "other"
    let error = await statusError { [stale] in try await api.client.update(stale) }
    #expect(
      error?.message
        == "Operation cannot be fulfilled on pods \"web\": the object has been modified; please apply your changes to "
        + "the latest version and try again")
    #expect(error?.code == 409)
  }

  @Test func `an update that changes nothing writes nothing`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod())
    let again = try await api.client.update(pod)
    #expect(again.metadata.resourceVersion == pod.metadata.resourceVersion)
  }

  @Test func `the generation counts changes of the spec only`() async throws {
    let api = try await TestAPI()
    var deployment = try await api.client.create(someDeployment())
    #expect(deployment.metadata.generation == 1)
    deployment.metadata.labels["team"] = "a"
    deployment = try await api.client.update(deployment)
    #expect(deployment.metadata.generation == 1)
    deployment.status.replicas = 3
    deployment = try await api.client.updateStatus(deployment)
    #expect(deployment.metadata.generation == 1)
    #expect(deployment.status.replicas == 3)
    deployment.spec.replicas = 5
    deployment = try await api.client.update(deployment)
    #expect(deployment.metadata.generation == 2)
    #expect(deployment.status.replicas == 3)
  }

  @Test func `the status is written through its subresource alone`() async throws {
    let api = try await TestAPI()
    var deployment = try await api.client.create(someDeployment())
    deployment.status.replicas = 7
    deployment = try await api.client.update(deployment)
    #expect(deployment.fields["status"]?["replicas"] != 7)
    deployment.status.replicas = 7
    deployment.spec.replicas = 9
    deployment = try await api.client.updateStatus(deployment)
    #expect(deployment.status.replicas == 7)
    #expect(deployment.spec.replicas != 9)
  }

  @Test func `patches of three forms change an object`() async throws {
    let api = try await TestAPI()
    let deployment = try await api.client.create(someDeployment())
    let key = deployment.key
    let merged = try await api.client.patch(Deployment.self, key, .merge(["spec": ["replicas": 4]]))
    #expect(merged.spec.replicas == 4)
    let patched = try await api.client.patch(
      Deployment.self, key, .json([["op": "replace", "path": "/spec/replicas", "value": 5]]))
    #expect(patched.spec.replicas == 5)
    let strategic = try await api.client.patch(
      Deployment.self, key,
      .strategicMerge([
        "spec": ["template": ["spec": ["containers": [["name": "main", "image": "nginx:2"]]]]]
      ]))
    #expect(strategic.spec.template.spec.containers.map(\.image) == ["nginx:2"])
    #expect(strategic.spec.replicas == 5)
  }

  @Test func `a pod on a node is deleted in two steps`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod())
    _ = try await api.client.create(
      .pods, pod.key, subresource: "binding",
      object: DynamicObject(fields: ["target": ["kind": "Node", "name": "node-1"]]), options: WriteOptions())
    let bound = try await api.client.get(Pod.self, pod.key)
    #expect(bound.spec.nodeName == "node-1")
    let leaving = try await api.client.delete(Pod.self, pod.key)
    #expect(leaving.metadata.deletionTimestamp == api.clock.now() + .seconds(30))
    #expect(leaving.metadata.deletionGracePeriodSeconds == 30)
    try await api.client.delete(Pod.self, pod.key, options: DeleteOptions(gracePeriodSeconds: 0))
    #expect(try await api.client.find(Pod.self, pod.key) == nil)
  }

  @Test func `finalizers keep a deleted object until they are gone`() async throws {
    let api = try await TestAPI()
    var map = try await api.client.create(
      ConfigMap {
        $0.metadata.name = "settings"
        $0.metadata.namespace = "default"
        $0.metadata.finalizers = ["example.com/hold"]
      })
    map = try await api.client.delete(ConfigMap.self, map.key)
    #expect(map.metadata.deletionTimestamp != nil)
    map.metadata.finalizers = []
    try await api.client.update(map)
    #expect(try await api.client.find(ConfigMap.self, map.key) == nil)
  }

  @Test func `a watch sees what happens, in order`() async throws {
    let api = try await TestAPI()
    let watch = try await api.client.watch(Pod.self, namespace: "default")
    let pod = try await api.client.create(somePod())
    try await api.client.delete(Pod.self, pod.key)
    var seen: [String] = []
    while seen.count < 2, let events = try await watch.next() {
      for event in events {
        switch event {
        case .added(let object): seen.append("added \(object.metadata.name ?? "")")
        case .modified(let object): seen.append("modified \(object.metadata.name ?? "")")
        case .deleted(let object): seen.append("deleted \(object.metadata.name ?? "")")
        case .bookmark: seen.append("bookmark")
        }
      }
    }
    #expect(seen == ["added web", "deleted web"])
    watch.cancel()
  }

  @Test func `a list pages at one revision`() async throws {
    let api = try await TestAPI()
    for index in 0..<5 { try await api.client.create(somePod("web-\(index)")) }
    let first = try await api.client.list(Pod.self, namespace: "default", options: ListOptions(limit: 2))
    #expect(first.items.map(\.metadata.name) == ["web-0", "web-1"])
    try await api.client.delete(Pod.self, ObjectKey(namespace: "default", name: "web-3"))
    let second = try await api.client.list(
      Pod.self, namespace: "default", options: ListOptions(limit: 10, continueToken: first.continueToken))
    #expect(second.items.map(\.metadata.name) == ["web-2", "web-3", "web-4"])
    #expect(second.resourceVersion == first.resourceVersion)
  }

  @Test func `a watch from the future is told to wait`() async throws {
    let api = try await TestAPI()
    let error = await statusError {
      _ = try await api.client.watch(Pod.self, options: WatchOptions(resourceVersion: "999"))
    }
    #expect(error?.code == 504)
    #expect(error?.message == "Timeout: Too large resource version: 999, current: 3")
    #expect(error?.details?.causes.first?.reason == "ResourceVersionTooLarge")
  }
}

/// A deployment with one container.
func someDeployment(_ name: String = "web", _ fill: (inout Deployment) -> Void = { _ in }) -> Deployment {
  Deployment {
    $0.metadata.name = name
    $0.metadata.namespace = "default"
    $0.spec.selector = LabelSelector { $0.matchLabels = ["app": "web"] }
    $0.spec.template.metadata.labels = ["app": "web"]
    $0.spec.template.spec.containers = [
      Container {
        $0.name = "main"
        $0.image = "nginx"
      }
    ]
    fill(&$0)
  }
}
