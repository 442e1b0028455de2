public import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Gives the pods of a node their addresses and keeps the node's warm pool, as `aws-node` does on each EC2 node.
///
/// The key is the name of a node.
public struct VPCCNIReconciler: Reconciler {
  /// Pods by the node that they are bound to.
  static let podsByNode: IndexName = "spec.nodeName"
  /// Interfaces by the instance that they were made for.
  static let interfacesByInstance: IndexName = "instance"

  private let ec2: any EC2
  private let allocators: AddressAllocators

  /// - Parameter allocators: Where kubelets ask for addresses; `nil` when they do not, and the loop reports every
  ///   address itself.
  public init(ec2: any EC2, allocators: AddressAllocators? = nil) {
    self.ec2 = ec2
    self.allocators = allocators ?? AddressAllocators(servesKubelets: false)
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let node = context.cache.get(Node.self, key) else {
      allocators.forget(key.name)
      return .done
    }
    guard let machine = NodeMachine(node) else { return .done }
    let interfaces = context.cache.list(
      NetworkInterface.self, index: Self.interfacesByInstance, machine.instanceID)
    guard let primary = interfaces.first(where: { $0.status.attachment?.deviceIndex == 0 }) else {
      return .awaitChange
    }
    let settings = CNISettings(
      CNIEnvironment(
        context.cache.get(ConfigMap.self, CNIEnvironment.configMap),
        context.cache.get(DaemonSet.self, CNIEnvironment.daemonSet)))
    var sync = NodeSync(
      machine: machine, settings: settings, interfaces: interfaces,
      pods: { context.cache.list(Pod.self, index: Self.podsByNode, key.name) },
      keeper: keeper(node, machine, settings, primary, context),
      allocator: allocators.allocator(of: key.name),
      allocators: allocators, context: context)
    do {
      return try await sync.run()
    } catch {
      // The instance is on its way out: its node goes next.
      if let error = error as? EC2Error, error.isAboutSomethingGone { return .awaitChange }
      throw error
    }
  }

  private func keeper(
    _ node: Node, _ machine: NodeMachine, _ settings: CNISettings, _ primary: NetworkInterface,
    _ context: ReconcileContext
  ) -> PoolKeeper {
    let namespace = primary.metadata.namespace ?? ""
    let own = ObjectKey(namespace: namespace, name: primary.spec.subnetRef?.from.name ?? "")
    return PoolKeeper(
      ec2: ec2.calling(through: context.client),
      instance: ObjectKey(namespace: namespace, name: machine.instanceID), type: machine.type,
      settings: settings,
      surroundings: NodeInterfaces(node: node, own: own, settings: settings, cache: context.cache))
  }
}
