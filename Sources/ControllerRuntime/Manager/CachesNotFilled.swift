/// The caches of a manager were not filled in the time that they may take.
///
/// Kubernetes: controller-runtime, `timed out waiting for cache to be synced`.
public struct CachesNotFilled: Error, Hashable, Sendable, CustomStringConvertible {
  public let timeout: Duration
  /// What is waited for, by whom, and why it does not come: a sentence for each.
  public let troubles: [String]

  public var description: String {
    "the caches were not filled within \(timeout): \(troubles.joined(separator: "; "))"
  }
}
