/// Which faults an exploration draws from.
public struct FaultSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The process dies between any two writes.
  public static let crashes = FaultSet(rawValue: 1 << 0)
  /// After a restart the process sees a past state for a while.
  public static let staleViews = FaultSet(rawValue: 1 << 1)
  /// States that come and go are not seen.
  public static let hiddenEvents = FaultSet(rawValue: 1 << 2)
  public static let delayedEvents = FaultSet(rawValue: 1 << 3)
  public static let duplicatedEvents = FaultSet(rawValue: 1 << 4)
  /// A write happened and looks as if it had not.
  public static let lostResponses = FaultSet(rawValue: 1 << 5)
  /// 409, 429, 500 and 503.
  public static let apiErrors = FaultSet(rawValue: 1 << 6)
  public static let clockJumps = FaultSet(rawValue: 1 << 7)
  public static let nodeDeaths = FaultSet(rawValue: 1 << 8)
  public static let cloudErrors = FaultSet(rawValue: 1 << 9)

  /// The three perturbations of Sieve: crashes between writes, stale views, unobserved states.
  public static let sieve: FaultSet = [.crashes, .staleViews, .hiddenEvents, .delayedEvents]
  public static let all: FaultSet = [
    .crashes, .staleViews, .hiddenEvents, .delayedEvents, .duplicatedEvents, .lostResponses, .apiErrors,
    .clockJumps, .nodeDeaths, .cloudErrors,
  ]
  public static let none: FaultSet = []
}
