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
  /// How often the wait after a throttled call doubles, from one turn of the pool loop on.
  private static let throttleDoublingsMax = 3

  let machine: NodeMachine
  let settings: CNISettings
  var interfaces: [NetworkInterface]
  let keeper: PoolKeeper
  let allocator: NodeAllocator
  let servesKubelets: Bool
  let freed: KeySignal
  let context: ReconcileContext
  /// The pods of the node.
  private let pods: @Sendable () -> [Pod]
  /// Pods that are to get an address, oldest first.
  private var waiting: [Pod] = []
  /// When to look again.
  private var next: Timestamp?

  init(
    machine: NodeMachine, settings: CNISettings, interfaces: [NetworkInterface],
    pods: @escaping @Sendable () -> [Pod], keeper: PoolKeeper, allocator: NodeAllocator,
    allocators: AddressAllocators,
    context: ReconcileContext
  ) {
    self.machine = machine
    self.settings = settings
    self.interfaces = interfaces
    self.pods = pods
    self.keeper = keeper
    self.allocator = allocator
    servesKubelets = allocators.servesKubelets
    freed = allocators.freed
    self.context = context
  }

  mutating func run() async throws -> Action {
    takeOver()
    try await giveAddresses()
    if try await finishAttaching() {
      takeOver()
      try await giveAddresses()
    }
    if !isThrottled { try await keepPool() }
    refuseWaiting()
    scheduleNextLook()
    guard let next else { return waiting.isEmpty ? .done : .awaitChange }
    return .requeue(after: max(.milliseconds(1), next - context.now))
  }

  private mutating func lookAgain(at time: Timestamp) { next = min(next ?? time, time) }

  private var isThrottled: Bool {
    allocator.with { $0.throttledUntil.map { $0 > context.now } ?? false }
  }

  /// Brings the allocator in line with interfaces and pods.
  private mutating func takeOver() {
    let now = context.now
    let unserved = allocator.with { addresses in
      // Read while no kubelet can ask: a pod that has been given an address is among them.
      let pods = pods()
      addresses.update(
        interfaces: interfaces, pods: pods, mode: settings.mode(on: machine.type),
        cooldown: settings.cooldown, at: now, isExcluded: keeper.surroundings.isExcluded)
      return pods.filter { (!servesKubelets || !addresses.hasAddress($0)) && $0.needsAddress }
    }
    waiting = Self.oldestFirst(unserved, now)
  }

  private static func oldestFirst(_ pods: [Pod], _ now: Timestamp) -> [Pod] {
    guard pods.count > 1 else { return pods }
    let aged = pods.map { (pod: $0, place: ($0.metadata.creationTimestamp ?? now, $0.key)) }
    return aged.sorted { $0.place < $1.place }.map(\.pod)
  }
}

// MARK: Pods

extension NodeSync {
  /// Gives waiting pods addresses as long as there are any, oldest pod first.
  private mutating func giveAddresses() async throws {
    let now = context.now
    var unserved: [Pod] = []
    for pod in waiting {
      let (address, wasRefused) = allocator.with { addresses in
        let address = addresses.assign(pod, at: now)
        return (address, address != nil && addresses.takeRefusal(of: pod))
      }
      guard let address else {
        unserved.append(pod)
        continue
      }
      if !servesKubelets { try await report(address, to: pod) }
      // A kubelet that has not asked yet finds the address when it does.
      if wasRefused { freed.send(pod.key) }
    }
    waiting = unserved
  }

  /// Tells the pod its address: the kubelet goes on when it sees it.
  private mutating func report(_ address: IPv4Address, to pod: Pod) async throws {
    let text = JSON.string(address.description)
    let patch: JSON = [
      "metadata": ["uid": .string(pod.metadata.uid ?? "")],
      "status": ["podIP": text, "podIPs": [["ip": text]]],
    ]
    do throws(StatusError) {
      try await context.client.patch(Pod.self, pod.key, .merge(patch), subresource: "status")
    } catch {
      // The pod is gone, or another one has its name: its address comes back with the next look.
      guard error.isConflict || error.isNotFound else { throw error }
      if error.isConflict { lookAgain(at: context.now + .milliseconds(100)) }
    }
  }

