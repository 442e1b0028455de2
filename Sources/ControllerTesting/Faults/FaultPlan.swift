/// A seed and what goes wrong: everything that a run depends on beside its code.
///
/// It prints as a Swift literal, which can be pasted into a test and given to
/// ``replay(_:options:loops:kinds:checks:ignoring:detectors:quiet:controllers:surroundings:_:)``.
public struct FaultPlan: Hashable, Sendable {
  /// Decides the order of what runs, and the numbers that are drawn.
  public var seed: UInt64
  public var faults: [Fault]

  public init(seed: UInt64, _ faults: [Fault] = []) {
    self.seed = seed
    self.faults = faults
  }
}

extension FaultPlan: CustomStringConvertible {
  public var description: String {
    guard !faults.isEmpty else { return "FaultPlan(seed: \(seed))" }
    let list = faults.map(\.description).joined(separator: ", ")
    return "FaultPlan(seed: \(seed), [\(list)])"
  }
}
