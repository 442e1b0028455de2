/// The launches that even out the zones of a group which has its size: what is too much elsewhere goes when they are
/// ready, as ``ScalingPlan`` says.
///
/// EC2 Auto Scaling: "Rebalancing activities": after a zone had no capacity, after instances were terminated by hand, after
/// the subnets of a group were changed. New instances come before old ones go; near the maximum size a group may
/// exceed it by a tenth, or by one.
struct RebalancePlan: Sendable, Hashable {
  /// The subnets to launch into, one instance each.
  let launches: [String]

  /// - Returns: `nil` when the zones are even, or the group is not at rest.
  init?(size: Int, max most: Int, members: [GroupMember], subnets: [GroupSubnet]) {
    guard members.count == size, members.allSatisfy({ $0.isReady && !$0.isLeaving }) else {
      return nil
    }
    let room = most + Swift.max(1, most / 10) - members.count
    let count = min(ZoneBalance(members, subnets).surplus, room)
    guard count > 0 else { return nil }
    launches = ScalingPlan.launches(count, members, subnets)
  }
}
