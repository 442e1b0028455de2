public import ControllerRuntime
public import ServiceLifecycle

/// A manager as a service of a `ServiceGroup`: a graceful shutdown of the group is one of the manager.
///
/// ```swift
/// let group = ServiceGroup(
///   services: [ManagerService(manager)], gracefulShutdownSignals: [.sigterm], logger: logger)
/// try await group.run()
/// ```
public struct ManagerService: Service {
  private let manager: Manager

  public init(_ manager: Manager) {
    self.manager = manager
  }

  public func run() async throws {
    try await withGracefulShutdownHandler {
      try await manager.run()
    } onGracefulShutdown: {
      manager.shutDown()
    }
  }
}
