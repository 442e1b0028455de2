public import APIMachinery
import KubernetesClient
import Logging

/// Which lease decides who leads, and how fast.
///
/// Kubernetes: client-go `tools/leaderelection`.
public struct LeaderElection: Sendable, Hashable {
  /// The Lease.
  public var lease: ObjectKey
  /// Who this process is; unique among those who compete.
  public var identity: String
  public var times: LeaseTimes

  public init(lease: ObjectKey, identity: String, times: LeaseTimes = LeaseTimes()) {
    self.lease = lease
    self.identity = identity
    self.times = times
  }
}

/// Another process leads now, or may do so: this one must not write any more.
public struct LeadershipLost: Error, Hashable, Sendable, CustomStringConvertible {
  public let identity: String
  public let lease: ObjectKey

  public var description: String { "\(identity) lost the lease \(lease)" }
}

/// Takes a lease, keeps it, and tells when it was lost.
struct LeaderElector: Sendable {
  let election: LeaderElection
  let client: any Client
  let world: World
  var logger = Logger.silent

  private static let leases = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")

  /// Whose lease was seen last, and when: a lease is void when it did not change for its duration, on this
  /// process' own clock.
  private struct Observation {
    var resourceVersion = ""
    var time = Timestamp(nanosecondsSince1970: .min)
    var holder = ""
  }

  /// Waits for the lease, runs `body`, and keeps the lease meanwhile; gives it up when `body` has ended, so that two
  /// processes never work at the same time.
  ///
  /// - Throws: ``LeadershipLost``, when `body` has ended after its cancellation.
  func lead(_ body: @escaping @Sendable () async -> Void) async throws {
    var observation = Observation()
    logger.info("attempting to acquire leader lease", metadata: metadata)
    while await !tryToLead(&observation) {
      guard (try? await world.time.sleep(for: jittered(election.times.retryPeriod))) != nil else { return }
    }
    logger.info("successfully acquired lease", metadata: metadata)
    try await withThrowingTaskGroup(of: Void.self) { [observation] group in
      defer { group.cancelAll() }
      group.addTask { await body() }
      group.addTask { try await keep(observation) }
      try await group.next()
    }
    await release()
  }

  private var metadata: Logger.Metadata {
    ["lease": "\(election.lease)", "identity": "\(election.identity)"]
  }

  /// Renews the lease until the task is cancelled.
  ///
  /// - Throws: ``LeadershipLost`` when it was not renewed in time.
  private func keep(_ observation: Observation) async throws {
    var observation = observation
    var renewed = world.time.now()
    while (try? await world.time.sleep(for: election.times.retryPeriod)) != nil {
      let start = world.time.now()
      if let next = await renewal(observation, before: renewed + election.times.renewDeadline) {
        (observation, renewed) = (next, start)
      } else if !Task.isCancelled, world.time.now() - renewed >= election.times.renewDeadline {
        logger.error("leader election lost", metadata: metadata)
        throw LeadershipLost(identity: election.identity, lease: election.lease)
      }
    }
  }

