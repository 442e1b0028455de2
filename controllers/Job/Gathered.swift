import Synchronization

/// What tasks that run side by side have made, in the order of their indexes.
final class Gathered<Element: Sendable>: Sendable {
  private let elements = Mutex<[(index: Int, element: Element)]>([])

  func add(_ element: Element, at index: Int) {
    elements.withLock { $0.append((index, element)) }
  }

  var inOrder: [Element] { elements.withLock { $0 }.sorted { $0.index < $1.index }.map(\.element) }
}
