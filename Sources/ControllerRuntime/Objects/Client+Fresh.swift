public import APIMachinery
public import KubernetesClient

extension Client {
  /// Makes sure, with a read past the cache, that what is wanted of an object is what was seen: before a step that a past
  /// state would make wrong, such as a roll-back to the template of before.
  ///
  /// Kubernetes: loops do not ask, but before they adopt (`RecheckDeletionTimestamp`).
  ///
  /// - Throws: `Conflict` when the object is gone, another one has its name, or its generation is another. Fail with it: the look
  ///   is repeated when the cache has caught up, or after a back-off.
  public func requireFresh<Kind: Resource>(_ seen: Kind) async throws(StatusError) {
    let live = try await find(Kind.self, seen.key)?.metadata
    guard let live, live.uid == seen.metadata.uid, live.generation == seen.metadata.generation else {
      throw .conflict(
        Kind.definition.groupResource, name: seen.key.name, "the object has changed since it was seen")
    }
  }

  /// Makes sure, with a read past the cache, that an object is there and stays, before something is made for it. A cache that lags
  /// may show one that is gone: what is made for it the garbage collector takes, and the loop makes it again, as fast as the two
  /// can, until the cache has caught up.
  ///
  /// Kubernetes: `RecheckDeletionTimestamp`, which loops ask before they adopt.
  ///
  /// - Throws: `Conflict` when the object is gone or about to go, or another one has its name.
  public func requirePresent<Kind: Resource>(_ seen: Kind) async throws(StatusError) {
    let live = try await find(Kind.self, seen.key)?.metadata
    guard let live, live.uid == seen.metadata.uid, !live.isBeingDeleted else {
      throw .conflict(
        Kind.definition.groupResource, name: seen.key.name, "the object is gone, or about to go")
    }
  }
}
