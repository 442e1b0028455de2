import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look of an operator of the gallery at one database: what all of them do alike, and do right.
///
/// Before these steps write anything they ask the API for the database of today, so that what goes wrong in an
/// operator of the gallery goes wrong because of its bug.
struct Operator: Sendable {
  let key: ObjectKey
  let context: ReconcileContext
  var client: any Client { context.client }
  var cache: Cache { context.cache }

  static let finalizer = "gallery.example.com/operator"

  /// The database, as the cache has it.
  var database: Database? { cache.get(Database.self, key) }
  /// The database, as it is: a read that Kubernetes answers from etcd.
  func liveDatabase() async throws -> Database? { try await client.find(Database.self, key) }

  static func controller(
    _ name: String, _ body: @escaping @Sendable (Operator) async throws -> Action
  ) -> Controller {
    Controller(name) { try await body(Operator(key: $0, context: $1)) }
      .for(Database.self)
      .owns(StatefulSet.self)
      .watches(Pod.self, map: owner)
      .watches(PersistentVolumeClaim.self, map: owner)
  }

  @Sendable private static func owner<Kind: KubernetesObject>(_ change: Change<Kind>) -> [ObjectKey] {
    change.object.metadata.labels["set"].map { [ObjectKey(namespace: change.object.key.namespace, name: $0)] }
      ?? []
  }

  func named(_ name: String) -> ObjectKey { ObjectKey(namespace: key.namespace, name: name) }

  // MARK: What belongs to a database

  var set: StatefulSet? { cache.get(StatefulSet.self, key) }
  var pods: [Pod] { cache.list(Pod.self, namespace: key.namespace, labels: ["set": key.name]) }

  func livePods() async throws -> [Pod] {
    try await client.list(Pod.self, namespace: key.namespace, options: ofSet).items
  }

  func liveClaims() async throws -> [PersistentVolumeClaim] {
    try await client.list(PersistentVolumeClaim.self, namespace: key.namespace, options: ofSet).items
  }

  private var ofSet: ListOptions { ListOptions(labelSelector: "set=\(key.name)") }

  // MARK: The set

  /// Makes the set of a database, or gives it as many members as the database wants today.
  ///
  /// - Parameter replicas: How many that are; `nil` leaves the set as it is.
  func keepSet(
    of database: Database, annotations: StringMap = [:],
    replicas: (Database) -> Int? = { $0.replicas }
  ) async throws {
    if let set, let wanted = replicas(database), Int(set.spec.replicas ?? 1) == wanted { return }
    guard let live = try await same(database), let wanted = replicas(live) else { return }
    guard let set else { return try await makeSet(of: live, wanted, annotations) }
    if Int(set.spec.replicas ?? 1) != wanted { try await scaleSet(to: wanted) }
  }

  /// The database of today, if it is still this one and is to stay.
  func same(_ database: Database) async throws -> Database? {
    guard let live = try await liveDatabase(), live.metadata.uid == database.metadata.uid,
      !live.metadata.isBeingDeleted
    else { return nil }
    return live
  }

  func scaleSet(to replicas: Int) async throws {
    try await tolerating(.notFound) {
      try await client.patch(
        StatefulSet.self, key, .merge(["spec": ["replicas": .int(Int64(replicas))]]))
    }
  }

  private func makeSet(of database: Database, _ replicas: Int, _ annotations: StringMap) async throws {
    var labels: StringMap = ["database": key.name]
    labels["uid"] = database.metadata.uid
    var set = StatefulSet {
      $0.metadata.namespace = key.namespace
      $0.metadata.name = key.name
      $0.metadata.annotations["storage"] = database.storage
      $0.spec.replicas = replicas
      $0.spec.serviceName = key.name
      $0.spec.selector.matchLabels = ["database": key.name]
      $0.spec.template.metadata.labels = labels
      $0.spec.template.metadata.annotations = annotations
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "member"
          $0.image = "member"
        }
      ]
    }
    try set.setControllerReference(database)
    try await tolerating(.alreadyExists) { try await client.create(set) }
  }

  func deleteSet(uid: String? = nil) async throws {
    try await tolerating(.notFound, .conflict) {
      try await client.delete(StatefulSet.self, key, options: DeleteOptions(preconditionUID: uid))
    }
  }

  // MARK: Small steps

  func delete(_ claim: PersistentVolumeClaim) async throws {
    if claim.metadata.isBeingDeleted { return }
    try await tolerating(.notFound) { try await client.delete(PersistentVolumeClaim.self, claim.key) }
  }

  func note(_ name: String, _ value: String?, _ database: Database) async throws {
    guard database.note(name) != value else { return }
    try await client.patch(
      Database.self, key,
      .merge([
        "status": [
          "observedGeneration": .int(Int64(database.metadata.generation ?? 0)),
          "notes": [name: value.map { .string($0) } ?? .null],
        ]
      ]), subresource: "status")
  }

  /// Makes a ConfigMap, Secret or Service of the database's own, which it controls, if the database still wants it.
  ///
  /// - Throws: `AlreadyExists` when it is there.
  func make<Kind: Resource>(
    _ kind: Kind.Type, _ name: String, of database: Database, isWanted: (Database) -> Bool = { _ in true },
    fill: (inout Kind) -> Void = { _ in }
  ) async throws {
    guard let live = try await same(database), isWanted(live) else { return }
    var object = Kind {
      $0.metadata.namespace = key.namespace
      $0.metadata.name = name
    }
    fill(&object)
    try object.setControllerReference(live)
    try await client.create(object)
  }

  /// As ``make(_:_:of:isWanted:fill:)``, and content with what is there.
  func makeOnce<Kind: Resource>(
    _ kind: Kind.Type, _ name: String, of database: Database, isWanted: (Database) -> Bool = { _ in true },
    fill: (inout Kind) -> Void = { _ in }
  ) async throws {
    try await tolerating(.alreadyExists) {
      try await make(kind, name, of: database, isWanted: isWanted, fill: fill)
    }
  }
}
