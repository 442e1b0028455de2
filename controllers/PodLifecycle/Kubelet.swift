import APIMachinery
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import Synchronization

/// What all simulated kubelets remember: of their pods, and which images their nodes have.
///
/// It may be lost at any time: then steps under way begin anew and images are fetched again.
final class Kubelets: Sendable {
  private struct State: Sendable {
    var pods: [ObjectKey: (uid: String, memory: PodMemory)] = [:]
    var images: [String: Set<String>] = [:]
  }

  private let state = Mutex(State())

  func memory(of key: ObjectKey, uid: String) -> PodMemory {
    state.withLock { state in
      guard let known = state.pods[key], known.uid == uid else { return PodMemory() }
      return known.memory
    }
  }

  func remember(_ memory: PodMemory, of key: ObjectKey, uid: String) {
    state.withLock { $0.pods[key] = (uid, memory) }
  }

  func forget(_ key: ObjectKey) {
    state.withLock { $0.pods[key] = nil }
  }

  func forget(_ key: ObjectKey, uid: String) {
    state.withLock { state in
      if state.pods[key]?.uid == uid { state.pods[key] = nil }
    }
  }

  func has(_ image: String, on node: String) -> Bool {
    state.withLock { $0.images[node]?.contains(image) ?? false }
  }

  func noteFetched(_ images: [String], on node: String) {
    guard !images.isEmpty else { return }
    state.withLock { state in state.images[node, default: []].formUnion(images) }
  }

  func forget(node: String) {
    state.withLock { $0.images[node] = nil }
  }
}

/// Whether a node's kubelet is at work.
enum KubeletPower {
  /// Stops a node's kubelet, as a test of what happens then: `swiftlet.dev/kubelet: stopped`.
  static let annotation = "swiftlet.dev/kubelet"

  /// Instances by their EC2 identifier.
  static let instancesByID: IndexName = "kubelet.instance"

  /// A kubelet works unless it is stopped by annotation, or its node's instance does not run.
  ///
  /// - Parameter machine: The node's ``machine(of:)``.
  static func isOn(_ node: Node, machine: String, _ context: ReconcileContext) -> Bool {
    if node.metadata.annotations[annotation] == "stopped" { return false }
    if machine.isEmpty { return true }
    let instances = context.cache.list(Instance.self, index: instancesByID, machine)
    return instances.allSatisfy { !$0.metadata.isBeingDeleted && $0.status.state?.name == "running" }
  }

  /// Whose container runtime it is that the node's kubelet asks; empty for a node that is no EC2 instance.
  static func machine(of node: Node) -> String { node.instanceID ?? "" }

  /// The identifier of an instance.
  static func id(of instance: Instance) -> String {
    instance.status.instanceID ?? instance.metadata.name ?? ""
  }
}

extension Controller {
  /// Lets the controller find instances by their EC2 identifier.
  consuming func indexInstancesByID() -> Controller {
    index(Instance.self, KubeletPower.instancesByID) { [KubeletPower.id(of: $0)] }
  }
}
