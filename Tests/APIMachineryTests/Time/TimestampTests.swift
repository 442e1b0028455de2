import APIMachinery
import Testing

@Suite struct TimestampTests {
  static let moments: [(String, Int64, Int64)] = [
    ("1970-01-01T00:00:00Z", 0, 0), ("2026-01-02T03:04:05Z", 1_767_323_045, 0),
    ("2024-02-29T23:59:59Z", 1_709_251_199, 0), ("2000-02-29T00:00:00Z", 951_782_400, 0),
    ("1969-12-31T23:59:59Z", -1, 0), ("1900-03-01T00:00:00Z", -2_203_891_200, 0),
    ("2026-01-02T03:04:05.5Z", 1_767_323_045, 500_000_000),
    ("2026-01-02T03:04:05.000006Z", 1_767_323_045, 6_000),
    ("2026-01-02T03:04:05.123456789123Z", 1_767_323_045, 123_456_789),
    ("2026-01-02T05:04:05+02:00", 1_767_323_045, 0), ("2026-01-01T21:34:05-05:30", 1_767_323_045, 0),
    ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
  ]

  @Test(arguments: moments)
  func `an RFC 3339 text is a moment`(text: String, seconds: Int64, nanoseconds: Int64) throws {
    let moment = try #require(Timestamp(rfc3339: text))
    #expect(moment.nanosecondsSince1970 == seconds * 1_000_000_000 + nanoseconds)
    #expect(moment.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "", "2026", "2026-01-02", "2026-01-02T03:04:05", "2026-01-02 03:04:05Z", "2026-13-02T03:04:05Z",
    "2026-00-02T03:04:05Z", "2026-02-29T03:04:05Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-02T24:00:00Z", "2026-01-02T03:60:05Z", "2026-01-02T03:04:60Z", "2026-01-02T03:04:05z",
    "2026-01-02t03:04:05Z", "2026-01-02T03:04:05.Z", "2026-01-02T03:04:05+0200", "2026-01-02T03:04:05+24:00",
    "2026-01-02T03:04:05Z ", "26-01-02T03:04:05Z", "2026-1-2T03:04:05Z", "1900-02-29T00:00:00Z", "now",
  ])
  func `another text is none`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
    #expect(Timestamp(json: .string(text)) == nil)
    #expect(MicroTime(json: .string(text)) == nil)
  }

  @Test func `whole seconds and six digits are rounded down`() throws {
    let late = try #require(Timestamp(rfc3339: "2026-01-02T03:04:05.9999999Z"))
    #expect(late.rfc3339 == "2026-01-02T03:04:05Z")
    #expect(late.json == "2026-01-02T03:04:05Z")
    #expect(late.rfc3339Micro == "2026-01-02T03:04:05.999999Z")
    #expect(MicroTime(late).json == "2026-01-02T03:04:05.999999Z")
    let early = Timestamp(nanosecondsSince1970: -1)
    #expect(early.rfc3339 == "1969-12-31T23:59:59Z")
    #expect(early.rfc3339Micro == "1969-12-31T23:59:59.999999Z")
  }

  @Test func `a moment out of range becomes the end of the range`() {
    #expect(Timestamp(rfc3339: "0001-01-01T00:00:00Z")?.nanosecondsSince1970 == .min)
    #expect(Timestamp(rfc3339: "9999-12-31T23:59:59Z")?.nanosecondsSince1970 == .max)
    #expect(Timestamp(nanosecondsSince1970: .max).rfc3339 == "2262-04-11T23:47:16Z")
    #expect(Timestamp(nanosecondsSince1970: .min).rfc3339 == "1677-09-21T00:12:43Z")
    // Found by fuzzing: the seconds of the first moment, in nanoseconds, are beyond 64 bits.
    #expect(Timestamp(nanosecondsSince1970: .min).rfc3339Micro == "1677-09-21T00:12:43.145224Z")
  }

  @Test func `days over six hundred years are found again`() throws {
    var day = Timestamp(secondsSince1970: -86_400 * 365 * 290)
    for _ in 0..<365 * 575 / 7 {
      #expect(Timestamp(rfc3339: day.rfc3339) == day)
      day = day + .seconds(86_400 * 7 + 3601)
    }
  }
}
