import APIMachinery
import KubernetesAPI

/// One container of a pod: what it shall be, what it is, and what it does.
///
/// A class, so that its status is changed in place; each belongs to one look of one ``PodWorker``.
final class ContainerRun {
  /// `ephemeral`: for looking into the pod. Its life says nothing about the pod's.
  enum Role: Sendable { case initial, sidecar, main, ephemeral }

  let spec: Container
  let name: String
  let role: Role
  let behaviour: ContainerBehaviour
  var status: ContainerStatus
  var memory: ContainerMemory

  /// Where events about the container point.
  private(set) lazy var fieldPath = Self.fieldPath(of: name, as: role)

  private static func fieldPath(of name: String, as role: Role) -> String {
    switch role {
    case .main: "spec.containers{\(name)}"
    case .ephemeral: "spec.ephemeralContainers{\(name)}"
    case .initial, .sidecar: "spec.initContainers{\(name)}"
    }
  }

  /// Whether the container has to be done, or started, before the main ones.
  var isInitial: Bool { role == .initial || role == .sidecar }

  /// Whether the containers behind this one may start.
  var isInitialized: Bool {
    role == .sidecar ? status.started == true : terminated?.exitCode == 0
  }

  var isRunning: Bool { status.state?.running != nil }

  /// True once the container has ended and will not be started again by itself.
  var terminated: ContainerStateTerminated? { status.state?.terminated }

  /// The end of the run before, for a container that waits.
  var lastTermination: ContainerStateTerminated? { status.lastState?.terminated }

  /// The end of the latest run, whether the container waits for the next one or not.
  var latestEnd: ContainerStateTerminated? { terminated ?? (isRunning ? nil : lastTermination) }

  var startedAt: Timestamp? { memory.startedAt ?? status.state?.running?.startedAt }

  /// True when the manifest asks for another image than the one that runs.
  var isOutdated: Bool {
    guard let image = spec.image, !status.image.isEmpty, !status.image.hasSuffix(image) else { return false }
    return status.image != ContainerIdentity.normalized(image)
  }

  init(
    _ spec: Container, role: Role, pod: Pod, status: ContainerStatus?, memory: ContainerMemory?
  ) {
    self.spec = spec
    self.role = role
    name = spec.name
    behaviour = ContainerBehaviour(of: name, in: pod)
    self.memory = memory ?? ContainerMemory()
    self.status = status ?? Self.newStatus(of: spec, role: role, pod: pod)
  }

  private static func newStatus(of spec: Container, role: Role, pod: Pod) -> ContainerStatus {
    ContainerStatus {
      $0.name = spec.name
      $0.image = spec.image ?? ""
      $0.imageID = ""
      $0.ready = false
      $0.restartCount = 0
      $0.started = false
      let hasInit = role == .main && !pod.spec.initContainers.isEmpty
      $0.state = ContainerState { state in
        state.waiting = ContainerStateWaiting {
          $0.reason = hasInit ? "PodInitializing" : "ContainerCreating"
        }
      }
    }
  }

  /// Whether the container is started again after `end`.
  ///
  /// Kubernetes: kubelet `ShouldContainerBeRestarted`; a container's own policy goes before the pod's.
  func isRestarted(after end: ContainerStateTerminated, podPolicy: String) -> Bool {
    if role == .ephemeral { return false }
    if role == .initial { return end.exitCode != 0 && podPolicy != "Never" }
    switch role == .sidecar ? "Always" : spec.restartPolicy ?? podPolicy {
    case "Never": return false
    case "OnFailure": return end.exitCode != 0
    default: return true
    }
  }

  func setWaiting(_ reason: String, message: String? = nil) {
    status.state = ContainerState { state in
      state.waiting = ContainerStateWaiting {
        $0.reason = reason
        $0.message = message
      }
    }
    status.ready = false
    status.started = false
  }

  func setRunning(at time: Timestamp, identity: ContainerIdentity) {
    if let ended = terminated { status.lastState = ContainerState { $0.terminated = ended } }
    if status.containerID != nil { status.restartCount += 1 }
    status.containerID = identity.containerID(restart: status.restartCount)
    let image = ContainerIdentity.normalized(spec.image ?? "")
    status.image = image
    status.imageID = ContainerIdentity.imageID(of: image)
    grantResources()
    status.state = ContainerState { state in
      state.running = ContainerStateRunning { $0.startedAt = time }
    }
    memory.startedAt = time
    memory.startsAt = nil
    memory.nextStartAt = nil
    memory.stopsAt = nil
    memory.isKilled = false
    memory.probes = [:]
    memory.startedUpAt = nil
  }

  /// Shows the resources of the manifest as those in force.
  func grantResources() {
    guard let resources = spec.resources, !resources.fields.isEmpty else { return }
    status.resources = resources
    status.allocatedResources = resources.requests
  }

  func setTerminated(code: Int, reason: String, at time: Timestamp) {
    let started = startedAt ?? time
    status.state = ContainerState { state in
      state.terminated = ContainerStateTerminated {
        $0.exitCode = code
        $0.reason = reason
        $0.startedAt = started
        $0.finishedAt = time
        $0.containerID = status.containerID
      }
    }
    status.ready = role == .initial && code == 0
    status.started = false
    memory.startedAt = nil
    memory.stopsAt = nil
  }
}
