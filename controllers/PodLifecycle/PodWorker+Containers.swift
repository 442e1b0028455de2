import APIMachinery
import KubernetesAPI

extension PodWorker {
  /// Does everything that one container is due for: it may start, end and start again within one look when the
  /// loop was away for a while.
  mutating func step(_ index: Int) {
    var transitions = 0
    while transitions < 64, advanceOnce(index) { transitions += 1 }
  }

  /// One transition of a container.
  ///
  /// - Returns: True when something happened, so that the next transition may be due as well.
  private mutating func advanceOnce(_ index: Int) -> Bool {
    if containers[index].isRunning { return watchRunning(index) }
    if let end = containers[index].terminated {
      let isNew = containers[index].isOutdated
      guard isNew || containers[index].isRestarted(after: end, podPolicy: restartPolicy) else { return false }
      return restart(index, after: end)
    }
    return start(index)
  }

  // MARK: - Starting

  /// Notes that a container ended and when it may start again.
  private mutating func restart(_ index: Int, after end: ContainerStateTerminated) -> Bool {
    guard containers[index].memory.nextStartAt == nil else { return start(index) }
    var backOff =
      containers[index].memory.backOff
      ?? CrashLoopBackOff(restartCount: containers[index].status.restartCount)
    let finishedAt = end.finishedAt ?? now
    let wait = backOff.noteExit(ran: end.startedAt.map { finishedAt - $0 } ?? .zero)
    containers[index].memory.backOff = backOff
    containers[index].memory.nextStartAt = finishedAt + wait
    if finishedAt + wait > now { holdBack(index, wait: wait, after: end) }
    return true
  }

  /// Shows `CrashLoopBackOff`.
  private mutating func holdBack(_ index: Int, wait: Duration, after end: ContainerStateTerminated) {
    let run = containers[index]
    let (name, namespace) = (pod.metadata.name ?? "", pod.metadata.namespace ?? "")
    let podName = "\(name)_\(namespace)(\(pod.metadata.uid ?? ""))"
    report(
      "BackOff", "Back-off restarting failed container \(run.name) in pod \(podName)", about: run,
      isWarning: true)
    containers[index].status.lastState = ContainerState { $0.terminated = end }
    containers[index].setWaiting(
      "CrashLoopBackOff",
      message: "back-off \(wait.goDescription) restarting failed container=\(run.name) pod=\(podName)")
  }

  /// Pulls the image, then creates and starts the container.
  private mutating func start(_ index: Int) -> Bool {
    if let earliest = earliestStart(index), earliest > now {
      wake(at: earliest)
      return false
    }
    guard pullImage(index) else { return false }
    let begun = containers[index].memory.imageReadyAt ?? now
    let startsAt = containers[index].memory.startsAt ?? begun + latencies.scaled(latencies.start)
    containers[index].memory.startsAt = startsAt
    if startsAt > now {
      wake(at: startsAt)
      return false
    }
    let run = containers[index]
    report("Created", "Container created", about: run)
    run.setRunning(at: startsAt, identity: identity(of: run.name))
    run.memory.imageReadyAt = nil
    run.memory.hasImage = false
    report("Started", "Container started", about: run)
    return true
  }

  private func earliestStart(_ index: Int) -> Timestamp? {
    let run = containers[index]
    if let known = run.memory.nextStartAt { return known }
    guard let end = run.lastTermination, run.memory.backOff == nil else { return nil }
    var backOff = CrashLoopBackOff(restartCount: run.status.restartCount)
    let wait = backOff.noteExit(ran: .zero)
    return end.finishedAt.map { $0 + wait }
  }

  // MARK: - Running

  /// Looks at a running container: has it ended, is it alive, is it ready?
  private mutating func watchRunning(_ index: Int) -> Bool {
    let run = containers[index]
    guard let started = run.startedAt else { return false }
    if let stopsAt = run.memory.stopsAt { return finishStop(index, at: stopsAt) }
    if run.isOutdated, run.role != .initial { return replace(index) }
    if let end = plannedEnd(of: run, started: started) {
      if end.at <= now {
        containers[index].setTerminated(code: end.code, reason: end.reason, at: end.at)
        return true
      }
      wake(at: end.at)
    }
    return probe(index, started: started)
  }

  private func plannedEnd(
    of run: ContainerRun, started: Timestamp
  ) -> (code: Int, reason: String, at: Timestamp)? {
    if let exit = run.behaviour.exit, run.status.restartCount < exit.untilRestart ?? .max {
      let reason = exit.isOutOfMemory ? "OOMKilled" : exit.code == 0 ? "Completed" : "Error"
      return (exit.code, reason, started + exit.after)
    }
    guard run.role == .initial else { return nil }
    return (0, "Completed", started + latencies.scaled(latencies.initWork))
  }

  /// Stops a container whose image was changed; it starts again with the new one.
  private mutating func replace(_ index: Int) -> Bool {
    let run = containers[index]
    report("Killing", "Container \(run.name) definition changed, will be restarted", about: run)
    stop(index, grace: .seconds(pod.spec.terminationGracePeriodSeconds ?? 30), from: now, cause: .changed)
    return true
  }
}
