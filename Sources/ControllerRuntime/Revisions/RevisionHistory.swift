public import APIMachinery
public import KubernetesAPI
public import KubernetesClient

/// The past states of a workload, which ControllerRevisions keep so that it can be rolled back.
///
/// Kubernetes: `pkg/controller/history`.
public struct RevisionHistory: Sendable {
  /// The label that pods of a revision carry, and revisions themselves.
  public static let label = "controller-revision-hash"

  /// By their number, oldest first.
  public private(set) var revisions: [ControllerRevision]

  public init(_ revisions: [ControllerRevision]) {
    self.revisions = revisions.sorted(by: Self.precedes)
  }

  /// Kubernetes: `byRevision`: by number, then by age, then by name.
  private static func precedes(_ left: ControllerRevision, _ right: ControllerRevision) -> Bool {
    if left.revision != right.revision { return left.revision < right.revision }
    let (leftTime, rightTime) = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let leftTime, let rightTime, leftTime != rightTime { return leftTime < rightTime }
    return (left.metadata.name ?? "") < (right.metadata.name ?? "")
  }

  /// The revision that a state has or would have.
  public struct State: Sendable {
    /// What going back to the revision writes, as a strategic merge patch.
    public var data: JSONObject
    public var labels: StringMap
    public var annotations: StringMap
    /// The label of the revision that carries the hash of its data.
    public var hashLabel: String

    public init(
      data: JSONObject, labels: StringMap, annotations: StringMap,
      hashLabel: String = RevisionHistory.label
    ) {
      self.data = data
      self.labels = labels
      self.annotations = annotations
      self.hashLabel = hashLabel
    }
  }

  /// The revision of a state: the newest, an older one that is made the newest again (after a rollback), or a
  /// new one.
  ///
  /// - Parameter collisionCount: How often a name was taken; counted up when it happens again.
  /// - Throws: What the API answers; `Conflict` when an old revision was to become the newest, and the owner is not as it was
  ///   seen. A name that is taken is not an error.
  public mutating func settle<Owner: Resource>(
    _ state: State, of owner: Owner, collisionCount: inout Int?, with client: any Client
  ) async throws -> ControllerRevision {
    guard let place = revisions.lastIndex(where: { $0.data == .object(state.data) }) else {
      let created = try await create(state, of: owner, &collisionCount, client)
      revisions.append(created)
      return created
    }
    let last = revisions.count - 1
    if place == last { return revisions[last] }
    // A rollback looks like a past state of the owner, which a cache that lags may show. Kubernetes does not ask
    // (`pkg/controller/daemon/update.go`, `pkg/controller/statefulset`).
    try await client.requireFresh(owner)
    let number = revisions[last].revision + 1
    let renumbered = try await client.patch(
      ControllerRevision.self, revisions[place].key, .merge(["revision": .int(Int64(number))]))
    revisions.remove(at: place)
    revisions.append(renumbered)
    return renumbered
  }

  private func create<Owner: Resource>(
    _ state: State, of owner: Owner, _ collisionCount: inout Int?, _ client: any Client
  ) async throws -> ControllerRevision {
    try await client.requirePresent(owner)
    try await requireAll(of: owner, client)
    let number = (revisions.last?.revision ?? 0) + 1
    while true {
      let wanted = Self.revision(number, state, of: owner, collisionCount)
      if let created = try await tolerating(.alreadyExists, write: { try await client.create(wanted) }) {
        return created
      }
      let present = try await client.find(ControllerRevision.self, wanted.key)
      if let present, present.data == wanted.data, present.isControlled(by: owner) { return present }
      collisionCount = (collisionCount ?? 0) + 1
    }
  }

  /// Makes sure that an owner whose template has changed has no other revisions: the cache of them may lag behind that of owners,
  /// and the new one would get the number of an old one.
  ///
  /// - Throws: `Conflict` when it has.
  private func requireAll<Owner: Resource>(of owner: Owner, _ client: any Client) async throws {
    guard owner.metadata.generation ?? 1 > 1 else { return }
    let live = try await client.list(ControllerRevision.self, namespace: owner.metadata.namespace).items
    let owned = live.filter { $0.isControlled(by: owner) }.compactMap(\.metadata.uid)
    guard Set(owned) == Set(revisions.compactMap(\.metadata.uid)) else {
      throw StatusError.conflict(
        Owner.definition.groupResource, name: owner.key.name,
        "the cache of its revisions is behind the cluster")
    }
  }

  private static func revision<Owner: Resource>(
    _ number: Int, _ state: State, of owner: Owner, _ collisionCount: Int?
  ) -> ControllerRevision {
    let hash = ContentHash(.object(state.data), collisionCount: collisionCount).description
    return ControllerRevision {
      $0.metadata.name = name(owner: owner.metadata.name ?? "", hash: hash)
      $0.metadata.namespace = owner.metadata.namespace
      $0.metadata.labels = state.labels
      $0.metadata.labels[state.hashLabel] = hash
      $0.metadata.annotations = state.annotations
      $0.metadata.ownerReferences = [OwnerReference(controller: owner)]
      $0.data = .object(state.data)
      $0.revision = number
    }
  }

  /// Kubernetes: `history.ControllerRevisionName`: the owner's name, cut to 223 characters, and the hash.
  private static func name(owner: String, hash: String) -> String {
    "\(String(decoding: owner.utf8.prefix(223), as: UTF8.self))-\(hash)"
  }

  /// Deletes the oldest revisions that no pod needs, so that `limit` are left beside those that are live.
  ///
  /// - Parameter isLive: Whether pods of a revision are there, or it is one of the present ones.
  public func prune(
    keeping limit: Int, with client: any Client, isLive: (ControllerRevision) -> Bool
  ) async throws {
    let old = revisions.filter { !isLive($0) }
    guard old.count > limit else { return }
    for revision in old.prefix(old.count - limit) {
      try await tolerating(.notFound) {
        try await client.delete(ControllerRevision.self, revision.key)
      }
    }
  }
}
