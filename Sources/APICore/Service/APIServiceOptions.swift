/// How the API is to be.
public struct APIServiceOptions: Sendable {
  /// The range of the services' addresses. EKS: 10.100.0.0/16 unless the VPC overlaps it.
  public var serviceCIDR: String
  /// The ports of the nodes that services can have.
  public var nodePorts: ClosedRange<Int>
  /// Whether EC2 knows an instance type of that name.
  public var isInstanceType: @Sendable (String) -> Bool
  /// Whether a pod may be created before its service account exists.
  ///
  /// Kubernetes refuses it; a test without the loop that makes the default account may allow it.
  public var requiresServiceAccounts: Bool
  public var authorizer: any Authorizer
  /// Who looks at writes after the policies.
  public var admission: [any AdmissionPlugin] = []
  /// Where what policies note about requests is written down.
  public var audit: (any AdmissionAudit)?
  /// Who issues the tokens of service accounts. Kubernetes: `--service-account-issuer`.
  public var tokenIssuer = "https://kubernetes.default.svc.cluster.local"
  /// Whom tokens are for that name nobody. Kubernetes: `--api-audiences`; EKS: this one.
  public var tokenAudiences = ["https://kubernetes.default.svc"]

  public init(
    serviceCIDR: String = "10.100.0.0/16", nodePorts: ClosedRange<Int> = 30000...32767,
    isInstanceType: @escaping @Sendable (String) -> Bool = { _ in true },
    requiresServiceAccounts: Bool = true,
    authorizer: any Authorizer = AlwaysAllow()
  ) {
    self.serviceCIDR = serviceCIDR
    self.nodePorts = nodePorts
    self.isInstanceType = isInstanceType
    self.requiresServiceAccounts = requiresServiceAccounts
    self.authorizer = authorizer
  }
}
