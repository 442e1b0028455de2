public import APIMachinery

/// A run in which time stands still, or nearly so: controllers look again and again, each time with a reason, and nothing lets time
/// pass.
///
/// An answer takes no time in a simulated cluster, so two loops that undo each other's work at once go on for ever; in a real
/// one they would do so for as long as the reason lasts, as fast as the API answers.
public struct Standstill: Error, Hashable, Sendable, CustomStringConvertible {
  /// Gives the same run again.
  public let seed: UInt64
  public let time: Timestamp
  /// Who looked most often, ...
  public let controller: String
  /// ... at what, ...
  public let key: ObjectKey
  /// ... and how often.
  public let looks: Int
  /// How often each controller looked within that second, the busiest first.
  public let looksByController: [String]
  /// What the loops did last, oldest first.
  public let lastReconciles: [String]

  public var description: String {
    let start =
      "time stands still at \(time.rfc3339Micro) with seed \(seed): controller \"\(controller)\" at \(key) has looked "
      + "\(looks) times within a second (\(looksByController.joined(separator: ", ")))"
    return (["\(start); the last reconciles:"] + lastReconciles.map { "  \($0)" }).joined(separator: "\n")
  }
}
