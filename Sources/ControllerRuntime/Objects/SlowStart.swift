/// Does a thing many times, at first once, then twice, then four times at a time, and stops after the batch in
/// which something failed: where every try would fail, few are made.
///
/// Kubernetes: `slowStartBatch` of `pkg/controller/replicaset`.
///
/// - Parameters:
///   - count: How many times.
///   - initialBatch: How many in the first batch.
///   - attempt: Does the `index`-th.
/// - Returns: How many tries succeeded, and the first error, in the order of the indexes.
public func slowStart(
  _ count: Int, initialBatch: Int = 1, _ attempt: @escaping @Sendable (_ index: Int) async throws -> Void
) async -> (succeeded: Int, error: (any Error)?) {
  var succeeded = 0
  var next = 0
  var batch = max(1, initialBatch)
  while next < count {
    let end = min(count, next + batch)
    let errors = await all(next..<end, attempt)
    succeeded += end - next - errors.count
    if let first = errors.min(by: { $0.index < $1.index }) { return (succeeded, first.error) }
    next = end
    batch *= 2
  }
  return (succeeded, nil)
}

private func all(
  _ indexes: Range<Int>, _ attempt: @escaping @Sendable (Int) async throws -> Void
) async -> [(index: Int, error: any Error)] {
  await withTaskGroup(of: (index: Int, error: any Error)?.self) { group in
    for index in indexes {
      group.addTask {
        do {
          try await attempt(index)
          return nil
        } catch {
          return (index, error)
        }
      }
    }
    var errors: [(index: Int, error: any Error)] = []
    for await case let error? in group { errors.append(error) }
    return errors
  }
}
