/// Spreads a change of a Deployment's size over the ReplicaSets of an unfinished roll-out, in proportion to
/// their sizes, so that scaling neither completes nor undoes the roll-out.
///
/// Kubernetes: `pkg/controller/deployment/sync.go`, `scale`; `util.GetReplicaSetProportion`.
struct ProportionalScaling: Sendable {
  /// One ReplicaSet that has pods.
  struct Part: Hashable, Sendable {
    var name: String
    var replicas: Int
    /// `replicas + maxSurge` of the Deployment when this ReplicaSet was last sized.
    var maxReplicasBefore: Int
    /// Later is newer; breaks ties.
    var age: Int64
  }

  /// The pods that the Deployment asks for now.
  var replicas: Int
  /// The most pods there may be now.
  var maxTotal: Int

  /// The new sizes by name, largest part first.
  func sizes(of parts: [Part]) -> [(name: String, replicas: Int)] {
    let allowed = replicas > 0 ? maxTotal : 0
    let toAdd = allowed - parts.reduce(0) { $0 + $1.replicas }
    let sorted = parts.sorted { Self.precedes($0, $1, isGrowing: toAdd > 0) }
    var added = 0
    var result: [(name: String, replicas: Int)] = []
    for part in sorted {
      let share = share(of: part, toAdd: toAdd, added: added)
      added += share
      result.append((part.name, part.replicas + share))
    }
    if toAdd != 0, !result.isEmpty {
      result[0].replicas = max(0, result[0].replicas + toAdd - added)
    }
    return result
  }

  /// What one part gains (or loses), cut to what is left to hand out.
  private func share(of part: Part, toAdd: Int, added: Int) -> Int {
    guard part.replicas != 0, toAdd != 0, toAdd != added else { return 0 }
    let left = toAdd - added
    return toAdd > 0 ? min(fraction(of: part), left) : max(fraction(of: part), left)
  }

  private func fraction(of part: Part) -> Int {
    guard replicas > 0, part.maxReplicasBefore > 0 else { return -part.replicas }
    let scaled = Double(part.replicas * maxTotal) / Double(part.maxReplicasBefore)
    return Int(scaled.rounded(.toNearestOrAwayFromZero)) - part.replicas
  }

  private static func precedes(_ left: Part, _ right: Part, isGrowing: Bool) -> Bool {
    if left.replicas != right.replicas { return left.replicas > right.replicas }
    if left.age != right.age { return isGrowing ? left.age > right.age : left.age < right.age }
    return left.name < right.name
  }
}
