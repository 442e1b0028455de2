public import APIMachinery

/// One line that a container wrote.
public struct ContainerLogLine: Hashable, Sendable {
  public var time: Timestamp
  public var text: String

  public init(time: Timestamp, text: String) {
    self.time = time
    self.text = text
  }
}

/// What a simulated container has written: made from its history in the pod's status, so that nothing is kept.
public enum ContainerLog {
  /// The lines of the present run of a container, or of the one before it.
  ///
  /// - Parameters:
  ///   - previous: The run before the last restart, as `kubectl logs --previous` asks for.
  ///   - now: Lines that the container writes while it runs come up to this time.
  /// - Returns: `nil` when there was no such run: the container has not started yet, or never restarted.
  public static func lines(
    of container: String, in pod: Pod, previous: Bool = false, now: Timestamp
  ) -> [ContainerLogLine]? {
    guard let status = status(of: container, in: pod), let spec = spec(of: container, in: pod) else {
      return nil
    }
    guard let run = Run(status, previous: previous) else { return nil }
    return run.lines(spec, ContainerBehaviour(of: container, in: pod))
  }

  private static func status(of container: String, in pod: Pod) -> ContainerStatus? {
    let status = pod.status
    return
      (status.containerStatuses + status.initContainerStatuses + status.ephemeralContainerStatuses)
      .first { $0.name == container }
  }

  private static func spec(of container: String, in pod: Pod) -> Container? {
    (pod.spec.containers + pod.spec.initContainers).first { $0.name == container }
  }

  /// One run of a container, as far as the status tells.
  private struct Run {
    var startedAt: Timestamp
    var end: ContainerStateTerminated?
    var isReady: Bool

    init?(_ status: ContainerStatus, previous: Bool) {
      let ended =
        previous ? status.lastState?.terminated : status.state?.terminated ?? ContainerLog.waitingRun(status)
      if let ended, let startedAt = ended.startedAt {
        self.startedAt = startedAt
        end = ended
        isReady = false
      } else if !previous, let startedAt = status.state?.running?.startedAt {
        self.startedAt = startedAt
        isReady = status.ready
      } else {
        return nil
      }
    }

    func lines(_ spec: Container, _ behaviour: ContainerBehaviour) -> [ContainerLogLine] {
      var texts = [
        "starting \(([spec.image ?? spec.name] + spec.command + spec.args).joined(separator: " "))"
      ]
      texts += behaviour.logLines
      texts += spec.ports.map { "listening on port \($0.containerPort)/\($0.protocol ?? "TCP")" }
      if isReady { texts.append("ready") }
      var lines = texts.map { ContainerLogLine(time: startedAt, text: $0) }
      if let end {
        lines.append(ContainerLogLine(time: end.finishedAt ?? startedAt, text: Self.farewell(end)))
      }
      return lines
    }

    private static func farewell(_ end: ContainerStateTerminated) -> String {
      switch end.reason {
      case "OOMKilled": "out of memory: killed"
      case "Error" where end.exitCode == 137: "killed"
      default: "exiting with code \(end.exitCode)"
      }
    }
  }

  /// A container that waits for its next start shows the run before it.
  fileprivate static func waitingRun(_ status: ContainerStatus) -> ContainerStateTerminated? {
    status.state?.waiting == nil ? nil : status.lastState?.terminated
  }
}
