/// How many pods a roll-out may have at most, and must have available at least.
///
/// Kubernetes: `pkg/controller/deployment/util`, `ResolveFenceposts`, `NewRSNewReplicas`.
struct RolloutBudget: Hashable, Sendable {
  /// The number of pods that the Deployment asks for.
  var replicas: Int
  /// How many pods above `replicas` there may be for a while.
  var maxSurge: Int
  /// How many pods below `replicas` there may be for a while.
  var maxUnavailable: Int

  /// The most pods there may be.
  var maxTotal: Int { replicas + maxSurge }

  /// The fewest pods that must be available.
  var minAvailable: Int { replicas - maxUnavailable }

  /// A roll-out by RollingUpdate.
  ///
  /// Both bounds zero would stand still for ever, so the second is one then.
  init(replicas: Int, maxSurge: Int, maxUnavailable: Int) {
    self.replicas = replicas
    self.maxSurge = max(0, maxSurge)
    let unavailable = maxSurge <= 0 && maxUnavailable <= 0 ? 1 : maxUnavailable
    self.maxUnavailable = min(max(0, unavailable), replicas)
  }

  /// The size that the new ReplicaSet may grow to; it never shrinks here.
  ///
  /// - Parameters:
  ///   - current: The size that the new ReplicaSet asks for now.
  ///   - total: The sum of the sizes of all ReplicaSets, the new one included.
  func newSize(current: Int, total: Int) -> Int {
    guard total < maxTotal else { return current }
    return current + min(maxTotal - total, replicas - current)
  }

  /// How many old pods may go in all, whether available or not; zero or less when none may.
  func removable(total: Int, newSize: Int, newAvailable: Int) -> Int {
    total - minAvailable - (newSize - newAvailable)
  }

  /// What to take from the old ReplicaSets (oldest first): first the pods that serve nobody, then as many
  /// available ones as the budget leaves.
  ///
  /// - Returns: The new size of each, in the order given.
  func oldSizes(_ old: [Size], new: Size) -> [Int] {
    let total = old.reduce(new.replicas) { $0 + $1.replicas }
    let removable = removable(total: total, newSize: new.replicas, newAvailable: new.available)
    guard removable > 0 else { return old.map(\.replicas) }
    let healthy = withoutUnavailable(old, removable: removable)
    let available = old.reduce(new.available) { $0 + $1.available }
    return withoutSurplus(healthy, removable: available - minAvailable)
  }

  private func withoutUnavailable(_ old: [Size], removable: Int) -> [Int] {
    var left = removable
    return old.map { size in
      let count = min(left, max(0, size.replicas - size.available))
      left -= count
      return size.replicas - count
    }
  }

  private func withoutSurplus(_ sizes: [Int], removable: Int) -> [Int] {
    var left = max(0, removable)
    return sizes.map { size in
      let count = min(left, size)
      left -= count
      return size - count
    }
  }

  /// The pods that a ReplicaSet asks for, and how many of them are available.
  struct Size: Hashable, Sendable {
    var replicas: Int
    var available: Int
  }
}
