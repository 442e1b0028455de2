/// What the allocator should do next to keep its reserve.
public enum PoolAction: Hashable, Sendable {
  /// Ask EC2 for this many more slots (addresses or prefixes) on an attached interface.
  case assign(eni: String, slots: Int)
  /// Make and attach an interface with this many slots filled.
  case attach(slots: Int)
  /// Give unused blocks of an interface back.
  case unassign(eni: String, blocks: [IPv4CIDR])
  /// Detach and delete an interface that is not needed.
  case delete(eni: String)
}

extension PoolAction: CustomStringConvertible {
  public var description: String {
    switch self {
    case .assign(let eni, let slots): "assign(eni: \(eni), slots: \(slots))"
    case .attach(let slots): "attach(slots: \(slots))"
    case .unassign(let eni, let blocks):
      "unassign(eni: \(eni), blocks: \(blocks.map(\.description).joined(separator: ", ")))"
    case .delete(let eni): "delete(eni: \(eni))"
    }
  }
}

/// The arithmetic that keeps addresses ready before pods ask for them.
///
/// VPC CNI: section 4. All functions are pure: they look at an ``AddressStore`` and say what is missing or too much.
public struct WarmPool: Hashable, Sendable {
  public var settings: WarmPoolSettings
  public var limits: ENILimits
  /// The node's pod capacity: beyond it no address is ever needed.
  public var maxPods: Int

  public init(settings: WarmPoolSettings = WarmPoolSettings(), limits: ENILimits, maxPods: Int) {
    self.settings = settings
    self.limits = limits
    self.maxPods = maxPods
  }

  /// What to do in this turn of the pool loop, in the order in which to do it; empty when the reserve is right.
  ///
  /// At most one action adds, and at most one interface is deleted a turn, as in ipamd.
  ///
  /// - Parameters:
  ///   - store: The node's addresses.
  ///   - now: The time, on the scale of the store's times.
  ///   - mayDecrease: Whether ``WarmPoolTimers/decreaseInterval`` has passed since the last decrease.
  public func actions(for store: AddressStore, at now: Duration, mayDecrease: Bool = true) -> [PoolAction] {
    let statistics = store.statistics(at: now)
    let emptied = emptiedBlocks(store)
    if !emptied.isEmpty { return emptied }
    if isTooLow(statistics, mode: store.mode) {
      return increase(store, statistics).map { [$0] } ?? []
    }
    var actions = mayDecrease ? decrease(store, statistics) : []
    if let eni = deletableENI(store, statistics, at: now) {
      actions.removeAll { if case .unassign(eni.id, _) = $0 { true } else { false } }
      actions.append(.delete(eni: eni.id))
    }
    return actions
  }
}

// MARK: Too low

extension WarmPool {
  /// The addresses that the IP targets ask for and the store lacks.
  public func shortage(_ statistics: PoolStatistics) -> Int {
    max(0, settings.warmIPTarget - statistics.available, settings.minimumIPTarget - statistics.total)
  }

  /// Whether the reserve is below its target. Never, once every pod the node can hold has an address.
  public func isTooLow(_ statistics: PoolStatistics, mode: AddressMode) -> Bool {
    if statistics.total >= maxPods { return false }
    if settings.usesIPTargets { return shortage(statistics) > 0 }
    let (unit, target) =
      mode == .prefix
      ? (mode.unit, settings.warmPrefixTarget) : (limits.slotsPerENI, settings.warmENITarget)
    return statistics.available < unit * target || (target == 0 && statistics.available == 0)
  }

  /// How to add: to an attached interface with room first, else by a new interface; `nil` when neither can be.
  private func increase(_ store: AddressStore, _ statistics: PoolStatistics) -> PoolAction? {
    if let eni = roomiestFirst(store) {
      let free = limits.slotsPerENI - eni.blocks.count
      return .assign(eni: eni.id, slots: min(free, wantedSlots(statistics, store.mode)))
    }
    guard store.enis.count < settings.interfaceBudget(limits) else { return nil }
    return .attach(slots: min(limits.slotsPerENI, wantedSlots(statistics, store.mode)))
  }

  /// The slots to fill in one call: a whole interface's with `WARM_ENI_TARGET`, one prefix at least in prefix mode.
  public func wantedSlots(_ statistics: PoolStatistics, _ mode: AddressMode) -> Int {
    let shortage = settings.usesIPTargets ? shortage(statistics) : 0
    switch mode {
    case .prefix: return max(1, (shortage + mode.unit - 1) / mode.unit)
    case .secondary: return shortage > 0 ? shortage : limits.slotsPerENI
    }
  }

