import APIMachinery
import Testing

@Suite struct DurationTests {
  @Test(arguments: [
    (0, "0s"), (-1, "0s"), (-2, "<invalid>"), (5, "5s"), (119, "119s"), (120, "2m"), (182, "3m2s"),
    (599, "9m59s"),
    (600, "10m"), (10_799, "179m"), (10_800, "3h"), (14_400, "4h"), (16_260, "4h31m"), (28_799, "7h59m"),
    (28_800, "8h"), (172_799, "47h"), (172_800, "2d"), (183_600, "2d3h"), (691_199, "7d23h"), (691_200, "8d"),
    (63_071_999, "729d"), (63_072_000, "2y"), (70_000_000, "2y80d"), (252_288_000, "8y"),
    (400_000_000, "12y"),
  ])
  func `kubectl's age has at most two units`(seconds: Int64, text: String) {
    #expect(Duration.seconds(seconds).human == text)
  }

  static let goTexts: [(String, Int64)] = [
    ("0s", 0), ("1ns", 1), ("1.5µs", 1_500), ("100ms", 100_000_000), ("1.5s", 1_500_000_000),
    ("1m0s", 60_000_000_000), ("1h2m3.5s", 3_723_500_000_000), ("-1m30s", -90_000_000_000),
    ("24h0m0s", 86_400_000_000_000),
    ("2562047h47m16.854775807s", .max), ("-2562047h47m16.854775808s", .min), ("999.999999ms", 999_999_999),
  ]

  @Test(arguments: goTexts)
  func `Go's text is read and written`(text: String, nanoseconds: Int64) throws {
    let duration = try Duration(goDuration: text)
    #expect(duration == .nanoseconds(nanoseconds))
    #expect(duration.goDescription == text)
    #expect(Duration(json: .string(text)) == duration)
    #expect(duration.json == .string(text))
  }

  @Test(arguments: [
    ("0", 0), ("+5s", 5_000_000_000), ("1h", 3_600_000_000_000), (".5s", 500_000_000), ("1.s", 1_000_000_000),
    ("1us", 1_000), ("1μs", 1_000), ("1m1m", 120_000_000_000), ("0.1ns", 0),
    ("1.0000000000000000001s", 1_000_000_000),
  ])
  func `other texts of a duration are read`(text: String, nanoseconds: Int64) throws {
    #expect(try Duration(goDuration: text) == .nanoseconds(nanoseconds))
  }

  @Test(arguments: [
    ("", #"time: invalid duration """#), ("-", #"time: invalid duration "-""#),
    (".s", #"time: invalid duration ".s""#),
    ("3", #"time: missing unit in duration "3""#), ("1d", #"time: unknown unit "d" in duration "1d""#),
    ("s", #"time: invalid duration "s""#), ("1h-1m", #"time: unknown unit "h-" in duration "1h-1m""#),
    ("9999999999h", #"time: invalid duration "9999999999h""#),
    ("1 s", #"time: unknown unit " s" in duration "1 s""#),
  ])
  func `a text that is no duration is refused in Go's words`(text: String, message: String) {
    #expect(throws: DurationError.self) { try Duration(goDuration: text) }
    do throws(DurationError) { _ = try Duration(goDuration: text) } catch {
      #expect(error.message == message)
    }
  }
}
