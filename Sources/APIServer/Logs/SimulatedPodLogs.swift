internal import APICore
internal import APIMachinery
internal import KubernetesAPI
internal import KubernetesClient
internal import Synchronization

/// The logs of simulated containers: what their history in the pod's status says that they wrote.
struct SimulatedPodLogs: PodLogSource {
  let service: APIService

  func logs(of key: ObjectKey, options: PodLogOptions) async throws(StatusError) -> any PodLogStream {
    let pod = try pod(key)
    let container = try container(of: pod, options)
    guard let lines = lines(container, pod, options) else { throw notStarted(container, pod, options) }
    return SimulatedLogStream(source: self, key: key, container: container, options: options, lines: lines)
  }

  func pod(_ key: ObjectKey) throws(StatusError) -> Pod {
    let target = RequestTarget(
      user: .admin, resource: Pod.definition.groupVersionResource, namespace: key.namespace, name: key.name)
    return Pod(fields: try service.get(target).tree)
  }

  /// The lines that the options ask for, the tail and the bytes aside.
  func lines(_ container: String, _ pod: Pod, _ options: PodLogOptions) -> [ContainerLogLine]? {
    let now = service.world.time.now()
    var start = options.sinceTime
    if let seconds = options.sinceSeconds { start = now - .seconds(seconds) }
    let lines = ContainerLog.lines(of: container, in: pod, previous: options.isPrevious, now: now)
    guard let start else { return lines }
    return lines?.filter { $0.time >= start }
  }

  /// Kubernetes: `registry/core/pod.LogLocation`.
  private func container(of pod: Pod, _ options: PodLogOptions) throws(StatusError) -> String {
    let name = pod.metadata.name ?? ""
    let spec = pod.spec
    let names = spec.containers.map(\.name)
    let all = names + spec.initContainers.map(\.name)
    if let wanted = options.container {
      guard all.contains(wanted) else {
        throw .badRequest("container \(wanted) is not valid for pod \(name)")
      }
      return wanted
    }
    if let marked = pod.metadata.annotations["kubectl.kubernetes.io/default-container"],
      names.contains(marked)
    {
      return marked
    }
    guard names.count == 1, let only = names.first else {
      throw .badRequest(
        "a container name must be specified for pod \(name), choose one of: [\(names.joined(separator: " "))]"
      )
    }
    return only
  }

  /// Kubernetes: kubelet `validateContainerLogStatus`.
  private func notStarted(_ container: String, _ pod: Pod, _ options: PodLogOptions) -> StatusError {
    let name = pod.metadata.name ?? ""
    if options.isPrevious {
      return .badRequest("previous terminated container \"\(container)\" in pod \"\(name)\" not found")
    }
    let status = pod.status
    let waiting = (status.containerStatuses + status.initContainerStatuses).first { $0.name == container }?
      .state?.waiting?.reason
    let reason = waiting ?? (pod.spec.nodeName == nil ? "pod is not scheduled" : "ContainerCreating")
    return .badRequest("container \"\(container)\" in pod \"\(name)\" is waiting to start: \(reason)")
  }
}

/// A log that is read from the pod's status, again and again while it is followed.
private final class SimulatedLogStream: PodLogStream {
  private struct State {
    var lines: [ContainerLogLine]
    var isFirst = true
    var isCancelled = false
  }

  private let source: SimulatedPodLogs
  private let key: ObjectKey
  private let container: String
  private let options: PodLogOptions
  private let state: Mutex<State>

  init(
    source: SimulatedPodLogs, key: ObjectKey, container: String, options: PodLogOptions,
    lines: [ContainerLogLine]
  ) {
    self.source = source
    self.key = key
    self.container = container
    self.options = options
    state = Mutex(State(lines: lines))
  }

  func next() async throws(StatusError) -> [UInt8]? {
    let first = state.withLock { state -> [ContainerLogLine]? in
      defer { state.isFirst = false }
      return state.isFirst ? state.lines : nil
    }
    if let first {
      let tail = options.tailLines.map { Array(first.suffix($0)) } ?? first
      if !tail.isEmpty || !options.isFollowing { return tail.isEmpty ? nil : text(tail) }
    }
    guard options.isFollowing else { return nil }
    return try await follow()
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Looks once a second whether there is more, until the container has ended for good.
  private func follow() async throws(StatusError) -> [UInt8]? {
    while !state.withLock({ $0.isCancelled }) {
      guard let pod = try? source.pod(key) else { return nil }
      let lines = source.lines(container, pod, options) ?? []
      let fresh = state.withLock { state in
        let known = state.lines
        state.lines = lines
        return lines.starts(with: known) ? Array(lines.dropFirst(known.count)) : lines
      }
      if !fresh.isEmpty { return text(fresh) }
      if hasEnded(pod) { return nil }
      guard (try? await source.service.world.time.sleep(for: .seconds(1))) != nil else { return nil }
    }
    return nil
  }

  private func hasEnded(_ pod: Pod) -> Bool {
    let phase = pod.status.phase
    if phase == "Succeeded" || phase == "Failed" { return true }
    let status = pod.status.containerStatuses.first { $0.name == container }
    return status?.state?.terminated != nil
  }

  private func text(_ lines: [ContainerLogLine]) -> [UInt8] {
    var text = ""
    for line in lines {
      if options.hasTimestamps { text += "\(line.time.rfc3339Micro) " }
      text += line.text
      text += "\n"
    }
    return Array(text.utf8)
  }
}
