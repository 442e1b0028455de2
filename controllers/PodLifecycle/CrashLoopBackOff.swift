import APIMachinery

/// How long a container that ended waits before it starts again: 10 s, twice as long each time, at most 5
/// minutes; one that ran for 10 minutes starts afresh.
///
/// Kubernetes: kubelet `MaxContainerBackOff`, `backOffPeriod`; `client-go/util/flowcontrol/backoff.go`.
struct CrashLoopBackOff: Hashable, Sendable {
  static let initial: Duration = .seconds(10)
  static let maximum: Duration = .seconds(300)
  /// A run of this length clears the record.
  static let resetAfter: Duration = maximum * 2

  /// The wait that is due; zero before the first restart.
  private(set) var current: Duration = .zero

  /// What a container with this many restarts has come to, for a loop that starts anew and has no record.
  init(restartCount: Int = 0) {
    guard restartCount > 0 else { return }
    let doublings = min(restartCount - 1, 5)
    current = min(Self.initial * (1 << doublings), Self.maximum)
  }

  /// Notes that a run ended.
  ///
  /// - Parameter ran: How long the container ran.
  /// - Returns: How long it waits from the end of the run to its next start.
  mutating func noteExit(ran: Duration) -> Duration {
    if ran >= Self.resetAfter { current = .zero }
    let wait = current
    current = min(max(Self.initial, current * 2), Self.maximum)
    return wait
  }
}
