import APIMachinery
import ControllerRuntime

/// Which loop wrote what, how often: what the trace kept since the census began.
struct WriteCensus {
  private let trace: Trace
  private let start: UInt64

  init(_ trace: Trace) {
    self.trace = trace
    start = trace.count
  }

  func print(pods: Int) {
    let records = trace.records(from: start)
    var writes: [String: Int] = [:]
    var reconciles: [String: Int] = [:]
    var idle: [String: Int] = [:]
    for record in records {
      reconciles[record.controller, default: 0] += 1
      if record.writes.isEmpty { idle[record.controller, default: 0] += 1 }
      for write in record.writes {
        let path = write.subresource.map { "\(write.resource.resource)/\($0)" } ?? write.resource.resource
        let end = write.error.map { " \($0.code)" } ?? (write.isNoOp ? " no-op" : "")
        writes["\(record.controller) \(write.verb.rawValue) \(path)\(end)", default: 0] += 1
      }
    }
    Swift.print("  \(trace.count - start) reconciles, \(records.count) of them kept; of those, per pod:")
    for (name, count) in reconciles.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
      Swift.print("  reconciles \(name): \(count) (\(Figures.rounded(Double(count) / Double(pods))))")
    }
    for (name, count) in idle.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
      Swift.print(
        "  of these without a write, \(name): \(count) (\(Figures.rounded(Double(count) / Double(pods))))")
    }
    for (name, count) in writes.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
      Swift.print("  \(name): \(count) (\(Figures.rounded(Double(count) / Double(pods))))")
    }
  }
}
