internal import APIMachinery
public import ControllerRuntime
internal import Logging
internal import RemoteClient
public import ServiceLifecycle
internal import UnixSignals

extension ManagerFlags {
  /// Runs controllers against the cluster that the options name, until SIGTERM or SIGINT.
  ///
  /// - Parameters:
  ///   - name: The name of the program: see ``ControllerProgram/name``.
  ///   - controllers: What is run.
  ///   - services: What runs beside them: it begins before them and ends after them.
  ///   - configure: Changes what the options do not say.
  /// - Throws: `KubeConfigError` when there is no cluster to talk to; `RegistrationError` when the controllers or the
  ///   options cannot work; `CachesNotFilled` when a watched kind cannot be listed within two minutes; `LeadershipLost`
  ///   when another process has taken over; what a service throws; what the sockets of the metrics and the probes throw.
  public func run(
    _ name: String, controllers: [Controller], services: [any Service] = [],
    configure: (inout ManagerOptions) -> Void = { _ in }
  ) async throws {
    let logger = logger(name)
    let configuration = try configuration(name)
    let client = try RemoteClient(configuration) { logger.warning("\($0)") }
    var options = managerOptions(name, configuration, logger)
    configure(&options)
    let manager = Manager(client: client, world: .system(), options: options)
    for controller in controllers { manager.add(controller) }
    do { try manager.check() } catch {
      await client.shutdown()
      throw error
    }
    logger.info("Starting", metadata: ["program": "\(name)", "server": "\(configuration.server)"])
    do {
      try await group(manager, services, client, logger).run()
    } catch {
      logger.error("The program ends", metadata: ["error": "\(error)"])
      await client.shutdown()
      throw error
    }
    await client.shutdown()
  }

  private func managerOptions(
    _ name: String, _ configuration: ClientConfiguration, _ logger: Logger
  ) -> ManagerOptions {
    let lease = ObjectKey(
      namespace: leaderElectionNamespace ?? configuration.namespace, name: leaderElectionID ?? name)
    let identity = ProcessIdentity.unique()
    let election = LeaderElection(lease: lease, identity: identity)
    let ring = ObjectKey(namespace: lease.namespace, name: "\(lease.name)-shards")
    return ManagerOptions(
      namespace: namespace, watchTimeout: .seconds(300), leaderElection: leaderElect ? election : nil,
      sharding: shard ? Sharding(lease: ring, identity: identity) : nil, cacheSyncTimeout: .seconds(120),
      gracefulShutdownTimeout: .seconds(gracefulShutdownTimeout), logger: logger)
  }

  /// The manager ends first, the probes answer until it has.
  private func group(
    _ manager: Manager, _ others: [any Service], _ client: RemoteClient, _ logger: Logger
  ) throws -> ServiceGroup {
    let pages = ManagerPages(manager: manager, more: [client.metricsText, ProcessMetrics.text])
    var services: [any Service] = []
    for service in try ProbeServer.services(
      metrics: metricsBindAddress, probes: healthProbeBindAddress, pages: pages, logger: logger)
    {
      services.append(service)
    }
    services += others
    services.append(ManagerService(manager))
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    var configuration = ServiceGroupConfiguration(
      services: services.map {
        .init(
          service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
          failureTerminationBehavior: .gracefullyShutdownGroup)
      }, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    configuration.maximumGracefulShutdownDuration = .seconds(gracefulShutdownTimeout + 10)
    return ServiceGroup(configuration: configuration)
  }

  private func logger(_ name: String) -> Logger {
    let format = logFormat
    var logger = Logger(label: name) { LineLogHandler(label: $0, format: format) }
    logger.logLevel = Logger.Level(rawValue: logLevel.rawValue) ?? .info
    return logger
  }
}
