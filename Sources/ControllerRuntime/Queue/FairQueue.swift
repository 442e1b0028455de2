import APIMachinery

/// Keys that are ready, taken from one namespace after another, so that a namespace with many changes does not
/// delay the others.
///
/// - Complexity: all operations are O(1).
struct FairQueue {
  private var positions: [String: Int] = [:]
  private var lines: [FIFO<ObjectKey>] = []
  private var round = FIFO<Int>()
  /// The line of the key that came last.
  private var last: (namespace: String, position: Int)?

  var isEmpty: Bool { round.isEmpty }

  mutating func append(_ key: ObjectKey) {
    let position = position(of: key.namespace)
    if lines[position].isEmpty { round.append(position) }
    lines[position].append(key)
  }

  private mutating func position(of namespace: String) -> Int {
    if let last, last.namespace == namespace { return last.position }
    let position = positions[namespace] ?? lines.count
    if position == lines.count {
      positions[namespace] = position
      lines.append(FIFO())
    }
    last = (namespace, position)
    return position
  }

  mutating func popFirst() -> ObjectKey? {
    guard let position = round.popFirst() else { return nil }
    let key = lines[position].popFirst()
    if !lines[position].isEmpty { round.append(position) }
    return key
  }
}
