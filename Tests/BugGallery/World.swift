import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// What the operators of the gallery find around them: StatefulSets that make pods and claims, kubelets that take ten
/// seconds to stop a pod, claims that stay as long as a pod uses them, and owners that take what they own with them.
enum World {
  static func controllers() -> [Controller] { [statefulSets, kubelet, claimProtection, collector] }

  static let podFinalizer = "gallery.example.com/kubelet"
  /// The one that the API gives every claim.
  static let claimFinalizer = "kubernetes.io/pvc-protection"
  /// On a pod that has left the database's ring: it is not ready any more.
  static let decommissioned = "decommissioned"

  /// The pods and claims of a set carry the labels of its template. A pod is removed when all before it are ready; pods
  /// without a set wait for the next one as long as there is a database.
  private static let statefulSets = Controller("world-statefulset") { key, context in
    let pods = context.cache.list(Pod.self, namespace: key.namespace, labels: ["set": key.name])
    guard let set = context.cache.get(StatefulSet.self, key), !set.metadata.isBeingDeleted else {
      if context.cache.get(Database.self, key) != nil { return .done }
      for pod in pods where !pod.metadata.isBeingDeleted {
        try await context.client.delete(Pod.self, pod.key)
      }
      return .done
    }
    let wanted = Int(set.spec.replicas ?? 1)
    for number in 0..<wanted { try await makeMember(number, of: set, context) }
    for pod in pods where pod.memberNumber >= wanted && !pod.metadata.isBeingDeleted {
      let isBlocked = pods.contains {
        $0.memberNumber < pod.memberNumber && $0.metadata.annotations[decommissioned] != nil
      }
      if !isBlocked { try await context.client.delete(Pod.self, pod.key) }
    }
    return .done
  }
  .for(StatefulSet.self)
  .watches(Database.self) { [$0.object.key] }
  .watches(Pod.self, map: setOf)
  .watches(PersistentVolumeClaim.self, map: setOf)

  @Sendable private static func setOf<Kind: KubernetesObject>(_ change: Change<Kind>) -> [ObjectKey] {
    change.object.metadata.labels["set"].map { [ObjectKey(namespace: change.object.key.namespace, name: $0)] }
      ?? []
  }

  private static func makeMember(
    _ number: Int, of set: StatefulSet, _ context: ReconcileContext
  ) async throws {
    let namespace = set.key.namespace
    let claimKey = ObjectKey(namespace: namespace, name: "data-\(set.key.name)-\(number)")
    var labels = set.spec.template.metadata.labels
    labels["set"] = set.key.name
    guard let claim = context.cache.get(PersistentVolumeClaim.self, claimKey) else {
      try await makeClass(context)
      try await context.client.create(claim(claimKey, labels, set.metadata.annotations["storage"] ?? "10Gi"))
      return
    }
    if claim.status.phase != "Bound" {
      try await context.client.patch(
        PersistentVolumeClaim.self, claimKey, .merge(["status": ["phase": "Bound"]]), subresource: "status")
    }
    let podKey = ObjectKey(namespace: namespace, name: "\(set.key.name)-\(number)")
    // A pod that goes, or whose claim goes, is replaced when it is gone.
    guard !claim.metadata.isBeingDeleted, context.cache.get(Pod.self, podKey) == nil else { return }
    var annotations = set.spec.template.metadata.annotations
    let config = try await context.client.find(
      ConfigMap.self, ObjectKey(namespace: namespace, name: "\(set.key.name)-config"))
    if let value = config?.data["value"] { annotations["config"] = value }
    try await context.client.create(pod(podKey, labels, annotations))
  }

  /// The class of the claims, whose volumes can grow.
  private static func makeClass(_ context: ReconcileContext) async throws {
    guard try await context.client.find(StorageClass.self, ObjectKey(name: "grows")) == nil else { return }
    try await context.client.create(
      StorageClass {
        $0.metadata.name = "grows"
        $0.provisioner = "gallery.example.com/volumes"
        $0.allowVolumeExpansion = true
      })
  }

  private static func pod(_ key: ObjectKey, _ labels: StringMap, _ annotations: StringMap) -> Pod {
    Pod {
      $0.metadata.namespace = key.namespace
      $0.metadata.name = key.name
      $0.metadata.labels = labels
      $0.metadata.annotations = annotations
      $0.metadata.finalizers = [podFinalizer]
      $0.spec.containers = [
        Container {
          $0.name = "member"
          $0.image = "member"
        }
      ]
    }
  }

  private static func claim(_ key: ObjectKey, _ labels: StringMap, _ size: String) -> PersistentVolumeClaim {
    PersistentVolumeClaim(
      fields: [
        "apiVersion": "v1", "kind": "PersistentVolumeClaim",
        "metadata": [
          "namespace": .string(key.namespace), "name": .string(key.name), "labels": labels.json,
          "finalizers": [.string(claimFinalizer)],
        ],
        "spec": [
          "accessModes": ["ReadWriteOnce"], "storageClassName": "grows",
          "resources": ["requests": ["storage": .string(size)]],
        ],
      ])
  }

  /// A pod that mounts a Secret (the annotation `mounts`) runs when there is one.
  private static let kubelet = Controller("world-kubelet") { key, context in
    guard let pod = context.cache.get(Pod.self, key) else { return .done }
    if let deletion = pod.metadata.deletionTimestamp {
      let rest = deletion + .seconds(10) - context.now
      if rest > .zero { return .requeue(after: rest) }
      _ = try await context.client.removeFinalizer(podFinalizer, from: pod)
      return .done
    }
    guard let secret = pod.metadata.annotations["mounts"], pod.status.phase != "Running" else { return .done }
    let found = try await context.client.find(
      Secret.self, ObjectKey(namespace: key.namespace, name: secret))
    guard found != nil else { return .requeue(after: .seconds(5)) }
    try await context.client.patch(
      Pod.self, key, .merge(["status": ["phase": "Running"]]), subresource: "status")
    return .done
  }.for(Pod.self)

  private static let claimProtection = Controller("world-claims") { key, context in
    guard let claim = context.cache.get(PersistentVolumeClaim.self, key), claim.metadata.isBeingDeleted else {
      return .done
    }
    let pod = ObjectKey(namespace: key.namespace, name: String(key.name.dropFirst("data-".count)))
    if context.cache.get(Pod.self, pod) != nil { return .done }
    _ = try await context.client.removeFinalizer(claimFinalizer, from: claim)
    return .done
  }
  .for(PersistentVolumeClaim.self)
  .watches(Pod.self) { [ObjectKey(namespace: $0.object.key.namespace, name: "data-\($0.object.key.name)")] }

  /// Deletes sets whose database is gone.
  private static let collector = Controller("world-collector") { key, context in
    guard let set = context.cache.get(StatefulSet.self, key), !set.metadata.isBeingDeleted,
      let owner = set.metadata.ownerReferences.first
    else { return .done }
    let database = try await context.client.find(
      Database.self, ObjectKey(namespace: key.namespace, name: owner.name))
    guard database?.metadata.uid != owner.uid else { return .done }
    try await tolerating(.notFound) {
      try await context.client.delete(
        StatefulSet.self, key, options: DeleteOptions(preconditionUID: set.metadata.uid))
    }
    return .done
  }
  .for(StatefulSet.self)
  .watches(Database.self) { change, cache in
    cache.list(StatefulSet.self, namespace: change.object.key.namespace).map(\.key)
  }
}
