/// A queue in one array: elements leave at the front, and the room in front is reclaimed when it is half of all.
struct FIFO<Element> {
  private var elements: [Element?] = []
  private var head = 0

  var isEmpty: Bool { head == elements.count }
  var count: Int { elements.count - head }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func popFirst() -> Element? {
    // Most queues are of one element, if of any.
    if elements.count == 1 { return elements.removeLast() }
    guard head < elements.count else { return nil }
    let element = elements[head]
    elements[head] = nil
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head * 2 > elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  mutating func removeFirst(where matches: (Element) -> Bool) -> Element? {
    for position in head..<elements.count {
      if let element = elements[position], matches(element) {
        if position == head { return popFirst() }
        elements.remove(at: position)
        return element
      }
    }
    return nil
  }
}

extension FIFO: Sendable where Element: Sendable {}
