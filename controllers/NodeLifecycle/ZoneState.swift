/// How many of a zone's nodes are lost, and so how fast its pods may be moved: when a whole zone goes dark the
/// fault is likelier in the network than in every machine.
///
/// Kubernetes: `pkg/controller/nodelifecycle`, `ComputeZoneState`, `setLimiterInZone`.
enum ZoneState: String, Sendable {
  case initial = "Initial"
  case normal = "Normal"
  case partialDisruption = "PartialSegmentation"
  case fullDisruption = "FullSegmentation"

  /// The share of lost nodes from which a zone counts as partly disrupted.
  static let unhealthyThresholdPercent = 55
  /// A zone with more nodes than this is large.
  static let largeClusterThreshold = 50
  /// Nodes a second whose pods are evicted in a healthy zone: one in ten seconds.
  static let evictionsPerSecond = 0.1
  /// The same in a large zone that is partly disrupted.
  static let secondaryEvictionsPerSecond = 0.01

  init(ready: Int, notReady: Int) {
    let total = ready + notReady
    if ready == 0, notReady > 0 {
      self = .fullDisruption
    } else if notReady > 2, notReady * 100 >= Self.unhealthyThresholdPercent * total {
      self = .partialDisruption
    } else {
      self = .normal
    }
  }

  /// How many nodes a second may get a NoExecute taint; zero when none may.
  ///
  /// - Parameter isEveryZoneDark: No zone has a ready node: then nothing is evicted at all.
  func evictionRate(zoneSize: Int, isEveryZoneDark: Bool) -> Double {
    if isEveryZoneDark { return 0 }
    switch self {
    case .initial, .normal, .fullDisruption: return Self.evictionsPerSecond
    case .partialDisruption:
      return zoneSize > Self.largeClusterThreshold ? Self.secondaryEvictionsPerSecond : 0
    }
  }
}
