/// How long the lease of a process holds, and how it is kept.
///
/// Kubernetes: client-go `tools/leaderelection`, with its times: a lease holds for 15 s, its holder gives up when it could
/// not renew it for 10 s, and everybody tries every 2 s.
public struct LeaseTimes: Sendable, Hashable {
  /// After how long without a renewal others may take over; in whole seconds.
  public var duration: Duration
  /// After how long without a renewal the holder gives up.
  public var renewDeadline: Duration
  /// How often everybody tries.
  public var retryPeriod: Duration

  public init(
    duration: Duration = .seconds(15), renewDeadline: Duration = .seconds(10),
    retryPeriod: Duration = .seconds(2)
  ) {
    self.duration = duration
    self.renewDeadline = renewDeadline
    self.retryPeriod = retryPeriod
  }

  /// What is wrong with the times.
  ///
  /// Kubernetes: client-go `NewLeaderElector`.
  var problems: [String] {
    var problems: [String] = []
    if duration < .seconds(1) {
      problems.append("the lease must hold for a second at least, not \(duration)")
    }
    if retryPeriod <= .zero { problems.append("the retry period must be more than zero, not \(retryPeriod)") }
    if duration <= renewDeadline {
      problems.append(
        "the lease holds for \(duration), which must be longer than the renew deadline of \(renewDeadline): "
          + "its holder has to give up before others take over")
    }
    // Those who compete wait for up to 1.2 times the period more.
    if renewDeadline * 5 <= retryPeriod * 6 {
      problems.append(
        "the renew deadline of \(renewDeadline) must be longer than 1.2 times the retry period of \(retryPeriod)"
      )
    }
    return problems
  }
}
