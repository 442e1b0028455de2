import APIMachinery

/// A point in time from the year 1 to the year 9999.
public struct CELTimestamp: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// 0 ..< 1,000,000,000
  public let nanoseconds: Int32

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// - Returns: `nil` outside of the range.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds) else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The time later by a duration; `nil` outside of the range.
  func advanced(by duration: Int64) -> CELTimestamp? {
    let sum = Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) + Int128(duration)
    let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: 1_000_000_000)
    let isBelow = remainder < 0
    return CELTimestamp(
      seconds: Int64(clamping: quotient - (isBelow ? 1 : 0)),
      nanoseconds: Int32(remainder + (isBelow ? 1_000_000_000 : 0)))
  }

  /// The nanoseconds since another time; `nil` when 64 bits do not hold them.
  func nanoseconds(since other: CELTimestamp) -> Int64? {
    let difference = Int128(seconds - other.seconds) * 1_000_000_000 + Int128(nanoseconds - other.nanoseconds)
    return Int64(exactly: difference)
  }
}

extension CELTimestamp: Comparable {
  public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

// MARK: Text

extension CELTimestamp: CustomStringConvertible {
  /// The time in UTC as RFC 3339 has it, with as many digits of a second as it needs.
  public var description: String {
    let parts = parts(offset: 0)
    let digits = { (number: Int, width: Int) in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return
      "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))T\(digits(parts.hour, 2)):"
      + "\(digits(parts.minute, 2)):\(digits(parts.second, 2))\(CELDuration.fraction(nanoseconds))Z"
  }

  /// Reads an RFC 3339 time: `2023-01-02T03:04:05.678Z`, `2023-01-02T03:04:05+02:00`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let days = Self.days(bytes[..<10]),
      let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]),
      let second = Self.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    var rest = bytes[19...]
    var nanoseconds: Int32 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 &- 48 < 10 }
      if digits.isEmpty { return nil }
      nanoseconds = (0..<9).reduce(0) { value, place in
        value * 10 + (place < digits.count ? Int32(digits[digits.startIndex + place] - 48) : 0)
      }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = Self.offset(rest) else { return nil }
    self.init(
      seconds: Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset), nanoseconds: nanoseconds)
  }

  /// Reads a date, which stands for its first moment in UTC.
  init?(date text: String) {
    guard let days = Self.days(Array(text.utf8)[...]) else { return nil }
    self.init(seconds: Int64(days) * 86_400)
  }

  private static func days(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day
    else { return nil }
    return CivilDate.days(fromYear: year, month, day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit &- 48 < 10 else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }

  /// The seconds that a text like `Z` or `+02:00` lies east of Greenwich.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    if text.elementsEqual("Z".utf8) { return 0 }
    guard text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-"), text.count == 6 else {
      return nil
    }
    let start = text.startIndex
    guard text[start + 3] == UInt8(ascii: ":"), let hours = number(text[(start + 1)..<(start + 3)]),
      let minutes = number(text[(start + 4)...]), hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (text.first == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The seconds east of Greenwich that a zone has at this time: `UTC`, `+02:00`, `02:00`, `Europe/Berlin`.
  ///
  /// cel-go: `common/types/timestamp.go`; names are those of the IANA database.
  func offset(in zone: String) throws(CELError) -> Int {
    if zone.utf8.contains(UInt8(ascii: ":")) {
      let signed = zone.utf8.first.map { $0 &- 48 < 10 } == true ? "+" + zone : zone
      if let offset = Self.offset(Array(signed.utf8)[...]) { return offset }
    } else if let rules = TimeZoneRules.named(zone) {
      return rules.offset(at: seconds)
    }
    throw .evaluation("unknown time zone \(zone)")
  }
}

// MARK: Parts

extension CELTimestamp {
  struct Parts {
    var year, month, day, hour, minute, second: Int
    /// 0 is Sunday.
    var weekday: Int
    /// 0 is the first of January.
    var dayOfYear: Int
  }

  /// The parts of the date and the time in a zone so many seconds east of Greenwich.
  func parts(offset: Int) -> Parts {
    let local = Int(seconds) + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let ofDay = local - days * 86_400
    let (year, month, day) = CivilDate.civil(fromDays: days)
    return Parts(
      year: year, month: month, day: day, hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60,
      weekday: ((days + 4) % 7 + 7) % 7, dayOfYear: days - CivilDate.days(fromYear: year, 1, 1))
  }
}
