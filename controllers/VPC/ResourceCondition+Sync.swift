import APIMachinery
import ControllerRuntime
import EKSAPI

extension Array where Element == ResourceCondition {
  /// Says that the resource is as its spec wants it.
  ///
  /// ACK: condition types `ACK.ResourceSynced` and `ACK.Recoverable`.
  mutating func setSynced(at now: Timestamp) {
    setCondition("ACK.ResourceSynced", status: "True", reason: "Available", at: now)
    removeCondition("ACK.Recoverable")
  }

  /// Says what stands in the way of a deletion.
  ///
  /// - Returns: `true` when that is news.
  mutating func setBlocked(_ message: String, at now: Timestamp) -> Bool {
    setCondition("ACK.Recoverable", status: "True", reason: "DependencyViolation", message: message, at: now)
  }
}

/// The account that all simulated resources belong to.
enum CloudAccount {
  static let id = "111122223333"
}
