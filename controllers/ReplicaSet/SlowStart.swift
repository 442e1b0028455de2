/// The sizes of the batches in which many objects are made: 1, 2, 4, 8, ... so that a mistake in the template
/// costs one rejected request, not five hundred.
///
/// Kubernetes: `pkg/controller/replicaset/replica_set.go`, `slowStartBatch`.
struct SlowStart: Sequence, IteratorProtocol, Sendable {
  private var remaining: Int
  private var size: Int

  init(count: Int, initialBatch: Int = 1) {
    remaining = count
    size = initialBatch
  }

  mutating func next() -> Int? {
    guard remaining > 0 else { return nil }
    let batch = Swift.min(size, remaining)
    remaining -= batch
    size *= 2
    return batch
  }
}
