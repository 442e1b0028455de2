public import APICore
public import APIMachinery
public import ControllerRuntime
internal import EKSAPI
internal import KubernetesAPI
internal import KubernetesClient
public import ObjectStore
internal import VPCAddressing

/// Store, API, loops and cloud model wired into one running cluster.
///
///     let store = try await ObjectStore(backend: MemoryBackend())
///     let plane = ControlPlane(store: store, world: world)
///     try await plane.run()
///
/// Under the simulation executor this is the same code as under the server.
public final class ControlPlane: Sendable {
  public let service: APIService
  /// The loops' manager: their trace, their metrics, their health.
  public let manager: Manager
  /// As whom the loops ask the API.
  public static let loopsUser = UserInfo.controller("swiftlet")
  private let options: ControlPlaneOptions
  /// The built-in kinds, the same for all control planes of the process.
  private static let kinds = ServedKinds(SchemaCatalog.all.kinds)

  /// - Parameters:
  ///   - trace: Where the loops' reconciles are noted; a trace of the control plane's own if not said.
  ///   - gate: What every reconcile has to pass; open for all if not said.
  public init(
    store: ObjectStore, world: World, options: ControlPlaneOptions = ControlPlaneOptions(),
    trace: Trace? = nil, gate: ReconcileGate? = nil
  ) {
    self.options = options
    service = APIService(
      store: store, serving: Self.kinds, world: world,
      options: APIServiceOptions(
        isInstanceType: { InstanceTypeTable[$0] != nil },
        requiresServiceAccounts: options.requiresServiceAccounts, authorizer: options.authorizer))
    let client = service.client(as: Self.loopsUser, fieldManager: "swiftlet")
    manager = Manager(
      client: client, world: world,
      options: ManagerOptions(
        traceCapacity: options.traceCapacity, writesEvents: options.writesEvents, gate: gate),
      trace: trace)
    if options.runsLoops {
      for controller in BuiltInLoops(client: client, world: world, options: options).controllers
      where options.loops.includes(controller.name) {
        manager.add(controller)
      }
    }
  }

  /// Creates what every cluster has from the start, where it is missing.
  public func prepare() async throws {
    let client = service.client(as: .controller("bootstrap"), fieldManager: "swiftlet")
    try await SystemObjects(client: client, endpoint: options.endpoint).create()
  }

  /// Runs the loops until the task is cancelled.
  public func run() async throws {
    try await prepare()
    try await manager.run()
  }
}
