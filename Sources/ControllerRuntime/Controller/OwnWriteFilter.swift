import APIMachinery
import Synchronization

/// Knows the changes that the last look at a key made itself.
///
/// A change can come before the look has ended, in which case the queue asks when it does, or after it.
final class OwnWriteFilter: Sendable {
  /// Looks that wrote more than this are not followed.
  private static let writeLimit = 8
  /// How many keys are followed; the oldest are forgotten.
  private static let memory = 4096

  private let revisions = Mutex(RecentMap<ObjectKey, [String]>(capacity: memory))

  /// Notes what a look wrote. One that wrote nothing leaves what is known of the looks before.
  func note(_ writes: [ReconcileRecord.Write], of key: ObjectKey) {
    guard !writes.isEmpty else { return }
    let own = writes.count > Self.writeLimit ? [] : writes.map(\.resourceVersion).filter { !$0.isEmpty }
    revisions.withLock { $0[key] = own }
  }

  /// Whether `cause` is a change that the last look at `key` made.
  func isOwn(_ cause: Cause, of key: ObjectKey) -> Bool {
    switch cause.kind {
    case .added, .modified, .deleted: break
    case .startup, .requeue, .backoff, .source: return false
    }
    guard let own = revisions.withLock({ $0[key] }) else { return false }
    return own.contains(cause.resourceVersion)
  }
}
