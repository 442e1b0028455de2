extension JSONParser {
  /// A duplicate key whose path is put together from the inside out.
  struct Duplicate {
    var key: String
    /// The steps from the object with the key outwards.
    var steps: [Step] = []

    var path: String {
      var path = ""
      for step in steps.reversed() {
        switch step {
        case .index(let index): path += "[\(index)]"
        case .key(let key): path += path.isEmpty ? key : ".\(key)"
        }
      }
      return path.isEmpty ? key : "\(path).\(key)"
    }
  }

  enum Step {
    case index(Int)
    case key(String)
  }

  /// How many duplicates are reported at most, as Kubernetes' strict decoder does.
  private static var reportLimit: Int { 100 }

  /// Ends an object: takes its members off the stack, with one member for each key.
  ///
  /// - Complexity: few members are compared pair by pair, many are sorted, so that no input makes it quadratic.
  @inline(__always)
  mutating func closeObject(from start: Int, _ firstFingerprint: Int) -> JSONObject {
    let isUnique =
      fingerprints.count - firstFingerprint <= 24
      ? hasUniqueKeys(from: firstFingerprint) : hasUniqueSortedKeys(from: firstFingerprint)
    fingerprints.truncate(to: firstFingerprint)
    let all = members.popArray(from: start)
    return isUnique ? JSONObject(members: all) : mergingDuplicates(all)
  }

  @inline(__always)
  private func hasUniqueKeys(from start: Int) -> Bool {
    var upper = start + 1
    while upper < fingerprints.count {
      let fingerprint = fingerprints[upper].bits
      var lower = start
      while lower < upper {
        if fingerprints[lower].bits == fingerprint { return false }
        lower &+= 1
      }
      upper &+= 1
    }
    return true
  }

  @inline(never)
  private func hasUniqueSortedKeys(from start: Int) -> Bool {
    let sorted = (start..<fingerprints.count).map { fingerprints[$0].bits }.sorted()
    return !zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }

  /// The slow way, for objects in which two fingerprints are equal.
  @inline(never)
  private mutating func mergingDuplicates(_ all: [JSONObject.Member]) -> JSONObject {
    var order = Array(all.indices)
    order.sort { left, right in
      let (a, b) = (all[left].key.utf8, all[right].key.utf8)
      if a.elementsEqual(b) { return left < right }
      return a.lexicographicallyPrecedes(b)
    }
    var keptAt: [Int: Int] = [:]
    var dropped = Set<Int>()
    var run = 0
    for next in 1...order.count
    where next == order.count || !all[order[next]].key.utf8.elementsEqual(all[order[run]].key.utf8) {
      keptAt[order[run]] = order[next - 1]
      dropped.formUnion(order[run + 1..<next])
      run = next
    }
    for index in all.indices where dropped.contains(index) && duplicates.count < Self.reportLimit {
      duplicates.append(Duplicate(key: all[index].key))
    }
    var kept = JSONObject(minimumCapacity: all.count - dropped.count)
    for index in all.indices where !dropped.contains(index) {
      kept.append(all[index].key, all[keptAt[index] ?? index].value)
    }
    return kept
  }

  /// Puts a step in front of the paths of the duplicates found since `first`.
  @inline(never)
  mutating func addStep(_ step: Step, from first: Int) {
    for index in first..<duplicates.count { duplicates[index].steps.append(step) }
  }
}
