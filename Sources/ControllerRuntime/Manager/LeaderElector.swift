public import APIMachinery
import KubernetesClient

/// Which lease decides who leads, and how fast.
///
/// Kubernetes: client-go `tools/leaderelection`, with its times: a lease holds for 15 s, its holder gives up when it
/// could not renew it for 10 s, and everybody tries every 2 s.
public struct LeaderElection: Sendable, Hashable {
  /// The Lease.
  public var lease: ObjectKey
  /// Who this process is; unique among those who compete.
  public var identity: String
  public var leaseDuration: Duration
  public var renewDeadline: Duration
  public var retryPeriod: Duration

  public init(
    lease: ObjectKey, identity: String, leaseDuration: Duration = .seconds(15),
    renewDeadline: Duration = .seconds(10), retryPeriod: Duration = .seconds(2)
  ) {
    self.lease = lease
    self.identity = identity
    self.leaseDuration = leaseDuration
    self.renewDeadline = renewDeadline
    self.retryPeriod = retryPeriod
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

  private static let leases = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")

  /// Whose lease was seen last, and when: a lease is void when it did not change for its duration, on this
  /// process' own clock.
  private struct Observation {
    var resourceVersion = ""
    var time = Timestamp(nanosecondsSince1970: .min)
  }

  /// Waits for the lease, calls `onElected`, and keeps the lease until the task is cancelled; gives it up then.
  func run(_ onElected: () -> Void) async throws {
    var observation = Observation()
    while await !tryToLead(&observation) {
      guard (try? await world.time.sleep(for: jittered(election.retryPeriod))) != nil else { return }
    }
    onElected()
    var renewed = world.time.now()
    while (try? await world.time.sleep(for: election.retryPeriod)) != nil {
      if await tryToLead(&observation) {
        renewed = world.time.now()
      } else if world.time.now() - renewed >= election.renewDeadline {
        throw LeadershipLost(identity: election.identity, lease: election.lease)
      }
    }
    await release()
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
        observation = Observation(resourceVersion: lease.resourceVersion, time: now)
      }
      let holder = lease.fields["spec"]?["holderIdentity"]?.stringValue ?? ""
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
      return error.isNotFound ? await create(&observation) : false
    }
  }

  private func duration(of lease: DynamicObject) -> Duration {
    lease.fields["spec"]?["leaseDurationSeconds"]?.intValue.map { .seconds($0) } ?? election.leaseDuration
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
    guard
      let created = try? await client.create(
        Self.leases, election.lease, subresource: nil, object: lease, options: WriteOptions())
    else { return false }
    observation = Observation(resourceVersion: created.resourceVersion, time: now)
    return true
  }

  private func take(_ lease: inout DynamicObject, from holder: String?, at now: Timestamp) {
    var spec = lease.fields["spec"]?.objectValue ?? JSONObject()
    if holder != election.identity {
      let transitions = spec["leaseTransitions"]?.intValue ?? 0
      spec["acquireTime"] = MicroTime(now).json
      spec["leaseTransitions"] = .int(holder == nil ? 0 : transitions + 1)
    }
    spec["holderIdentity"] = .string(election.identity)
    spec["leaseDurationSeconds"] = .int(election.leaseDuration.components.seconds)
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
