/// The newest version of each object of one resource, found by the hash of its key.
///
/// It stands beside the ``ObjectIndex``, which has the order: a look-up costs one hash and one comparison instead of a
/// dozen comparisons. It is never copied, so a snapshot of the index costs no copy of it.
///
/// - Complexity: O(1). 12 bytes a slot; between three eighths and three quarters of the slots are taken.
struct ObjectTable: Sendable {
  /// The low half of each object's hash, so that objects are looked at only if they are most likely right.
  private var hashes: [UInt32] = []
  private var objects: [StoredObject?] = []
  private(set) var count = 0

  func find(namespace: String, name: String) -> StoredObject? {
    count == 0 ? nil : objects[slot(Self.hash(namespace, name), namespace, name)]
  }

  mutating func set(_ object: StoredObject) {
    if objects.isEmpty { grow() }
    let hash = Self.hash(object.key.namespace, object.key.name)
    let slot = slot(hash, object.key.namespace, object.key.name)
    if objects[slot] == nil { count += 1 }
    hashes[slot] = hash
    objects[slot] = object
    if count * 4 > objects.count * 3 { grow() }
  }

  mutating func remove(namespace: String, name: String) {
    guard count > 0 else { return }
    var free = slot(Self.hash(namespace, name), namespace, name)
    guard objects[free] != nil else { return }
    count -= 1
    objects[free] = nil
    // What follows moves up, if its search would end at the free slot otherwise.
    let mask = objects.count - 1
    var next = (free + 1) & mask
    while objects[next] != nil {
      let home = Int(hashes[next]) & mask
      if (next - home) & mask >= (next - free) & mask {
        objects.swapAt(free, next)
        hashes[free] = hashes[next]
        free = next
      }
      next = (next + 1) & mask
    }
  }

  /// The slot of a key, or the free one where it would go.
  private func slot(_ hash: UInt32, _ namespace: String, _ name: String) -> Int {
    let mask = objects.count - 1
    var slot = Int(hash) & mask
    while objects[slot] != nil {
      // Looked at last: to take an object out of the array counts references.
      if hashes[slot] == hash, let object = objects[slot], object.isAt(namespace: namespace, name: name) {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let (oldHashes, oldObjects) = (hashes, objects)
    let size = max(8, oldObjects.count * 2)
    hashes = Array(repeating: 0, count: size)
    objects = Array(repeating: nil, count: size)
    let mask = objects.count - 1
    for (hash, object) in zip(oldHashes, oldObjects) {
      guard let object else { continue }
      var slot = Int(hash) & mask
      while objects[slot] != nil { slot = (slot + 1) & mask }
      (hashes[slot], objects[slot]) = (hash, object)
    }
  }

  private static func hash(_ namespace: String, _ name: String) -> UInt32 {
    UInt32(truncatingIfNeeded: StoreKey.hash(namespace, name))
  }
}
