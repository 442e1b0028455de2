public import APIMachinery
import Synchronization

/// Spaces the looks at a large key out. A reconciler that reads a thousand dependents, each of which changes
/// several times while it starts, would cost the square of their number if it looked after every change.
///
/// After a look the key rests in proportion to what the look read: keys with few dependents never notice, and
/// large ones take a bounded share of the processor.
public final class ReconcilePace: Sendable {
  private let restPerObject: Duration
  private let rests = Mutex<[ObjectKey: Rest]>([:])

  private struct Rest {
    var start: Timestamp
    var length: Duration
  }

  /// - Parameter restPerObject: The rest after a look, for each object that it read.
  public init(restPerObject: Duration = .microseconds(60)) {
    self.restPerObject = restPerObject
  }

  /// How long to wait before the next look; `nil` when it may be now.
  public func wait(_ key: ObjectKey, now: Timestamp) -> Duration? {
    guard let rest = rests.withLock({ $0[key] }) else { return nil }
    let left = rest.start + rest.length - now
    // Longer than the rest itself is what a clock makes of it that has jumped back.
    return left > .zero && left <= rest.length ? left : nil
  }

  /// Notes a look that read `objects` dependents.
  public func note(_ key: ObjectKey, objects: Int, now: Timestamp) {
    rests.withLock { $0[key] = Rest(start: now, length: restPerObject * objects) }
  }

  public func forget(_ key: ObjectKey) {
    rests.withLock { $0[key] = nil }
  }
}
