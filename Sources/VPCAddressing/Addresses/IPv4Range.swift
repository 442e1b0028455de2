/// An unbroken run of IPv4 addresses, both ends included.
public struct IPv4Range: Hashable, Sendable {
  public let first: IPv4Address
  public let last: IPv4Address

  /// - Precondition: `first` is not above `last`.
  public init(_ first: IPv4Address, _ last: IPv4Address) {
    precondition(first <= last, "a range runs from its lower to its upper end")
    self.first = first
    self.last = last
  }

  /// The range of one address.
  public init(_ address: IPv4Address) { self.init(address, address) }

  /// Reads `10.0.0.4`, `10.0.0.4-10.0.0.13` or `10.0.0.16/28`.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    if text.utf8.contains(UInt8(ascii: "/")) {
      self = try IPv4CIDR(text).range
      return
    }
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let first = try IPv4Address(ends[0])
    let last = ends.count == 2 ? try IPv4Address(ends[1]) : first
    guard first <= last else {
      throw AddressingError(.invalidAddress, "\"\(text)\" ends before it begins")
    }
    self.init(first, last)
  }

  public var count: Int { Int(last.rawValue) - Int(first.rawValue) + 1 }

  public func contains(_ address: IPv4Address) -> Bool { first <= address && address <= last }

  public func overlaps(_ other: IPv4Range) -> Bool { first <= other.last && other.first <= last }

  /// The addresses, lowest first.
  public var addresses: [IPv4Address] {
    (first.rawValue...last.rawValue).map { IPv4Address(rawValue: $0) }
  }
}

extension IPv4Range: CustomStringConvertible {
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
