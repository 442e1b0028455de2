public import KubernetesClient

/// What every door to the API must do, in the same words: the client in the process, the one over HTTPS, and any
/// other.
///
///     try await ClientConformance.run(on: client)
///
/// It leans on no test framework. To see each check by name, run `checks` one by one. Each check works in a
/// namespace of its own, so one server serves them all.
public enum ClientConformance {
  /// One check. It throws what is wrong.
  public struct Check: Sendable, CustomStringConvertible {
    public let name: String
    let body: @Sendable (CheckContext) async throws -> Void

    init(_ name: String, body: @escaping @Sendable (CheckContext) async throws -> Void) {
      self.name = name
      self.body = body
    }

    /// Runs the check in a namespace that is made from its name.
    public func run(on client: any Client) async throws {
      let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
      let namespace = String(words.joined(separator: "-").prefix(63))
      let context = CheckContext(client: client, namespace: namespace)
      try await context.prepare()
      try await body(context)
    }

    public var description: String { name }
  }

  public static let checks: [Check] =
    objectChecks + writeChecks + patchChecks + applyChecks + listChecks + watchChecks + deleteChecks
    + subresourceChecks + refusalChecks

  /// Runs all checks and stops at the first that fails.
  public static func run(on client: any Client) async throws {
    for check in checks {
      do { try await check.run(on: client) } catch {
        throw ConformanceFailure(description: "\(check.name): \(error)")
      }
    }
  }
}
