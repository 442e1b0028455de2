/// How far a rolling update to a new version may go now.
///
/// EKS: node groups, section 2, "Rolling version update": more nodes first, then the old ones are marked
/// unschedulable all at once, then they are emptied, a few at a time, and at last the group shrinks to its size.
struct UpdatePlan: Sendable, Hashable {
  /// How many instances there shall be while the update runs.
  var size: Int
  /// Old instances whose nodes shall take no new pods.
  var cordons: [String] = []
  /// Old instances whose nodes shall be emptied now.
  var drains: [String] = []

  /// - Returns: `nil` when no instance is of an old version.
  /// - Parameters:
  ///   - desired: The group's desired size.
  ///   - parallelism: How many nodes may be missing at once.
  ///   - isMinimal: EKS: strategy `MINIMAL`: old nodes go first, new ones follow.
  ///   - zones: How many zones the group launches into.
  init?(desired: Int, parallelism: Int, isMinimal: Bool, members: [GroupMember], zones: Int) {
    let old = members.filter { !$0.isCurrent }.sorted { ($0.launchedAt, $0.id) < ($1.launchedAt, $1.id) }
    if old.isEmpty { return nil }
    let surge = isMinimal ? 0 : max(2 * zones, parallelism)
    size = desired + surge
    guard isMinimal || Self.mayBegin(old, members.filter(\.isCurrent)) else { return }
    cordons = old.map(\.id)
    let draining = old.filter(\.isDraining)
    drains =
      draining.map(\.id)
      + old.filter { !$0.isDraining }.prefix(max(0, parallelism - draining.count)).map(\.id)
  }

  /// Whether old nodes may be marked and emptied: each zone that has one has a ready new node, and at the beginning all
  /// new nodes are ready.
  private static func mayBegin(_ old: [GroupMember], _ current: [GroupMember]) -> Bool {
    let readyZones = Set(current.filter(\.isReady).map(\.zone))
    let hasBegun = old.contains { $0.isCordoned || $0.isDraining }
    return old.allSatisfy { readyZones.contains($0.zone) } && (hasBegun || current.allSatisfy(\.isReady))
  }
}
