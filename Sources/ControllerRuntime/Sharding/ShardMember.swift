import APIMachinery
import KubernetesClient
import Logging

/// Keeps the place of this process in a ring.
struct ShardMember: Sendable {
  let sharding: Sharding
  let client: any Client
  let world: World
  let gate: ShardGate
  let logger: Logger
  /// Called when keys were gained, with what was allowed before.
  let onGain: @Sendable (_ before: @escaping @Sendable (String) -> Bool) -> Void

  private var leases: ShardLeases { ShardLeases(sharding: sharding) }

  /// What is known of the others.
  private struct View: Sendable {
    /// When each Lease was last seen to change, on this process' own clock.
    var seen: [String: (resourceVersion: String, time: Timestamp)] = [:]
    var hasJoined = false
    var isExpelled = false
  }

  /// Runs `body` while this process is of the ring, and leaves the ring when `body` has ended.
  ///
  /// - Throws: ``ShardLost``, when `body` has ended after its cancellation.
  func share(_ body: @escaping @Sendable () async -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { await body() }
      group.addTask { try await keep() }
      try await group.next()
    }
    await leave()
  }

  private func keep() async throws {
    var view = View()
    var renewed = world.time.now()
    while !Task.isCancelled {
      let start = world.time.now()
      if let next = await attempt(view, before: renewed + sharding.times.renewDeadline) {
        (view, renewed) = (next, start)
        if view.isExpelled { throw lost }
      } else if !Task.isCancelled, world.time.now() - renewed >= sharding.times.renewDeadline {
        throw lost
      }
      // While keys change hands the others are asked more often.
      let wait = gate.isSettled ? sharding.times.retryPeriod : sharding.times.retryPeriod / 8
      guard (try? await world.time.sleep(for: wait)) != nil else { return }
    }
  }

  private var lost: ShardLost { ShardLost(identity: sharding.identity, lease: sharding.lease) }

  /// One round; `nil` when the API did not take part in it, or not in time.
  private func attempt(_ view: View, before deadline: Timestamp) async -> View? {
    await withTaskGroup(of: View?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        do throws(StatusError) { return try await round(view) } catch {
          logger.warning(
            "the leases of the ring could not be read or written",
            metadata: ["lease": "\(sharding.lease)", "error": "\(error)"])
          return nil
        }
      }
      group.addTask {
        try? await world.time.sleep(until: deadline)
        return nil
      }
      return await group.next() ?? nil
    }
  }

  private func round(_ view: View) async throws(StatusError) -> View {
    var view = view
    try await renew()
    let peers = try await peers()
    let live = observe(peers, &view)
    let ring = try await agree(on: live, peers, &view)
    if view.isExpelled { return view }
    gate.adopt(ring)
    guard gate.isDrained else { return view }
    if !gate.isSettled { try await renew() }
    let others = peers.filter { ring.members.contains($0.identity) && $0.identity != sharding.identity }
    let isComplete = others.count + 1 == ring.members.count
    if !gate.isSettled, isComplete, others.allSatisfy({ $0.acknowledged >= ring.epoch }) {
      logger.info(
        "Keys are shared", metadata: ["epoch": "\(ring.epoch)", "members": "\(ring.members.count)"])
      onGain(gate.activate())
    }
    return view
  }

  // MARK: Leases

  /// Renews the Lease of this process, and says by which ring it has given up what is not its own.
  private func renew() async throws(StatusError) {
    let now = world.time.now()
    let acknowledged = gate.acknowledge()
    do throws(StatusError) {
      _ = try await client.patch(
        ShardLeases.resource, leases.memberKey, subresource: nil,
        patch: leases.renewal(at: now, acknowledged: acknowledged), options: WriteOptions())
    } catch {
      guard error.isNotFound else { throw error }
      _ = try await client.create(
        ShardLeases.resource, leases.memberKey, subresource: nil,
        object: leases.member(at: now, acknowledged: acknowledged), options: WriteOptions())
    }
  }

  private func peers() async throws(StatusError) -> [ShardPeer] {
    let list = try await client.list(
      ShardLeases.resource, namespace: sharding.lease.namespace,
      options: ListOptions(labelSelector: "\(ShardLeases.ringLabel)=\(sharding.lease.name)"))
    return list.items.compactMap { ShardPeer($0, ring: sharding.lease.name) }
  }

  /// The processes whose Leases changed not longer ago than they hold.
  private func observe(_ peers: [ShardPeer], _ view: inout View) -> [String] {
    let now = world.time.now()
    var seen: [String: (resourceVersion: String, time: Timestamp)] = [:]
    var live = [sharding.identity]
    for peer in peers where peer.identity != sharding.identity {
      let known = view.seen[peer.identity]
      let time = known?.resourceVersion == peer.resourceVersion ? known?.time ?? now : now
      seen[peer.identity] = (peer.resourceVersion, time)
      if now < time + peer.leaseDuration { live.append(peer.identity) }
    }
    view.seen = seen
    return live.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: The ring

  /// Brings the ring in line with the processes that live. Several do so at the same time: the first one wins, and the
  /// others look again.
  private func agree(
    on live: [String], _ peers: [ShardPeer], _ view: inout View
  ) async throws(StatusError) -> ShardRing {
    let present = try await ringLease()
    var ring = present.map(ShardLeases.ring) ?? ShardRing()
    if ring.members.contains(sharding.identity) {
      view.hasJoined = true
    } else if view.hasJoined {
      view.isExpelled = true
      return ring
    }
    guard ring.members != live else { return ring }
    // A number that nobody has said anything of yet, also where somebody removed the Lease of the ring.
    let known = peers.reduce(max(ring.epoch, gate.ring.epoch)) { max($0, $1.acknowledged) }
    ring = ShardRing(epoch: known + 1, members: live)
    do throws(StatusError) { try await write(ring, over: present) } catch {
      guard error.isConflict || error.isAlreadyExists else { throw error }
      return gate.ring
    }
    view.hasJoined = true
    for peer in peers where !live.contains(peer.identity) { await remove(peer) }
    return ring
  }

  private func ringLease() async throws(StatusError) -> DynamicObject? {
    do throws(StatusError) {
      return try await client.get(
        ShardLeases.resource, sharding.lease, subresource: nil, options: GetOptions())
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  private func write(_ ring: ShardRing, over present: DynamicObject?) async throws(StatusError) {
    var lease = present ?? DynamicObject()
    leases.write(ring, to: &lease, at: world.time.now())
    if present == nil {
      _ = try await client.create(
        ShardLeases.resource, sharding.lease, subresource: nil, object: lease, options: WriteOptions())
    } else {
      _ = try await client.update(
        ShardLeases.resource, sharding.lease, subresource: nil, object: lease, options: WriteOptions())
    }
  }

  /// Removes the Lease of a process that is gone. Best effort.
  private func remove(_ peer: ShardPeer) async {
    _ = try? await client.delete(
      ShardLeases.resource, peer.key,
      options: KubernetesClient.DeleteOptions(preconditionResourceVersion: peer.resourceVersion))
  }

  /// Leaves the ring, so that the others take over at once. Best effort: without it they wait for the end of the Lease.
  private func leave() async {
    guard let lease = try? await ringLease() else { return }
    var ring = ShardLeases.ring(lease)
    guard ring.members.contains(sharding.identity) else { return }
    ring = ShardRing(epoch: ring.epoch + 1, members: ring.members.filter { $0 != sharding.identity })
    try? await write(ring, over: lease)
    _ = try? await client.delete(
      ShardLeases.resource, leases.memberKey, options: KubernetesClient.DeleteOptions())
  }
}
