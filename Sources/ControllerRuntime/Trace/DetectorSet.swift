import APIMachinery
import Synchronization

/// Reads each record as it is made and reports what no loop should do.
final class DetectorSet: Sendable {
  /// A key that failed so often in a row does not converge.
  ///
  /// Kubernetes: the number of tries after which the Deployment controller gives a key up.
  static let failureLimit = 15

  private let findings: Findings
  private let hotLoops = Mutex(HotLoopDetector())

  init(findings: Findings) {
    self.findings = findings
  }

  func observe(_ record: ReconcileRecord) {
    if let write = record.writes.first(where: \.isNoOp) {
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
