public import APIMachinery

/// What every clock that a world is given must do: the real one, the virtual one of the simulation, one that can be
/// stopped, and any other.
///
///     try await ClockConformance.run(on: time)
///
/// It leans on no test framework. To see each check by name, run `checks` one by one. A clock in virtual time is checked
/// inside of its simulation. On a real clock the checks take a fraction of a second.
public enum ClockConformance {
  /// What a clock promises beside what every clock must.
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Time stands still as long as anything can run: sleepers wake at their deadlines exactly.
    public static let virtual = Traits(rawValue: 1 << 0)
  }

  /// One check. It throws what is wrong.
  public struct Check: Sendable, CustomStringConvertible {
    public let name: String
    /// What a clock must promise to be checked so.
    public let traits: Traits
    let body: @Sendable (any TimeSource) async throws -> Void

    init(
      _ name: String, for traits: Traits = [],
      body: @escaping @Sendable (any TimeSource) async throws -> Void
    ) {
      self.name = name
      self.traits = traits
      self.body = body
    }

    public func run(on time: any TimeSource) async throws {
      do {
        try await body(time)
      } catch let failure as ClockFailure {
        throw ClockFailure(description: "\(name): \(failure)")
      }
    }

    public var description: String { name }
  }

  public static let checks: [Check] = nowChecks + sleepChecks + cancellationChecks + virtualChecks

  /// Runs all checks that the clock's promises allow, and stops at the first that fails.
  public static func run(on time: any TimeSource, traits: Traits = []) async throws {
    for check in checks where check.traits.isSubset(of: traits) { try await check.run(on: time) }
  }
}

/// What a clock did wrong.
public struct ClockFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// Fails the check unless the condition holds.
func require(
  _ condition: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String, line: Int = #line
) throws {
  guard try condition() else { throw ClockFailure(description: "\(what()) (line \(line))") }
}
