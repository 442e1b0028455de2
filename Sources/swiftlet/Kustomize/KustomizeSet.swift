import APIMachinery

/// An object on its way through the folders.
struct KustomizeResource {
  var object: DynamicObject
  /// The names that the object had in the folders before, the first one first.
  var names: [ObjectKey]
  /// The folders that the object has come through, the innermost first.
  var folders: [String] = []
  /// Whether its name gets the hash of its content at the end.
  var needsHash = false

  init(_ object: DynamicObject) {
    self.object = object
    names = [object.key]
  }

  var group: String { GroupVersion(apiVersion: object.apiVersion)?.group ?? "" }
  var version: String { GroupVersion(apiVersion: object.apiVersion)?.version ?? "" }

  /// Whether the object is, or was, called so.
  func isKnown(as name: String) -> Bool { names.contains { $0.name == name } }

  /// Kubernetes: kustomize's `resid.ResId`: `Deployment.v1.apps/web.shop`.
  var id: String {
    let kind = [object.kind, version, group].filter { !$0.isEmpty }.joined(separator: ".")
    return "\(kind)/\(object.key.name).\(object.key.namespace.isEmpty ? "[noNs]" : object.key.namespace)"
  }

  mutating func rename(_ change: (String) -> String) {
    object.metadata.name = change(object.key.name)
    names.append(object.key)
  }
}

/// The objects that were gathered so far.
struct KustomizeSet {
  var resources: [KustomizeResource] = []

  mutating func add(_ objects: [DynamicObject]) throws {
    for object in objects { try add(KustomizeResource(object)) }
  }

  /// The set with further objects in it.
  func adding(_ objects: [DynamicObject]) throws -> KustomizeSet {
    var result = self
    try result.add(objects)
    return result
  }

  mutating func add(_ set: KustomizeSet) throws {
    for resource in set.resources { try add(resource) }
  }

  private mutating func add(_ resource: KustomizeResource) throws {
    guard !resource.object.key.name.isEmpty else {
      throw CommandError(
        "missing metadata.name in object \(resource.object.apiVersion) \(resource.object.kind)")
    }
    guard !resources.contains(where: { $0.id == resource.id }) else {
      throw CommandError("may not add resource with an already registered id: \(resource.id)")
    }
    resources.append(resource)
  }

  mutating func enter(_ folder: String) {
    for index in resources.indices { resources[index].folders.append(folder) }
  }

  mutating func addHashes() {
    for index in resources.indices where resources[index].needsHash {
      let hash = KustomizeHash.of(resources[index].object)
      resources[index].rename { "\($0)-\(hash)" }
    }
  }

  // MARK: Order

  private static let first = [
    "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount",
    "PodSecurityPolicy",
    "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service",
    "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim", "Deployment", "StatefulSet",
    "CronJob", "PodDisruptionBudget",
  ]
  private static let last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]

  /// Kubernetes: kustomize's `LegacyOrderTransformer`: what others need comes first.
  func ordered(_ order: Kustomization.Order) -> [KustomizeResource] {
    guard order == .legacy else { return resources }
    return resources.map { (Self.rank($0), $0) }
      .sorted { $0.0.0 == $1.0.0 ? $0.0.1.utf8.lexicographicallyPrecedes($1.0.1.utf8) : $0.0.0 < $1.0.0 }
      .map(\.1)
  }

  private static func rank(_ resource: KustomizeResource) -> (Int, String) {
    let kind = resource.object.kind
    let place =
      first.firstIndex(of: kind).map { $0 - first.count } ?? last.firstIndex(of: kind).map { $0 + 1 } ?? 0
    let group = resource.group.isEmpty ? "~G" : resource.group
    let namespace = resource.object.key.namespace
    return (
      place,
      "\(group)_\(resource.version)_\(kind)|\(namespace.isEmpty ? "~X" : namespace)|~P|\(resource.object.key.name)|~S"
    )
  }
}
