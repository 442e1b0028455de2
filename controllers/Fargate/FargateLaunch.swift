import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Brings one pod without a node onto Fargate.
struct FargateLaunch {
  private static let retryInterval = Duration.seconds(60)
  /// How long a launch rests when the account has made too many calls.
  private static let throttledInterval = Duration.seconds(5)

  let pod: Pod
  let ec2: any EC2
  let latency: CloudLatency
  let context: ReconcileContext

  func run() async throws -> Action {
    guard let profile = profile() else {
      return refuse("Misconfigured Fargate Profile: no profile of this name is active")
    }
    if let refusal = FargateSupport.refusal(of: pod) { return refuse(refusal) }
    guard let size = FargateSizeTable.size(for: pod.fargateRequest) else {
      return refuse("Pod provisioning failed: Your pod's cpu/memory resource configuration is invalid.")
    }
    let found: NetworkInterface?
    do throws(EC2Error) {
      found = try await interface(profile)
    } catch {
      guard error.isThrottled else { throw error }
      _ = refuse("Pod provisioning timed out (will retry) for pod: \(pod.key)")
      return .requeue(after: Self.throttledInterval)
    }
    guard let interface = found else {
      _ = refuse(
        "Fargate capacity is unavailable at this time. Please try again later or in a different availability zone"
      )
      return .requeue(after: Self.retryInterval)
    }
    let started = interface.metadata.creationTimestamp ?? context.now
    let left = latency.scaled(latency.fargate) - (context.now - started)
    if left > .zero { return .requeue(after: left) }
    let node = FargateNode(pod: pod, size: size, interface: interface)
    try await register(node)
    try await annotate(size)
    try await bind(to: node.name)
    return .awaitChange
  }

  private func refuse(_ message: String) -> Action {
    context.events.warning(pod, "FailedScheduling", message)
    return .awaitChange
  }

  private func profile() -> FargateProfile? {
    let name = pod.metadata.labels[FargateMatching.profileLabel]
    return context.cache.list(FargateProfile.self).first { profile in
      profile.profileName == name && !profile.metadata.isBeingDeleted
    }
  }

  /// The pod's interface, made in the profile's subnet with the most free addresses; `nil` when none has any.
  private func interface(_ profile: FargateProfile) async throws(EC2Error) -> NetworkInterface? {
    let subnets = profile.resolvedSubnets(
      among: context.cache.list(Subnet.self, namespace: profile.key.namespace))
    let order = subnets.enumerated().sorted { left, right in
      let a = left.element.status.availableIPAddressCount ?? 0
      let b = right.element.status.availableIPAddressCount ?? 0
      return a != b ? a > b : left.offset < right.offset
    }
    for subnet in order.map(\.element) {
      do throws(EC2Error) {
        return try await ec2.createNetworkInterface(request(subnet))
      } catch {
        if !error.isSubnetExhausted && error.code != .subnetNotFound { throw error }
      }
    }
    return nil
  }

  private func request(_ subnet: Subnet) -> CreateNetworkInterfaceRequest {
    let uid = pod.metadata.uid ?? ""
    var request = CreateNetworkInterfaceRequest(clientToken: "fargate/\(uid)", subnet: subnet.key)
    request.description = "Fargate pod \(pod.key)"
    request.labels = [
      FargateNode.uidLabel: uid,
      FargateMatching.profileLabel: pod.metadata.labels[FargateMatching.profileLabel] ?? "",
    ]
    request.annotations = [FargateNode.podAnnotation: pod.key.description]
    return request
  }

  private func register(_ fargate: FargateNode) async throws {
    let wanted = fargate.node(at: context.now)
    do throws(StatusError) {
      var node = try await context.client.create(wanted)
      if node.status.capacity.isEmpty {
        node.status = wanted.status
        try await context.client.updateStatus(node)
      }
    } catch {
      if !error.isAlreadyExists { throw error }
    }
  }

  /// EKS: Fargate, section 6: what the log router of all pods is set up by.
  private static let logging = ObjectKey(namespace: "aws-observability", name: "aws-logging")

  /// EKS: Fargate, section 3: what was provisioned; section 6: whether there is a log router.
  private func annotate(_ size: FargateSize) async throws {
    guard pod.metadata.annotations["CapacityProvisioned"] == nil else { return }
    let hasLogging = context.cache.get(ConfigMap.self, Self.logging) != nil
    try await context.client.patch(
      Pod.self, pod.key,
      .merge([
        "metadata": [
          "annotations": [
            "CapacityProvisioned": .string(size.capacityProvisioned),
            "Logging": hasLogging ? "LoggingEnabled" : "LoggingDisabled: LOGGING_CONFIGMAP_NOT_FOUND",
          ]
        ]
      ]))
    if hasLogging {
      context.events.normal(pod, "LoggingEnabled", "Successfully enabled logging for pod")
      return
    }
    context.events.warning(
      pod, "LoggingDisabled",
      "Disabled logging because aws-logging configmap was not found. configmap \"aws-logging\" not found")
  }

  private func bind(to node: String) async throws {
    let binding = Binding {
      $0.metadata.name = pod.metadata.name
      $0.metadata.namespace = pod.metadata.namespace
      $0.metadata.uid = pod.metadata.uid
      $0.target = ObjectReference {
        $0.apiVersion = "v1"
        $0.kind = "Node"
        $0.name = node
      }
    }
    _ = try await context.client.create(
      Pod.definition.groupVersionResource, pod.key, subresource: "binding", object: DynamicObject(binding),
      options: WriteOptions())
    context.events.normal(pod, "Scheduled", "Successfully assigned \(pod.key) to \(node)")
  }
}

extension FargateProfile {
  /// The name in EKS: `spec.name`, or the object's.
  var profileName: String { spec.name.isEmpty ? metadata.name ?? "" : spec.name }

  /// The subnets that the profile refers to, or names by id, in its order.
  func resolvedSubnets(among subnets: [Subnet]) -> [Subnet] {
    let referred = spec.subnetRefs.compactMap { reference in
      subnets.first { $0.metadata.name == reference.from.name }
    }
    let named = spec.subnets.compactMap { id in
      subnets.first { $0.status.subnetID == id || $0.metadata.name == id }
    }
    let all = referred + named.filter { subnet in !referred.contains { $0.key == subnet.key } }
    // Without any, all private subnets serve.
    return spec.subnetRefs.isEmpty && spec.subnets.isEmpty
      ? subnets.filter { $0.spec.mapPublicIPOnLaunch != true } : all
  }
}
