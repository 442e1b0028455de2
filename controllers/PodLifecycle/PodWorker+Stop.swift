import APIMachinery
import KubernetesAPI

extension PodWorker {
  /// The time that a deleted pod has to end.
  var leavingGrace: Duration {
    .seconds(pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30)
  }

  /// Asks all containers to stop: the main ones first, then the sidecars, the last one first.
  ///
  /// Kubernetes: kubelet `killContainersWithSyncResult`, `terminationOrdering`.
  mutating func stopAll(grace: Duration) {
    let requestedAt = memory.stopRequestedAt ?? now
    memory.stopRequestedAt = requestedAt
    for index in containers.indices where containers[index].role != .sidecar {
      stop(index, grace: grace, from: requestedAt)
    }
    for index in containers.indices.reversed() where containers[index].role == .sidecar {
      let areOthersDone = containers.allSatisfy { $0.role == .sidecar || !$0.isRunning }
      let areLaterDone = containers[(index + 1)...].allSatisfy { $0.role != .sidecar || !$0.isRunning }
      guard areOthersDone, areLaterDone else { continue }
      stop(index, grace: max(.zero, requestedAt + grace - now), from: now)
    }
  }

  /// Why a container is stopped.
  enum StopCause { case requested, unhealthy, changed }

  /// Asks one container to stop, or notes that it has.
  mutating func stop(_ index: Int, grace: Duration, from time: Timestamp, cause: StopCause = .requested) {
    let run = containers[index]
    guard run.isRunning else { return }
    if run.memory.stopsAt == nil {
      if cause == .requested { report("Killing", "Stopping container \(run.name)", about: run) }
      let wait = stopDuration(of: run)
      containers[index].memory.isKilled = wait > grace || cause == .unhealthy
      containers[index].memory.stopsAt = max(time + min(wait, grace), run.startedAt ?? time)
    }
    if let stopsAt = containers[index].memory.stopsAt { _ = finishStop(index, at: stopsAt) }
  }

  /// Ends a container whose time has come.
  ///
  /// - Returns: True when it ended.
  mutating func finishStop(_ index: Int, at stopsAt: Timestamp) -> Bool {
    guard stopsAt <= now else {
      wake(at: stopsAt)
      return false
    }
    let isKilled = containers[index].memory.isKilled
    containers[index].setTerminated(
      code: isKilled ? 137 : 0, reason: isKilled ? "Error" : "Completed", at: stopsAt)
    return true
  }

  /// From the request to the container's end, if it is let.
  private func stopDuration(of run: ContainerRun) -> Duration {
    if run.behaviour.ignoresTermination { return .seconds(Int64.max / 4_000_000_000) }
    let hook = run.spec.lifecycle?.preStop.map(Self.sleep) ?? .zero
    return latencies.scaled(hook) + (run.behaviour.stopsAfter ?? latencies.scaled(latencies.stop))
  }

  /// How long a hook before the stop takes: its sleep, whether it is one or runs `sleep N` in a shell.
  private static func sleep(in hook: LifecycleHandler) -> Duration {
    if let seconds = hook.sleep?.seconds { return .seconds(seconds) }
    guard let command = hook.exec?.command else { return .zero }
    let words = command.joined(separator: " ").split { !($0.isLetter || $0.isNumber) }
    guard let position = words.firstIndex(of: "sleep"), position + 1 < words.count else { return .zero }
    return .seconds(Int(words[position + 1]) ?? 0)
  }
}
