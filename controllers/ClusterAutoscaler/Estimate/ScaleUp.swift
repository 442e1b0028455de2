import APIMachinery

/// A node group that the autoscaler may raise.
struct ScalableGroup: Sendable {
  let key: ObjectKey
  let name: String
  var desired: Int
  let max: Int
  /// What a new node of the group looks like.
  let template: NodeShape
}

/// Which group to raise, by how much, for which pods.
struct ScaleUp: Sendable {
  let group: ScalableGroup
  let estimate: BinPacking.Estimate

  /// The best choice for `pods`; `nil` when no group helps any of them.
  ///
  /// Cluster Autoscaler: the expander `least-waste`; ties go to fewer nodes, then to the first name.
  static func best(for pods: [PodDemand], among groups: [ScalableGroup]) -> ScaleUp? {
    let options = groups.compactMap { group -> ScaleUp? in
      let estimate = BinPacking.estimate(pods, on: group.template, limit: group.max - group.desired)
      return estimate.nodes > 0 ? ScaleUp(group: group, estimate: estimate) : nil
    }
    return options.min { left, right in
      if left.estimate.waste != right.estimate.waste { return left.estimate.waste < right.estimate.waste }
      if left.estimate.nodes != right.estimate.nodes { return left.estimate.nodes < right.estimate.nodes }
      return left.group.key < right.group.key
    }
  }

  /// The message of the event on the pods that are helped: `pod triggered scale-up: [{workers 1->2 (max: 4)}]`.
  var message: String {
    let target = group.desired + estimate.nodes
    return "pod triggered scale-up: [{\(group.name) \(group.desired)->\(target) (max: \(group.max))}]"
  }

  /// Why no group helps `pod`: `pod didn't trigger scale-up: 1 Insufficient cpu, 1 max node group size reached`.
  static func refusal(of pod: PodDemand, by groups: [ScalableGroup]) -> String {
    let reasons = groups.map { group in
      pod.rejection(by: group.template) ?? "max node group size reached"
    }
    var counts: [(reason: String, count: Int)] = []
    for reason in reasons.sorted() {
      if counts.last?.reason == reason {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    let text = counts.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
    return "pod didn't trigger scale-up: \(text)"
  }
}
