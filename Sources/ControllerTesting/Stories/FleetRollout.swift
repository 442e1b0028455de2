import APIMachinery
import KubernetesAPI
import KubernetesClient

/// The story by which determinism is judged: three node groups, a Fargate profile, and 500 pods through a rolling
/// update.
public struct FleetRollout: Sendable {
  /// How many pods there are: on nodes, and on Fargate.
  public let pods: Int
  public let fargatePods: Int
  private let deployments: Int

  /// - Parameter scale: 1 for the 500 pods; less for a quicker run of the same shape.
  public init(scale: Double = 1) {
    deployments = 7
    pods = max(7, Int(490 * scale) / 7 * 7)
    fargatePods = max(1, Int(10 * scale))
  }

  /// Runs the story.
  ///
  /// - Throws: ``ExpectationFailure`` when the cluster does not get there.
  public func run(in cluster: SimulatedCluster) async throws {
    try await cluster.apply(Self.ground.manifest)
    try await cluster.apply(groups)
    for number in 0..<deployments { try await cluster.apply(deployment(number)) }
    try await cluster.apply(batch)
    try await wait(for: "1.0", in: cluster)
    for number in 0..<deployments { try await update("service-\(number)", "default", in: cluster) }
    try await update("batch", "jobs", in: cluster)
    try await wait(for: "2.0", in: cluster)
  }

  private func update(_ name: String, _ namespace: String, in cluster: SimulatedCluster) async throws {
    let key = ObjectKey(namespace: namespace, name: name)
    var deployment = try await cluster.client.get(Deployment.self, key)
    deployment.spec.template.spec.containers[0].image = "registry.example/app:2.0"
    try await cluster.client.update(deployment)
  }

  /// Waits until all pods are of `version` and ready, and no other pod is left.
  private func wait(for version: String, in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("all pods of \(version) ready", within: .seconds(3600), step: .seconds(10)) {
      let pods = try await cluster.list(Pod.self).filter { !$0.isOfDaemonSet }
      guard pods.count == self.pods + fargatePods else { return false }
      return pods.allSatisfy { pod in
        pod.spec.containers.first?.image?.hasSuffix(version) == true
          && pod.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
      }
    }
  }

  // MARK: Manifests

  private static let ground = Ground(
    network: "fleet", cluster: "fleet", subnets: ["10.0.0.0/21", "10.0.8.0/21", "10.0.16.0/21"])

  private var groups: String {
    let groups = [("general", "m5.4xlarge", 2), ("compute", "c5.4xlarge", 2), ("memory", "r5.4xlarge", 2)]
    return groups.map { name, type, size in
      Self.ground.nodeGroup(name, type: type, min: 1, desired: size, max: 4)
    }.joined(separator: "\n---\n")
  }

  private func deployment(_ number: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: service-\(number)}
    spec:
      replicas: \(pods / deployments)
      selector: {matchLabels: {app: service-\(number)}}
      template:
        metadata: {labels: {app: service-\(number)}}
        spec:
          containers:
          - {name: app, image: "registry.example/app:1.0", resources: {requests: {cpu: 20m, memory: 32Mi}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: service-\(number)}
    spec: {selector: {app: service-\(number)}, ports: [{port: 80}]}
    """
  }

  private var batch: String {
    """
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: FargateProfile
    metadata: {name: batch}
    spec:
      name: batch
      clusterRef: {from: {name: fleet}}
      podExecutionRoleARN: arn:aws:iam::111122223333:role/fargate
      subnetRefs: [{from: {name: a}}, {from: {name: b}}]
      selectors: [{namespace: jobs}]
    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: jobs}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: batch, namespace: jobs}
    spec:
      replicas: \(fargatePods)
      selector: {matchLabels: {app: batch}}
      template:
        metadata: {labels: {app: batch}}
        spec: {containers: [{name: app, image: "registry.example/app:1.0"}]}
    """
  }
}
