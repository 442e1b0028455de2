/// How evenly the instances of a group are spread over its zones.
struct ZoneBalance: Sendable, Hashable {
  /// Instances that would have to be elsewhere for the numbers of the zones to be within one of each other.
  let surplus: Int

  init(_ members: [GroupMember], _ subnets: [GroupSubnet]) {
    var perZone: [String: Int] = [:]
    for subnet in subnets { perZone[subnet.zone] = 0 }
    var strangers = 0
    for member in members {
      if perZone[member.zone] == nil { strangers += 1 } else { perZone[member.zone, default: 0] += 1 }
    }
    guard !perZone.isEmpty else {
      surplus = 0
      return
    }
    let (least, rest) = members.count.quotientAndRemainder(dividingBy: perZone.count)
    let counts = perZone.values.sorted(by: >)
    let excess = counts.enumerated().reduce(0) { sum, entry in
      sum + max(0, entry.element - least - (entry.offset < rest ? 1 : 0))
    }
    surplus = strangers + excess
  }
}
