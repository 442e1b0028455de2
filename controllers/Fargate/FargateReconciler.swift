public import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Runs pods that a Fargate profile took: a micro-node and an interface for each, and away with both after it.
///
/// The key is a pod.
public struct FargateReconciler: Reconciler {
  /// Nodes and interfaces by the pod that they are for.
  static let byPod: IndexName = "fargate.pod"
  /// How long to wait for a cache that does not show a pod yet: should the pod go before it comes to the cache, nobody would
  /// tell of its end.
  private static let patience = Duration.seconds(5)

  private let ec2: any EC2
  private let latency: CloudLatency

  public init(ec2: any EC2, latency: CloudLatency = CloudLatency()) {
    self.ec2 = ec2
    self.latency = latency
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let ec2 = ec2.calling(through: context.client)
    let pod = context.cache.get(Pod.self, key).flatMap { $0.isForFargate ? $0 : nil }
    let isBehind = try await removeLeftovers(of: key, except: pod?.metadata.uid, ec2, context)
    guard let pod, !pod.hasEnded else { return isBehind ? .requeue(after: Self.patience) : .done }
    if let node = pod.spec.nodeName, !node.isEmpty { return try await giveAddress(pod, context) }
    if pod.metadata.isBeingDeleted { return .done }
    return try await FargateLaunch(pod: pod, ec2: ec2, latency: latency, context: context).run()
  }

  /// Removes nodes and interfaces of earlier pods of this name, or of one that is gone.
  ///
  /// The cache of pods may lag behind that of machines, so the API is asked before a machine goes under its pod.
  ///
  /// - Returns: Whether something is left that belongs to a pod which the cache does not show.
  private func removeLeftovers(
    of key: ObjectKey, except uid: String?, _ ec2: any EC2, _ context: ReconcileContext
  ) async throws -> Bool {
    let nodes = context.cache.list(Node.self, index: Self.byPod, key.description)
    let interfaces = context.cache.list(NetworkInterface.self, index: Self.byPod, key.description)
    let uids = Set(
      (nodes.map(\.metadata) + interfaces.map(\.metadata)).map { $0.labels[FargateNode.uidLabel] })
    guard uids.contains(where: { $0 != uid }) else { return false }
    let live = try await context.client.find(Pod.self, key)?.metadata.uid
    for node in nodes where ![uid, live].contains(node.metadata.labels[FargateNode.uidLabel]) {
      try await tolerating(.notFound) { try await context.client.delete(Node.self, node.key) }
    }
    for interface in interfaces
    where ![uid, live].contains(interface.metadata.labels[FargateNode.uidLabel]) {
      try await ec2.deleteNetworkInterface(interface.key)
    }
    return live != nil && live != uid && uids.contains(live)
  }

  /// EKS: Fargate, section 4: the pod's address is that of its interface.
  private func giveAddress(_ pod: Pod, _ context: ReconcileContext) async throws -> Action {
    guard (pod.status.podIP ?? "").isEmpty else { return .done }
    let interface = context.cache.list(NetworkInterface.self, index: Self.byPod, pod.key.description).first {
      $0.metadata.labels[FargateNode.uidLabel] == pod.metadata.uid
    }
    guard let address = interface?.status.privateIPAddress else { return .awaitChange }
    let text = JSON.string(address)
    // A conflict is tried again: nothing else would lead to another look at a pod that is still there.
    try await tolerating(.notFound) {
      try await context.client.patch(
        Pod.self, pod.key,
        .merge([
          "metadata": ["uid": .string(pod.metadata.uid ?? "")],
          "status": ["podIP": text, "podIPs": [["ip": text]]],
        ]), subresource: "status")
    }
    return .done
  }
}
