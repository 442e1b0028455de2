import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import ObjectStore

/// What the API alone costs for the life of a pod, one write at a time, in memory: no disk, no loops, no threads.
///
/// Each write starts from the version that the write before answered, as a loop's does from its cache.
struct WriteBench {
  let pods: Int

  func run() async throws {
    let store = try await ObjectStore(backend: MemoryBackend())
    let plane = ControlPlane(
      store: store, world: .system(), options: ControlPlaneOptions(latencyScale: 0, runsLoops: false))
    try await plane.prepare()
    let loops = plane.service.client(as: .admin, fieldManager: "replicaset-controller")
    let kubelet = plane.service.client(as: .admin, fieldManager: "kubelet")
    // An informer's watch, which keeps the tree of every pod.
    let watch = try await loops.watch(Pod.self)
    defer { watch.cancel() }
    var objects: [Pod] = []
    try await measure("create") { objects.append(try await loops.create(pod($0))) }
    try await measure("bind") { number in
      _ = try await loops.create(
        Pod.definition.groupVersionResource, objects[number].key, subresource: "binding",
        object: binding(number), options: WriteOptions())
    }
    for number in 0..<pods { objects[number] = try await loops.get(Pod.self, objects[number].key) }
    try await measure("patch the status") { number in
      let patch: JSON = ["metadata": ["annotations": ["vpc.amazonaws.com/pod-ips": "10.0.0.1"]]]
      objects[number] = try await kubelet.patch(
        Pod.self, objects[number].key, .merge(patch), subresource: "status")
    }
    try await measure("update the status") { number in
      objects[number] = try await kubelet.updateStatus(running(objects[number], number))
    }
    try await measure("update") { number in
      objects[number].metadata.labels["round"] = "2"
      objects[number] = try await loops.update(objects[number])
    }
    try await measure("mark deleted") { try await loops.delete(Pod.self, objects[$0].key) }
    try await measure("remove") { number in
      try await kubelet.delete(
        Pod.self, objects[number].key, options: DeleteOptions(gracePeriodSeconds: 0))
    }
  }

  /// The least that a hundredth of the pods cost: on a busy machine the rest measures its neighbours.
  private func measure(_ what: String, _ work: (Int) async throws -> Void) async throws {
    let size = max(1, pods / 100)
    var least = Double.infinity
    for start in stride(from: 0, to: pods, by: size) {
      let end = min(start + size, pods)
      let (_, cost) = try await Meter.measure { for number in start..<end { try await work(number) } }
      least = min(least, cost.cpu / Double(end - start))
    }
    Figures.print(what, [("each", least * 1e6, "us CPU")])
  }

  private func pod(_ number: Int) -> Pod {
    Pod {
      $0.metadata.generateName = "load-7d4b9c8f6d-"
      $0.metadata.namespace = "default"
      $0.metadata.labels = ["app": "load", "pod-template-hash": "7d4b9c8f6d"]
      $0.metadata.ownerReferences = [
        OwnerReference {
          $0.apiVersion = "apps/v1"
          $0.kind = "ReplicaSet"
          $0.name = "load-7d4b9c8f6d"
          $0.uid = "0f3fd5a5-6a3c-4b0e-8a45-5d3f1b2c3d4e"
          $0.controller = true
          $0.blockOwnerDeletion = true
        }
      ]
      $0.spec.containers = [
        Container {
          $0.name = "app"
          $0.image = "registry.example/app:1.0"
          $0.resources = ResourceRequirements { $0.requests = ["cpu": "10m", "memory": "16Mi"] }
        }
      ]
    }
  }

  private func binding(_ number: Int) -> DynamicObject {
    DynamicObject(fields: [
      "apiVersion": "v1", "kind": "Binding",
      "target": ["kind": "Node", "name": .string("ip-10-0-0-\(number % 100).us-west-2.compute.internal")],
    ])
  }

  private func running(_ pod: Pod, _ number: Int) -> Pod {
    var pod = pod
    let time = "2026-11-21T12:00:00Z"
    let conditions = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"]
    pod.fields["status"] = [
      "phase": "Running", "qosClass": "Burstable", "hostIP": "10.0.0.5", "podIP": "10.0.0.1",
      "podIPs": [["ip": "10.0.0.1"]], "hostIPs": [["ip": "10.0.0.5"]], "startTime": .string(time),
      "conditions": .array(
        conditions.map { ["type": .string($0), "status": "True", "lastTransitionTime": .string(time)] }),
      "containerStatuses": [
        [
          "name": "app", "ready": true, "restartCount": 0, "started": true,
          "image": "registry.example/app:1.0",
          "imageID": "registry.example/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef",
          "containerID": "containerd://0123456789abcdef0123456789abcdef",
          "state": ["running": ["startedAt": .string(time)]],
        ]
      ],
    ]
    return pod
  }
}
