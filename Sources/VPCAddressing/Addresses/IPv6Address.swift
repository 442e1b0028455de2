/// An IPv6 address: 128 bits, ordered as numbers, written as RFC 5952 has it.
public struct IPv6Address: Hashable, Comparable, Sendable {
  /// The first eight bytes.
  public var high: UInt64
  /// The last eight bytes.
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads text like `fd00::1` or `::ffff:10.0.0.1`. A zone (`%eth0`) is refused, as in Kubernetes' fields.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    guard let groups = Self.groups(of: Array(text.utf8)) else {
      throw AddressingError(.invalidAddress, "\"\(text)\" is not an IPv6 address (like fd00::1)")
    }
    high = groups[..<4].reduce(0) { $0 << 16 | UInt64($1) }
    low = groups[4...].reduce(0) { $0 << 16 | UInt64($1) }
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// The eight 16-bit groups, first to last.
  public var groups: [UInt16] {
    [high, low].flatMap { half in
      [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> $0) }
    }
  }

  /// The IPv4 address that this one stands for (`::ffff:a.b.c.d`).
  public var mappedIPv4: IPv4Address? {
    high == 0 && low >> 32 == 0xFFFF ? IPv4Address(rawValue: UInt32(truncatingIfNeeded: low)) : nil
  }
}

extension IPv6Address {
  private static func groups(of bytes: [UInt8]) -> [UInt16]? {
    guard let gap = gapPosition(bytes) else {
      return explicitGroups(bytes[...]).flatMap { $0.count == 8 ? $0 : nil }
    }
    let head = bytes[..<gap]
    let tail = bytes[(gap + 2)...]
    guard let left = head.isEmpty ? [] : explicitGroups(head, embedsIPv4: false),
      let right = tail.isEmpty ? [] : explicitGroups(tail), left.count + right.count <= 7
    else { return nil }
    return left + Array(repeating: 0, count: 8 - left.count - right.count) + right
  }

  /// Where the first `::` begins.
  private static func gapPosition(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2 else { return nil }
    return (0..<bytes.count - 1).first {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: ":")
    }
  }

  private static func explicitGroups(_ bytes: ArraySlice<UInt8>, embedsIPv4: Bool = true) -> [UInt16]? {
    let fields = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, field) in fields.enumerated() {
      if embedsIPv4, index == fields.count - 1, field.contains(UInt8(ascii: ".")) {
        guard let address = IPv4Address.value(of: field) else { return nil }
        groups += [UInt16(address >> 16), UInt16(truncatingIfNeeded: address)]
      } else {
        guard let group = group(field) else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }

  private static func group(_ field: ArraySlice<UInt8>) -> UInt16? {
    guard (1...4).contains(field.count) else { return nil }
    var value: UInt16 = 0
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}

extension IPv6Address: CustomStringConvertible {
  /// The canonical text: lower case, no leading zeros, the first longest run of two or more zero groups as `::`
  /// (RFC 5952 section 4), and an IPv4-mapped address in mixed notation (section 5).
  public var description: String {
    if let mappedIPv4 { return "::ffff:\(mappedIPv4)" }
    let groups = groups
    let text = groups.map { String($0, radix: 16) }
    guard let gap = longestZeroRun(groups) else { return text.joined(separator: ":") }
    return text[..<gap.lowerBound].joined(separator: ":") + "::"
      + text[gap.upperBound...].joined(separator: ":")
  }

  private func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    while start < groups.count {
      let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
      if end - start >= 2, end - start > best?.count ?? 0 { best = start..<end }
      start = max(end, start + 1)
    }
    return best
  }
}
