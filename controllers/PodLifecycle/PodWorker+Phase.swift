import APIMachinery
import KubernetesAPI

extension PodWorker {
  /// Sums the containers up in the pod's phase.
  ///
  /// Kubernetes: kubelet `getPhase`.
  mutating func updatePhase() {
    if status.phase == "Failed" { return }
    status.phase = phase
  }

  /// Whether a main container runs or has run.
  var hasStarted: Bool {
    containers.contains { $0.role == .main && $0.status.containerID != nil }
  }

  private var phase: String {
    if !hasStarted {
      let hasFailed = containers.contains { run in
        run.role == .initial && restartPolicy == "Never" && (run.terminated.map { $0.exitCode != 0 } ?? false)
      }
      return hasFailed ? "Failed" : "Pending"
    }
    if containers.contains(where: { $0.role == .main && $0.isRunning }) { return "Running" }
    let mains = containers.filter { $0.role == .main }
    if mains.contains(where: { $0.latestEnd == nil }) { return "Pending" }
    return endedPhase(mains)
  }

  private func endedPhase(_ mains: [ContainerRun]) -> String {
    let ends = mains.map { ($0, $0.latestEnd) }
    let isRestarting = ends.contains { run, end in
      end.map { run.isRestarted(after: $0, podPolicy: restartPolicy) } ?? false
    }
    if isRestarting, !isLeaving { return "Running" }
    if containers.contains(where: { $0.isRunning && $0.role != .ephemeral }) { return "Running" }
    return ends.allSatisfy { $0.1?.exitCode == 0 } ? "Succeeded" : "Failed"
  }

  /// Sets the five conditions that the kubelet keeps.
  ///
  /// Kubernetes: kubelet `status/generate.go`.
  mutating func updateConditions() {
    // What runs has a sandbox, also when a clock that jumped back says that it is still to come.
    let isUp = containers.contains { $0.status.containerID != nil }
    let hasSandbox =
      status.podIP != nil && !isOver && (isUp || (memory.sandboxReadyAt.map { $0 <= now } ?? true))
    let ready = containersReady
    var conditions = status.fields.array("conditions")
    var isChanged = set("PodReadyToStartContainers", Verdict(isTrue: hasSandbox), in: &conditions)
    isChanged = set("Initialized", initialized, in: &conditions) || isChanged
    isChanged = set("Ready", ready.isTrue ? gatesReady : ready, in: &conditions) || isChanged
    isChanged = set("ContainersReady", ready, in: &conditions) || isChanged
    if Self.position(of: "PodScheduled", in: conditions) == nil {
      isChanged = set("PodScheduled", Verdict(isTrue: true), in: &conditions) || isChanged
    }
    if isChanged { status.fields["conditions"] = .array(conditions) }
  }

  /// What a condition says.
  struct Verdict {
    var isTrue: Bool
    var reason: String?
    var message: String?
  }

  private var initialized: Verdict {
    if status.phase == "Succeeded" { return Verdict(isTrue: true, reason: "PodCompleted") }
    if hasStarted { return Verdict(isTrue: true) }
    return verdict("ContainersNotInitialized", onThose: "incomplete") { $0.isInitial && !$0.isInitialized }
  }

  private var containersReady: Verdict {
    switch status.phase {
    case "Succeeded": return Verdict(isTrue: false, reason: "PodCompleted")
    case "Failed": return Verdict(isTrue: false, reason: "PodFailed")
    default: break
    }
    return verdict("ContainersNotReady", onThose: "unready") { run in
      (run.role == .main || run.role == .sidecar) && !run.status.ready
    }
  }

  /// True when `isOpen` holds for no container, else false because of those for which it does.
  private func verdict(
    _ reason: String, onThose state: String, where isOpen: (ContainerRun) -> Bool
  ) -> Verdict {
    let open = containers.compactMap { isOpen($0) ? $0.name : nil }
    if open.isEmpty { return Verdict(isTrue: true) }
    let names = open.count == 1 ? open[0] : open.joined(separator: " ")
    return Verdict(isTrue: false, reason: reason, message: "containers with \(state) status: [\(names)]")
  }

  /// Readiness gates: conditions that others set and that have to be true as well.
  private var gatesReady: Verdict {
    let gates = pod.spec.readinessGates
    if gates.isEmpty { return Verdict(isTrue: true) }
    let problems = gates.compactMap { gate -> String? in
      let type = gate.conditionType
      guard let condition = status.conditions.first(where: { $0.type == type }) else {
        return "corresponding condition of pod readiness gate \"\(type)\" does not exist."
      }
      if condition.status == "True" { return nil }
      return "the status of pod readiness gate \"\(type)\" is not \"True\", but \(condition.status)"
    }
    if problems.isEmpty { return Verdict(isTrue: true) }
    return Verdict(isTrue: false, reason: "ReadinessGatesNotReady", message: problems.joined(separator: ", "))
  }

  mutating func set(_ type: String, _ verdict: Verdict) {
    var conditions = status.fields.array("conditions")
    if set(type, verdict, in: &conditions) { status.fields["conditions"] = .array(conditions) }
  }

  private static func position(of type: String, in conditions: [JSON]) -> Int? {
    conditions.firstIndex { condition in
      guard case .object(let condition) = condition else { return false }
      return condition.string("type") == type
    }
  }

  /// - Returns: Whether the condition said something else.
  private mutating func set(_ type: String, _ verdict: Verdict, in conditions: inout [JSON]) -> Bool {
    let text = verdict.isTrue ? "True" : "False"
    let position = Self.position(of: type, in: conditions)
    let old = position.flatMap { PodCondition(json: conditions[$0]) }
    if let old, old.status == text, old.reason == verdict.reason, old.message == verdict.message,
      old.observedGeneration == generation
    {
      return false
    }
    var fields = JSONObject(minimumCapacity: 6)
    fields.append("type", .string(type))
    fields.append("status", .string(text))
    let since = old?.status == text ? old?.lastTransitionTime?.json : time
    if let since { fields.append("lastTransitionTime", since) }
    if let reason = verdict.reason { fields.append("reason", .string(reason)) }
    if let message = verdict.message { fields.append("message", .string(message)) }
    if let generation { fields.append("observedGeneration", generation.json) }
    if let position {
      conditions[position] = .object(fields)
    } else {
      conditions.append(.object(fields))
    }
    return true
  }
}
