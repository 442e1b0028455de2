public import APIMachinery
internal import KubernetesAPI

extension SchemaCatalog {
  /// The kinds of the AWS side: EKS and EC2 as AWS Controllers for Kubernetes write them.
  public static let eks = declared(Schemas.all, on: kubernetes)

  /// The kinds of Kubernetes and those of the AWS side.
  public static let all = kubernetes.merging(eks)
}
