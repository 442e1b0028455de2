/// The older states that continued lists are reading.
///
/// A state in here costs no more than its chunks: the versions that it shows are alive anyway, in the index
/// or in the history, for as long as its revision is in the history.
struct SnapshotCache: Sendable {
  private struct Snapshot {
    let resource: Int
    let revision: UInt64
    let index: ObjectIndex
  }

  static let limit = 8
  /// The one used last stands last.
  private var snapshots: [Snapshot] = []

  mutating func find(resource: Int, revision: UInt64) -> ObjectIndex? {
    guard let place = snapshots.firstIndex(where: { $0.resource == resource && $0.revision == revision })
    else { return nil }
    let snapshot = snapshots.remove(at: place)
    snapshots.append(snapshot)
    return snapshot.index
  }

  mutating func add(_ index: ObjectIndex, resource: Int, revision: UInt64) {
    snapshots.removeAll { $0.resource == resource && $0.revision == revision }
    if snapshots.count == Self.limit { snapshots.removeFirst() }
    snapshots.append(Snapshot(resource: resource, revision: revision, index: index))
  }

  mutating func removeAll(before revision: UInt64) {
    guard !snapshots.isEmpty else { return }
    snapshots.removeAll { $0.revision < revision }
  }
}
