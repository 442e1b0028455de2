/// How many observations were no longer than each bound, and their sum.
public struct Histogram: Sendable, Hashable {
  /// The upper bounds of the buckets in seconds; the last bucket has none.
  public let bounds: [Double]
  public private(set) var counts: [UInt64]
  public private(set) var sum = 0.0

  init(bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  public var count: UInt64 { counts.reduce(0, +) }

  mutating func observe(_ seconds: Double) {
    counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
    sum += seconds
  }

  /// Kubernetes: controller-runtime's buckets of `controller_runtime_reconcile_time_seconds`.
  static let reconcileBounds: [Double] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25,
    1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60,
  ]

  /// Kubernetes: client-go's buckets of `workqueue_queue_duration_seconds`.
  static let queueBounds: [Double] = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1000]
}

extension Duration {
  /// The length as figures give it.
  var seconds: Double {
    // Taking a duration apart divides 128 bits, and of those in virtual time most are zero.
    guard self != .zero else { return 0 }
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
