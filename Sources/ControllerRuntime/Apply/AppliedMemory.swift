import APIMachinery
import Synchronization

/// What a controller applied, and what became of it: the server may write a value in another way than it was given,
/// `1000m` as `1`, and an apply of the same would change nothing.
final class AppliedMemory: Sendable {
  struct Place: Hashable, Sendable {
    let resource: GroupVersionResource
    let key: ObjectKey
  }

  private struct Applied {
    let wanted: JSONObject
    let result: JSONObject
  }

  /// How many objects are remembered; the oldest are forgotten, at the price of an apply without effect.
  private static let capacity = 4096

  private let state = Mutex(RecentMap<Place, Applied>(capacity: capacity))

  /// Whether `applied` is what became of `wanted`.
  func isSettled(_ place: Place, _ wanted: JSONObject, _ applied: JSONObject) -> Bool {
    guard let known = state.withLock({ $0[place] }) else { return false }
    return known.wanted == wanted && known.result == applied
  }

  func note(_ place: Place, _ wanted: JSONObject, _ result: JSONObject?) {
    state.withLock { $0[place] = result.map { Applied(wanted: wanted, result: $0) } }
  }
}
