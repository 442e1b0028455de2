public import APIMachinery
import ControlPlane
import ControllerRuntime
import Simulation

extension SimulatedCluster {
  /// Lets time pass, and everything happen that happens until then.
  public func advance(by duration: Duration) async throws {
    try await simulation.advance(by: duration)
  }

  /// Lets time pass until the loops are at rest: for `quiet` none of them wrote anything but heartbeats (leases)
  /// and events, and none is in the middle of a look.
  ///
  /// What a loop does later than that, because a long time-out ends, is not waited for: advance the clock to see
  /// it.
  ///
  /// - Throws: ``ExpectationFailure`` when they do not come to rest within `limit`.
  public func settle(quiet: Duration = .seconds(60), within limit: Duration = .seconds(3600)) async throws {
    let deadline = now + limit
    var position = trace.count
    var lastWrite = now
    await simulation.idle()
    while now - lastWrite < quiet {
      guard now < deadline else { throw failure("the loops did not come to rest within \(limit)") }
      try await advance(by: .seconds(1))
      let records = trace.records(from: position)
      let isComplete = UInt64(records.count) == trace.count - position
      position = trace.count
      if !isComplete || !trace.ongoing.isEmpty || records.contains(where: Self.isChange) { lastWrite = now }
    }
  }

  /// For how long the key that waits longest to be tried again after a failure still waits, by the clock of its process.
  var longestBackOff: Duration? {
    let ends = [
      (plane.manager.lastBackOff, now), (process?.manager?.lastBackOff, injector.clock.now()),
    ]
    return ends.compactMap { end, now in end.map { $0 - now } }.max()
  }

  private static func isChange(_ record: ReconcileRecord) -> Bool {
    record.droppedWrites > 0
      || record.writes.contains {
        $0.error == nil && !$0.isNoOp && $0.resource.resource != "leases" && $0.resource.resource != "events"
      }
  }

  /// Lets time pass until `condition` holds.
  ///
  /// - Parameters:
  ///   - what: Named in the failure.
  ///   - step: How often the condition is looked at.
  /// - Throws: ``ExpectationFailure`` when it does not hold within `limit`, and what `condition` throws. A missing
  ///   object is not an error: the condition does not hold yet.
  public func eventually(
    _ what: String = "the condition", within limit: Duration = .seconds(600), step: Duration = .seconds(1),
    _ condition: () async throws -> Bool
  ) async throws {
    let deadline = now + limit
    await simulation.idle()
    while try await !holds(condition) {
      guard now < deadline else { throw failure("\(what) did not hold within \(limit)") }
      try await advance(by: min(step, deadline - now))
    }
  }

  /// Lets time pass and makes sure that `condition` holds all the while.
  ///
  /// - Throws: ``ExpectationFailure`` when it does not, and what `condition` throws.
  public func always(
    _ what: String = "the condition", for duration: Duration, step: Duration = .seconds(1),
    _ condition: () async throws -> Bool
  ) async throws {
    let deadline = now + duration
    await simulation.idle()
    while true {
      guard try await holds(condition) else { throw failure("\(what) did not hold any more") }
      guard now < deadline else { return }
      try await advance(by: min(step, deadline - now))
    }
  }

  /// Lets time pass and makes sure that `condition` never holds.
  public func never(
    _ what: String = "the condition", for duration: Duration, step: Duration = .seconds(1),
    _ condition: () async throws -> Bool
  ) async throws {
    try await always("the absence of \(what)", for: duration, step: step) { try await !condition() }
  }

  private func holds(_ condition: () async throws -> Bool) async throws -> Bool {
    do {
      return try await condition()
    } catch let error as StatusError where error.isNotFound {
      return false
    }
  }

  private func failure(_ message: String) -> ExpectationFailure {
    ExpectationFailure(
      message: message, seed: seed, time: now, lastReconciles: trace.records.suffix(10).map(\.description),
      findings: trace.findings.all.map(\.description), troubles: troubles)
  }

  /// The controllers that fail or hang, by name and key.
  private var troubles: [String] {
    var last: [String: ReconcileRecord] = [:]
    for record in trace.records { last["\(record.controller) \(record.key)"] = record }
    let failing = last.values.sorted { $0.sequence < $1.sequence }.compactMap { record -> String? in
      let name = "controller \"\(record.controller)\" at \(record.key)"
      switch record.outcome {
      case .failed(let error):
        return "\(name) has failed \(record.failures + 1) times in a row, at last with: \(error)"
      case .terminal(let error): return "\(name) has given up: \(error)"
      case .action, .cancelled: return nil
      }
    }
    let managers = [plane.manager] + (process?.manager.map { [$0] } ?? [])
    return managers.flatMap(\.health.cacheTroubles) + failing
      + trace.ongoing.map { "\($0) has not come to an end for \(now - $0.startedAt)" }
  }
}

/// A cluster did not do what a test expects of it.
public struct ExpectationFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  /// Gives the same run again.
  public let seed: UInt64
  public let time: Timestamp
  /// What the loops did last, oldest first.
  public let lastReconciles: [String]
  /// What the detectors found.
  public let findings: [String]
  /// Who fails, and who has begun a look and not ended it: controller, key, and error or time.
  public let troubles: [String]
  /// How the objects are, beside how they should be or were.
  public internal(set) var objects: [String] = []

  public var description: String {
    var lines = ["\(message) (at \(time.rfc3339), seed \(seed))"] + objects.map { "  \($0)" }
    lines += troubles
    if !findings.isEmpty { lines += ["findings:"] + findings.map { "  \($0)" } }
    if !lastReconciles.isEmpty { lines += ["the last reconciles:"] + lastReconciles.map { "  \($0)" } }
    return lines.joined(separator: "\n")
  }

  func showing(_ objects: [String]) -> ExpectationFailure {
    var failure = self
    failure.objects = objects
    return failure
  }
}
