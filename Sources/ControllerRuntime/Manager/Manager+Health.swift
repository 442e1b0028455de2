import Synchronization

extension Manager {
  /// Whether the manager does its work.
  public var health: Health {
    let controllers = state.withLock { $0.controllers }
    return Health(
      isLeader: elected.isOpen,
      waitingForCaches: controllers.filter { !$0.isSynced }.map(\.controller.name),
      cacheTroubles: environment.informers.all.filter(\.isInTrouble).map(\.waitingFor))
  }

  public struct Health: Sendable, Hashable {
    /// Whether the controllers may work: always, without leader election.
    public let isLeader: Bool
    /// The controllers whose caches are not filled yet.
    public let waitingForCaches: [String]
    /// What is waited for, by whom, and why it does not come: a sentence for each cache that was
    /// asked for in vain.
    public let cacheTroubles: [String]

    /// Whether all caches are filled: what `/readyz` answers.
    public var isReady: Bool { waitingForCaches.isEmpty }
  }

  /// Adds a check to what `/healthz` asks: whether the process should be started anew.
  ///
  /// Kubernetes: controller-runtime `Manager.AddHealthzCheck`.
  public func addHealthCheck(_ name: String, _ check: @escaping @Sendable () throws -> Void) {
    state.withLock { $0.healthChecks.append(HealthCheck(name: name, check: check)) }
  }

  /// Adds a check to what `/readyz` asks: whether the process does its work.
  ///
  /// Kubernetes: controller-runtime `Manager.AddReadyzCheck`.
  public func addReadyCheck(_ name: String, _ check: @escaping @Sendable () throws -> Void) {
    state.withLock { $0.readyChecks.append(HealthCheck(name: name, check: check)) }
  }

  /// What `/healthz` answers: that the process answers at all, and the checks that were added.
  public var liveness: HealthReport {
    let checks = state.withLock { $0.healthChecks }
    return HealthReport(name: "healthz", [HealthCheck(name: "ping") {}] + checks)
  }

  /// What `/readyz` answers: that the caches are filled, and the checks that were added. A process that waits for its
  /// election is ready, else a roll-out of several replicas would not come to an end.
  public var readiness: HealthReport {
    let checks = state.withLock { $0.readyChecks }
    let health = health
    let waiting = options.standby == .cold && !elected.isOpen ? [] : health.waitingForCaches
    let caches = HealthCheck(name: "informer-sync") {
      guard waiting.isEmpty else {
        let why = health.cacheTroubles.isEmpty ? "" : ": " + health.cacheTroubles.joined(separator: "; ")
        throw CheckFailure(
          description: "waiting for the caches of \(waiting.joined(separator: ", "))\(why)")
      }
    }
    return HealthReport(name: "readyz", [HealthCheck(name: "ping") {}, caches] + checks)
  }
}

/// A question about the health of a process, by its name.
struct HealthCheck: Sendable {
  let name: String
  let check: @Sendable () throws -> Void
}

private struct CheckFailure: Error, CustomStringConvertible {
  let description: String
}

/// The outcome of the checks of one path.
///
/// Kubernetes: `apiserver/pkg/server/healthz`, controller-runtime `pkg/healthz`.
public struct HealthReport: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public let check: String
    /// Why the check failed; `nil` when it did not.
    public let failure: String?
  }

  /// `healthz` or `readyz`.
  public let name: String
  public let lines: [Line]

  init(name: String, _ checks: [HealthCheck]) {
    self.name = name
    lines = checks.map { check in
      do {
        try check.check()
        return Line(check: check.name, failure: nil)
      } catch {
        return Line(check: check.name, failure: String(describing: error))
      }
    }
  }

  public var isHealthy: Bool { lines.allSatisfy { $0.failure == nil } }

  /// The report of one check; `nil` when there is none of that name.
  public func only(_ check: String) -> HealthReport? {
    let lines = lines.filter { $0.check == check }
    return lines.isEmpty ? nil : HealthReport(name: name, lines: lines)
  }

  private init(name: String, lines: [Line]) {
    self.name = name
    self.lines = lines
  }

  /// `[+]ping ok`, a line for each check, and the sum.
  public var text: String {
    let all = lines.map { line in
      line.failure.map { "[-]\(line.check) failed: \($0)\n" } ?? "[+]\(line.check) ok\n"
    }
    return all.joined() + "\(name) check \(isHealthy ? "passed" : "failed")\n"
  }
}
