import APIMachinery
import KubernetesAPI

/// The probes of running containers.
///
/// A container whose probes always succeed is not asked: when it has started up and is ready follows from the manifest.
/// One whose annotation says otherwise is probed in the rhythm of its probes.
extension PodWorker {
  /// Looks after a running container's probes.
  ///
  /// - Returns: True when the container was told to stop.
  mutating func probe(_ index: Int, started: Timestamp) -> Bool {
    guard let startedUp = startUp(index, started: started) else { return isStopping(index) }
    containers[index].status.started = startedUp <= now
    guard startedUp <= now else {
      wake(at: startedUp)
      return false
    }
    if checkLiveness(index, started: started, startedUp: startedUp) { return true }
    let role = containers[index].role
    if role == .initial || role == .ephemeral { return false }
    containers[index].status.ready = isReady(index, started: started, startedUp: startedUp)
    return false
  }

  private func isStopping(_ index: Int) -> Bool { containers[index].memory.stopsAt != nil }

  /// When the container has started up; `nil` as long as that is not known.
  private mutating func startUp(_ index: Int, started: Timestamp) -> Timestamp? {
    let run = containers[index]
    guard let probe = run.spec.startupProbe else { return started }
    guard run.behaviour.concerns(.startup) else { return started + firstSuccess(of: probe) }
    if let known = run.memory.startedUpAt { return known }
    // After a restart of the kubelet: what the status says is so.
    if run.memory.probes[.startup] == nil, run.status.started == true { return started }
    let outcome = ask(index, .startup, probe, first: started + delay(of: probe), started: started)
    if outcome.isFatal { kill(index, .startup, probe, at: outcome.time) }
    guard outcome.isSuccessful else {
      containers[index].status.started = false
      return nil
    }
    containers[index].memory.startedUpAt = outcome.time
    return outcome.time
  }

  /// - Returns: True when the container was told to stop.
  private mutating func checkLiveness(_ index: Int, started: Timestamp, startedUp: Timestamp) -> Bool {
    guard let probe = containers[index].spec.livenessProbe, containers[index].behaviour.concerns(.liveness)
    else { return false }
    let interval = ProbeRhythm(probe, containers[index].behaviour).interval
    var first = started + delay(of: probe)
    // The probe keeps its own time; what it would ask before the container has started up is left out.
    while first < startedUp { first = first + interval }
    let outcome = ask(index, .liveness, probe, first: first, started: started)
    if outcome.isFatal { kill(index, .liveness, probe, at: outcome.time) }
    return outcome.isFatal
  }

  private mutating func isReady(_ index: Int, started: Timestamp, startedUp: Timestamp) -> Bool {
    let run = containers[index]
    guard run.behaviour.concerns(.readiness) else {
      let readyAt = max(started + (run.spec.readinessProbe.map(firstSuccess) ?? .zero), startedUp)
      if readyAt > now { wake(at: readyAt) }
      return readyAt <= now
    }
    guard let probe = run.spec.readinessProbe else {
      let elapsed = now - started
      if let change = run.behaviour.nextChange(.readiness, after: elapsed) { wake(at: started + change) }
      return run.behaviour.isHealthy(.readiness, after: elapsed)
    }
    // The first one is asked as soon as the container has started up.
    let first = max(started + delay(of: probe), startedUp)
    return ask(index, .readiness, probe, first: first, started: started).isSuccessful
  }

  // MARK: - Asking

  /// What a probe says now.
  private struct Outcome {
    var isSuccessful: Bool
    var isFatal = false
    /// When the latest answer came.
    var time: Timestamp
  }

  /// Takes all answers that are due, tells of the bad ones, and asks for a look at the next.
  private mutating func ask(
    _ index: Int, _ kind: ProbeKind, _ probe: Probe, first: Timestamp, started: Timestamp
  ) -> Outcome {
    let run = containers[index]
    let rhythm = ProbeRhythm(probe, run.behaviour)
    let known = run.memory.probes[kind]
    var state = known ?? ProbeState(kind, first: first, rhythm)
    // What a kubelet that starts anew finds out about the past it does not tell again.
    let tellsFrom = known == nil && run.memory.startedAt == nil ? now : started
    var outcome = Outcome(isSuccessful: state.isSuccessful, time: now)
    while !outcome.isFatal, let time = state.nextAt, time <= now {
      let answer = state.take(rhythm, startedAt: started)
      outcome = Outcome(isSuccessful: state.isSuccessful, isFatal: answer == .fatal, time: time)
      if answer != .good, time >= tellsFrom { reportFailure(index, kind, probe, rhythm) }
      if kind == .startup, state.isSuccessful { break }
    }
    containers[index].memory.probes[kind] = state
    wake(at: state.nextAt)
    return outcome
  }

  private mutating func reportFailure(_ index: Int, _ kind: ProbeKind, _ probe: Probe, _ rhythm: ProbeRhythm)
  {
    let run = containers[index]
    let failure = ProbeFailure(
      probe: probe, container: run.spec, address: status.podIP ?? "", isTimeout: rhythm.isTooSlow)
    report("Unhealthy", "\(kind.rawValue) probe failed: \(failure.text)", about: run, isWarning: true)
  }

  /// Stops a container that failed a probe for good.
  ///
  /// Kubernetes: kubelet `computePodActions`; a probe's own grace period goes before the pod's.
  private mutating func kill(_ index: Int, _ kind: ProbeKind, _ probe: Probe, at time: Timestamp) {
    let run = containers[index]
    let policy = run.role == .sidecar ? "Always" : run.spec.restartPolicy ?? restartPolicy
    let fate = policy == "Never" ? "" : ", will be restarted"
    report(
      "Killing", "Container \(run.name) failed \(kind.rawValue.lowercased()) probe\(fate)", about: run)
    let grace = probe.terminationGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
    stop(index, grace: .seconds(grace), from: time, cause: .unhealthy)
  }

  // MARK: - Times

  private func delay(of probe: Probe) -> Duration {
    latencies.scaled(.seconds(probe.initialDelaySeconds ?? 0))
  }

  /// From a container's start to the success of a probe that never fails.
  private func firstSuccess(of probe: Probe) -> Duration {
    let successes = max(0, (probe.successThreshold ?? 1) - 1)
    return latencies.scaled(
      .seconds(probe.initialDelaySeconds ?? 0) + .seconds(probe.periodSeconds ?? 10) * successes)
  }
}
