import APIMachinery
public import ControllerRuntime
public import KubernetesAPI
import Synchronization
import VPCAddressing

/// The address allocators (`ipamd`) of all nodes: what each remembers, and where kubelets ask.
///
/// VPC CNI: a container runtime calls the plug-in (ADD) when it makes a pod's sandbox, and the plug-in asks the `ipamd` of
/// its node over a local socket. The address reaches the API with the status that the kubelet writes.
public final class AddressAllocators: Sendable {
  /// Sent the key of a pod that was refused when there is an address for it.
  public let freed = KeySignal()
  private let nodes = Mutex<[String: NodeAllocator]>([:])
  /// Whether kubelets ask for the addresses of their pods. If not, the loop reports every address itself.
  let servesKubelets: Bool

  /// The allocators of nodes whose kubelets ask with ``address(for:_:)``.
  public convenience init() { self.init(servesKubelets: true) }

  init(servesKubelets: Bool) { self.servesKubelets = servesKubelets }

  /// The address of a pod whose kubelet makes its sandbox: the one it has, or a free one of its node.
  ///
  /// - Returns: `nil` when there is none now; ``freed`` tells when there is. Also for a pod that is gone by now.
  public func address(for pod: Pod, _ context: ReconcileContext) -> String? {
    guard let node = pod.spec.nodeName else { return nil }
    return allocator(of: node).with { addresses in
      // Looked up while the loop cannot take a gone pod's address back.
      guard let present = context.cache.get(Pod.self, pod.key), present.metadata.uid == pod.metadata.uid,
        present.needsAddress
      else { return nil }
      return addresses.ask(pod, at: context.now)?.description
    }
  }

  func allocator(of node: String) -> NodeAllocator {
    nodes.withLock { nodes in
      if let known = nodes[node] { return known }
      let fresh = NodeAllocator()
      nodes[node] = fresh
      return fresh
    }
  }

  func forget(_ node: String) { nodes.withLock { $0[node] = nil } }
}

/// The allocator of one node, shared by the loop and the node's kubelet.
final class NodeAllocator: Sendable {
  private let addresses = Mutex(NodeAddresses())

  func with<Result: Sendable>(_ body: (inout NodeAddresses) throws -> Result) rethrows -> Result {
    try addresses.withLock { addresses in try body(&addresses) }
  }
}
