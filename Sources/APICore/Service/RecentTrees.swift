import APIMachinery
import ObjectStore
import Synchronization

/// The trees of the newest commits, so that a write which follows another one soon does not parse its bytes.
///
/// Revisions are unique, so a ring of them is the whole index. It holds the last ``capacity`` commits and no more:
/// objects at rest cost no memory here.
final class RecentTrees: Sendable {
  private static let capacity: UInt64 = 1024

  private struct Slot {
    var revision: UInt64 = 0
    var decoded: DecodedObject?
  }

  private let slots = Mutex([Slot](repeating: Slot(), count: Int(RecentTrees.capacity)))

  /// Remembers the tree that came with a commit.
  func remember(_ stored: StoredObject) {
    guard let decoded = stored.attachment as? DecodedObject else { return }
    let position = Int(stored.revision % Self.capacity)
    let displaced = slots.withLock { slots in
      let old = slots[position].decoded
      slots[position] = Slot(revision: stored.revision, decoded: decoded)
      return old
    }
    // Released here, outside of the lock.
    _ = consume displaced
  }

  /// The tree of a stored version: the one that came with it, the one remembered, or its bytes parsed.
  func tree(of stored: StoredObject) -> JSONObject {
    if stored.attachment != nil { return stored.tree }
    return known(stored) ?? stored.tree
  }

  /// The tree of a stored version if it is remembered.
  func known(_ stored: StoredObject) -> JSONObject? {
    let position = Int(stored.revision % Self.capacity)
    return slots.withLock { slots in
      slots[position].revision == stored.revision ? slots[position].decoded?.tree : nil
    }
  }
}
