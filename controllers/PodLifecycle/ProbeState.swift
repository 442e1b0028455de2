import APIMachinery
import KubernetesAPI

/// What one probe of a running container has found out.
///
/// Kubernetes: kubelet `prober/worker.go`. A result counts when it came as often in a row as its threshold says.
struct ProbeState: Hashable, Sendable {
  let kind: ProbeKind
  /// The result that counts: at first a container is alive, not ready and not started up.
  private(set) var isSuccessful: Bool
  /// When the answer of the next probe comes; `nil` when all further ones are known to be the same.
  private(set) var nextAt: Timestamp?
  /// How often the latest answer came in a row.
  private var run = 0
  private var lastAnswer: Bool?

  /// One answer.
  enum Answer: Hashable, Sendable {
    case good
    case bad
    /// Bad, and so often that the container has to go.
    case fatal
  }

  /// - Parameter first: When the first probe is made.
  init(_ kind: ProbeKind, first: Timestamp, _ rhythm: ProbeRhythm) {
    self.kind = kind
    isSuccessful = kind == .liveness
    nextAt = first + rhythm.answerTime
  }

  /// Takes the answer that is due.
  mutating func take(_ rhythm: ProbeRhythm, startedAt start: Timestamp) -> Answer {
    guard let time = nextAt else { return .good }
    let asked = time - rhythm.answerTime - start
    let isGood = !rhythm.isTooSlow && rhythm.behaviour.isHealthy(kind, after: asked)
    run = lastAnswer == isGood ? run + 1 : 1
    lastAnswer = isGood
    nextAt = time + rhythm.interval
    if isGood {
      if run >= rhythm.successThreshold { isSuccessful = true }
      if isSuccessful { skipWhatIsKnown(rhythm, startedAt: start) }
      return .good
    }
    guard run >= rhythm.failureThreshold else { return .bad }
    isSuccessful = false
    guard kind != .readiness else { return .bad }
    nextAt = nil
    return .fatal
  }

  /// Passes over the probes of a healthy container up to the next change of its health. A start-up probe has done its
  /// work with its success.
  private mutating func skipWhatIsKnown(_ rhythm: ProbeRhythm, startedAt start: Timestamp) {
    guard let next = nextAt else { return }
    let asked = next - rhythm.answerTime - start
    guard kind != .startup, rhythm.behaviour.isHealthy(kind, after: asked) else {
      if kind == .startup { nextAt = nil }
      return
    }
    guard let change = rhythm.behaviour.nextChange(kind, after: asked) else {
      nextAt = nil
      return
    }
    let intervals = (change - asked).nanosecondsClamped.ceilingQuotient(rhythm.interval.nanosecondsClamped)
    nextAt = next + rhythm.interval * intervals
  }
}

/// How often a probe of a container is made, and how its answers count.
struct ProbeRhythm: Hashable, Sendable {
  let interval: Duration
  let successThreshold: Int
  let failureThreshold: Int
  /// From the question to the answer, or to the end of the patience with it.
  let answerTime: Duration
  /// Whether no answer comes within `timeoutSeconds`.
  let isTooSlow: Bool
  let behaviour: ContainerBehaviour

  /// Kubernetes: `core/v1 Probe`: every 10 s, 1 s of patience, three failures, one success.
  init(_ probe: Probe, _ behaviour: ContainerBehaviour) {
    let patience = Duration.seconds(probe.timeoutSeconds ?? 1)
    let takes = behaviour.probesTake ?? .zero
    isTooSlow = takes > patience
    answerTime = min(takes, patience)
    interval = max(.seconds(max(1, probe.periodSeconds ?? 10)), answerTime)
    successThreshold = probe.successThreshold ?? 1
    failureThreshold = probe.failureThreshold ?? 3
    self.behaviour = behaviour
  }
}

extension Int64 {
  /// The quotient, rounded up; for positive divisors.
  fileprivate func ceilingQuotient(_ divisor: Int64) -> Int64 { (self + divisor - 1) / divisor }
}
