import APIMachinery
import ControlPlane
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// Claims and the volumes of EBS, from the API to the kubelet.
@Suite struct VolumeTests {
  private static func claim(_ name: String, _ size: String = "4Gi", class kind: String? = "gp3") -> String {
    """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: \(name)}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: \(size)}}
    \(kind.map { "  storageClassName: \"\($0)\"" } ?? "")
    """
  }

  private static func pod(
    _ name: String, claims: [String], zone: String? = nil, node: String? = nil
  ) -> String {
    let volumes = claims.map { "{name: \($0), persistentVolumeClaim: {claimName: \($0)}}" }
    return """
      apiVersion: v1
      kind: Pod
      metadata: {name: \(name)}
      spec:
        \(zone.map { "nodeSelector: {topology.kubernetes.io/zone: \($0)}" } ?? "")
        \(node.map { "nodeName: \($0)" } ?? "")
        containers: [{name: main, image: "nginx:1.29"}]
        volumes: [\(volumes.joined(separator: ", "))]
      """
  }

  /// A cluster with one node in each of two zones.
  private static func run(
    seed: UInt64, type: String = "m5.large",
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Void
  ) throws {
    try SimulatedCluster.run(seed: seed) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20", "10.0.16.0/20"]))
      try await cluster.apply(
        TestGround.group("workers", type: type, min: 2, desired: 2, max: 2, subnets: "ab"))
      try await cluster.eventually("two nodes", within: .seconds(300)) {
        try await cluster.readyNodes().count == 2
      }
      try await body(cluster)
    }
  }

  @Test func `a claim waits for its first pod, and its volume is made in the zone of the pod's node`() throws
  {
    try Self.run(seed: 41) { cluster in
      try await cluster.apply(Self.claim("data"))
      try await cluster.advance(by: .seconds(30))
      #expect(try await cluster.claim("data").status.phase == "Pending")
      #expect(
        try await cluster.events(reason: "WaitForFirstConsumer").first?.message
          == "waiting for first consumer to be created before binding")
      try await cluster.apply(Self.pod("db", claims: ["data"], zone: "us-west-2b"))
      try await cluster.eventually("a running pod", within: .seconds(60)) { try await cluster.isReady("db") }
      let claim = try await cluster.claim("data")
      let pod = try await cluster.pod("db")
      #expect(claim.status.phase == "Bound" && claim.status.capacity["storage"] == "4Gi")
      #expect(claim.selectedNode == pod.spec.nodeName)
      let volume = try await cluster.volume(of: claim)
      #expect(volume.metadata.name == "pvc-\(claim.metadata.uid ?? "")")
      #expect(volume.status.phase == "Bound" && volume.spec.persistentVolumeReclaimPolicy == "Delete")
      #expect(volume.spec.csi?.volumeHandle.hasPrefix("vol-0") == true)
      let terms = volume.spec.nodeAffinity?.required?.nodeSelectorTerms ?? []
      #expect(terms.flatMap(\.matchExpressions).map(\.values) == [["us-west-2b"]])
      let attachments = try await cluster.list(VolumeAttachment.self)
      #expect(attachments.count == 1 && attachments[0].status.attached)
      #expect(attachments[0].spec.nodeName == pod.spec.nodeName)
      let name = volume.metadata.name ?? ""
      #expect(
        try await cluster.events(reason: "SuccessfulAttachVolume").map(\.message)
          == ["AttachVolume.Attach succeeded for volume \"\(name)\" "])
      #expect(
        try await cluster.events(reason: "ProvisioningSucceeded").map(\.message)
          == ["Successfully provisioned volume \(name)"])
    }
  }

  @Test func `a pod starts when its volume is attached, and shows ContainerCreating until then`() throws {
    try Self.run(seed: 42) { cluster in
      try await cluster.apply(Self.claim("data"))
      try await cluster.apply(Self.pod("db", claims: ["data"]))
      try await cluster.advance(by: .milliseconds(1500))
      #expect(try await cluster.pod("db").spec.nodeName == nil)
      try await cluster.advance(by: .milliseconds(2500))
      let pod = try await cluster.pod("db")
      #expect(pod.spec.nodeName != nil && pod.status.podIP == nil)
      #expect(try await cluster.list(VolumeAttachment.self).map(\.status.attached) == [false])
      try await cluster.advance(by: .seconds(1))
      #expect(
        try await cluster.pod("db").status.containerStatuses.first?.state?.waiting?.reason
          == "ContainerCreating")
      try await cluster.eventually("a running pod", within: .seconds(30)) { try await cluster.isReady("db") }
    }
  }

  @Test func `a volume keeps later pods in its zone`() throws {
    try Self.run(seed: 43) { cluster in
      try await cluster.apply(Self.claim("data"))
      try await cluster.apply(Self.pod("first", claims: ["data"], zone: "us-west-2a"))
      try await cluster.eventually("a running pod", within: .seconds(60)) {
        try await cluster.isReady("first")
      }
      try await cluster.apply(Self.pod("second", claims: ["data"], zone: "us-west-2b"))
      try await cluster.advance(by: .seconds(5))
      let message = try await cluster.pod("second").status.conditions.first { $0.type == "PodScheduled" }?
        .message
      #expect(
        message
          == "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had volume node "
          + "affinity conflict. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling."
      )
    }
  }

  @Test(
    arguments: [
      ("none", nil, "persistentvolumeclaim \"data\" not found"),
      ("pending", "", "pod has unbound immediate PersistentVolumeClaims"),
    ] as [(String, String?, String)])
  func `a pod without its volumes has no node`(name: String, kind: String?, reason: String) throws {
    try Self.run(seed: 44) { cluster in
      if let kind { try await cluster.apply(Self.claim("data", class: kind)) }
      try await cluster.apply(Self.pod("db", claims: ["data"]))
      try await cluster.advance(by: .seconds(5))
      let message = try await cluster.pod("db").status.conditions.first { $0.type == "PodScheduled" }?.message
      #expect(
        message
          == "0/2 nodes are available: \(reason). preemption: 0/2 nodes are available: 2 Preemption is not helpful for "
          + "scheduling.")
    }
  }

  @Test func `a node takes no more volumes than its instance`() throws {
    try SimulatedCluster.run(seed: 45) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20"]))
      try await cluster.apply(
        TestGround.group("workers", type: "m5.xlarge", min: 1, desired: 1, max: 1, subnets: "a"))
      try await cluster.eventually("a node", within: .seconds(300)) {
        try await cluster.readyNodes().count == 1
      }
      for number in 0..<27 {
        try await cluster.apply(Self.claim("c\(number)"))
        try await cluster.apply(Self.pod("p\(number)", claims: ["c\(number)"]))
      }
      try await cluster.eventually("26 running pods", within: .seconds(400)) {
        try await cluster.pods().count(where: \.isReady) == 26
      }
      try await cluster.advance(by: .seconds(30))
      let waiting = try await cluster.pods().filter { $0.spec.nodeName == nil }
      #expect(waiting.count == 1)
      let message = waiting.first?.status.conditions.first { $0.type == "PodScheduled" }?.message ?? ""
      #expect(message.hasPrefix("0/1 nodes are available: 1 node(s) exceed max volume count. preemption: "))
      let victim = try #require(try await cluster.pods().first(where: \.isReady))
      try await cluster.client.delete(Pod.self, victim.key)
      try await cluster.eventually("the last pod", within: .seconds(400)) {
        try await cluster.pods().filter { $0.spec.nodeName == nil }.isEmpty
      }
    }
  }

  @Test func `a claim in use stays until its pod has gone, and its volume goes with it`() throws {
    try Self.run(seed: 46) { cluster in
      try await cluster.apply(Self.claim("data", class: "gp2"))
      try await cluster.apply(Self.pod("db", claims: ["data"]))
      try await cluster.eventually("a running pod", within: .seconds(60)) { try await cluster.isReady("db") }
      let volume = try await cluster.volume(of: cluster.claim("data"))
      #expect(volume.spec.awsElasticBlockStore?.volumeID.hasPrefix("vol-0") == true)
      try await cluster.client.delete(
        PersistentVolumeClaim.self, ObjectKey(namespace: "default", name: "data"))
      try await cluster.advance(by: .seconds(30))
      #expect(try await cluster.claim("data").metadata.deletionTimestamp != nil)
      #expect(try await cluster.isReady("db"))
      try await cluster.client.delete(Pod.self, ObjectKey(namespace: "default", name: "db"))
      try await cluster.eventually("nothing left", within: .seconds(60)) {
        let claims = try await cluster.list(PersistentVolumeClaim.self)
        let volumes = try await cluster.list(PersistentVolume.self)
        let attachments = try await cluster.list(VolumeAttachment.self)
        return claims.isEmpty && volumes.isEmpty && attachments.isEmpty
      }
    }
  }

  @Test func `a volume that is kept is free for nobody, and one that is named is taken by name`() throws {
    try Self.run(seed: 47) { cluster in
      let volumes = [("small", "1Gi"), ("large", "10Gi"), ("larger", "20Gi")].map { name, size in
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: \(name), labels: {size: \(name)}}
        spec:
          capacity: {storage: \(size)}
          accessModes: [ReadWriteOnce, ReadWriteMany]
          storageClassName: manual
          nfs: {server: 10.0.0.9, path: /\(name)}
        """
      }
      try await cluster.apply(volumes.joined(separator: "\n---\n"))
      try await cluster.advance(by: .seconds(1))
      #expect(try await cluster.list(PersistentVolume.self).allSatisfy { $0.status.phase == "Available" })
      try await cluster.apply(Self.claim("data", "5Gi", class: "manual"))
      try await cluster.apply(
        Self.claim("named", "1Gi", class: "manual").replacing(
          "storageClassName", with: "volumeName: larger\n  storageClassName"))
      try await cluster.apply(
        Self.claim("choosy", "1Gi", class: "manual").replacing(
          "storageClassName", with: "selector: {matchLabels: {size: huge}}\n  storageClassName"))
      try await cluster.advance(by: .seconds(5))
      #expect(try await cluster.claim("data").spec.volumeName == "large")
      #expect(try await cluster.claim("data").status.capacity["storage"] == "10Gi")
      #expect(try await cluster.claim("named").status.phase == "Bound")
      #expect(try await cluster.claim("choosy").status.phase == "Pending")
      try await cluster.client.delete(
        PersistentVolumeClaim.self, ObjectKey(namespace: "default", name: "data"))
      try await cluster.advance(by: .seconds(5))
      let kept = try await cluster.client.get(PersistentVolume.self, ObjectKey(name: "large"))
      #expect(kept.status.phase == "Released")
      try await cluster.apply(Self.claim("late", "5Gi", class: "manual"))
      try await cluster.advance(by: .seconds(5))
      #expect(try await cluster.claim("late").status.phase == "Pending")
      try await cluster.client.patch(
        PersistentVolume.self, kept.key, .merge(["spec": ["claimRef": .null]]))
      try await cluster.advance(by: .seconds(5))
      #expect(try await cluster.claim("late").spec.volumeName == "large")
      // A volume that is lost is told.
      try await cluster.client.delete(PersistentVolume.self, kept.key)
      try await cluster.advance(by: .seconds(5))
      #expect(try await cluster.client.find(PersistentVolume.self, kept.key) != nil)
      try await cluster.client.patch(
        PersistentVolume.self, kept.key, .merge(["metadata": ["finalizers": .array([])]]))
      try await cluster.advance(by: .seconds(5))
      #expect(try await cluster.claim("late").status.phase == "Lost")
    }
  }

  @Test func `a claim grows, the volume first and the file system when a pod runs`() throws {
    try Self.run(seed: 48) { cluster in
      try await cluster.apply(Self.claim("data"))
      try await cluster.apply(Self.pod("db", claims: ["data"]))
      try await cluster.eventually("a running pod", within: .seconds(60)) { try await cluster.isReady("db") }
      let key = ObjectKey(namespace: "default", name: "data")
      @Sendable func grow(to size: JSON) async throws {
        try await cluster.client.patch(
          PersistentVolumeClaim.self, key, .merge(["spec": ["resources": ["requests": ["storage": size]]]]))
      }
      try await grow(to: "6Gi")
      try await cluster.advance(by: .seconds(2))
      #expect(try await cluster.claim("data").status.conditions.map(\.type) == ["Resizing"])
      try await cluster.advance(by: .seconds(10))
      #expect(try await cluster.claim("data").status.capacity["storage"] == "6Gi")
      #expect(try await cluster.claim("data").status.conditions.isEmpty)
      try await cluster.client.delete(Pod.self, ObjectKey(namespace: "default", name: "db"))
      try await cluster.advance(by: .seconds(60))
      try await grow(to: "8Gi")
      try await cluster.advance(by: .seconds(30))
      var claim = try await cluster.claim("data")
      #expect(claim.status.capacity["storage"] == "6Gi")
      #expect(claim.status.conditions.map(\.type) == ["FileSystemResizePending"])
      #expect(try await cluster.volume(of: claim).capacity == "8Gi")
      try await cluster.apply(Self.pod("db", claims: ["data"]))
      try await cluster.eventually("a running pod", within: .seconds(60)) { try await cluster.isReady("db") }
      try await cluster.advance(by: .seconds(2))
      claim = try await cluster.claim("data")
      #expect(claim.status.capacity["storage"] == "8Gi" && claim.status.conditions.isEmpty)
      let smaller = await #expect(throws: StatusError.self) { try await grow(to: "2Gi") }
      #expect(
        smaller?.message
          == "PersistentVolumeClaim \"data\" is invalid: spec.resources.requests.storage: Forbidden: field can not be less "
          + "than status.capacity")
    }
  }

  /// A volume, bound and attached, on a node of which nobody has said that it is ready.
  private static let attachedVolume = """
    apiVersion: v1
    kind: Node
    metadata: {name: node-1}
    ---
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: volume}
    spec:
      capacity: {storage: 1Gi}
      accessModes: [ReadWriteOnce]
      storageClassName: gp3
      claimRef: {namespace: default, name: data}
      csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}
    ---
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data, annotations: {pv.kubernetes.io/bind-completed: "yes"}}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 1Gi}}
      storageClassName: gp3
      volumeName: volume
    ---
    apiVersion: storage.k8s.io/v1
    kind: VolumeAttachment
    metadata: {name: attachment}
    spec: {attacher: ebs.csi.aws.com, nodeName: node-1, source: {persistentVolumeName: volume}}
    """

  @Test func `a volume stays attached while a pod uses it that the cache does not show`() throws {
    let plan = FaultPlan(seed: 1, [.delayEvents(of: "pods", from: 1, lasting: .seconds(600))])
    let loops = LoopSelection.only(["attachdetach"])
    try replay(plan, loops: loops, faultyLoops: loops) { cluster in
      // Once its caches are filled the loop hears of the pod by an event.
      try await cluster.advance(by: .seconds(1))
      try await cluster.apply(Self.attachedVolume)
      try await cluster.apply(Self.pod("db", claims: ["data"], node: "node-1"))
      let key = ObjectKey(name: "attachment")
      let uid = try await cluster.client.get(VolumeAttachment.self, key).metadata.uid
      // From a node that is not ready a volume that nobody uses is taken after six minutes.
      try await cluster.always(VolumeAttachment.self, key, for: .seconds(500), step: .seconds(10)) {
        $0.metadata.uid == uid && !$0.metadata.isBeingDeleted
      }
    }
  }

  @Test func `a StatefulSet's pods find their volumes again, whatever node they had`() throws {
    try Self.run(seed: 49) { cluster in
      try await cluster.apply(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 2
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: "postgres:17"}]}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: gp3
              resources: {requests: {storage: 1Gi}}
        """)
      try await cluster.eventually("two pods", within: .seconds(120)) {
        try await cluster.hasReady(2, app: "db")
      }
      let before = try await cluster.places()
      #expect(before.count == 2)
      for name in ["db-0", "db-1"] {
        try await cluster.client.delete(Pod.self, ObjectKey(namespace: "default", name: name))
      }
      try await cluster.advance(by: .seconds(10))
      try await cluster.eventually("two pods", within: .seconds(120)) {
        try await cluster.hasReady(2, app: "db")
      }
      #expect(try await cluster.places() == before)
    }
  }
}

extension SimulatedCluster {
  fileprivate func claim(_ name: String) async throws -> PersistentVolumeClaim {
    try await client.get(PersistentVolumeClaim.self, ObjectKey(namespace: "default", name: name))
  }

  fileprivate func pod(_ name: String) async throws -> Pod {
    try await client.get(Pod.self, ObjectKey(namespace: "default", name: name))
  }

  fileprivate func isReady(_ name: String) async throws -> Bool { try await pod(name).isReady }

  fileprivate func volume(of claim: PersistentVolumeClaim) async throws -> PersistentVolume {
    try await client.get(PersistentVolume.self, ObjectKey(name: claim.spec.volumeName ?? ""))
  }

  /// The zones of pods, by their names.
  fileprivate func places() async throws -> [String: String] {
    var places: [String: String] = [:]
    for pod in try await pods(app: "db") {
      let node = try await client.get(Node.self, ObjectKey(name: pod.spec.nodeName ?? ""))
      places[pod.key.name] = node.metadata.labels["topology.kubernetes.io/zone"]
    }
    return places
  }
}
