public import APIMachinery
import Synchronization

extension Manager {
  /// A look that a controller will take by itself.
  public struct NextLook: Sendable, Hashable {
    public let controller: String
    public let key: ObjectKey
    public let time: Timestamp
  }

  /// When each controller will look again without a change, the soonest first.
  public var nextLooks: [NextLook] {
    let controllers = state.withLock { $0.controllers }
    let looks = controllers.compactMap { run in
      run.queue.nextTimer.map {
        NextLook(controller: run.controller.name, key: $0.key, time: $0.deadline)
      }
    }
    return looks.sorted { ($0.time, $0.controller) < ($1.time, $1.controller) }
  }
  /// The last time at which a key whose look failed is looked at again; `nil` when none waits for that.
  ///
  /// - Complexity: O(n) in the keys that wait or are ready.
  public var lastBackOff: Timestamp? {
    state.withLock { $0.controllers }.compactMap(\.queue.lastBackOff).max()
  }
}
