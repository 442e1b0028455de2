public import ControllerRuntime
public import KubernetesAPI

/// The network plug-in of the nodes, as their container runtimes call it.
///
/// Kubernetes: CNI. A runtime that makes a pod's sandbox calls the plug-in on the node itself; nothing of it goes through
/// the API. The kubelet reports the address with the pod's status.
public struct PodNetwork: Sendable {
  let add: @Sendable (Pod, ReconcileContext) -> String?
  let freed: KeySignal

  /// - Parameters:
  ///   - freed: Sent the key of a pod that was refused when there is an address for it.
  ///   - add: The address of a pod whose sandbox is made; `nil` when there is none now.
  public init(freed: KeySignal, add: @escaping @Sendable (Pod, ReconcileContext) -> String?) {
    self.freed = freed
    self.add = add
  }
}
