/// Who sent a request.
public struct AuthenticatedUser: Sendable, Hashable {
  public var name: String
  public var groups: [String]

  public init(name: String, groups: [String]) {
    self.name = name
    self.groups = groups
  }

  /// Kubernetes: the user of a request without credentials.
  public static let anonymous = AuthenticatedUser(
    name: "system:anonymous", groups: ["system:unauthenticated"])

  /// Who the written kubeconfig names.
  public static let admin = AuthenticatedUser(
    name: "kubernetes-admin", groups: ["system:masters", "system:authenticated"])

  public var isAnonymous: Bool { name == "system:anonymous" }
}
