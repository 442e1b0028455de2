import APIMachinery
import EKSAPI
import KubernetesAPI
import Testing

@testable import NodeGroupController

/// The arithmetic of node groups.
@Suite struct GroupPlanTests {
  static let subnets = ["a", "b", "c"].map { GroupSubnet(name: $0, zone: $0) }

  /// Ready members: `aab` are two in zone a and one in b; capitals are starting.
  static func members(_ zones: String) -> [GroupMember] {
    zones.enumerated().map { index, zone in
      GroupMember(
        id: "\(zone)\(index)", subnet: zone.lowercased(), zone: zone.lowercased(),
        launchedAt: .init(secondsSince1970: Int64(index)), isReady: zone.isLowercase,
        isStarting: zone.isUppercase)
    }
  }

  /// EC2 Auto Scaling: the zones are within one of each other.
  @Test(arguments: [
    ("abc", 0), ("aabc", 0), ("aabbc", 0), ("aab", 1), ("aaa", 2), ("aaab", 1), ("aaabb", 1), ("aaaab", 2),
    ("aaaabbbb", 2), ("abd", 1), ("ddd", 3), ("", 0),
  ])
  func `the surplus is what has to move`(zones: String, surplus: Int) {
    #expect(ZoneBalance(Self.members(zones), Self.subnets).surplus == surplus)
  }

  @Test func `an uneven group launches where there is too little, and only when it is at rest`() {
    func plan(_ zones: String, size: Int? = nil, max: Int = 20) -> [String]? {
      RebalancePlan(size: size ?? zones.count, max: max, members: Self.members(zones), subnets: Self.subnets)?
        .launches
    }
    #expect(plan("aaabb") == ["c"])
    #expect(plan("aaaa") == ["b", "c"])
    #expect(plan("aabc") == nil)
    #expect(plan("aaabB") == nil, "one is still starting")
    #expect(plan("aaabb", size: 6) == nil, "one is missing")
    #expect(plan("abd") == ["c"], "the group has left zone d")
  }

  @Test func `a full group exceeds its maximum by a tenth, or by one`() {
    func count(_ zones: String, max: Int) -> Int? {
      RebalancePlan(size: zones.count, max: max, members: Self.members(zones), subnets: Self.subnets)?
        .launches.count
    }
    let twelve = String(repeating: "a", count: 12)
    #expect(count(twelve, max: 12) == 1)
    #expect(count(String(repeating: "a", count: 20), max: 20) == 2)
    #expect(count(String(repeating: "a", count: 30), max: 30) == 3)
    #expect(count(twelve, max: 40) == 8)
  }

  @Test func `what is too much goes when the new ones are ready, from the fullest zone`() {
    let waiting = ScalingPlan(size: 5, members: Self.members("aaabbC"), subnets: Self.subnets)
    #expect(waiting.isWaitingForBalance && waiting.removals.isEmpty && waiting.launches.isEmpty)
    let ready = ScalingPlan(size: 5, members: Self.members("aaabbc"), subnets: Self.subnets)
    #expect(ready.removals == ["a0"])
    // The group was made smaller meanwhile: the one that is starting goes first.
    let smaller = ScalingPlan(size: 4, members: Self.members("aaabbC"), subnets: Self.subnets)
    #expect(smaller.removals == ["C5", "a0"])
    let left = ScalingPlan(size: 3, members: Self.members("abdc"), subnets: Self.subnets)
    #expect(left.removals == ["d2"], "the zone that the group has left goes first")
  }

