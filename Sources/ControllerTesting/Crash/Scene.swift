import APIMachinery
import ControllerRuntime
import Simulation
import Synchronization

/// What is to be said of a run that did not end by itself.
final class Scene: Sendable {
  private struct State {
    var trace: Trace?
    var standstill: StandstillWatch?
    var failure: (any Error)?
  }

  /// The run that the calling task is part of.
  @TaskLocal static var current: Scene?

  /// The plan of the run, as Swift.
  let plan: String
  private let state = Mutex(State())

  init(_ plan: FaultPlan) {
    self.plan = plan.description
  }

  func enter(_ trace: Trace, _ standstill: StandstillWatch) {
    state.withLock { ($0.trace, $0.standstill) = (trace, standstill) }
  }

  /// Remembers what the test throws: the run may be unable to end then.
  func noting<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch {
      state.withLock { $0.failure = error }
      throw error
    }
  }

  /// What to throw when the run gets no further: what the test threw, if it did, and else who still waits or is busy.
  func explanation(of error: SimulationError) -> any Error {
    let state = state.withLock { $0 }
    if let failure = state.failure { return failure }
    if error.kind == .standstill, let finding = state.standstill?.finding { return finding }
    var error = error
    error.waiting = state.trace?.ongoing.map { "\($0) since \($0.startedAt.rfc3339)" } ?? []
    return error
  }
}