  /// Tries to renew the lease; `nil` when it was not possible. An API that does not answer is not waited for longer than
  /// until `deadline`: by then another process may have the lease.
  private func renewal(_ observation: Observation, before deadline: Timestamp) async -> Observation? {
    await withTaskGroup(of: Observation?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        var observation = observation
        return await tryToLead(&observation) ? observation : nil
      }
      group.addTask {
        try? await world.time.sleep(until: deadline)
        return nil
      }
      return await group.next() ?? nil
    }
  }

  /// Kubernetes: client-go waits the retry period times 1 to 2.2 while it competes.
  private func jittered(_ period: Duration) -> Duration {
    let extra = period.nanosecondsClamped / 5 * 6
    return period + .nanoseconds(Int64(world.random.next(below: UInt64(max(1, extra)))))
  }

  private func tryToLead(_ observation: inout Observation) async -> Bool {
    do throws(StatusError) {
      var lease = try await client.get(
        Self.leases, election.lease, subresource: nil, options: GetOptions())
      let now = world.time.now()
      if lease.resourceVersion != observation.resourceVersion {
        (observation.resourceVersion, observation.time) = (lease.resourceVersion, now)
      }
      let holder = lease.fields["spec"]?["holderIdentity"]?.stringValue ?? ""
      note(holder, &observation)
      if holder != election.identity, !holder.isEmpty,
        now < observation.time + duration(of: lease)
      {
        return false
      }
      take(&lease, from: holder, at: now)
      observation.resourceVersion =
        try await client.update(
          Self.leases, election.lease, subresource: nil, object: lease, options: WriteOptions()
        ).resourceVersion
      observation.time = now
      return true
    } catch {
      if error.isNotFound { return await create(&observation) }
      report(error)
      return false
    }
  }

  /// Says who leads, once: with another program's lease by mistake, a process would wait in silence.
  private func note(_ holder: String, _ observation: inout Observation) {
    guard holder != observation.holder else { return }
    observation.holder = holder
    guard !holder.isEmpty, holder != election.identity else { return }
    logger.info("new leader elected", metadata: metadata.merging(["leader": "\(holder)"]) { $1 })
  }

  /// That somebody else was faster is no trouble.
  private func report(_ error: StatusError) {
    let isRace = error.isConflict || error.isAlreadyExists
    logger.log(
      level: isRace ? .debug : .warning, "the lease could not be read or written",
      metadata: metadata.merging(["error": "\(error)"]) { $1 })
  }

  private func duration(of lease: DynamicObject) -> Duration {
    lease.fields["spec"]?["leaseDurationSeconds"]?.intValue.map { .seconds($0) } ?? election.times.duration
  }

  private func create(_ observation: inout Observation) async -> Bool {
    var lease = DynamicObject {
      $0.apiVersion = "coordination.k8s.io/v1"
      $0.kind = "Lease"
      $0.metadata.namespace = election.lease.namespace
      $0.metadata.name = election.lease.name
    }
    let now = world.time.now()
    take(&lease, from: nil, at: now)
    do throws(StatusError) {
      let created = try await client.create(
        Self.leases, election.lease, subresource: nil, object: lease, options: WriteOptions())
      observation = Observation(
        resourceVersion: created.resourceVersion, time: now, holder: election.identity)
      return true
    } catch {
      report(error)
      return false
    }
  }

  private func take(_ lease: inout DynamicObject, from holder: String?, at now: Timestamp) {
    var spec = lease.fields["spec"]?.objectValue ?? JSONObject()
    if holder != election.identity {
      let transitions = spec["leaseTransitions"]?.intValue ?? 0
      spec["acquireTime"] = MicroTime(now).json
      spec["leaseTransitions"] = .int(holder == nil ? 0 : transitions + 1)
    }
    spec["holderIdentity"] = .string(election.identity)
    spec["leaseDurationSeconds"] = .int(election.times.duration.components.seconds)
    spec["renewTime"] = MicroTime(now).json
    lease.fields["spec"] = .object(spec)
  }

  /// Lets others have the lease at once. Best effort: without it they wait for its end.
  private func release() async {
    guard
      var lease = try? await client.get(
        Self.leases, election.lease, subresource: nil, options: GetOptions()),
      lease.fields["spec"]?["holderIdentity"]?.stringValue == election.identity
    else { return }
    var spec = lease.fields["spec"]?.objectValue ?? JSONObject()
    spec["holderIdentity"] = ""
    spec["leaseDurationSeconds"] = 1
    spec["renewTime"] = MicroTime(world.time.now()).json
    lease.fields["spec"] = .object(spec)
    _ = try? await client.update(
      Self.leases, election.lease, subresource: nil, object: lease, options: WriteOptions())
  }
}
