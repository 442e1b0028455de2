/// A growing stack whose upper part can be moved out as an array, without a copy of reference counts.
///
/// The parser collects the members of all open objects on one such stack, and so allocates every array once, at
/// its final size.
struct UnsafeStack<Element>: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inline(__always)
  mutating func append(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// The element at `index`, counted from the bottom.
  subscript(index: Int) -> Element {
    @inline(__always) get { base[index] }
    @inline(__always) set { base[index] = newValue }
  }

  /// Moves all elements from `start` up into an array of exactly that size.
  @inline(__always)
  mutating func popArray(from start: Int) -> [Element] {
    let length = count - start
    if length == 0 { return [] }
    let source = base + start
    count = start
    return Array(unsafeUninitializedCapacity: length) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: source, count: length)
      initialized = length
    }
  }

  /// Drops all elements from `start` up.
  @inline(__always)
  mutating func truncate(to start: Int) {
    (base + start).deinitialize(count: count - start)
    count = start
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
