/// Which instances to launch and which to take away, so that a group has its size and its zones are balanced.
///
/// EKS: node groups, section 3: the Auto Scaling group keeps the numbers of its zones within one of each other.
struct ScalingPlan: Sendable, Hashable {
  /// The subnets to launch into, one instance each.
  var launches: [String] = []
  /// The instances to take away, in order.
  var removals: [String] = []
  /// Whether there is more than enough because new instances are to even the zones out, and they are not ready yet.
  var isWaitingForBalance = false

  /// - Parameters:
  ///   - size: How many instances there shall be.
  ///   - members: The live instances.
  ///   - subnets: Where instances may be launched, in the group's order.
  ///   - most: The group's maximum size, which the replacements of endangered instances exceed by a tenth at most, or by
  ///     one.
  init(size: Int, members: [GroupMember], subnets: [GroupSubnet], max most: Int = Int.max / 2) {
    var staying = members
    for member in members where member.isDraining || member.isChosen {
      // One that leaves anyway counts as gone when there is more than enough, and as replaced when there is not.
      removals.append(member.id)
      staying.removeAll { $0.id == member.id }
    }
    // EKS: node groups, section 5: an endangered instance stays until its replacement is ready.
    let endangered = staying.filter(\.isEndangered)
    staying.removeAll(where: \.isEndangered)
    if staying.count(where: \.isReady) >= size { removals += endangered.map(\.id) }
    if staying.count >= size {
      isWaitingForBalance = Self.isRebalancing(staying, size, subnets)
      while !isWaitingForBalance, staying.count > size, let victim = Self.victim(staying, subnets) {
        removals.append(victim.id)
        staying.removeAll { $0.id == victim.id }
      }
    } else {
      let present = staying.count + endangered.count
      let room = most + Swift.max(1, most / 10) - Swift.max(present, size)
      let wanted = Swift.max(0, size - present) + min(endangered.count, Swift.max(0, room))
      launches = Self.launches(min(size - staying.count, wanted), staying, subnets)
    }
  }

  /// Whether what is too much are the instances that ``RebalancePlan`` launched, on their way to be ready: without them the
  /// group has its size and its zones are uneven.
  private static func isRebalancing(_ members: [GroupMember], _ size: Int, _ subnets: [GroupSubnet]) -> Bool {
    let others = members.filter { $0.isReady || !$0.isStarting }
    return others.count == size && others.count < members.count && others.allSatisfy(\.isReady)
      && ZoneBalance(others, subnets).surplus > 0
  }

  /// Subnets for `count` launches: each into the zone with the fewest instances, there into the subnet with the
  /// fewest.
  static func launches(_ count: Int, _ members: [GroupMember], _ subnets: [GroupSubnet]) -> [String] {
    var perZone: [String: Int] = [:]
    var perSubnet: [String: Int] = [:]
    for member in members {
      perZone[member.zone, default: 0] += 1
      perSubnet[member.subnet, default: 0] += 1
    }
    var chosen: [String] = []
    for _ in 0..<count {
      let best = subnets.enumerated().min { left, right in
        let a = (perZone[left.element.zone] ?? 0, perSubnet[left.element.name] ?? 0, left.offset)
        let b = (perZone[right.element.zone] ?? 0, perSubnet[right.element.name] ?? 0, right.offset)
        return a < b
      }
      guard let subnet = best?.element else { break }
      perZone[subnet.zone, default: 0] += 1
      perSubnet[subnet.name, default: 0] += 1
      chosen.append(subnet.name)
    }
    return chosen
  }

  /// The instance that goes first: one that is not ready, of a zone that the group has left, of the fullest zone, of an
  /// old image, the oldest.
  private static func victim(_ members: [GroupMember], _ subnets: [GroupSubnet]) -> GroupMember? {
    var perZone: [String: Int] = [:]
    for member in members { perZone[member.zone, default: 0] += 1 }
    let zones = Set(subnets.map(\.zone))
    return members.min { left, right in
      if left.isReady != right.isReady { return !left.isReady }
      let isHome = (zones.contains(left.zone), zones.contains(right.zone))
      if isHome.0 != isHome.1 { return !isHome.0 }
      let (a, b) = (perZone[left.zone] ?? 0, perZone[right.zone] ?? 0)
      if a != b { return a > b }
      if left.isCurrent != right.isCurrent { return !left.isCurrent }
      if left.zone != right.zone { return left.zone < right.zone }
      return (left.launchedAt, left.id) < (right.launchedAt, right.id)
    }
  }
}
