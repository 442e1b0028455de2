import APIMachinery
import KubernetesAPI
import Testing

@Suite struct CronScheduleTests {
  private static func time(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

  @Test(arguments: [
    ("*/15 * * * *", "2026-03-01T10:07:31Z", "2026-03-01T10:15:00Z"),
    ("0 0 * * *", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"),
    ("30 8 * * MON-FRI", "2026-11-20T09:00:00Z", "2026-11-23T08:30:00Z"),
    ("0 12 13 * FRI", "2026-11-01T00:00:00Z", "2026-11-06T12:00:00Z"),
    ("0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z"),
    ("5-20/5 3 * JAN,jul ?", "2026-01-31T03:20:00Z", "2026-07-01T03:05:00Z"),
    ("40/10 * * * *", "2026-01-01T00:41:00Z", "2026-01-01T00:50:00Z"),
    ("@hourly", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"),
    ("@weekly", "2026-11-21T14:00:00Z", "2026-11-22T00:00:00Z"),
    ("@yearly", "2026-11-21T14:00:00Z", "2027-01-01T00:00:00Z"),
    ("@every 1h30m", "2026-11-21T14:00:00Z", "2026-11-21T15:30:00Z"),
  ])
  func `the next time is found`(schedule: String, after: String, next: String) throws {
    #expect(try CronSchedule(schedule).next(after: Self.time(after)) == Self.time(next))
  }

  @Test func `a day that never comes has no next time`() throws {
    #expect(try CronSchedule("0 0 30 2 *").next(after: Self.time("2026-01-01T00:00:00Z")) == nil)
  }

  @Test(arguments: [
    ("* * * *", "expected exactly 5 fields, found 4: [* * * *]"),
    ("60 * * * *", "end of range (60) above maximum (59): 60"),
    ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
    ("* * * * 7", "end of range (7) above maximum (6): 7"),
    ("5-1 * * * *", "beginning of range (5) beyond end of range (1): 5-1"),
    ("*/0 * * * *", "step of range should be a positive number: */0"),
    ("x * * * *", "failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax"),
    ("@fortnightly", "unrecognized descriptor: @fortnightly"),
  ])
  func `a broken schedule is refused`(schedule: String, message: String) {
    #expect(throws: CronError.self) { try CronSchedule(schedule) }
    do throws(CronError) { _ = try CronSchedule(schedule) } catch { #expect(error.description == message) }
  }

  @Test func `an hour that is left out has no times, and one that is repeated has them twice`() throws {
    let berlin = try #require(TimeZoneRules(tzif: berlinFile))
    let schedule = try CronSchedule("30 2 * * *")
    // Clocks go from 02:00 to 03:00 on the 29th of March.
    #expect(
      try schedule.next(after: Self.time("2026-03-28T12:00:00Z"), in: berlin)
        == Self.time("2026-03-30T00:30:00Z"))
    // Clocks go from 03:00 to 02:00 on the 25th of October.
    let first = try #require(schedule.next(after: try Self.time("2026-10-24T12:00:00Z"), in: berlin))
    #expect(try first == Self.time("2026-10-25T00:30:00Z"))
    #expect(try schedule.next(after: first, in: berlin) == Self.time("2026-10-25T01:30:00Z"))
  }

  @Test(arguments: ["2026-01-15T11:00:00Z", "2051-07-15T10:00:00Z"])
  func `a schedule goes by the clocks of its zone`(expected: String) throws {
    let berlin = try #require(TimeZoneRules(tzif: berlinFile))
    let noon = try Self.time(expected)
    #expect(try CronSchedule("0 12 * * *").next(after: noon - .seconds(7200), in: berlin) == noon)
  }

  /// A file without changes of its own: all follows from the rule at its end.
  private var berlinFile: [UInt8] {
    func header(types: UInt8, names: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15 + 16) + [0, 0, 0, types, 0, 0, 0, names]
    }
    let kind: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0]
    let block = header(types: 1, names: 4) + kind + Array("CET\0".utf8)
    return block + block + Array("\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
  }

  @Test func `zones of the system are found by name, and nothing else is`() {
    #expect(TimeZoneRules.named("UTC") == .utc)
    for name in ["Local", "../../etc/passwd", "Nowhere/Land", "/etc/localtime"] {
      #expect(TimeZoneRules.named(name) == nil)
    }
  }

  @Test(arguments: [([], ""), ([4], "4"), ([2, 1], "1,2"), ([7, 1, 3, 4, 5], "1,3-5,7")])
  func `indexes are written as ranges`(indexes: [Int], text: String) throws {
    let ranges = IndexRanges(indexes)
    #expect(ranges.description == text && ranges.count == indexes.count)
    #expect(IndexRanges(text, below: 8) == ranges)
    #expect(indexes.allSatisfy(ranges.contains) && !ranges.contains(6))
  }

  @Test(arguments: ["a", "3-1", "1,1", "5,2", "1-", "8", "-1", ","])
  func `text that is no ascending list of indexes is refused`(text: String) {
    #expect(IndexRanges(text, below: 8) == nil)
  }

  @Test func `ranges are joined and counted together`() throws {
    let ranges = IndexRanges([0, 1, 5, 6]).union([3, 2, 8])
    #expect(ranges.description == "0-3,5,6,8")
    #expect(ranges.countShared(with: IndexRanges([1, 2, 3, 4, 5])) == 4)
    #expect(Array(ranges.missing(below: 10)) == [4, 7, 9])
  }
}
