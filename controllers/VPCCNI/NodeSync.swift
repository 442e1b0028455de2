import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// One look at a node: finish what is being attached, give addresses out, and set the warm pool right.
struct NodeSync {
  /// Steps of one look, so that a pool which never settles cannot hold a worker.
  private static let stepsMax = 64
  /// VPC CNI: section 6: a pod that gets no address is told again after some 12 s.
  private static let refusalInterval = Duration.seconds(12)

  let machine: NodeMachine
  let settings: CNISettings
  var interfaces: [NetworkInterface]
  let pods: [Pod]
  let keeper: PoolKeeper
  var addresses: NodeAddresses
  let context: ReconcileContext
  private var waiting: [Pod]
  /// When to look again.
  private var next: Timestamp?

  init(
    machine: NodeMachine, settings: CNISettings, interfaces: [NetworkInterface], pods: [Pod],
    keeper: PoolKeeper, addresses: NodeAddresses?, context: ReconcileContext
  ) {
    self.machine = machine
    self.settings = settings
    self.interfaces = interfaces
    self.pods = pods
    self.keeper = keeper
    self.addresses = addresses ?? NodeAddresses()
    self.context = context
    waiting = pods.filter(\.needsAddress)
    if waiting.count < 2 { return }
    waiting.sort {
      ($0.metadata.creationTimestamp ?? context.now, $0.key) < (
        $1.metadata.creationTimestamp ?? context.now, $1.key
      )
    }
  }

  mutating func run() async throws -> Action {
    takeOver()
    try await giveAddresses()
    if try await finishAttaching() {
      takeOver()
      try await giveAddresses()
    }
    try await keepPool()
    refuseWaiting()
    scheduleNextLook()
    guard let next else { return waiting.isEmpty ? .done : .awaitChange }
    return .requeue(after: max(.milliseconds(1), next - context.now))
  }

  private mutating func lookAgain(at time: Timestamp) { next = min(next ?? time, time) }

  private mutating func takeOver() {
    addresses.update(
      interfaces: interfaces, pods: pods, mode: settings.mode(on: machine.type), cooldown: settings.cooldown,
      at: context.now)
  }
}

// MARK: Pods

extension NodeSync {
  /// Gives waiting pods addresses as long as there are any, oldest pod first.
  private mutating func giveAddresses() async throws {
    var unserved: [Pod] = []
    for pod in waiting {
      guard let address = addresses.assign(pod, at: context.now) else {
        unserved.append(pod)
        continue
      }
      do throws(StatusError) {
        try await report(address, to: pod)
      } catch {
        // The pod is gone, or another one has its name: its address comes back with the next look.
        guard error.isConflict || error.isNotFound else { throw error }
        if error.isConflict { lookAgain(at: context.now + .milliseconds(100)) }
      }
    }
    waiting = unserved
  }

  /// Tells the pod its address: the kubelet goes on when it sees it.
  private func report(_ address: IPv4Address, to pod: Pod) async throws(StatusError) {
    let text = JSON.string(address.description)
    let patch: JSON = [
      "metadata": ["uid": .string(pod.metadata.uid ?? "")],
      "status": ["podIP": text, "podIPs": [["ip": text]]],
    ]
    try await context.client.patch(Pod.self, pod.key, .merge(patch), subresource: "status")
  }

  /// Tells pods that there is no address for them, in the words that users of EKS know.
  private mutating func refuseWaiting() {
    for pod in waiting {
      let uid = pod.metadata.uid ?? ""
      let last = addresses.lastRefusals[uid]
      if let last, last + Self.refusalInterval > context.now {
        lookAgain(at: last + Self.refusalInterval)
        continue
      }
      addresses.lastRefusals[uid] = context.now
      lookAgain(at: context.now + Self.refusalInterval)
      context.events.warning(pod, "FailedCreatePodSandBox", Self.refusal(sandbox: uid))
    }
  }

  /// VPC CNI: section 6.
  static func refusal(sandbox uid: String) -> String {
    "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "
      + "\"\(CloudIdentifier.uuid(token: uid).filter { $0 != "-" })\": plugin type=\"aws-cni\" name=\"aws-cni\" "
      + "failed (add): add cmd: failed to assign an IP address to container"
  }
}

// MARK: Pool

