/// Why a pod does not fit a node.
struct Rejection: Sendable, Equatable {
  /// In Kubernetes' words, as they are counted in the pod's event.
  var reasons: [String]
  /// False when removing pods from the node cannot help.
  var isResolvable: Bool

  init(_ reasons: [String], isResolvable: Bool) {
    self.reasons = reasons
    self.isResolvable = isResolvable
  }

  static let unschedulable = Rejection(["node(s) were unschedulable"], isResolvable: false)
  static let nodeName = Rejection(["node(s) didn't match the requested node name"], isResolvable: false)
  static let untoleratedTaint = Rejection(["node(s) had untolerated taint(s)"], isResolvable: false)
  static let nodeAffinity = Rejection(
    ["node(s) didn't match Pod's node affinity/selector"], isResolvable: false)
  static let ports = Rejection(
    ["node(s) didn't have free ports for the requested pod ports"], isResolvable: true)
  static let spread = Rejection(
    ["node(s) didn't match pod topology spread constraints"], isResolvable: true)
  static let spreadLabel = Rejection(
    ["node(s) didn't match pod topology spread constraints (missing required label)"], isResolvable: false)
  static let affinity = Rejection(["node(s) didn't match pod affinity rules"], isResolvable: false)
  static let antiAffinity = Rejection(["node(s) didn't match pod anti-affinity rules"], isResolvable: true)
  static let existingAntiAffinity = Rejection(
    ["node(s) didn't satisfy existing pods anti-affinity rules"], isResolvable: true)
}
