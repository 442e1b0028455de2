/// A map that remembers a number of keys and forgets those that were added first.
struct RecentMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var values: [Key: Value] = [:]
  private var order = FIFO<Key>()

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      guard let newValue else {
        values[key] = nil
        return
      }
      if values.updateValue(newValue, forKey: key) == nil { order.append(key) }
      while values.count > capacity, let oldest = order.popFirst() { values[oldest] = nil }
    }
  }
}
