import APIMachinery
import Testing

@testable import APICore

@Suite struct TimeTextTests {
  @Test func `the times of a second have its text, whichever was asked for before`() {
    let clock = TimeText()
    let second = Timestamp(secondsSince1970: 1_767_225_600)
    for (time, text) in [
      (second, "2026-01-01T00:00:00Z"),
      (second + .milliseconds(999), "2026-01-01T00:00:00Z"),
      (second + .seconds(1), "2026-01-01T00:00:01Z"),
      (second, "2026-01-01T00:00:00Z"),
      (second - .nanoseconds(1), "2025-12-31T23:59:59Z"),
    ] {
      #expect(clock.text(of: time) == text)
    }
  }
}
