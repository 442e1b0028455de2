extension Timestamp {
  /// The time in UTC with whole seconds, rounded down: `2026-01-02T03:04:05Z`.
  public var rfc3339: String { text(fractionDigits: 0) }

  /// The time in UTC with six digits of a second, rounded down: `2026-01-02T03:04:05.000006Z`.
  public var rfc3339Micro: String { text(fractionDigits: 6) }

  /// Reads an RFC 3339 time with any offset and up to nine digits of a second; further digits are dropped.
  ///
  /// A time before 1677 or after 2262, which 64 bits of nanoseconds do not hold, becomes the end of that range.
  /// - Returns: `nil` when the text is no RFC 3339 time.
  public init?(rfc3339 text: String) {
    var text = text
    guard let parsed = text.withUTF8({ Self.parse($0) }) else { return nil }
    self = parsed
  }

  private func text(fractionDigits: Int) -> String {
    let seconds = secondsSince1970
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let (year, month, day) = CivilDate.civil(fromDays: Int(days))
    let ofDay = Int(seconds - days * 86_400)
    return String(unsafeUninitializedCapacity: 20 + 1 + fractionDigits) { buffer in
      var writer = DigitWriter(buffer: buffer)
      writer.write(year, digits: 4)
      writer.write("-", month)
      writer.write("-", day)
      writer.write("T", ofDay / 3600)
      writer.write(":", ofDay / 60 % 60)
      writer.write(":", ofDay % 60)
      if fractionDigits > 0 {
        let micros = (nanosecondsSince1970 &- seconds &* 1_000_000_000) / 1000
        writer.write(".", Int(micros), digits: fractionDigits)
      }
      writer.write("Z")
      return writer.count
    }
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    var reader = DigitReader(bytes: bytes)
    guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
      reader.skip("-"), let day = reader.number(digits: 2), reader.skip("T"),
      let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
      reader.skip(":"), let second = reader.number(digits: 2), let nanoseconds = reader.fraction(),
      let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    guard 1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day, hour < 24, minute < 60,
      second < 60
    else { return nil }
    let days = CivilDate.days(fromYear: year, month, day)
    let seconds = Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, sumOverflow) = scaled.addingReportingOverflow(Int64(nanoseconds))
    if overflow || sumOverflow { return Timestamp(nanosecondsSince1970: seconds < 0 ? .min : .max) }
    return Timestamp(nanosecondsSince1970: sum)
  }
}

/// The proleptic Gregorian calendar.
package enum CivilDate {
  /// Days since 1970-01-01. Years start in March, so that the leap day is a year's last; an era is 400 years.
  package static func days(fromYear year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  package static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Writes fixed numbers of digits.
private struct DigitWriter {
  var buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func write(_ separator: Unicode.Scalar) {
    buffer[count] = UInt8(ascii: separator)
    count += 1
  }

  /// - Parameter number: One of two digits.
  mutating func write(_ separator: Unicode.Scalar, _ number: Int) {
    write(separator)
    buffer[count] = UInt8(truncatingIfNeeded: 48 + number / 10)
    buffer[count + 1] = UInt8(truncatingIfNeeded: 48 + number % 10)
    count += 2
  }

  mutating func write(_ separator: Unicode.Scalar, _ number: Int, digits: Int) {
    write(separator)
    write(number, digits: digits)
  }

  mutating func write(_ number: Int, digits: Int) {
    var number = number
    count += digits
    for place in 1...digits {
      buffer[count - place] = UInt8(truncatingIfNeeded: 48 + number % 10)
      number /= 10
    }
  }
}

/// Reads fixed numbers of digits.
private struct DigitReader {
  var bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ separator: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: separator) else { return false }
    position += 1
    return true
  }

  mutating func digit() -> Int? {
    guard position < bytes.count, bytes[position] &- 48 < 10 else { return nil }
    position += 1
    return Int(bytes[position - 1] - 48)
  }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var number = 0
    for place in position..<position + digits {
      let digit = bytes[place] &- 48
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    position += digits
    return number
  }

  /// The fraction of a second in nanoseconds, zero when there is none; `nil` for a point without digits.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var (nanoseconds, unit) = (0, 1_000_000_000)
    guard let first = digit() else { return nil }
    unit /= 10
    nanoseconds = first * unit
    while let digit = digit() {
      unit /= 10
      nanoseconds += digit * unit
    }
    return nanoseconds
  }

  /// The offset from UTC in seconds.
  mutating func offset() -> Int? {
    if skip("Z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2),
      hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
  }
}
