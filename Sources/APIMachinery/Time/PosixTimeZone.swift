/// A rule for the clocks of all years, as `CET-1CEST,M3.5.0,M10.5.0/3` writes it.
///
/// POSIX.1-2017, section 8.3, with the wider hours of RFC 8536.
struct PosixTimeZone: Sendable, Hashable {
  private let standardOffset: Int
  private let summer: Summer?

  private struct Summer: Sendable, Hashable {
    var offset: Int
    var start: Day
    var end: Day
  }

  /// A moment of each year, by the clock that holds before it.
  private struct Day: Sendable, Hashable {
    enum Form: Sendable, Hashable {
      /// The day of a week of a month; week 5 is the last one.
      case weekday(month: Int, week: Int, day: Int)
      /// A day from 1 to 365; the 29th of February is not counted.
      case ordinal(Int)
      /// A day from 0 to 365.
      case offset(Int)
    }

    var form: Form
    var seconds: Int
  }

  /// - Returns: `nil` for text that is no rule.
  init?(_ text: String) {
    var parser = Parser(text)
    guard parser.skipName(), let west = parser.time() else { return nil }
    standardOffset = -west
    if parser.isAtEnd {
      summer = nil
      return
    }
    guard parser.skipName() else { return nil }
    var offset = standardOffset + 3600
    if !parser.isAt(","), let west = parser.time() { offset = -west }
    guard parser.skip(","), let start = parser.day(), parser.skip(","), let end = parser.day(), parser.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standardOffset }
    let year = CivilTime(localSeconds: seconds + Int64(standardOffset)).year
    let start = moment(summer.start, of: year) - Int64(standardOffset)
    let end = moment(summer.end, of: year) - Int64(summer.offset)
    let isSummer =
      start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : standardOffset
  }

  /// Seconds since 1970 of the clock on the wall.
  private func moment(_ day: Day, of year: Int) -> Int64 {
    let days: Int
    switch day.form {
    case .weekday(let month, let week, let weekday):
      let first = CivilDate.days(fromYear: year, month, 1)
      let firstWeekday = ((first + 4) % 7 + 7) % 7
      var ofMonth = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      while ofMonth >= CivilDate.days(inMonth: month, of: year) { ofMonth -= 7 }
      days = first + ofMonth
    case .ordinal(let number):
      let isLeap = CivilDate.days(inMonth: 2, of: year) == 29
      days = CivilDate.days(fromYear: year, 1, 1) + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    case .offset(let number): days = CivilDate.days(fromYear: year, 1, 1) + number
    }
    return Int64(days) * 86_400 + Int64(day.seconds)
  }

  private struct Parser {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    func isAt(_ character: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: character) }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard isAt(character) else { return false }
      rest.removeFirst()
      return true
    }

    /// An abbreviation: letters, or anything in angle brackets.
    mutating func skipName() -> Bool {
      if skip("<") {
        while !isAtEnd, !isAt(">") { rest.removeFirst() }
        return skip(">")
      }
      let before = rest.count
      while let byte = rest.first, byte | 0x20 >= 97, byte | 0x20 <= 122 { rest.removeFirst() }
      return before - rest.count >= 3
    }

    mutating func number() -> Int? {
      var value: Int?
      while let byte = rest.first, byte >= 48, byte <= 57, value ?? 0 < 100_000 {
        value = (value ?? 0) * 10 + Int(byte - 48)
        rest.removeFirst()
      }
      return value
    }

    /// Hours, and perhaps minutes and seconds, in seconds.
    mutating func time() -> Int? {
      let sign = skip("-") ? -1 : 1
      if sign == 1 { _ = skip("+") }
      guard let hours = number() else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where skip(":") {
        guard let value = number() else { return nil }
        seconds += value * unit
      }
      return sign * seconds
    }

    mutating func day() -> Day? {
      guard let form = form() else { return nil }
      if !skip("/") { return Day(form: form, seconds: 7200) }
      return time().map { Day(form: form, seconds: $0) }
    }

    private mutating func form() -> Day.Form? {
      if skip("M") {
        guard let month = number(), skip("."), let week = number(), skip("."), let day = number(),
          (1...12).contains(month), (1...5).contains(week), day <= 6
        else { return nil }
        return .weekday(month: month, week: week, day: day)
      }
      if skip("J") { return number().map { .ordinal($0) } }
      return number().map { .offset($0) }
    }
  }
}
