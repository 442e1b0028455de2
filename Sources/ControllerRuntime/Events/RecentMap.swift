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
    set {
      guard let newValue else {
        values[key] = nil
        return
      }
      if let present = values[key]?.stamp {
        values[key] = (newValue, present)
        return
      }
      stamp += 1
      values[key] = (newValue, stamp)
      order.append((key, stamp))
      while order.count > capacity, let oldest = order.popFirst() {
        if values[oldest.key]?.stamp == oldest.stamp { values[oldest.key] = nil }
      }
    }
  }
}
