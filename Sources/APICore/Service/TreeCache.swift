import APIMachinery
import ObjectStore
import Synchronization

/// The trees of stored objects, so that a write parses nothing and shares with the version before what it leaves
/// alone.
///
/// Two kinds of versions have their tree here: the newest commits, in a ring, and the present version of every object
/// of a resource that somebody in this process watches. An informer keeps the trees of these anyway, and they are
/// the same ones, so they cost no memory of their own.
final class TreeCache: Sendable {
  private static let ringSize: UInt64 = 256

  private struct Slot {
    var revision: UInt64 = 0
    var decoded: DecodedObject?
  }

  /// The trees of a watched resource, by revision.
  private struct Resource {
    var watchers = 0
    var trees: [UInt64: DecodedObject] = [:]
  }

  private struct State {
    var ring = [Slot](repeating: Slot(), count: Int(TreeCache.ringSize))
    var watched: [String: Resource] = [:]
  }

  private let state = Mutex(State())

  /// Remembers the tree of a version, and forgets that of the version which it replaces.
  ///
  /// It is called as commits are encoded, and so in the order of their revisions: a version that is replaced is never
  /// remembered after the one that replaces it.
  func remember(_ decoded: DecodedObject, _ revision: UInt64, of resource: String, replacing old: UInt64?) {
    let position = Int(revision % Self.ringSize)
    let displaced = state.withLock { state -> (Slot, DecodedObject?, Resource?) in
      let slot = state.ring[position]
      state.ring[position] = Slot(revision: revision, decoded: decoded)
      guard state.watched[resource] != nil else { return (slot, nil, nil) }
      let former = old.flatMap { state.watched[resource]?.trees.removeValue(forKey: $0) }
      if state.watched[resource]?.watchers == 0 {
        return (slot, former, state.watched.removeValue(forKey: resource))
      }
      state.watched[resource]?.trees[revision] = decoded
      return (slot, former, nil)
    }
    // Released here, outside of the lock.
    withExtendedLifetime(displaced) {}
  }

  /// Forgets the tree of an object that is gone.
  func forget(_ revision: UInt64, of resource: String) {
    let former = state.withLock { $0.watched[resource]?.trees.removeValue(forKey: revision) }
    withExtendedLifetime(former) {}
  }

  /// The tree of a stored version: the one that came with it, the one remembered, or its bytes parsed.
  func tree(of stored: StoredObject) -> JSONObject {
    known(stored) ?? stored.tree
  }

  /// The tree of an answer.
  func tree(of answer: APIObject) -> JSONObject {
    switch answer.content {
    case .stored(let object): tree(of: object)
    case .made(let tree): tree
    }
  }

  /// The tree of a stored version if it came with it or is remembered.
  func known(_ stored: StoredObject) -> JSONObject? {
    if let decoded = stored.attachment as? DecodedObject { return decoded.tree }
    let revision = stored.revision
    let position = Int(revision % Self.ringSize)
    return state.withLock { state -> DecodedObject? in
      if state.ring[position].revision == revision { return state.ring[position].decoded }
      return state.watched[stored.key.resource]?.trees[revision]
    }?.tree
  }

  // MARK: Watched resources

  /// How many trees are kept because their resource is watched.
  func watchedTreeCount(of resource: String) -> Int {
    state.withLock { $0.watched[resource]?.trees.count ?? 0 }
  }

  /// Counts a watcher of all objects of a resource, for as long as what is returned lives.
  ///
  /// The trees stay a while after the last watcher has gone, until the next commit to the resource: a watch that ends
  /// is often opened again at once.
  func interest(in resource: String) -> Interest {
    state.withLock { $0.watched[resource, default: Resource()].watchers += 1 }
    return Interest(cache: self, resource: resource)
  }

  private func loseInterest(in resource: String) {
    state.withLock { $0.watched[resource]?.watchers -= 1 }
  }

  final class Interest: Sendable {
    private let cache: TreeCache
    private let resource: String

    fileprivate init(cache: TreeCache, resource: String) {
      self.cache = cache
      self.resource = resource
    }

    deinit { cache.loseInterest(in: resource) }
  }
}
