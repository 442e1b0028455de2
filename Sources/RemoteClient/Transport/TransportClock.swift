internal import APIMachinery
internal import Glibc

/// The time of the transport: that of certificates and tokens.
struct TransportClock: Sendable {
  var now: @Sendable () -> Timestamp
  var sleep: @Sendable (Duration) async throws -> Void

  static let system = TransportClock(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(nanosecondsSince1970: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    },
    sleep: { try await Task.sleep(for: $0) })
}
