public import APIMachinery
internal import EKSAPI
public import KubernetesClient
internal import VPCAddressing

/// EC2 in miniature: its state is the `Subnet`, `Instance` and `NetworkInterface` objects of the cluster's own store.
///
/// So `kubectl get` shows it, it survives a restart, and it works the same in the control plane's process and in
/// another one. Each call is a few writes, in an order that makes every prefix of them harmless: an interface's object
/// comes before its addresses and goes before they do, and what a crash left half done is completed by the same call
/// made again. Nothing happens between calls: an instance that is `pending` becomes `running` when someone looks at
/// it after its time has come.
public struct SimulatedEC2: EC2 {
  private(set) var client: any Client
  let world: World
  let ledger: SubnetLedger
  /// How long things take.
  public let latency: CloudLatency
  /// Counts the calls; the copies of one cloud share it.
  private let throttle: RequestThrottle
  /// The account's limit of running instances; `nil` for none.
  public let instanceLimit: Int?

  public init(
    client: any Client, world: World, latency: CloudLatency = CloudLatency(), instanceLimit: Int? = nil
  ) {
    self.client = client
    self.world = world
    self.latency = latency
    self.instanceLimit = instanceLimit
    ledger = SubnetLedger(client: client)
    throttle = RequestThrottle(scale: latency.scale)
  }

  public func calling(through client: any Client) -> any EC2 {
    var cloud = self
    cloud.client = client
    return cloud
  }

  /// Whether calls are counted, so that it has to be known where they go.
  var countsCalls: Bool { throttle.isOn }

  /// Counts a call that is about something in `zone`.
  ///
  /// - Throws: `RequestLimitExceeded`.
  func spend(_ action: EC2Action, in zone: String?, resources: Int = 1) throws(EC2Error) {
    try throttle.spend(
      action, region: NodeName.region(ofZone: zone ?? ""), resources: resources, at: world.time.now())
  }

  func subnet(_ key: ObjectKey) async throws(EC2Error) -> Subnet {
    let found = try await answer { () async throws(StatusError) in try await client.find(Subnet.self, key) }
    guard let found else { throw EC2Error(.subnetNotFound, "The subnet ID '\(key)' does not exist") }
    return found
  }

  /// Runs a call to the store, turning its errors into EC2's.
  func answer<Value>(_ call: () async throws(StatusError) -> Value) async throws(EC2Error) -> Value {
    do {
      return try await call()
    } catch {
      throw EC2Error(error)
    }
  }

  /// Reads an object, changes its status and writes it, again when someone else wrote meanwhile.
  ///
  /// - Parameter change: Changes the object; `false` when there is nothing to write.
  /// - Returns: The object as stored; `nil` when it is gone.
  func change<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, _ change: (inout Kind) throws(EC2Error) -> Bool
  ) async throws(EC2Error) -> Kind? {
    for _ in 0..<16 {
      guard
        var object = try await answer({ () async throws(StatusError) in try await client.find(kind, key) })
      else { return nil }
      guard try change(&object) else { return object }
      do throws(StatusError) {
        return try await client.updateStatus(object)
      } catch {
        if error.isNotFound { return nil }
        if !error.isConflict { throw EC2Error(error) }
      }
    }
    throw EC2Error(.internalError, "\(Kind.definition.kind) \(key) keeps changing")
  }

  /// The time left until `start` plus `duration`, on the scale; `nil` when it has passed.
  func remaining(since start: Timestamp?, of duration: Duration) -> Duration? {
    let left = latency.scaled(duration) - (world.time.now() - (start ?? world.time.now()))
    return left > .zero ? left : nil
  }
}
