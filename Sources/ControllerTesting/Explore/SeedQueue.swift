import Synchronization

/// Hands out seeds in their order until one has failed.
final class SeedQueue: Sendable {
  private let next: Mutex<UInt64?>
  private let last: UInt64

  init(_ seeds: ClosedRange<UInt64>) {
    next = Mutex(seeds.lowerBound)
    last = seeds.upperBound
  }

  func take() -> UInt64? {
    next.withLock { next in
      guard let seed = next else { return nil }
      next = seed < last ? seed + 1 : nil
      return seed
    }
  }

  func close() { next.withLock { $0 = nil } }
}
