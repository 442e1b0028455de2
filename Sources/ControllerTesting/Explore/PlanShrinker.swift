/// Finds the smallest plan that still fails: first fewer faults, then shorter ones, then the plainest order.
struct PlanShrinker {
  /// Whether a run of the plan fails.
  let fails: (FaultPlan) -> Bool
  /// How many runs it may take.
  var budget = 200

  mutating func shrink(_ plan: FaultPlan) -> FaultPlan {
    var best = plan
    while let smaller = firstFailing(Self.withFewerFaults(best)) { best = smaller }
    for position in best.faults.indices {
      while let smaller = firstFailing(Self.withSmaller(position, of: best)) { best = smaller }
    }
    return firstFailing([FaultPlan(seed: 0, best.faults)]) ?? best
  }

  private mutating func firstFailing(_ plans: [FaultPlan]) -> FaultPlan? {
    for plan in plans {
      guard budget > 0 else { return nil }
      budget -= 1
      if fails(plan) { return plan }
    }
    return nil
  }

  /// Halves first, then all but one: delta debugging (Zeller, Hildebrandt 2002).
  private static func withFewerFaults(_ plan: FaultPlan) -> [FaultPlan] {
    let count = plan.faults.count
    guard count > 0 else { return [] }
    var plans: [FaultPlan] = []
    if count > 2 {
      plans.append(FaultPlan(seed: plan.seed, Array(plan.faults[..<(count / 2)])))
      plans.append(FaultPlan(seed: plan.seed, Array(plan.faults[(count / 2)...])))
    }
    for position in plan.faults.indices {
      var faults = plan.faults
      let gone = faults.remove(at: position)
      plans.append(FaultPlan(seed: plan.seed, faults))
      // Without it the same write may be made once less before the others.
      if gone.write != nil { plans.append(FaultPlan(seed: plan.seed, faults.map(\.oneWriteEarlier))) }
    }
    return plans
  }

  private static func withSmaller(_ position: Int, of plan: FaultPlan) -> [FaultPlan] {
    plan.faults[position].smaller.map { fault in
      var plan = plan
      plan.faults[position] = fault
      return plan
    }
  }
}

extension Fault {
  /// The same fault at the write before, if it happens at one.
  var oneWriteEarlier: Fault {
    switch self {
    case .crash(let side, let write, let pause) where write > 1:
      .crash(side, write: write - 1, downFor: pause)
    case .loseResponse(let write) where write > 1: .loseResponse(write: write - 1)
    case .failWrite(let write, let failure) where write > 1: .failWrite(write - 1, failure)
    case .jumpClock(let write, let time) where write > 1: .jumpClock(write: write - 1, by: time)
    default: self
    }
  }

  /// The same fault, milder.
  var smaller: [Fault] {
    switch self {
    case .crash(let side, let write, let pause):
      pause > .zero ? [.crash(side, write: write)] : []
    case .travelBack(let after, let past, let time):
      Self.shorter(time).map { .travelBack(afterEvent: after, toEvent: past, lasting: $0) }
    case .hideEvents(let resource, let from, let time):
      Self.shorter(time).map { .hideEvents(of: resource, from: from, lasting: $0) }
        + [.delayEvents(of: resource, from: from, lasting: time)]
    case .delayEvents(let resource, let from, let time):
      Self.shorter(time).map { .delayEvents(of: resource, from: from, lasting: $0) }
    default: []
    }
  }

  /// The whole seconds that are shorter, the shortest first.
  private static func shorter(_ time: Duration) -> [Duration] {
    [1, 2, 5, 10, 20, 30, 60, 120].map { Duration.seconds($0) }.filter { $0 < time }
  }
}
