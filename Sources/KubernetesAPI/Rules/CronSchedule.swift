public import APIMachinery

/// Times that come again and again, in the five fields of cron: minute, hour, day of the month, month, day of the
/// week.
///
/// `*` and `?` mean any; `1-5` a range; `*/15` and `10-50/10` steps; commas divide; months and days of the week may
/// be written as `JAN` and `MON`. `@yearly`, `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly` stand
/// for the usual ones, and `@every 1h30m` for a fixed distance.
///
/// Kubernetes: `CronJob.spec.schedule`, read by `github.com/robfig/cron/v3`, `ParseStandard`.
public struct CronSchedule: Sendable, Hashable {
  private let minutes: Field
  private let hours: Field
  private let days: Field
  private let months: Field
  private let weekdays: Field
  /// The distance of `@every`, in seconds.
  private var interval: Int64?

  /// - Throws: ``CronError`` that names the field.
  public init(_ text: String) throws(CronError) {
    let expression: Substring
    if text.hasPrefix("@") {
      if let distance = try Self.distance(text) {
        (minutes, hours, days, months, weekdays) = (.any, .any, .any, .any, .any)
        interval = distance
        return
      }
      guard let known = Self.descriptors[text] else {
        throw CronError("unrecognized descriptor: \(text)")
      }
      expression = known[...]
    } else {
      expression = text[...]
    }
    let fields = expression.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count == 5 else {
      throw CronError("expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]")
    }
    minutes = try Field(fields[0], 0...59)
    hours = try Field(fields[1], 0...23)
    days = try Field(fields[2], 1...31)
    months = try Field(fields[3], 1...12, names: Self.monthNames, firstName: 1)
    weekdays = try Field(fields[4], 0...6, names: Self.weekdayNames, firstName: 0)
  }

  private static let descriptors = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
  ]
  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  private static func distance(_ text: String) throws(CronError) -> Int64? {
    let prefix = "@every "
    guard text.hasPrefix(prefix) else { return nil }
    guard let duration = try? Duration(goDuration: String(text.dropFirst(prefix.count))) else {
      throw CronError("failed to parse duration \(text)")
    }
    return max(1, duration.components.seconds)
  }

  /// The first time of the schedule after `time`.
  ///
  /// An hour that a change of the clocks leaves out has no times, and one that it repeats has them twice.
  ///
  /// - Returns: `nil` when there is none within five years, as for the 30th of February.
  /// - Complexity: O(1): at most some thousand steps.
  public func next(after time: Timestamp, in zone: TimeZoneRules = .utc) -> Timestamp? {
    let seconds = time.secondsSince1970
    if let interval { return Timestamp(secondsSince1970: seconds + interval) }
    var moment = seconds - seconds.remainder(60) + 60
    let limit = moment + 5 * 366 * 86_400
    while moment < limit {
      let local = zone.civil(at: moment)
      if !months.contains(local.month) {
        moment = zone.midnight(year: local.year, month: local.month + 1, day: 1, after: moment)
      } else if !matchesDay(local) {
        moment = zone.midnight(year: local.year, month: local.month, day: local.day + 1, after: moment)
      } else if !hours.contains(local.hour) {
        moment += Int64(60 - local.minute) * 60
      } else if !minutes.contains(local.minute) {
        moment += 60
      } else {
        return Timestamp(secondsSince1970: moment)
      }
    }
    return nil
  }

  /// Where both the day of the month and that of the week are restricted, either may match.
  private func matchesDay(_ local: CivilTime) -> Bool {
    let (byMonth, byWeek) = (days.contains(local.day), weekdays.contains(local.weekday))
    return days.isStar || weekdays.isStar ? byMonth && byWeek : byMonth || byWeek
  }

  /// The values of a field that match, as bits.
  private struct Field: Sendable, Hashable {
    private var bits: UInt64 = 0
    /// Whether the field was not restricted.
    private(set) var isStar = false

    static let any = Field()

    private init() {
      bits = .max
      isStar = true
    }

    init(
      _ text: Substring, _ bounds: ClosedRange<Int>, names: [String] = [], firstName: Int = 0
    ) throws(CronError) {
      for part in text.split(separator: ",", omittingEmptySubsequences: true) {
        try add(part, bounds, names, firstName)
      }
    }

    private mutating func add(
      _ part: Substring, _ bounds: ClosedRange<Int>, _ names: [String], _ firstName: Int
    ) throws(CronError) {
      let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
      guard pieces.count <= 2 else { throw CronError("too many slashes: \(part)") }
      let ends = pieces[0].split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2 else { throw CronError("too many hyphens: \(part)") }
      var range = bounds
      if ends[0] == "*" || ends[0] == "?" {
        if pieces.count == 1 || pieces[1] == "1" { isStar = true }
      } else {
        let first = try Self.number(ends[0], names, firstName)
        let last = ends.count == 2 ? try Self.number(ends[1], names, firstName) : first
        guard first >= bounds.lowerBound else {
          throw CronError("beginning of range (\(first)) below minimum (\(bounds.lowerBound)): \(part)")
        }
        let end = ends.count == 1 && pieces.count == 2 ? bounds.upperBound : last
        guard end <= bounds.upperBound else {
          throw CronError("end of range (\(end)) above maximum (\(bounds.upperBound)): \(part)")
        }
        guard first <= end else {
          throw CronError("beginning of range (\(first)) beyond end of range (\(end)): \(part)")
        }
        range = first...end
      }
      let step = pieces.count == 2 ? try Self.number(pieces[1], [], 0) : 1
      guard step > 0 else { throw CronError("step of range should be a positive number: \(part)") }
      for value in stride(from: range.lowerBound, through: range.upperBound, by: step) {
        bits |= 1 << UInt64(value)
      }
    }

    private static func number(
      _ text: Substring, _ names: [String], _ firstName: Int
    ) throws(CronError) -> Int {
      if let position = names.firstIndex(of: text.lowercased()) { return firstName + position }
      guard let number = Int(text), number >= 0, text.first != "+" else {
        throw CronError("failed to parse int from \(text): strconv.Atoi: parsing \"\(text)\": invalid syntax")
      }
      return number
    }

    func contains(_ value: Int) -> Bool { bits & (1 << UInt64(value)) != 0 }
  }
}

/// A schedule that cannot be read.
public struct CronError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Int64 {
  fileprivate func remainder(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
