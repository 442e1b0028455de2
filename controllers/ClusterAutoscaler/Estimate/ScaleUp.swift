import APIMachinery

/// A node group that the autoscaler may raise.
struct ScalableGroup: Sendable {
  let key: ObjectKey
  let name: String
  /// The name of the Auto Scaling group behind it.
  let scalingGroup: String
  var desired: Int
  let max: Int
  /// Until when the group is left alone, because it did not bring its nodes.
  var backoffUntil: Timestamp?
  /// What a new node of the group looks like in each of its zones, in the order of its subnets.
  let templates: [NodeShape]
  /// How many nodes each zone has or will have.
  private var counts: [Int]

  init(
    key: ObjectKey, name: String, scalingGroup: String, size: (desired: Int, max: Int),
    backoffUntil: Timestamp?,
    templates: [NodeShape], counts: [Int]
  ) {
    self.key = key
    self.name = name
    self.scalingGroup = scalingGroup
    desired = size.desired
    max = size.max
    self.backoffUntil = backoffUntil
    self.templates = templates
    self.counts = counts
  }

  /// Where the group launches next: in the first of the zones with the fewest nodes.
  private var nextZone: Int? { counts.indices.min { (counts[$0], $0) < (counts[$1], $1) } }

  /// The next new node: in name and host name different from the former ones.
  var next: NodeShape? {
    nextZone.map { templates[$0].renamed("template-node-for-\(name)-\(counts.reduce(0, +))") }
  }

  mutating func launchNext() {
    if let nextZone { counts[nextZone] += 1 }
  }

  mutating func launch(_ count: Int) {
    desired += count
    for _ in 0..<count { launchNext() }
  }
}

/// Which group to raise, by how much, for which pods.
struct ScaleUp: Sendable {
  let group: ScalableGroup
  let estimate: BinPacking.Estimate

  /// The choices for `pods`: a group each that helps any of them.
  static func options(
    for pods: [PodDemand], among groups: [ScalableGroup], beside fleet: Fleet, _ settings: AutoscalerSettings,
    at now: Timestamp
  ) -> [ScaleUp] {
    groups.compactMap { group in
      if let until = group.backoffUntil, until > now { return nil }
      let estimate = BinPacking.estimate(
        pods, on: group, beside: fleet, limit: min(group.max - group.desired, settings.maxNodesPerScaleUp))
      return estimate.nodes.isEmpty ? nil : ScaleUp(group: group, estimate: estimate)
    }
  }

  /// The message of the event on the pods that are helped: `pod triggered scale-up: [{workers 1->2 (max: 4)}]`.
  var message: String {
    let target = group.desired + estimate.nodes.count
    return "pod triggered scale-up: [{\(group.name) \(group.desired)->\(target) (max: \(group.max))}]"
  }

  /// Why no group helps `pod`: `pod didn't trigger scale-up: 1 Insufficient cpu, 1 max node group size reached`.
  static func refusal(
    of pod: PodDemand, by groups: [ScalableGroup], beside fleet: Fleet, at now: Timestamp
  ) -> String {
    var counts: [(reason: String, count: Int)] = []
    for reason in groups.map({ reason(pod, $0, fleet, now) }).sorted() {
      if counts.last?.reason == reason {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    let text = counts.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
    return "pod didn't trigger scale-up: \(text)"
  }

  private static func reason(
    _ pod: PodDemand, _ group: ScalableGroup, _ fleet: Fleet, _ now: Timestamp
  ) -> String {
    if let until = group.backoffUntil, until > now { return "in backoff after failed scale-up" }
    var fleet = fleet
    if let node = group.next { fleet.append(node) }
    return fleet.rejectionByLast(of: pod) ?? "max node group size reached"
  }
}
