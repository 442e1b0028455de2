/// Which Fargate profile takes a pod.
///
/// EKS: Fargate, section 2: decided once, when the pod is created.
public enum FargateMatching {
  /// The pod's label that names its profile; a user may set it to pick one of several.
  public static let profileLabel = "eks.amazonaws.com/fargate-profile"
  /// The pod's annotation that keeps Fargate off when it says `ec2`, and the node's label.
  public static let computeType = "eks.amazonaws.com/compute-type"
  /// The scheduler of matched pods.
  public static let schedulerName = "fargate-scheduler"
  /// The priority class of matched pods.
  public static let priorityClassName = "system-node-critical"

  /// The name of the profile that takes the pod; `nil` when none does.
  ///
  /// The alphanumerically first of the matching profiles wins, unless the pod's profile label names another one
  /// that matches too. A label that names a profile which does not match leaves the pod to the other schedulers.
  ///
  /// - Parameters:
  ///   - profiles: The profiles that are active.
  ///   - labels: The pod's labels, in any order.
  ///   - annotations: The pod's annotations.
  public static func profile(
    among profiles: [FargateProfileMatcher], namespace: String, labels: [(key: String, value: String)],
    annotations: [(key: String, value: String)]
  ) -> String? {
    if annotations.contains(where: { $0.key == computeType && $0.value == "ec2" }) { return nil }
    let wanted = labels.first { $0.key == profileLabel }?.value
    return
      profiles.lazy
      .filter { wanted == nil || $0.name == wanted }
      .filter { $0.matches(namespace: namespace, labels: labels) }
      .map(\.name)
      .min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