  /// Tells pods that there is no address for them, in the words that users of EKS know.
  private mutating func refuseWaiting() {
    let now = context.now
    for pod in waiting {
      let uid = pod.metadata.uid ?? ""
      let isDue = allocator.with { addresses in
        let last = addresses.lastRefusals[uid]
        let isDue = last.map { $0 + Self.refusalInterval <= now } ?? true
        if isDue { addresses.lastRefusals[uid] = now }
        return (isDue, addresses.lastRefusals[uid] ?? now)
      }
      lookAgain(at: isDue.1 + Self.refusalInterval)
      if isDue.0 { context.events.warning(pod, "FailedCreatePodSandBox", Self.refusal(sandbox: uid)) }
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
    for interface in interfaces where !interface.isAttached && !isThrottled {
      let outcome: PoolKeeper.Outcome
      if interface.instanceID == nil {
        outcome = try await keeper.resume(interface, device: interface.plannedDevice ?? 1)
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
      let devices = Set(interfaces.map { $0.status.attachment?.deviceIndex ?? $0.plannedDevice ?? 0 })
      context.note("\(action)")
      guard take(try await carryOut(action, devices)) else { return }
      takeOver()
      try await giveAddresses()
    }
  }

  private func carryOut(_ action: PoolAction, _ devices: Set<Int>) async throws -> PoolKeeper.Outcome {
    do {
      let outcome = try await keeper.carryOut(action, devices: devices)
      if case .unassign = action { allocator.with { $0.lastDecrease = context.now } }
      if case .throttled = outcome { allocator.with { $0.invalidate() } }
      return outcome
    } catch {
      allocator.with { $0.invalidate() }
      throw error
    }
  }

  private var pool: WarmPool {
    WarmPool(settings: settings.pool, limits: machine.type.eniLimits, maxPods: machine.maxPods)
  }

  /// What the warm pool asks for next. What is to be given back is no longer given out from here on.
  private func nextAction() -> PoolAction? {
    let (pool, now) = (pool, context.now)
    return allocator.with { addresses in
      let mayDecrease = addresses.lastDecrease.map { $0 + WarmPoolTimers.decreaseInterval <= now } ?? true
      let action = pool.actions(for: addresses.store, at: now.sinceEpoch, mayDecrease: mayDecrease).first
      switch action {
      case .assign, .attach: return mayIncrease(addresses, at: now) ? action : nil
      case .unassign, .delete:
        if let action { addresses.withdraw(action) }
        return action
      case nil: return nil
      }
    }
  }

  /// VPC CNI: section 4: not while an interface is on its way, not in the pause after the subnet had no room, and not
  /// on a node that takes no pods.
  private func mayIncrease(_ addresses: NodeAddresses, at now: Timestamp) -> Bool {
    if machine.isUnschedulable, !settings.managesUnschedulableNodes { return false }
    if let pause = addresses.pausedUntil, pause > now { return false }
    return interfaces.allSatisfy(\.isAttached)
  }

  /// Takes note of what an action came to.
  ///
  /// - Returns: Whether addresses may have changed.
  private mutating func take(_ outcome: PoolKeeper.Outcome) -> Bool {
    if case .throttled(let error) = outcome {
      rest(after: error)
      return false
    }
    allocator.with { $0.throttleCount = 0 }
    switch outcome {
    case .throttled: return false
    case .unavailable(let reason):
      context.note(reason.message)
      context.events.warning(keeper.surroundings.node, "FailedAllocateENI", reason.message)
      return false
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
      allocator.with { $0.pausedUntil = context.now + WarmPoolTimers.subnetBackoff }
      context.note("paused: \(error)")
      return false
    }
  }

  /// Waits for one turn of the pool loop, twice as long each time in a row, give or take a half: the nodes that were
  /// refused together shall not come back together.
  private mutating func rest(after error: EC2Error) {
    let chance = context.world.random.next(below: 1000)
    let until = allocator.with { addresses in
      let doublings = min(addresses.throttleCount, Self.throttleDoublingsMax)
      let wait = WarmPoolTimers.turn * (1 << doublings)
      let until = context.now + wait / 2 + wait.thousandths(chance)
      addresses.throttleCount += 1
      addresses.throttledUntil = until
      return until
    }
    context.note("\(error)")
    context.events.warning(keeper.surroundings.node, "RequestLimitExceeded", error.sdkDescription)
    lookAgain(at: until)
  }

  /// When something will be different without any object changing.
  private mutating func scheduleNextLook() {
    let (pool, now) = (pool, context.now)
    let times = allocator.with { addresses in
      if let pause = addresses.pausedUntil, pause <= now { addresses.pausedUntil = nil }
      if let pause = addresses.throttledUntil, pause <= now { addresses.throttledUntil = nil }
      let rested = waiting.isEmpty ? nil : addresses.store.nextRestedAddress(after: now.sinceEpoch)
      return [
        addresses.pausedUntil, addresses.throttledUntil, rested.map(Self.justAfter),
        Self.nextDecrease(addresses, pool, now),
      ]
    }
    for case let time? in times { lookAgain(at: time) }
  }

  /// When an interface without pods is old and rested enough to go, or surplus addresses may be given back.
  private static func nextDecrease(
    _ addresses: NodeAddresses, _ pool: WarmPool, _ now: Timestamp
  ) -> Timestamp? {
    let store = addresses.store
    var times: [Duration] = store.enis.filter { !$0.isPrimary && $0.assignedCount == 0 }.map { eni in
      max(
        eni.createdAt + WarmPoolTimers.minimumENIAge, store.nextRestedAddress(after: now.sinceEpoch) ?? .zero)
    }
    if let last = addresses.lastDecrease,
      pool.excessSlots(store.statistics(at: now.sinceEpoch), mode: store.mode) > 0
    {
      times.append((last + WarmPoolTimers.decreaseInterval).sinceEpoch)
    }
    return times.filter { $0 > now.sinceEpoch }.min().map(justAfter)
  }

  private static func justAfter(_ time: Duration) -> Timestamp {
    Timestamp(nanosecondsSince1970: (time + .milliseconds(1)).nanosecondsClamped)
  }
}
