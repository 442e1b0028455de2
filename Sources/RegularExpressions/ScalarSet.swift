/// A set of code points, as a class of a regular expression names it.
struct ScalarSet: Sendable {
  enum Item: Sendable {
    case range(UInt32, UInt32)
    /// Code points of these general categories, a bit each.
    case categories(UInt32)
    case notCategories(UInt32)
    case not([ClosedRange<UInt32>])
  }

  private(set) var items: [Item] = []
  private(set) var isNegated = false
  private var foldsCase = false
  /// The ASCII members, worked out beforehand.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  init(_ items: [Item], isNegated: Bool = false, foldsCase: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    self.foldsCase = foldsCase
    for value in UInt32(0)..<128 where isMember(value) {
      if value < 64 { ascii.low |= 1 << UInt64(value) } else { ascii.high |= 1 << UInt64(value - 64) }
    }
  }

  /// - Complexity: O(1) for ASCII.
  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return ascii.low >> UInt64(value) & 1 != 0 }
    if value < 128 { return ascii.high >> UInt64(value - 64) & 1 != 0 }
    return isMember(value)
  }

  private func isMember(_ value: UInt32) -> Bool {
    var found = isListed(value)
    if !found, foldsCase, let scalar = Unicode.Scalar(value) {
      let mappings = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
      found = mappings.contains { text in
        guard let other = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
        return isListed(other.value)
      }
    }
    return found != isNegated
  }

  private func isListed(_ value: UInt32) -> Bool {
    for item in items {
      switch item {
      case .range(let low, let high): if value >= low, value <= high { return true }
      case .categories(let mask): if ScalarCategory.mask(of: value) & mask != 0 { return true }
      case .notCategories(let mask): if ScalarCategory.mask(of: value) & mask == 0 { return true }
      case .not(let ranges): if !ranges.contains(where: { $0.contains(value) }) { return true }
      }
    }
    return false
  }
}
