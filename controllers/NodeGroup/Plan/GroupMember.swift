import APIMachinery

/// One instance of a node group, as far as planning needs to know it.
struct GroupMember: Sendable, Hashable {
  /// EKS: node groups, section 7: an instance that has not become a ready node in this time is a failure.
  static let joinLimit = Duration.seconds(15 * 60)

  var id: String
  /// The subnet it was launched into, and that one's zone.
  var subnet: String
  var zone: String
  var launchedAt: Timestamp
  /// Whether its node has joined and is ready.
  var isReady = false
  /// Whether it was launched so short a time ago that its node may still become ready.
  var isStarting = false
  /// Whether it runs the image of the group's present version.
  var isCurrent = true
  /// Whether its node takes no new pods.
  var isCordoned = false
  /// Whether its node is being emptied already.
  var isDraining = false
  /// Whether EC2 recommends to replace it, because it may want its spot capacity back.
  var isEndangered = false
  /// Whether someone chose it to go: the autoscaler, or EC2, which wants its spot capacity back.
  var isChosen = false

  /// Whether it goes, sooner or later.
  var isLeaving: Bool { isDraining || isChosen || isEndangered }
}

/// A subnet that a node group may launch into.
struct GroupSubnet: Sendable, Hashable {
  var name: String
  var zone: String
}
