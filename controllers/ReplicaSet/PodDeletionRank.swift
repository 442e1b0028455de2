import APIMachinery

/// What decides which pods of a shrinking ReplicaSet go first: the pod whose loss costs least.
///
/// Kubernetes: `pkg/controller/controller_utils.go`, `ActivePodsWithRanks.Less`: eight keys, the first that
/// differs decides.
struct PodDeletionRank: Hashable, Sendable {
  /// How far a pod has come; the less, the earlier it goes.
  enum Phase: Int, Comparable, Sendable {
    case pending, unknown, running

    static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
  }

  var isAssigned: Bool
  var phase: Phase
  var isReady: Bool
  /// The annotation `controller.kubernetes.io/pod-deletion-cost`; zero when it is missing or malformed.
  var deletionCost: Int
  /// How many active pods of the same owner run on the same node.
  var neighbours: Int
  /// Since when the pod is ready.
  var readySince: Timestamp?
  /// The largest restart count of its containers.
  var restarts: Int
  var createdAt: Timestamp?
  var uid: String

  /// True when this pod goes before `other`.
  ///
  /// - Parameter now: Ages are compared on a logarithmic scale, so that a pod a bit older is not always spared.
  func precedes(_ other: PodDeletionRank, now: Timestamp) -> Bool {
    if isAssigned != other.isAssigned { return !isAssigned }
    if phase != other.phase { return phase < other.phase }
    if isReady != other.isReady { return !isReady }
    if deletionCost != other.deletionCost { return deletionCost < other.deletionCost }
    if neighbours != other.neighbours { return neighbours > other.neighbours }
    if isReady, readySince != other.readySince {
      return Self.isYounger(readySince, other.readySince, now: now) ?? (uid < other.uid)
    }
    if restarts != other.restarts { return restarts > other.restarts }
    if createdAt != other.createdAt {
      return Self.isYounger(createdAt, other.createdAt, now: now) ?? (uid < other.uid)
    }
    return uid < other.uid
  }

  /// Whether `left` is the later moment; `nil` when both are about equally long ago. An unknown moment is the
  /// latest.
  private static func isYounger(_ left: Timestamp?, _ right: Timestamp?, now: Timestamp) -> Bool? {
    guard let left, let right else { return left == nil }
    let (leftBucket, rightBucket) = (ageBucket(now - left), ageBucket(now - right))
    return leftBucket == rightBucket ? nil : leftBucket < rightBucket
  }

  /// The binary logarithm of an age in nanoseconds.
  private static func ageBucket(_ age: Duration) -> Int {
    let nanoseconds = age.nanosecondsClamped
    return nanoseconds <= 0 ? -1 : Int64.bitWidth - 1 - nanoseconds.leadingZeroBitCount
  }
}
