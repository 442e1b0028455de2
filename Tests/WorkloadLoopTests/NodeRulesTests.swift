import APIMachinery
import KubernetesAPI
import Testing

@testable import NodeLifecycleController

@Suite struct NodeRulesTests {
  private let now = Timestamp(secondsSince1970: 5_000)

  @Test(arguments: [
    (3, 0, ZoneState.normal), (0, 1, .fullDisruption), (2, 2, .normal), (2, 3, .partialDisruption),
    (9, 11, .partialDisruption), (10, 10, .normal),
  ])
  func `a zone's state follows from the share of lost nodes`(ready: Int, notReady: Int, state: ZoneState) {
    #expect(ZoneState(ready: ready, notReady: notReady) == state)
  }

  @Test func `evictions slow down in a disturbed zone`() {
    #expect(ZoneState.normal.evictionRate(zoneSize: 10, isEveryZoneDark: false) == 0.1)
    #expect(ZoneState.partialDisruption.evictionRate(zoneSize: 51, isEveryZoneDark: false) == 0.01)
    #expect(ZoneState.partialDisruption.evictionRate(zoneSize: 50, isEveryZoneDark: false) == 0)
    #expect(ZoneState.normal.evictionRate(zoneSize: 10, isEveryZoneDark: true) == 0)
  }

  private func members(_ states: [Bool], zone: String = "a") -> [ZoneEvictions.Member] {
    states.enumerated().map { .init(name: "\(zone)\($0.offset)", zone: zone, isReady: $0.element) }
  }

  @Test func `one node in ten seconds gets its taint`() {
    var evictions = ZoneEvictions()
    _ = evictions.observe(members([true, true, true, false, false]), now: now)
    evictions.add("a3", zone: "a")
    evictions.add("a4", zone: "a")
    let due = [0, 5, 10].map { evictions.due(at: now + .seconds($0)) }
    #expect(due == [["a3"], [], ["a4"]])
  }

  @Test func `nothing is evicted while every zone is dark`() {
    var evictions = ZoneEvictions()
    let wentDark = evictions.observe(members([false, false]) + members([false], zone: "b"), now: now)
    evictions.add("a0", zone: "a")
    let inTheDark = evictions.due(at: now + .seconds(60))
    let isDarkAgain = evictions.observe(
      members([false, false]) + members([true], zone: "b"), now: now + .seconds(60))
    let inTheLight = evictions.due(at: now + .seconds(120))
    #expect(wentDark && !isDarkAgain)
    #expect(inTheDark == [])
    #expect(inTheLight == ["a0"])
  }

  private func node(ready: String, unschedulable: Bool? = nil) -> Node {
    Node {
      $0.metadata.name = "n"
      $0.spec.unschedulable = unschedulable
      $0.status.conditions = [
        NodeCondition {
          $0.type = "Ready"; $0.status = ready
        }
      ]
    }
  }

  @Test func `taints follow the conditions and leave others alone`() {
    var lost = node(ready: "Unknown", unschedulable: true)
    lost.spec.taints = [
      Taint {
        $0.key = "mine"; $0.effect = "NoSchedule"
      },
      Taint {
        $0.key = NodeTaints.notReady; $0.effect = "NoSchedule"
      },
    ]
    let taints = NodeTaints.noSchedule(for: lost, now: now)
    #expect(taints.map(\.key) == ["mine", NodeTaints.unreachable, NodeTaints.unschedulable])
    #expect(NodeTaints.noSchedule(for: node(ready: "True"), now: now).isEmpty)
  }

  private func pod(_ tolerations: [Toleration]) -> Pod { Pod { $0.spec.tolerations = tolerations } }

  @Test func `a pod leaves when its shortest toleration ends`() {
    let taint = Taint {
      $0.key = NodeTaints.notReady; $0.effect = "NoExecute"; $0.timeAdded = now
    }
    let limited = Toleration {
      $0.key = NodeTaints.notReady
      $0.operator = "Exists"
      $0.effect = "NoExecute"
      $0.tolerationSeconds = 300
    }
    let unlimited = Toleration { $0.operator = "Exists" }
    #expect(TaintEviction(of: pod([limited]), taints: [taint], now: now) == .leaves(at: now + .seconds(300)))
    #expect(TaintEviction(of: pod([unlimited]), taints: [taint], now: now) == .stays)
    #expect(
      TaintEviction(of: pod([limited, unlimited]), taints: [taint], now: now)
        == .leaves(at: now + .seconds(300)))
    #expect(TaintEviction(of: pod([]), taints: [taint], now: now) == .leaves(at: now))
    #expect(TaintEviction(of: pod([]), taints: [], now: now) == .stays)
  }

  @Test func `a node that never said anything has a minute, another one fifty seconds`() {
    let mute = Node()
    let spoken = Node {
      $0.status.conditions = [
        NodeCondition {
          $0.type = "Ready"
          $0.status = "True"
        }
      ]
    }
    let health = NodeHealth(now: now)
    #expect(!health.isSilent(mute, now: now + .seconds(60)) && health.isSilent(mute, now: now + .seconds(61)))
    #expect(
      !health.isSilent(spoken, now: now + .seconds(50)) && health.isSilent(spoken, now: now + .seconds(51)))
    let conditions = NodeHealth.silentConditions(of: mute, now: now)
    #expect(conditions?.allSatisfy { $0.reason == "NodeStatusNeverUpdated" } == true)
  }

  @Test func `a node that stays silent is lost after its grace`() {
    let well = Node {
      $0.status.conditions = [
        NodeCondition {
          $0.type = "Ready"; $0.status = "True"
        }
      ]
    }
    let lease = { (second: Int64) in
      Lease { $0.spec.renewTime = MicroTime(Timestamp(secondsSince1970: second)) }
    }
    var health = NodeHealth(now: now)
    health.observe(well, lease: lease(1), now: now)
    health.observe(well, lease: lease(2), now: now + .seconds(40))
    #expect(!health.isSilent(well, now: now + .seconds(90)))
    #expect(health.isSilent(well, now: now + .seconds(91)))
    let conditions = NodeHealth.silentConditions(of: well, now: now)
    #expect(conditions?.map(\.status) == ["Unknown", "Unknown", "Unknown", "Unknown"])
    #expect(conditions?.first?.message == "Kubelet stopped posting node status.")
  }
}
