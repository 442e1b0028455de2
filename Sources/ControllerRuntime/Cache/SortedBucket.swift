import APIMachinery

/// Entries of a cache in the order of their keys.
///
/// - Complexity: insertion and removal are O(log *n*) comparisons and a move of references.
struct SortedBucket {
  private(set) var entries: [CacheEntry] = []

  var isEmpty: Bool { entries.isEmpty }

  var visible: [DynamicObject] {
    var result: [DynamicObject] = []
    result.reserveCapacity(entries.count)
    appendVisible(to: &result)
    return result
  }

  func appendVisible(to result: inout [DynamicObject]) {
    for entry in entries {
      if let visible = entry.visible { result.append(visible) }
    }
  }

  mutating func insert(_ entry: CacheEntry) {
    guard let last = entries.last, !(last.key < entry.key) else {
      entries.append(entry)
      return
    }
    entries.insert(entry, at: position(of: entry.key))
  }

  mutating func remove(_ entry: CacheEntry) {
    let position = position(of: entry.key)
    if position < entries.count, entries[position] === entry { entries.remove(at: position) }
  }

  /// The first position whose key is not before `key`.
  private func position(of key: ObjectKey) -> Int {
    entries.partitioningIndex { !($0.key < key) }
  }
}