  /// EKS: node groups, section 2: the surge is twice the zones of the group, or the parallelism if that is more.
  @Test(arguments: [(5, 1, 10), (5, 20, 20), (3, 1, 6), (1, 1, 2), (2, 100, 100)])
  func `an update adds twice as many nodes as there are zones, or as many as may be missing`(
    zones: Int, parallelism: Int, surge: Int
  ) throws {
    var old = Self.members("aab")
    for index in old.indices { old[index].isCurrent = false }
    let plan = try #require(
      UpdatePlan(desired: 3, parallelism: parallelism, isMinimal: false, members: old, zones: zones))
    #expect(plan.size == 3 + surge)
    #expect(plan.cordons.isEmpty && plan.drains.isEmpty)
  }

  @Test func `old nodes are marked when each of their zones has a new one and all new ones are ready`() throws
  {
    func plan(_ current: String, begun: Bool = false) throws -> UpdatePlan {
      var old = Self.members("ab")
      for index in old.indices {
        old[index].isCurrent = false
        old[index].isCordoned = begun
      }
      return try #require(
        UpdatePlan(
          desired: 2, parallelism: 1, isMinimal: false, members: old + Self.members(current), zones: 3))
    }
    #expect(try plan("ac").cordons.isEmpty)
    #expect(try plan("abC").cordons.isEmpty)
    #expect(try plan("abc").cordons == ["a0", "b1"])
    #expect(try plan("abc").drains == ["a0"])
    #expect(try plan("abC", begun: true).drains == ["a0"])
  }

  @Test func `with the minimal strategy old nodes go first`() throws {
    var old = Self.members("abc")
    for index in old.indices { old[index].isCurrent = false }
    let plan = try #require(UpdatePlan(desired: 3, parallelism: 2, isMinimal: true, members: old, zones: 3))
    #expect((plan.size, plan.drains) == (3, ["a0", "b1"]))
    #expect(
      UpdatePlan(desired: 3, parallelism: 2, isMinimal: true, members: Self.members("abc"), zones: 3) == nil)
  }

  // MARK: Endangered instances

  @Test func `an endangered instance goes when its replacement is ready`() {
    var members = Self.members("abc")
    members[1].isEndangered = true
    func plan(_ members: [GroupMember], max: Int) -> ScalingPlan {
      ScalingPlan(size: 3, members: members, subnets: Self.subnets, max: max)
    }
    #expect(plan(members, max: 9).launches == ["b"])
    #expect(plan(members, max: 9).removals.isEmpty)
    #expect(plan(members, max: 3).launches == ["b"], "one more than the maximum")
    let waiting = members + Self.members("B")
    #expect(
      plan(waiting, max: 3) == ScalingPlan(size: 3, members: Self.members("acB"), subnets: Self.subnets))
    let ready = members + Self.members("b")
    #expect(plan(ready, max: 3).removals == ["b1"])
    for index in members.indices { members[index].isEndangered = true }
    #expect(plan(members, max: 3).launches.count == 1, "a tenth or one at a time")
    #expect(plan(members, max: 20).launches.count == 3)
    #expect(plan(Array(members.prefix(2)), max: 3).launches.count == 2, "one is missing anyway")
  }

  // MARK: Repairs

  private static let now = Timestamp(secondsSince1970: 100_000)

  /// Nodes of which the first `bad` have had a condition for so many minutes.
  private static func nodes(
    _ count: Int, bad: Int, _ type: String = "Ready", minutes: Int, reason: String = "KubeletNotReady"
  ) -> [RepairPlan.Member] {
    (0..<count).map { number in
      RepairPlan.Member(
        id: "\(number)",
        conditions: [
          NodeCondition {
            $0.type = type
            $0.status = number < bad ? "False" : "True"
            $0.reason = reason
            $0.lastTransitionTime = now + .seconds(-60 * minutes)
          }
        ])
    }
  }

  private static func repairs(
    _ members: [RepairPlan.Member], _ fill: (inout NodeRepairConfig) -> Void = { _ in }
  ) -> Int {
    let config = NodeRepairConfig {
      $0.enabled = true
      fill(&$0)
    }
    return RepairPlan(config, members, at: now).repairs.count
  }

  /// EKS: node groups, section 8: which conditions are acted upon, and after how many minutes.
  @Test(arguments: [
    ("Ready", 29, 0), ("Ready", 30, 1), ("KernelReady", 30, 1), ("NetworkingReady", 30, 1),
    ("StorageReady", 30, 1),
    ("ContainerRuntimeReady", 29, 0), ("AcceleratedHardwareReady", 9, 0), ("AcceleratedHardwareReady", 10, 1),
    ("DiskPressure", 600, 0), ("MemoryPressure", 600, 0), ("PIDPressure", 600, 0),
  ])
  func `a node is replaced when its condition has lasted`(type: String, minutes: Int, count: Int) {
    #expect(Self.repairs(Self.nodes(3, bad: 1, type, minutes: minutes)) == count)
    #expect(RepairPlan(nil, Self.nodes(3, bad: 1, type, minutes: minutes), at: Self.now).repairs.isEmpty)
  }

  @Test func `a group of more than five nodes is left alone when more than a fifth is ailing`() {
    #expect(Self.repairs(Self.nodes(5, bad: 5, minutes: 40)) == 5)
    #expect(Self.repairs(Self.nodes(10, bad: 2, minutes: 40)) == 2)
    #expect(Self.repairs(Self.nodes(10, bad: 3, minutes: 40)) == 0)
    #expect(Self.repairs(Self.nodes(10, bad: 3, minutes: 40)) { $0.maxUnhealthyNodeThresholdCount = 3 } == 3)
    #expect(
      Self.repairs(Self.nodes(4, bad: 3, minutes: 40)) { $0.maxUnhealthyNodeThresholdPercentage = 50 } == 0)
  }

  @Test func `no more are repaired at once than may be, and an override decides about its condition`() {
    #expect(Self.repairs(Self.nodes(5, bad: 4, minutes: 40)) { $0.maxParallelNodesRepairedCount = 1 } == 1)
    #expect(
      Self.repairs(Self.nodes(5, bad: 4, minutes: 40)) { $0.maxParallelNodesRepairedPercentage = 40 } == 2)
    var leaving = Self.nodes(5, bad: 4, minutes: 40)
    leaving[0].isLeaving = true
    #expect(Self.repairs(leaving) { $0.maxParallelNodesRepairedCount = 1 } == 0)
    func override(_ action: String, minutes: Int) -> Int {
      Self.repairs(Self.nodes(3, bad: 1, "NetworkingReady", minutes: 6, reason: "IPAMDNotReady")) {
        $0.nodeRepairConfigOverrides = [
          NodeRepairOverride {
            $0.nodeMonitoringCondition = "NetworkingReady"
            $0.nodeUnhealthyReason = "IPAMDNotReady"
            $0.minRepairWaitTimeMins = minutes
            $0.repairAction = action
          }
        ]
      }
    }
    #expect(override("Replace", minutes: 5) == 1)
    #expect(override("Replace", minutes: 7) == 0)
    #expect(override("NoAction", minutes: 1) == 0)
  }
}
