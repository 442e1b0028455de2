/// The names of the resources, numbered in the order in which they were first named.
///
/// Every request looks one up, so they stand in a table of their own: one hash of eight bytes a step, and most often one
/// comparison.
struct ResourceNames: Sendable {
  private var names: [String] = []
  /// The numbers, each at the hash of its name or behind it; -1 where there is none. At least half of them are free.
  private var slots = [Int](repeating: -1, count: 256)

  /// The number of a name; nil if it has none.
  func number(of name: String) -> Int? {
    let number = slots[slot(of: name)]
    return number < 0 ? nil : number
  }

  /// Gives a new name the next number.
  mutating func add(_ name: String) {
    names.append(name)
    if names.count * 2 > slots.count { return grow() }
    slots[slot(of: name)] = names.count - 1
  }

  /// The slot of a name, or the free one where it would go.
  private func slot(of name: String) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: name.mixed(into: 0)) & mask
    while slots[slot] >= 0, !names[slots[slot]].isBytewiseEqual(to: name) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (number, name) in names.enumerated() { slots[slot(of: name)] = number }
  }
}
