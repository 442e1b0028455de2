/// A moment as clocks and calendars of a place show it, to the minute.
public struct CivilTime: Sendable, Hashable {
  public var year: Int
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  /// From 0 for Sunday to 6 for Saturday.
  public var weekday: Int

  /// - Parameter localSeconds: Seconds since 1970-01-01T00:00 of the clock on the wall.
  init(localSeconds: Int64) {
    let seconds = Int(localSeconds)
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    (year, month, day) = CivilDate.civil(fromDays: days)
    let ofDay = seconds - days * 86_400
    hour = ofDay / 3600
    minute = ofDay % 3600 / 60
    weekday = ((days + 4) % 7 + 7) % 7
  }
}