extension NodeSync {
  /// Moves interfaces on that were made for the node and are not attached yet.
  ///
  /// - Returns: Whether one became usable.
  private mutating func finishAttaching() async throws -> Bool {
    var changed = false
    for interface in interfaces where !interface.isAttached {
      let outcome: PoolKeeper.Outcome
      if interface.instanceID == nil {
        let device = interface.metadata.labels["swiftlet.dev/device"].flatMap { Int($0) } ?? 1
        outcome = try await keeper.resume(interface, device: device)
      } else {
        guard let described = try await keeper.ec2.describe(networkInterface: interface.key) else { continue }
        outcome = .attached(described.object, usableIn: described.changesIn)
      }
      if take(outcome) { changed = true }
    }
    return changed
  }

  /// Carries the warm pool's wishes out, one after the other, giving new addresses out between.
  private mutating func keepPool() async throws {
    for _ in 0..<Self.stepsMax {
      guard let action = nextAction() else { return }
      let devices = Set(interfaces.map { $0.status.attachment?.deviceIndex ?? Self.device(of: $0) })
      context.note("\(action)")
      let outcome = try await keeper.carryOut(action, devices: devices)
      if case .unassign = action { addresses.lastDecrease = context.now }
      guard take(outcome) else { return }
      takeOver()
      try await giveAddresses()
    }
  }

  private static func device(of interface: NetworkInterface) -> Int {
    interface.metadata.labels["swiftlet.dev/device"].flatMap { Int($0) } ?? 0
  }

  private mutating func nextAction() -> PoolAction? {
    let pool = WarmPool(settings: settings.pool, limits: machine.type.eniLimits, maxPods: machine.maxPods)
    let mayDecrease =
      addresses.lastDecrease.map { $0 + WarmPoolTimers.decreaseInterval <= context.now } ?? true
    let action = pool.actions(for: addresses.store, at: context.now.sinceEpoch, mayDecrease: mayDecrease)
      .first
    switch action {
    case .assign, .attach: return mayIncrease ? action : nil
    case .unassign, .delete, nil: return action
    }
  }

  /// VPC CNI: section 4: not while an interface is on its way, not in the pause after the subnet had no room, and not
  /// on a node that takes no pods.
  private var mayIncrease: Bool {
    if machine.isUnschedulable, !settings.managesUnschedulableNodes { return false }
    if let pause = addresses.pausedUntil, pause > context.now { return false }
    return interfaces.allSatisfy(\.isAttached)
  }

  /// Takes note of what an action came to.
  ///
  /// - Returns: Whether addresses may have changed.
  private mutating func take(_ outcome: PoolKeeper.Outcome) -> Bool {
    switch outcome {
    case .changed(let id, let interface):
      interfaces.removeAll { $0.metadata.name == id }
      if let interface { interfaces.append(interface) }
      return true
    case .attached(let interface, let usableIn):
      interfaces.removeAll { $0.key == interface.key }
      interfaces.append(interface)
      if let usableIn { lookAgain(at: context.now + usableIn) }
      return usableIn == nil
    case .exhausted(let error):
      addresses.pausedUntil = context.now + WarmPoolTimers.subnetBackoff
      context.note("paused: \(error)")
      return false
    }
  }

  /// When something will be different without any object changing.
  private mutating func scheduleNextLook() {
    let now = context.now
    if let pause = addresses.pausedUntil {
      if pause > now { lookAgain(at: pause) } else { addresses.pausedUntil = nil }
    }
    if !waiting.isEmpty, let rested = addresses.store.nextRestedAddress(after: now.sinceEpoch) {
      lookAgain(at: Timestamp(nanosecondsSince1970: (rested + .milliseconds(1)).nanosecondsClamped))
    }
    if let due = nextDecrease(now) { lookAgain(at: due) }
  }

  /// When an interface without pods is old and rested enough to go, or surplus addresses may be given back.
  private func nextDecrease(_ now: Timestamp) -> Timestamp? {
    let store = addresses.store
    var times: [Duration] = store.enis.filter { !$0.isPrimary && $0.assignedCount == 0 }.map { eni in
      max(
        eni.createdAt + WarmPoolTimers.minimumENIAge, store.nextRestedAddress(after: now.sinceEpoch) ?? .zero)
    }
    let pool = WarmPool(settings: settings.pool, limits: machine.type.eniLimits, maxPods: machine.maxPods)
    let excess = pool.excessSlots(store.statistics(at: now.sinceEpoch), mode: store.mode)
    if excess > 0, let last = addresses.lastDecrease {
      times.append((last + WarmPoolTimers.decreaseInterval).sinceEpoch)
    }
    return times.filter { $0 > now.sinceEpoch }.min().map {
      Timestamp(nanosecondsSince1970: ($0 + .milliseconds(1)).nanosecondsClamped)
    }
  }
}
