import APICore
import APIMachinery
import APIServer
import ControlPlane
import KubernetesAPI
import KubernetesClient
import Synchronization

/// The logs of the simulated containers: made of each container's history when somebody asks.
struct SimulatedLogs: PodLogSource {
  let plane: ControlPlane

  func logs(of key: ObjectKey, options: PodLogOptions) async throws(StatusError) -> any PodLogStream {
    let stream = SimulatedLogStream(plane: plane, key: key, options: options)
    try await stream.check()
    return stream
  }
}

/// One reader of one container's log.
final class SimulatedLogStream: PodLogStream {
  private let plane: ControlPlane
  private let key: ObjectKey
  private let options: PodLogOptions
  private let state = Mutex(State())

  private struct State {
    /// The lines given so far; `nil` before the first.
    var given: Int?
    var isCancelled = false
  }

  init(plane: ControlPlane, key: ObjectKey, options: PodLogOptions) {
    self.plane = plane
    self.key = key
    self.options = options
  }

  /// - Throws: `StatusError` in Kubernetes' words when there is no such container, or nothing to read of it.
  func check() async throws(StatusError) {
    let pod = try await pod()
    let name = try container(of: pod)
    guard lines(of: name, in: pod) == nil else { return }
    if options.isPrevious {
      throw .badRequest("previous terminated container \"\(name)\" in pod \"\(key.name)\" not found")
    }
    let waiting = pod.status.containerStatuses.first { $0.name == name }?.state?.waiting?.reason
    throw .badRequest(
      "container \"\(name)\" in pod \"\(key.name)\" is waiting to start: \(waiting ?? "ContainerCreating")")
  }

  func next() async throws(StatusError) -> [UInt8]? {
    while true {
      let (given, isCancelled) = state.withLock { ($0.given, $0.isCancelled) }
      if isCancelled || (given != nil && !options.isFollowing) { return nil }
      let pod: Pod
      do { pod = try await self.pod() } catch  where error.isNotFound { return nil }
      let name = try container(of: pod)
      let lines = lines(of: name, in: pod) ?? []
      let fresh = given == nil ? start(lines) : Array(lines.dropFirst(given ?? 0))
      state.withLock { $0.given = lines.count }
      if !fresh.isEmpty || given == nil { return text(fresh) }
      if hasEnded(name, in: pod) { return nil }
      do { try await plane.service.world.time.sleep(for: .milliseconds(500)) } catch { return nil }
    }
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  private func pod() async throws(StatusError) -> Pod {
    try await plane.service.client(as: .admin, fieldManager: "logs").get(Pod.self, key)
  }

  private func container(of pod: Pod) throws(StatusError) -> String {
    let names = (pod.spec.containers + pod.spec.initContainers).map(\.name)
    guard let wanted = options.container else {
      let own = pod.spec.containers.map(\.name)
      if own.count == 1 { return own[0] }
      throw .badRequest(
        "a container name must be specified for pod \(key.name), choose one of: [\(names.joined(separator: " "))]"
      )
    }
    guard names.contains(wanted) else {
      throw .badRequest("container \(wanted) is not valid for pod \(key.name)")
    }
    return wanted
  }

  private func lines(of container: String, in pod: Pod) -> [ContainerLogLine]? {
    ContainerLog.lines(
      of: container, in: pod, previous: options.isPrevious, now: plane.service.world.time.now())
  }

  private func hasEnded(_ container: String, in pod: Pod) -> Bool {
    pod.status.containerStatuses.first { $0.name == container }?.state?.running == nil
  }

  /// The lines to begin with: the last so many, or those after a time.
  private func start(_ lines: [ContainerLogLine]) -> [ContainerLogLine] {
    var lines = lines
    var since = options.sinceTime
    if let seconds = options.sinceSeconds { since = plane.service.world.time.now() - .seconds(seconds) }
    if let since { lines.removeAll { $0.time < since } }
    return options.tailLines.map { lines.suffix($0) } ?? lines
  }

  private func text(_ lines: [ContainerLogLine]) -> [UInt8] {
    let text = lines.map { options.hasTimestamps ? "\($0.time.rfc3339) \($0.text)\n" : "\($0.text)\n" }
      .joined()
    let bytes = Array(text.utf8)
    return options.limitBytes.map { Array(bytes.prefix($0)) } ?? bytes
  }
}
