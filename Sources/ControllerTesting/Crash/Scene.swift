import APIMachinery
import ControllerRuntime
import Simulation
import Synchronization

/// What is to be said of a run that did not end by itself.
final class Scene: Sendable {
  private struct State {
    var trace: Trace?
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

  func enter(_ trace: Trace) { state.withLock { $0.trace = trace } }

  /// Remembers what the test throws: the run may be unable to end then.
  func noting<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch {
      state.withLock { $0.failure = error }
      throw error
    }
  }

  /// What to throw when nothing can happen any more: what the test threw, if it did, and else who still waits.
  func explanation(of error: SimulationError) -> any Error {
    let (trace, failure) = state.withLock { ($0.trace, $0.failure) }
    if let failure { return failure }
    var error = error
    error.waiting = trace?.ongoing.map { "\($0) since \($0.startedAt.rfc3339)" } ?? []
    return error
  }
}
