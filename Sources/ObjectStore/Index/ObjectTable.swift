/// The newest version of each object of one resource, found by the hash of its key.
///
/// It stands beside the ``ObjectIndex``, which has the order: a look-up costs one hash and one comparison instead of a
/// dozen comparisons. It is never copied, so a snapshot of the index costs no copy of it.
///
/// - Complexity: O(1). 12 bytes a slot; between three eighths and three quarters of the slots are taken.
struct ObjectTable: Sendable {
  /// The low half of each object's hash, so that objects are looked at only if they are most likely right.
  private var hashes: [UInt32]
  private var objects: [StoredObject?]
  private(set) var count = 0

  init() {
    hashes = Array(repeating: 0, count: 8)
    objects = Array(repeating: nil, count: 8)
  }

  func find(namespace: String, name: String) -> StoredObject? {
    objects[slot(Self.hash(namespace, name), namespace, name)]
  }

  mutating func set(_ object: StoredObject) {
    let hash = Self.hash(object.key.namespace, object.key.name)
    let slot = slot(hash, object.key.namespace, object.key.name)
    if objects[slot] == nil { count += 1 }
    hashes[slot] = hash
    objects[slot] = object
    if count * 4 > objects.count * 3 { grow() }
  }

  mutating func remove(namespace: String, name: String) {
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
    while let object = objects[slot] {
      if hashes[slot] == hash, object.key.isAt(namespace: namespace, name: name) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let (oldHashes, oldObjects) = (hashes, objects)
    hashes = Array(repeating: 0, count: oldHashes.count * 2)
    objects = Array(repeating: nil, count: oldObjects.count * 2)
    let mask = objects.count - 1
    for (hash, object) in zip(oldHashes, oldObjects) {
      guard let object else { continue }
      var slot = Int(hash) & mask
      while objects[slot] != nil { slot = (slot + 1) & mask }
      (hashes[slot], objects[slot]) = (hash, object)
    }
  }

  /// FNV-1a, with its high half folded in. Not secret: who may choose names may choose slow ones.
  private static func hash(_ namespace: String, _ name: String) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x2F) &* 0x100_0000_01B3
    for byte in namespace.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
