import APIMachinery
import KubernetesAPI

/// Moves one pod on to where it should be at a given time: the kubelet's `syncPod` as a pure state machine.
///
/// It reads the pod and its memory, and leaves the new status, the events to report, and the time at which to
/// look again. It never waits: a step that takes time is a moment in the memory that has not come yet.
struct PodWorker {
  /// What the worker needs to know of the pod's node.
  struct Host: Sendable {
    var name: String
    /// The node's internal addresses.
    var addresses: [String]
    /// The instance behind the node; empty for a node that is none.
    var machine = ""
    /// What the pod's containers may grow to on the node; asked only when they shall.
    var resizeRoom: @Sendable () -> ResizeRoom = { ResizeRoom(allocatable: [:], taken: [:]) }
  }

  let pod: Pod
  /// The pod's generation.
  let generation: Int?
  let host: Host
  let now: Timestamp
  /// The same as the status shows it.
  lazy var time = now.json
  let latencies: ContainerLatencies
  /// Whether the node has an image.
  let isPresent: (String) -> Bool

  var status: PodStatus
  var memory: PodMemory
  var events: [KubeletEvent] = []
  /// When the next step is due.
  var wakeAt: Timestamp?
  /// Images that the node has from now on.
  var fetchedImages: [String] = []
  /// True when all containers of a leaving pod have ended: it can be removed for good.
  var isFinished = false

  var containers: [ContainerRun] = []

  init(
    _ pod: Pod, host: Host, memory: PodMemory, now: Timestamp, latencies: ContainerLatencies,
    isPresent: @escaping (String) -> Bool
  ) {
    self.pod = pod
    generation = pod.metadata.generation
    self.host = host
    self.now = now
    self.latencies = latencies
    self.isPresent = isPresent
    self.memory = memory
    status = pod.status
    self.memory.seenAt = memory.seenAt ?? now
  }

  var isLeaving: Bool { pod.metadata.isBeingDeleted }
  var isOver: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
  var restartPolicy: String { pod.spec.restartPolicy ?? "Always" }

  /// Takes note of the address that the network plug-in gave the pod.
  mutating func setAddress(_ address: String?) {
    guard let address else { return }
    status.podIP = address
    status.podIPs = [PodIP { $0.ip = address }]
  }

  /// Does all that is due at `now`.
  mutating func advance() {
    if isOver {
      isFinished = isLeaving
      return
    }
    load()
    dropLostContainers()
    begin()
    if isLeaving {
      stopAll(grace: leavingGrace)
      isFinished = containers.allSatisfy { !$0.isRunning }
    } else if isPastDeadline {
      exceedDeadline()
    } else {
      run()
    }
    store()
    updatePhase()
    updateConditions()
  }

  /// Asks for another look at `time`; the earliest wish wins.
  mutating func wake(at time: Timestamp?) {
    guard let time else { return }
    wakeAt = min(wakeAt ?? time, time)
  }

  mutating func report(_ reason: String, _ message: String, about run: ContainerRun, isWarning: Bool = false)
  {
    events.append(
      KubeletEvent(isWarning: isWarning, reason: reason, message: message, fieldPath: run.fieldPath))
  }

  // MARK: - The pod as a whole

  private mutating func load() {
    let (spec, status) = (pod.spec, status)
    containers = []
    load(spec.initContainers, status.initContainerStatuses) {
      $0.restartPolicy == "Always" ? .sidecar : .initial
    }
    load(spec.containers, status.containerStatuses) { _ in .main }
    let ephemeral = spec.ephemeralContainers.map { Container(fields: $0.fields) }
    load(ephemeral, status.ephemeralContainerStatuses) { _ in .ephemeral }
  }

  /// - Parameter statuses: What the status says of such containers; asked for only where there are any.
  private mutating func load(
    _ specs: [Container], _ statuses: @autoclosure () -> [ContainerStatus],
    as role: (Container) -> ContainerRun.Role
  ) {
    if specs.isEmpty { return }
    let known = statuses()
    for spec in specs {
      let name = spec.name
      containers.append(
        ContainerRun(
          spec, role: role(spec), pod: pod, status: known.first { $0.name == name },
          memory: memory.containers.first { $0.name == name }?.memory))
    }
  }

