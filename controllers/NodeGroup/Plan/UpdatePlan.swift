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
  init?(desired: Int, parallelism: Int, isMinimal: Bool, members: [GroupMember]) {
    let old = members.filter { !$0.isCurrent }.sorted { ($0.launchedAt, $0.id) < ($1.launchedAt, $1.id) }
    if old.isEmpty { return nil }
    let zones = Set(members.map(\.zone)).count
    let surge = isMinimal ? 0 : max(2 * zones, parallelism)
    size = desired + surge
    let readyZones = Set(members.filter { $0.isCurrent && $0.isReady }.map(\.zone))
    guard isMinimal || old.allSatisfy({ readyZones.contains($0.zone) }) else { return }
    cordons = old.map(\.id)
    let draining = old.filter(\.isDraining)
    drains =
      draining.map(\.id)
      + old.filter { !$0.isDraining }.prefix(max(0, parallelism - draining.count)).map(\.id)
  }
}
