extension YAMLScalar {
  /// Whether a text has one of the forms of a time that go-yaml knows: `2001-1-2`, `2001-1-2 3:4:5.6`,
  /// `2001-1-2T3:4:5.6Z`, `2001-1-2t3:4:5+01:00`.
  static func isTimestamp(_ bytes: [UInt8]) -> Bool {
    var reader = TimestampReader(bytes: bytes)
    guard let year = reader.number(4...4), reader.skip("-"), let month = reader.number(1...2),
      reader.skip("-"),
      let day = reader.number(1...2), 1...12 ~= month,
      1...CivilDate.days(inMonth: month, of: year) ~= day
    else { return false }
    if reader.isAtEnd { return true }
    let hasZone = reader.skip("T") || reader.skip("t")
    guard hasZone || reader.skip(" "), reader.time() else { return false }
    return hasZone ? reader.zone() && reader.isAtEnd : reader.isAtEnd
  }
}

private struct TimestampReader {
  var bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// A number of as many digits as the range allows.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var (value, count) = (0, 0)
    while count < digits.upperBound, position < bytes.count, bytes[position] &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes[position] - 0x30)
      position += 1
      count += 1
    }
    return digits.contains(count) ? value : nil
  }

  mutating func time() -> Bool {
    guard let hour = number(1...2), skip(":"), let minute = number(1...2), skip(":"),
      let second = number(1...2), hour < 24, minute < 60, second < 60
    else { return false }
    if skip(".") || skip(",") { return number(1...Int.max) != nil }
    return true
  }

  mutating func zone() -> Bool {
    if skip("Z") { return true }
    guard skip("+") || skip("-"), let hours = number(2...2), skip(":"), let minutes = number(2...2) else {
      return false
    }
    return hours <= 24 && minutes < 60
  }
}
