/// What an exploration demands of every run, beside what its body demands.
public struct Checks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// At the end there are the same objects as without faults. Names that the API made up, identifiers, revisions,
  /// times, and what differs between runs without faults are not compared.
  ///
  /// Sieve: the differential oracle of end states.
  public static let finalState = Checks(rawValue: 1 << 0)
  /// No object was deleted more often than without faults. Objects with names that the API made up are not counted;
  /// nor is what was deleted when a controller that had seen a past state saw better.
  ///
  /// Sieve: the differential oracle of state-update summaries.
  public static let deletions = Checks(rawValue: 1 << 1)

  public static let all: Checks = [.finalState, .deletions]
  /// The body's own demands alone.
  public static let none: Checks = []
}
