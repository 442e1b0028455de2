import APIMachinery

/// One instance of a node group, as far as planning needs to know it.
struct GroupMember: Sendable, Hashable {
  var id: String
  /// The subnet it was launched into, and that one's zone.
  var subnet: String
  var zone: String
  var launchedAt: Timestamp
  /// Whether its node has joined and is ready.
  var isReady = false
  /// Whether it runs the image of the group's present version.
  var isCurrent = true
  /// Whether its node is being emptied already.
  var isDraining = false
  /// Whether someone chose it to go: the autoscaler, or EC2, which wants its spot capacity back.
  var isChosen = false
}

/// A subnet that a node group may launch into.
struct GroupSubnet: Sendable, Hashable {
  var name: String
  var zone: String
}
