internal import APIMachinery
internal import Synchronization

/// Counts the calls of an account to EC2, each action by itself in each region, and refuses those over the quota.
///
/// EC2: `ec2-api-throttling`: a token bucket an action, and a second one for the resources that it is about. The
/// account is the one that all callers of one cloud share. A process that starts anew finds full buckets.
final class RequestThrottle: Sendable {
  private struct Key: Hashable {
    let region: String
    let action: EC2Action
  }

  private struct Buckets {
    var requests: RequestBucket
    var resources: RequestBucket?
  }

  private let scale: Double
  private let buckets = Mutex<[Key: Buckets]>([:])

  /// - Parameter scale: Multiplies the time that buckets take to fill; with 0 nothing is refused.
  init(scale: Double) { self.scale = scale }

  /// Whether any call can be refused.
  var isOn: Bool { scale > 0 }

  /// Counts a request.
  ///
  /// - Parameter resources: How many resources the request is about. More than the bucket can ever hold are refused.
  /// - Throws: `RequestLimitExceeded`; then nothing is taken.
  func spend(
    _ action: EC2Action, region: String, resources count: Int = 1, at now: Timestamp
  ) throws(EC2Error) {
    guard isOn else { return }
    let isGranted = buckets.withLock { buckets in
      let key = Key(region: region, action: action)
      var pair =
        buckets[key]
        ?? Buckets(
          requests: RequestBucket(action.requestQuota),
          resources: action.resourceQuota.map { RequestBucket($0) })
      defer { buckets[key] = pair }
      guard pair.requests.has(1, at: now, scale: scale),
        pair.resources?.has(count, at: now, scale: scale) ?? true
      else { return false }
      pair.requests.take(1)
      pair.resources?.take(count)
      return true
    }
    if !isGranted { throw EC2Error(.requestLimitExceeded, "Request limit exceeded.", action: action) }
  }
}
