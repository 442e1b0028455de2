public import ObjectStore

/// What every backend must do, and what a store on it must do.
///
///     try await StoreConformance.run(on: MyBackendFactory())
///
/// It leans on no test framework. To see each check by name, run `checks` one by one.
public enum StoreConformance {
  /// One check. It throws what is wrong.
  public struct Check: Sendable, CustomStringConvertible {
    public let name: String
    let body: @Sendable (any BackendFactory) async throws -> Void

    public func run(on factory: any BackendFactory) async throws { try await body(factory) }
    public var description: String { name }
  }

  public static let checks: [Check] = logChecks + commitChecks + restartChecks + modelChecks

  /// Runs all checks and stops at the first that fails.
  public static func run(on factory: any BackendFactory) async throws {
    for check in checks {
      do {
        try await check.run(on: factory)
      } catch {
        throw ConformanceFailure(description: "\(check.name): \(error)")
      }
    }
  }
}

/// Makes the backends that are checked.
public protocol BackendFactory: Sendable {
  /// A backend on the data of this name: empty at first; the same data when the name is given again, which
  /// happens only after the one before was closed.
  func backend(_ name: String) throws -> any StoreBackend
}

extension BackendFactory {
  func store(_ name: String, _ options: StoreOptions = StoreOptions()) async throws -> ObjectStore {
    try await ObjectStore(backend: backend(name), options: options)
  }
}
