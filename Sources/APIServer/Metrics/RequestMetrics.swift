internal import Synchronization

/// Counts the requests of one event loop's connections.
///
/// The loop is the only writer, so the lock is free but for the moment of a scrape.
final class RequestMetrics: Sendable {
  /// The labels of `apiserver_request_total`, but for the code.
  struct Labels: Hashable, Sendable {
    var verb: String
    var group: String
    var version: String
    var resource: String
    var subresource: String
    var scope: String
  }

  struct Series: Sendable {
    var codes: [Int: Int] = [:]
    var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count + 1)
    var sumNanoseconds: Int64 = 0
    var count = 0
  }

  /// Kubernetes: `apiserver_request_duration_seconds`, a part of its buckets.
  static let bounds: [(label: String, nanoseconds: Int64)] = [
    ("0.005", 5_000_000), ("0.025", 25_000_000), ("0.05", 50_000_000), ("0.1", 100_000_000),
    ("0.2", 200_000_000), ("0.4", 400_000_000), ("0.6", 600_000_000), ("0.8", 800_000_000),
    ("1", 1_000_000_000), ("1.5", 1_500_000_000), ("2", 2_000_000_000), ("5", 5_000_000_000),
    ("10", 10_000_000_000), ("30", 30_000_000_000), ("60", 60_000_000_000),
  ]

  private let series = Mutex<[Labels: Series]>([:])

  func record(_ labels: Labels, code: Int, nanoseconds: Int64) {
    series.withLock { series in
      series[labels, default: Series()].add(code: code, nanoseconds: nanoseconds)
    }
  }

  var snapshot: [Labels: Series] { series.withLock { $0 } }
}

extension RequestMetrics.Series {
  fileprivate mutating func add(code: Int, nanoseconds: Int64) {
    codes[code, default: 0] += 1
    count += 1
    sumNanoseconds += nanoseconds
    let bucket = RequestMetrics.bounds.firstIndex { nanoseconds <= $0.nanoseconds }
    buckets[bucket ?? RequestMetrics.bounds.count] += 1
  }

  mutating func merge(_ other: Self) {
    for (code, count) in other.codes { codes[code, default: 0] += count }
    for index in buckets.indices { buckets[index] += other.buckets[index] }
    sumNanoseconds += other.sumNanoseconds
    count += other.count
  }
}
