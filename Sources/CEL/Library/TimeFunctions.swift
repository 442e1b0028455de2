/// The parts of times and durations.
///
/// CEL: `langdef.md`, section Date/Time Functions. A time is read in UTC, or in the zone of the argument: a name of the
/// IANA database, or an offset like `-08:00`.
enum TimeFunctions {
  private static let parts: [String: @Sendable (CELTimestamp.Parts) -> Int] = [
    "getFullYear": { $0.year },
    "getMonth": { $0.month - 1 },
    "getDayOfYear": { $0.dayOfYear },
    "getDayOfMonth": { $0.day - 1 },
    "getDate": { $0.day },
    "getDayOfWeek": { $0.weekday },
    "getHours": { $0.hour },
    "getMinutes": { $0.minute },
    "getSeconds": { $0.second },
  ]

  private static let units: [String: Int64] = [
    "getHours": 3_600_000_000_000, "getMinutes": 60_000_000_000, "getSeconds": 1_000_000_000,
  ]

  static let unary: [String: FunctionTable.Unary] =
    ["getMilliseconds": milliseconds].merging(parts.map { ($0, getter($1, units[$0])) }) { first, _ in first }

  static let binary: [String: FunctionTable.Binary] =
    ["getMilliseconds": zonedMilliseconds].merging(parts.map { ($0, zoned($1)) }) { first, _ in first }

  private static func getter(
    _ part: @escaping @Sendable (CELTimestamp.Parts) -> Int, _ unit: Int64?
  ) -> FunctionTable.Unary {
    { (value) throws(CELError) in
      switch value {
      case .timestamp(let time): return .int(Int64(part(time.parts(offset: 0))))
      case .duration(let duration):
        guard let unit else { throw .noSuchOverload }
        return .int(duration.nanoseconds / unit)
      default: throw .noSuchOverload
      }
    }
  }

  private static func zoned(_ part: @escaping @Sendable (CELTimestamp.Parts) -> Int) -> FunctionTable.Binary {
    { (value, zone) throws(CELError) in
      guard case .timestamp(let time) = value else { throw .noSuchOverload }
      return .int(Int64(part(time.parts(offset: try time.offset(in: try zone.demandedText)))))
    }
  }

  @Sendable private static func zonedMilliseconds(_ value: CELValue, _ zone: CELValue) throws(CELError)
    -> CELValue
  {
    guard case .timestamp(let time) = value else { throw .noSuchOverload }
    _ = try time.offset(in: try zone.demandedText)
    return try milliseconds(value)
  }

  @Sendable private static func milliseconds(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .timestamp(let time): return .int(Int64(time.nanoseconds / 1_000_000))
    case .duration(let duration): return .int(duration.nanoseconds / 1_000_000)
    default: throw .noSuchOverload
    }
  }
}
