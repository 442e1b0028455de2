/// A map that remembers a number of keys and forgets those that were added first.
struct RecentMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var values: [Key: (value: Value, stamp: Int)] = [:]
  /// The keys as they were added. The stamp tells a place that is out of date, because its key was removed since.
  private var order = FIFO<(key: Key, stamp: Int)>()
  private var stamp = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> Value? {
    get { values[key]?.value }
    set { update(key) { $0 = newValue } }
  }

  /// Changes the value of `key` in place; a value that is `nil` after is removed.
  ///
  /// - Complexity: O(1); one look-up when the key is known.
  @inline(__always)  // The change need not copy what it looks at.
  mutating func update(_ key: Key, _ change: (inout Value?) -> Void) {
    guard let position = values.index(forKey: key) else {
      var value: Value?
      change(&value)
      if let value { insert(key, value) }
      return
    }
    var value: Value? = values.values[position].value
    change(&value)
    if let value { values.values[position].value = value } else { values.remove(at: position) }
  }

  private mutating func insert(_ key: Key, _ value: Value) {
    stamp += 1
    values[key] = (value, stamp)
    order.append((key, stamp))
    while order.count > capacity, let oldest = order.popFirst() {
      if values[oldest.key]?.stamp == oldest.stamp { values[oldest.key] = nil }
    }
  }
}