  /// The first attached interface that may take more.
  private func roomiestFirst(_ store: AddressStore) -> ENI? {
    store.enis.first { eni in
      !eni.isTrunk && !eni.isExcluded && !(eni.isPrimary && settings.customNetworking)
        && eni.blocks.count < limits.slotsPerENI
    }
  }
}

// MARK: Too high

extension WarmPool {
  /// The slots that hold more than the targets ask for. Always 0 with `WARM_ENI_TARGET` alone: there only whole
  /// interfaces go.
  public func excessSlots(_ statistics: PoolStatistics, mode: AddressMode) -> Int {
    let unit = mode.unit
    switch (settings.usesIPTargets, mode) {
    case (true, .secondary):
      let over = max(0, statistics.available - settings.warmIPTarget)
      return max(0, min(over, statistics.total - settings.minimumIPTarget))
    case (true, .prefix):
      let needed = (statistics.assigned + settings.warmIPTarget + unit - 1) / unit
      let over = max(0, min(statistics.freePrefixes, statistics.prefixes - needed))
      return max(0, min(over, statistics.prefixes - (settings.minimumIPTarget + unit - 1) / unit))
    case (false, .prefix):
      return max(0, statistics.freePrefixes - settings.warmPrefixTarget)
    case (false, .secondary):
      return 0
    }
  }

  /// VPC CNI: section 7: what an excluded interface holds goes back as soon as no pod uses it. A primary interface that
  /// custom networking leaves out keeps what it has.
  private func emptiedBlocks(_ store: AddressStore) -> [PoolAction] {
    store.enis.filter { $0.isExcluded && !($0.isPrimary && settings.customNetworking) }.compactMap { eni in
      let unused = eni.blocks.filter { $0.assignedCount == 0 }.map(\.cidr)
      return unused.isEmpty ? nil : .unassign(eni: eni.id, blocks: unused)
    }
  }

  /// Unused blocks to give back: from the last interface on, the highest addresses first.
  private func decrease(_ store: AddressStore, _ statistics: PoolStatistics) -> [PoolAction] {
    var excess = excessSlots(statistics, mode: store.mode)
    var actions: [PoolAction] = []
    for eni in store.enis.reversed() where excess > 0 && !eni.isExcluded {
      let unused = eni.blocks(of: store.mode).filter { $0.assignedCount == 0 }.suffix(excess).map(\.cidr)
      if unused.isEmpty { continue }
      excess -= unused.count
      actions.append(.unassign(eni: eni.id, blocks: unused))
    }
    return actions
  }

  /// An interface that can go: no pods, nothing cooling, old enough, and the others meet the targets without it.
  private func deletableENI(_ store: AddressStore, _ statistics: PoolStatistics, at now: Duration) -> ENI? {
    guard isDeletionDue(store, statistics) else { return nil }
    return store.enis.last { eni in
      !eni.isPrimary && !eni.isTrunk && !eni.isEFA && eni.assignedCount == 0
        && now - eni.createdAt >= WarmPoolTimers.minimumENIAge
        && !eni.isCooling(at: now, cooldown: store.cooldown) && !isNeeded(eni, in: store)
    }
  }

  private func isDeletionDue(_ store: AddressStore, _ statistics: PoolStatistics) -> Bool {
    if settings.usesIPTargets { return true }
    switch store.mode {
    case .secondary:
      return statistics.available >= (settings.warmENITarget + 1) * limits.slotsPerENI
    case .prefix:
      let unit = limits.slotsPerENI * store.mode.unit
      return statistics.available >= (settings.warmPrefixTarget + 1) * unit
        || store.enis.contains { !$0.isPrimary && $0.assignedCount == 0 }
    }
  }

  /// Whether the other interfaces alone would miss a target.
  private func isNeeded(_ eni: ENI, in store: AddressStore) -> Bool {
    var others = store
    others.remove(eni: eni.id)
    let rest = others.statistics(at: .zero)
    let unit = store.mode.unit
    func rounded(_ count: Int) -> Int { (count + unit - 1) / unit * unit }
    if settings.usesIPTargets {
      return rest.available < rounded(settings.warmIPTarget) || rest.total < rounded(settings.minimumIPTarget)
    }
    return store.mode == .prefix && rest.freePrefixes < settings.warmPrefixTarget
  }
}
