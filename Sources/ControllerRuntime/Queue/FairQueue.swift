import APIMachinery

/// Keys that are ready, taken from one namespace after another, so that a namespace with many changes does not
/// delay the others.
///
/// - Complexity: all operations are O(1).
struct FairQueue {
  private var positions: [String: Int] = [:]
  private var lines: [FIFO<ObjectKey>] = []
  private var round = FIFO<Int>()

  mutating func append(_ key: ObjectKey) {
    let position: Int
    if let known = positions[key.namespace] {
      position = known
    } else {
      position = lines.count
      positions[key.namespace] = position
      lines.append(FIFO())
    }
    if lines[position].isEmpty { round.append(position) }
    lines[position].append(key)
  }

  mutating func popFirst() -> ObjectKey? {
    guard let position = round.popFirst() else { return nil }
    let key = lines[position].popFirst()
    if !lines[position].isEmpty { round.append(position) }
    return key
  }
}
