import APIMachinery
import Synchronization

/// Reads each record as it is made and reports what no loop should do.
final class DetectorSet: Sendable {
  /// A key that failed so often in a row does not converge.
  ///
  /// Kubernetes: the number of tries after which the Deployment controller gives a key up.
  static let failureLimit = 15

  private let findings: Findings
  private let repeatedApplies = Mutex(RepeatedApplies())
  private let hotLoops = Mutex(HotLoopDetector())

  init(findings: Findings) {
    self.findings = findings
  }

  func observe(_ record: ReconcileRecord) {
    let noOps = record.writes.filter(\.isNoOp)
    if !noOps.isEmpty,
      let write = repeatedApplies.withLock({ repeated in
        noOps.first { $0.verb != .apply || repeated.isRepeated($0, by: record.controller) }
      })
    {
      report(.noOpWrite, record, "\(write)")
    }
    if case .failed(let error) = record.outcome, record.failures + 1 == Self.failureLimit {
      report(.notConverging, record, "failed \(Self.failureLimit) times in a row, at last with: \(error)")
    }
    if let explanation = hotLoops.withLock({ $0.observe(record) }) {
      report(.hotLoop, record, explanation)
    }
  }

  private func report(_ kind: Finding.Kind, _ record: ReconcileRecord, _ explanation: String) {
    findings.add(
      Finding(
        kind: kind, controller: record.controller, key: record.key, explanation: explanation,
        time: record.startedAt))
  }
}

/// Which applies without effect were seen before.
///
/// The first of an object is no flaw: after a start a controller does not remember what the server made of what it applied,
/// and has to say it once more.
private struct RepeatedApplies: Sendable {
  private struct Place: Hashable, Sendable {
    let controller: String
    let resource: GroupVersionResource
    let key: ObjectKey
    let subresource: String?
  }

  private var seen = RecentMap<Place, Bool>(capacity: 4096)

  mutating func isRepeated(_ write: ReconcileRecord.Write, by controller: String) -> Bool {
    let place = Place(
      controller: controller, resource: write.resource, key: write.key, subresource: write.subresource)
    defer { seen[place] = true }
    return seen[place] != nil
  }
}
