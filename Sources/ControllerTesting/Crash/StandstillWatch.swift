import APIMachinery
import ControllerRuntime
import Simulation
import Synchronization

/// Notices that controllers are busy and time hardly passes, and ends the run.
///
/// It counts looks, not seconds, so that the same seed comes to the same end everywhere.
final class StandstillWatch: Sendable {
  /// How many looks at one key have no end: more than a sane controller has objects to hear of ...
  static let limit = 5000
  /// ... within this time: a loop that rests for some microseconds after a look does not let it stand still altogether.
  private static let window = Duration.seconds(1)
  /// From how many looks on they are counted by key: almost no second has so many.
  private static let grace = 200
  /// How many keys are told apart; a loop that makes its keys up has no end of them.
  private static let places = 10_000

  private struct Place: Hashable, Sendable {
    let controller: String
    let key: ObjectKey
  }

  private struct State {
    var moment: Timestamp
    var looks = 0
    var byPlace: [Place: Int] = [:]
    var byController: [String: Int] = [:]
    var last: [ReconcileRecord] = []

    /// - Returns: How often the key was looked at, as far as that was counted.
    mutating func count(_ record: ReconcileRecord, at now: Timestamp) -> Int {
      if now - moment >= StandstillWatch.window { self = State(moment: now) }
      looks += 1
      guard looks > StandstillWatch.grace else { return 0 }
      last = last.suffix(5) + [record]
      byController[record.controller, default: 0] += 1
      let place = Place(controller: record.controller, key: record.key)
      guard byPlace.count < StandstillWatch.places || byPlace[place] != nil else { return 0 }
      byPlace[place, default: 0] += 1
      return byPlace[place] ?? 0
    }
  }

  private let simulation: Simulation
  private let state: Mutex<State>

  init(_ simulation: Simulation) {
    self.simulation = simulation
    state = Mutex(State(moment: simulation.time.now()))
  }

  func observe(_ record: ReconcileRecord) {
    let now = simulation.time.now()
    guard state.withLock({ $0.count(record, at: now) }) == Self.limit, let finding else { return }
    simulation.abort(with: finding)
  }

  /// Who is busiest at present; `nil` when nobody looks at anything.
  var finding: Standstill? {
    let state = state.withLock { $0 }
    guard
      let (place, looks) = state.byPlace.max(by: {
        ($0.value, $1.key.controller, $1.key.key) < ($1.value, $0.key.controller, $0.key.key)
      })
    else { return nil }
    let controllers = state.byController.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Standstill(
      seed: simulation.seed, time: simulation.time.now(), controller: place.controller, key: place.key,
      looks: looks,
      looksByController: controllers.map { "\($0.key) \($0.value)" },
      lastReconciles: state.last.map(\.description))
  }
}
