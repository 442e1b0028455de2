import APIMachinery
import Synchronization

/// What a webhook has made of stored objects for one version, by revision: a revision never changes.
final class ConvertedObjects: Sendable {
  private struct State {
    var objects: [UInt64: JSONObject] = [:]
    /// The revisions in the order in which they came.
    var order: [UInt64] = []
    var first = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  /// - Parameter limit: How many are kept; the oldest make room.
  init(limit: Int = 20_000) { self.limit = limit }

  func find(_ revision: UInt64) -> JSONObject? { state.withLock { $0.objects[revision] } }

  func insert(_ object: JSONObject, _ revision: UInt64) {
    state.withLock { state in
      guard state.objects.updateValue(object, forKey: revision) == nil else { return }
      state.order.append(revision)
      guard state.order.count - state.first > limit else { return }
      state.objects[state.order[state.first]] = nil
      state.first += 1
      guard state.first > limit else { return }
      state.order.removeFirst(state.first)
      state.first = 0
    }
  }
}
