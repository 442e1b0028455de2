import Synchronization

/// The memory that texts are written into, lent from a few blocks that are used again and again.
///
/// A text of some kilobytes is too long for an allocator's fast lists: getting and giving back such a block costs as
/// much as writing the text.
struct JSONBuffer: ~Copyable {
  /// Unchecked: whoever holds it is its only user.
  private struct Block: @unchecked Sendable {
    var base: UnsafeMutablePointer<UInt8>
    var capacity: Int
  }

  private static let usualCapacity = 16 << 10
  /// Larger blocks, and more of them, are given back.
  private static let keptCapacity = 256 << 10
  private static let keptBlocks = 8
  private static let spare = Mutex<[Block]>([])

  private var block: Block
  var base: UnsafeMutablePointer<UInt8> { block.base }
  var capacity: Int { block.capacity }

  init() {
    let lent = Self.spare.withLock { $0.popLast() }
    block = lent ?? Block(base: .allocate(capacity: Self.usualCapacity), capacity: Self.usualCapacity)
  }

  deinit {
    let block = block
    let isKept =
      block.capacity <= Self.keptCapacity
      && Self.spare.withLock { spare in
        guard spare.count < Self.keptBlocks else { return false }
        spare.append(block)
        return true
      }
    if !isKept { block.base.deallocate() }
  }

  /// Makes room for at least `capacity` bytes, of which the first `count` are kept.
  mutating func grow(to capacity: Int, keeping count: Int) {
    let capacity = max(block.capacity * 2, capacity)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: block.base, count: count)
    block.base.deallocate()
    block = Block(base: larger, capacity: capacity)
  }
}