  /// Containers that ran on another machine of the same name are not there: the pod begins anew, in another sandbox and
  /// with another address.
  ///
  /// Kubernetes: a kubelet asks its container runtime what runs (`kuberuntime_manager.go`, `computePodActions`).
  private mutating func dropLostContainers() {
    guard memory.machine != host.machine else { return }
    memory.machine = host.machine
    let isLost = containers.contains { run in
      let identity = identity(of: run.name)
      return run.status.containerID.map { $0 != identity.containerID(restart: run.status.restartCount) }
        ?? false
    }
    guard isLost else { return }
    events.append(
      KubeletEvent(
        reason: "SandboxChanged", message: "Pod sandbox changed, it will be killed and re-created."))
    memory = PodMemory(machine: host.machine, awaitsVolumes: memory.awaitsVolumes, seenAt: now)
    status.initContainerStatuses = []
    status.containerStatuses = []
    status.ephemeralContainerStatuses = []
    status.podIP = nil
    status.podIPs = []
    load()
    wake(at: now)
  }

  func identity(of container: String) -> ContainerIdentity {
    ContainerIdentity(podUID: pod.metadata.uid ?? "", container: container, machine: host.machine)
  }

  private mutating func store() {
    var (initial, main, ephemeral): ([ContainerStatus], [ContainerStatus], [ContainerStatus]) = ([], [], [])
    for run in containers {
      switch run.role {
      case .initial, .sidecar: initial.append(run.status)
      case .main: main.append(run.status)
      case .ephemeral: ephemeral.append(run.status)
      }
    }
    memory.containers = containers.map { (name: $0.name, memory: $0.memory) }
    status.initContainerStatuses = initial
    status.containerStatuses = main
    if !ephemeral.isEmpty { status.ephemeralContainerStatuses = ephemeral }
  }

  /// What a kubelet notes when it takes a pod on.
  private mutating func begin() {
    if status.startTime == nil { status.startTime = now }
    if status.qosClass == nil { status.qosClass = pod.qualityOfService }
    if let address = host.addresses.first, status.hostIP != address {
      status.hostIP = address
      status.hostIPs = host.addresses.map { ip in HostIP { $0.ip = ip } }
    }
    if pod.spec.hostNetwork == true, status.podIP == nil, let address = host.addresses.first {
      status.podIP = address
      status.podIPs = host.addresses.map { ip in PodIP { $0.ip = ip } }
    }
    if let generation, status.observedGeneration != generation { status.observedGeneration = generation }
  }

  private var isPastDeadline: Bool {
    guard let limit = pod.spec.activeDeadlineSeconds, let started = status.startTime else { return false }
    return started + .seconds(limit) <= now
  }

  /// Kubernetes: kubelet `active_deadline.go`.
  private mutating func exceedDeadline() {
    let message = "Pod was active on the node longer than the specified deadline"
    if memory.stopRequestedAt == nil {
      events.append(KubeletEvent(reason: "DeadlineExceeded", message: message))
    }
    stopAll(grace: .seconds(pod.spec.terminationGracePeriodSeconds ?? 30))
    if containers.allSatisfy({ !$0.isRunning }) {
      status.phase = "Failed"
      status.reason = "DeadlineExceeded"
      status.message = message
    }
  }

  // MARK: - Running

  /// True when the pod has an address and so a sandbox to start containers in.
  private mutating func hasSandbox() -> Bool {
    guard status.podIP != nil else { return false }
    if containers.contains(where: { $0.status.containerID != nil }) { return true }
    guard !memory.awaitsVolumes else { return false }
    let readyAt = memory.sandboxReadyAt ?? now + latencies.scaled(latencies.sandbox)
    memory.sandboxReadyAt = readyAt
    if readyAt > now { wake(at: readyAt) }
    return readyAt <= now
  }

  /// Starts the init containers in order, then all others together.
  private mutating func run() {
    if let limit = pod.spec.activeDeadlineSeconds, let started = status.startTime {
      wake(at: started + .seconds(limit))
    }
    guard hasSandbox() else { return }
    let hasStarted = hasStarted
    resize()
    for index in containers.indices where containers[index].isInitial {
      step(index)
      if !hasStarted, !containers[index].isInitialized { return }
    }
    for index in containers.indices where !containers[index].isInitial { step(index) }
    stopSidecarsWhenDone()
  }

  /// Sidecars live as long as the main containers.
  private mutating func stopSidecarsWhenDone() {
    guard containers.contains(where: { $0.role == .sidecar }) else { return }
    let mains = containers.filter { $0.role == .main }
    let isDone = mains.allSatisfy { run in
      run.terminated.map { !run.isRestarted(after: $0, podPolicy: restartPolicy) } ?? false
    }
    guard isDone, !mains.isEmpty else { return }
    for index in containers.indices.reversed() where containers[index].role == .sidecar {
      stop(index, grace: .seconds(pod.spec.terminationGracePeriodSeconds ?? 30), from: now)
    }
  }
}
