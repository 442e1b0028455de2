import APIMachinery
import KubernetesAPI
import Testing

@testable import DeploymentController

@Suite struct RolloutBudgetTests {
  private func deployment(_ replicas: Int, surge: IntOrString?, unavailable: IntOrString?) -> Deployment {
    Deployment {
      $0.spec.replicas = replicas
      $0.spec.strategy = DeploymentStrategy { strategy in
        strategy.type = "RollingUpdate"
        strategy.rollingUpdate = RollingUpdateDeployment {
          $0.maxSurge = surge
          $0.maxUnavailable = unavailable
        }
      }
    }
  }

  @Test(arguments: [
    (10, "25%", "25%", 13, 8), (1, "25%", "25%", 2, 1), (4, "0%", "0%", 4, 3), (3, "100%", "100%", 6, 0),
    (10, "1", "20", 11, 0), (0, "25%", "25%", 0, 0),
  ])
  func `surge rounds up and unavailable rounds down`(
    replicas: Int, surge: String, unavailable: String, maxTotal: Int, minAvailable: Int
  ) {
    let value = { (text: String) in Int(text).map { IntOrString.int($0) } ?? .string(text) }
    let budget = deployment(replicas, surge: value(surge), unavailable: value(unavailable)).budget
    #expect(budget.maxTotal == maxTotal)
    #expect(budget.minAvailable == minAvailable)
  }

  @Test func `recreate keeps no bounds`() {
    var deployment = deployment(5, surge: nil, unavailable: nil)
    deployment.spec.strategy = DeploymentStrategy { $0.type = "Recreate" }
    #expect(deployment.budget.maxTotal == 5)
    #expect(deployment.budget.minAvailable == 5)
  }

  @Test(arguments: [
    // replicas, surge, current, total, expected
    (10, 3, 0, 10, 3), (10, 3, 3, 13, 3), (10, 3, 3, 11, 5), (10, 3, 9, 9, 10), (10, 0, 0, 10, 0),
  ])
  func `the new ReplicaSet grows into the room that is left`(
    replicas: Int, surge: Int, current: Int, total: Int, expected: Int
  ) {
    let budget = RolloutBudget(replicas: replicas, maxSurge: surge, maxUnavailable: 1)
    #expect(budget.newSize(current: current, total: total) == expected)
  }

  @Test func `old pods that serve nobody go first, oldest ReplicaSet first`() {
    let budget = RolloutBudget(replicas: 10, maxSurge: 3, maxUnavailable: 2)
    let old: [RolloutBudget.Size] = [.init(replicas: 2, available: 0), .init(replicas: 8, available: 8)]
    // 13 pods in all, 8 must be available, none of the 3 new ones is: 2 may go, and both are dead anyway.
    #expect(budget.oldSizes(old, new: .init(replicas: 3, available: 0)) == [0, 8])
  }

  @Test func `available old pods go as far as the budget allows`() {
    let budget = RolloutBudget(replicas: 10, maxSurge: 3, maxUnavailable: 2)
    let old: [RolloutBudget.Size] = [.init(replicas: 10, available: 10)]
    #expect(budget.oldSizes(old, new: .init(replicas: 3, available: 0)) == [8])
    #expect(budget.oldSizes(old, new: .init(replicas: 3, available: 3)) == [5])
  }

  @Test func `nothing goes while new pods are not available yet`() {
    let budget = RolloutBudget(replicas: 10, maxSurge: 3, maxUnavailable: 0)
    let old: [RolloutBudget.Size] = [.init(replicas: 10, available: 10)]
    #expect(budget.oldSizes(old, new: .init(replicas: 3, available: 0)) == [10])
  }
}

@Suite struct ProportionalScalingTests {
  private func part(_ name: String, _ replicas: Int, before: Int, age: Int64 = 0) -> ProportionalScaling.Part
  {
    .init(name: name, replicas: replicas, maxReplicasBefore: before, age: age)
  }

  private func sizes(_ scaling: ProportionalScaling, _ parts: [ProportionalScaling.Part]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: scaling.sizes(of: parts).map { ($0.name, $0.replicas) })
  }

  @Test func `growth is shared by size`() {
    // 10 pods with surge 3 (8 old, 5 new) become 15 with surge 4.
    let scaling = ProportionalScaling(replicas: 15, maxTotal: 19)
    let result = sizes(scaling, [part("old", 8, before: 13), part("new", 5, before: 13, age: 1)])
    #expect(result == ["old": 12, "new": 7])
  }

  @Test func `what is left over goes to the largest`() {
    let scaling = ProportionalScaling(replicas: 6, maxTotal: 6)
    let result = sizes(
      scaling, [part("a", 1, before: 5), part("b", 2, before: 5), part("c", 2, before: 5, age: 1)])
    #expect(result.values.reduce(0, +) == 6)
    #expect(result["a"] == 1)
  }

  @Test func `shrinking to nothing empties all`() {
    let scaling = ProportionalScaling(replicas: 0, maxTotal: 0)
    #expect(sizes(scaling, [part("a", 3, before: 5), part("b", 2, before: 5)]) == ["a": 0, "b": 0])
  }
}

@Suite struct TemplateHashTests {
  private let template = PodTemplateSpec {
    $0.metadata.labels = ["app": "web", "tier": "front"]
    $0.spec.containers = [
      Container {
        $0.name = "c"; $0.image = "nginx"
      }
    ]
  }

  @Test func `a hash does not depend on the order of keys`() {
    let other = PodTemplateSpec {
      $0.spec.containers = [
        Container {
          $0.image = "nginx"; $0.name = "c"
        }
      ]
      $0.metadata.labels = ["tier": "front", "app": "web"]
    }
    #expect(
      TemplateHash(template, collisionCount: nil).description
        == TemplateHash(other, collisionCount: nil).description)
  }

  @Test func `a collision count changes the hash`() {
    let plain = TemplateHash(template, collisionCount: nil).description
    #expect(TemplateHash(template, collisionCount: 1).description != plain)
    #expect(plain.allSatisfy { "bcdfghjklmnpqrstvwxz2456789".contains($0) })
  }
}
