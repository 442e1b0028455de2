import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// What a node has, and what others on it have asked for.
struct ResizeRoom: Sendable {
  var allocatable: [String: Quantity]
  /// The requests of the other pods on the node.
  var taken: [String: Quantity]
}

extension PodWorker {
  /// How often a resize that the node has no room for now is tried again.
  private static let retry: Duration = .seconds(30)

  /// Gives running containers the resources that their manifest asks for now.
  ///
  /// Kubernetes: kubelet `allocation_manager.go`, "Resize CPU and Memory Resources assigned to Containers".
  mutating func resize() {
    let changed = containers.indices.filter { isResized(containers[$0]) }
    if changed.isEmpty {
      if status.hasCondition(startingWith: "PodResize") {
        clear("PodResizePending")
        clear("PodResizeInProgress")
      }
      memory.resizedAt = nil
      return
    }
    if let refusal = refusal() {
      memory.resizedAt = nil
      clear("PodResizeInProgress")
      set("PodResizePending", refusal)
      return wake(at: now + Self.retry)
    }
    clear("PodResizePending")
    let resizedAt = memory.resizedAt ?? now + latencies.scaled(latencies.start)
    memory.resizedAt = resizedAt
    guard resizedAt <= now else {
      set("PodResizeInProgress", Verdict(isTrue: true))
      return wake(at: resizedAt)
    }
    for index in changed { actuate(index) }
    clear("PodResizeInProgress")
    memory.resizedAt = nil
  }

  private func isResized(_ run: ContainerRun) -> Bool {
    guard run.isRunning, let wanted = run.spec.resources, let present = run.status.resources else {
      return false
    }
    return ["cpu", "memory"].contains { name in
      wanted.requests[name] != present.requests[name] || wanted.limits[name] != present.limits[name]
    }
  }

  /// Changes a running container, or ends it where its policy for what changes is to start it again.
  private mutating func actuate(_ index: Int) {
    let run = containers[index]
    let before = run.status.resources ?? ResourceRequirements()
    let wanted = run.spec.resources ?? ResourceRequirements()
    let needsRestart = run.spec.resizePolicy.contains { policy in
      let name = policy.resourceName
      return policy.restartPolicy == "RestartContainer"
        && (wanted.requests[name] != before.requests[name] || wanted.limits[name] != before.limits[name])
    }
    run.grantResources()
    guard needsRestart else { return }
    report("Killing", "Container \(run.name) resize requires restart", about: run)
    stop(index, grace: .seconds(pod.spec.terminationGracePeriodSeconds ?? 30), from: now, cause: .changed)
  }

  /// Why the node cannot give what is asked for: never (`Infeasible`), or not now (`Deferred`).
  private func refusal() -> Verdict? {
    let room = host.resizeRoom()
    for name in ["cpu", "memory"] {
      guard let capacity = room.allocatable[name] else { continue }
      let wanted = pod.totalRequest(name)
      if wanted > capacity {
        return Verdict(
          isTrue: true, reason: "Infeasible",
          message:
            "Node didn't have enough capacity: \(name), requested: \(Self.amount(wanted, name)), "
            + "capacity: \(Self.amount(capacity, name))")
      }
      let taken = room.taken[name] ?? Quantity(0)
      if taken + wanted > capacity {
        return Verdict(
          isTrue: true, reason: "Deferred",
          message:
            "Node didn't have enough resource: \(name), requested: \(Self.amount(wanted, name)), "
            + "used: \(Self.amount(taken, name)), capacity: \(Self.amount(capacity, name))")
      }
    }
    return nil
  }

  /// Kubernetes: thousandths of a CPU, or bytes.
  private static func amount(_ quantity: Quantity, _ name: String) -> Int64 {
    name == "cpu" ? quantity.milliValue : quantity.value
  }

  private mutating func clear(_ type: String) {
    if status.hasCondition(startingWith: type) { status.conditions.removeAll { $0.type == type } }
  }
}

extension Pod {
  /// What the containers ask for together.
  func totalRequest(_ name: String) -> Quantity {
    spec.containers.reduce(Quantity(0)) { $0 + ($1.resources?.requests[name] ?? Quantity(0)) }
  }
}

extension ResizeRoom {
  init(on node: Node, without pod: Pod, _ context: ReconcileContext) {
    let others = context.cache.list(
      Pod.self, index: PodLifecycleReconciler.podsByNode, node.metadata.name ?? ""
    )
    .filter { $0.metadata.uid != pod.metadata.uid && !$0.isOver }
    allocatable = [:]
    taken = [:]
    for name in ["cpu", "memory"] {
      allocatable[name] = node.status.allocatable[name]
      taken[name] = others.reduce(Quantity(0)) { $0 + $1.totalRequest(name) }
    }
  }
}
