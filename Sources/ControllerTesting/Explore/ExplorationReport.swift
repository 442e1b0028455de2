import Synchronization

/// What an exploration went through without finding anything.
public struct ExplorationReport: Hashable, Sendable {
  /// How many runs there were, those without faults not counted.
  public var runs = 0
  /// How many faults happened in them.
  public var faults = 0
  /// How many single faults there are to be chosen from.
  public var places = 0
  /// How many writes and events the controllers under test had in a run without faults.
  public var writes = 0
  public var events = 0
}

extension ExplorationReport: CustomStringConvertible {
  public var description: String {
    "\(runs) runs with \(faults) faults out of \(places) places (\(writes) writes, \(events) events)"
  }
}

/// Counts runs.
final class Tally: Sendable {
  private let report: Mutex<ExplorationReport>

  init(_ reference: Reference, _ planner: FaultPlanner) {
    var report = ExplorationReport()
    report.places = planner.candidates.count
    report.writes = reference.profile.writes.count
    report.events = reference.profile.events.count
    self.report = Mutex(report)
  }

  var total: ExplorationReport { report.withLock { $0 } }

  func add(_ result: RunResult) {
    report.withLock { report in
      report.runs += 1
      report.faults += result.fired.count
    }
  }
}
