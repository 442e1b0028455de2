/// Who makes a request.
///
/// Kubernetes: `authentication.k8s.io/v1 UserInfo`.
public struct UserInfo: Sendable, Hashable {
  public var name: String
  public var uid: String
  public var groups: [String]
  /// Further facts about the user, such as the pod that a token belongs to.
  public var extra: [String: [String]] = [:]

  public init(name: String, uid: String = "", groups: [String] = []) {
    self.name = name
    self.uid = uid
    self.groups = groups
  }

  /// The administrator: what the kubeconfig that the server writes stands for.
  public static let admin = UserInfo(
    name: "kubernetes-admin", groups: ["system:masters", "system:authenticated"])

  /// A loop of the control plane.
  public static func controller(_ name: String) -> UserInfo {
    UserInfo(
      name: "system:serviceaccount:kube-system:\(name)",
      groups: ["system:serviceaccounts", "system:serviceaccounts:kube-system", "system:authenticated"])
  }
}
