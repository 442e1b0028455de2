import APIMachinery
import ControllerRuntime

/// How a run ended.
struct RunResult: Sendable {
  /// What the body, or the end of the run, demanded and did not get.
  var failure: RunFailure?
  var state: CapturedState
  /// How often each object was deleted whose name the API did not make up.
  var deletions: [String: Deletions]
  /// Whether the controllers saw a past state for a while, or not all of the present one.
  var wasBlind: Bool

  struct Deletions: Sendable {
    var count = 0
    /// How many of them fell into a while in which the controllers did not see the present state.
    var blindCount = 0
    /// How many were of objects that had come back while the controllers did not see that they were gone.
    var unwantedCount = 0
  }
  var profile: RunProfile
  /// The faults of the plan that had a place in the run.
  var fired: [Fault]
  /// All that was written.
  var history: History?
  var timeline: [Timeline.Entry]
  /// What the detectors found, where they looked.
  var flaws: [Flaw]
  /// Whether somebody read events, or might have.
  var readsEvents = false

  /// Tells whether two runs went the same way.
  var digest: Digest? { history?.digest }
}

/// Why a run failed.
struct RunFailure: Hashable, Sendable, CustomStringConvertible {
  enum Kind: String, Sendable { case body, noRest, deadlock, standstill, finalState, deletions, finding }

  let kind: Kind
  let description: String
}
