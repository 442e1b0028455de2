import APIMachinery
import KubernetesAPI

/// The next step of a rolling update: which old pods go, and which nodes get a new one beside the old.
///
/// Kubernetes: `pkg/controller/daemon/update.go`, `rollingUpdate`.
struct DaemonRollout: Sendable {
  var leaving: [Pod] = []
  var surging: [String] = []

  /// How many nodes may be without an available pod, or have two.
  struct Budget: Hashable, Sendable {
    var maxUnavailable: Int
    var maxSurge: Int

    /// - Parameter nodes: The number of nodes that should have a pod. Percentages of it are rounded up; both bounds
    ///   zero would stand still for ever, so the first is one then.
    init(_ rolling: RollingUpdateDaemonSet?, nodes: Int) {
      maxUnavailable = max(0, (rolling?.maxUnavailable ?? 1).scaled(of: nodes, rounding: .up) ?? 0)
      maxSurge = max(0, (rolling?.maxSurge ?? 0).scaled(of: nodes, rounding: .up) ?? 0)
      if maxUnavailable == 0, maxSurge == 0 { maxUnavailable = 1 }
    }
  }

  /// What is on a node.
  private enum Occupancy {
    case nothing, several
    case new(Pod)
    case old(Pod)
    case both(new: Pod, old: Pod)

    init(_ pods: [Pod], revision: String) {
      var (new, old): ([Pod], [Pod]) = ([], [])
      for pod in pods where !pod.isTerminating {
        if pod.isUpdated(to: revision) { new.append(pod) } else { old.append(pod) }
      }
      switch (new.count, old.count) {
      case (0, 0): self = .nothing
      case (1, 0): self = .new(new[0])
      case (0, 1): self = .old(old[0])
      case (1, 1): self = .both(new: new[0], old: old[0])
      default: self = .several
      }
    }
  }

  /// - Parameter nodes: The nodes that should have a pod and those that have one, in the order in which they are
  ///   updated.
  init(
    _ nodes: [String], _ pods: DaemonPods, budget: Budget, revision: String, isAvailable: (Pod) -> Bool
  ) {
    let occupancies = nodes.map { ($0, Occupancy(pods[$0], revision: revision)) }
    if budget.maxSurge == 0 {
      replace(occupancies.map(\.1), budget.maxUnavailable, isAvailable)
    } else {
      surge(occupancies, budget.maxSurge, isAvailable)
    }
  }

  /// Old pods that serve nobody go at once; available ones as far as the budget reaches.
  private mutating func replace(
    _ occupancies: [Occupancy], _ maxUnavailable: Int, _ isAvailable: (Pod) -> Bool
  ) {
    var unavailable = 0
    var candidates: [Pod] = []
    for occupancy in occupancies {
      switch occupancy {
      case .new(let pod): if !isAvailable(pod) { unavailable += 1 }
      case .old(let pod) where isAvailable(pod): candidates.append(pod)
      case .old(let pod):
        leaving.append(pod)
        unavailable += 1
      case .nothing, .several, .both: unavailable += 1
      }
    }
    leaving += candidates.prefix(max(0, maxUnavailable - unavailable))
  }

  /// Nodes whose old pod serves nobody get a new one at once; others as far as the budget reaches.
  private mutating func surge(
    _ occupancies: [(String, Occupancy)], _ maxSurge: Int, _ isAvailable: (Pod) -> Bool
  ) {
    var underWay = 0
    var candidates: [String] = []
    for (node, occupancy) in occupancies {
      switch occupancy {
      case .nothing, .new: break
      case .several: underWay += 1
      case .old(let pod): if isAvailable(pod) { candidates.append(node) } else { surging.append(node) }
      case .both(let new, let old): if isAvailable(new) { leaving.append(old) } else { underWay += 1 }
      }
    }
    surging += candidates.prefix(max(0, maxSurge - underWay))
  }
}
