extension JSONParser {
  /// Parses a number: exact when it is an integer of 64 bits, else the nearest double.
  mutating func parseNumber() throws(Failure) -> JSON {
    let start = position
    let isNegative = base[position] == UInt8(ascii: "-")
    if isNegative { position &+= 1 }
    let (magnitude, fits) = try parseIntegerDigits()
    if position < end {
      switch base[position] {
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return try parseDouble(from: start)
      default: break
      }
    }
    if fits {
      if isNegative, magnitude <= UInt64(Int64.max) + 1 {
        return .int(Int64(truncatingIfNeeded: 0 &- magnitude))
      }
      if !isNegative, magnitude <= UInt64(Int64.max) { return .int(Int64(magnitude)) }
    }
    return try makeDouble(from: start)
  }

  /// Reads the digits before the point; `fits` is false when their value is over 64 bits.
  @inline(__always)
  private mutating func parseIntegerDigits() throws(Failure) -> (magnitude: UInt64, fits: Bool) {
    guard position < end else { throw unexpectedEnd() }
    if base[position] == UInt8(ascii: "0") {
      position &+= 1
      if position < end, Self.isDigit(base[position]) { throw unexpected(.afterZero) }
      return (0, true)
    }
    guard Self.isDigit(base[position]) else { throw unexpected(.number) }
    var magnitude: UInt64 = 0
    var fits = true
    while position < end, Self.isDigit(base[position]) {
      let (scaled, over) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.addingReportingOverflow(UInt64(base[position] &- 0x30))
      if over || carry { fits = false }
      magnitude = sum
      position &+= 1
    }
    return (magnitude, fits)
  }

  /// Reads the fraction and the exponent, with the integer digits already read.
  private mutating func parseDouble(from start: Int) throws(Failure) -> JSON {
    if base[position] == UInt8(ascii: ".") {
      position &+= 1
      try skipDigits(.fraction)
    }
    if position < end, base[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if position < end, base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      try skipDigits(.exponent)
    }
    return try makeDouble(from: start)
  }

  private mutating func skipDigits(_ place: Place) throws(Failure) {
    guard position < end else { throw unexpectedEnd() }
    guard Self.isDigit(base[position]) else { throw unexpected(place) }
    while position < end, Self.isDigit(base[position]) { position &+= 1 }
  }

  private func makeDouble(from start: Int) throws(Failure) -> JSON {
    let text = String(
      decoding: UnsafeBufferPointer(start: base + start, count: position - start), as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw Failure(reason: .numberOutOfRange, offset: start)
    }
    return .double(value)
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
