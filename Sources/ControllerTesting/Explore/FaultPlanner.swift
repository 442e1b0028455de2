import APIMachinery
import Simulation

/// Chooses the faults of each seed: places where the run without faults did something.
///
/// Every other seed takes the next single fault out of all that there are, in an order in which the kinds of faults
/// take turns; the seeds between combine some at random. So a few hundred seeds go through every place of a small
/// controller once, as Sieve does, and the rest explore.
struct FaultPlanner: Sendable {
  /// The single faults, in the order in which they are tried.
  let candidates: [Fault]

  init(_ faults: FaultSet, _ profile: RunProfile) {
    let random = SeededRandom(seed: 0x5EED)
    var kinds = FaultPlaces(profile).all(of: faults).map { Self.shuffled($0, random) }
    var candidates: [Fault] = []
    while !kinds.isEmpty {
      for position in kinds.indices { if let fault = kinds[position].popLast() { candidates.append(fault) } }
      kinds.removeAll(where: \.isEmpty)
    }
    self.candidates = candidates
  }

  private static func shuffled(_ faults: [Fault], _ random: SeededRandom) -> [Fault] {
    var faults = faults
    for position in faults.indices.dropFirst() {
      faults.swapAt(position, Int(random.next(below: UInt64(position + 1))))
    }
    return faults
  }

  func plan(seed: UInt64) -> FaultPlan {
    guard !candidates.isEmpty else { return FaultPlan(seed: seed) }
    if seed % 2 == 1 {
      return FaultPlan(seed: seed, [candidates[Int((seed / 2) % UInt64(candidates.count))]])
    }
    let random = SeededRandom(seed: seed)
    var faults: [Fault] = []
    repeat {
      let fault = candidates[Int(random.next(below: UInt64(candidates.count)))]
      if !faults.contains(fault) { faults.append(fault) }
    } while faults.count < 5 && random.next(below: 2) == 0
    return FaultPlan(seed: seed, faults)
  }
}
