import APIMachinery
import Synchronization

@testable import RemoteClient

/// A clock that a test moves; waits are noted and take no time.
final class TestClock: Sendable {
  private struct State {
    var now = Timestamp(secondsSince1970: 1_800_000_000)
    var waits: [Duration] = []
  }

  private let state = Mutex(State())

  var now: Timestamp { state.withLock { $0.now } }
  var waits: [Duration] { state.withLock { $0.waits } }

  func advance(by duration: Duration) { state.withLock { $0.now = $0.now + duration } }

  var transport: TransportClock {
    TransportClock(
      now: { self.now },
      sleep: { duration in
        self.state.withLock { state in
          state.waits.append(duration)
          state.now = state.now + duration
        }
      })
  }
}

/// Runs `body` with a transport to a scripted server.
func withTransport<Result: Sendable>(
  to server: ScriptedServer, authorization: ClientConfiguration.Authorization = .none,
  clock: TestClock = TestClock(), _ change: (inout ClientConfiguration) -> Void = { _ in },
  _ body: (HTTPTransport) async throws -> Result
) async throws -> Result {
  var configuration = ClientConfiguration(server: "http://\(server.address)", authorization: authorization)
  change(&configuration)
  let transport = try HTTPTransport(configuration, clock: clock.transport, onWarning: { _ in })
  do {
    let result = try await body(transport)
    await transport.shutdown()
    return result
  } catch {
    await transport.shutdown()
    throw error
  }
}
