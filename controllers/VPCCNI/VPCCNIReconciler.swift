public import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Synchronization
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
  private let memory = NodeMemory()

  public init(ec2: any EC2) {
    self.ec2 = ec2
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let node = context.cache.get(Node.self, key), let machine = NodeMachine(node) else {
      memory[key.name] = nil
      return .done
    }
    let interfaces = context.cache.list(
      NetworkInterface.self, index: Self.interfacesByInstance, machine.instanceID)
    guard let primary = interfaces.first(where: { $0.status.attachment?.deviceIndex == 0 }) else {
      return .awaitChange
    }
    let settings = CNISettings(context.cache.get(ConfigMap.self, CNISettings.configMap))
    var sync = NodeSync(
      machine: machine, settings: settings, interfaces: interfaces,
      pods: context.cache.list(Pod.self, index: Self.podsByNode, key.name),
      keeper: keeper(machine, settings, primary, context), addresses: memory[key.name], context: context)
    defer { memory[key.name] = sync.addresses }
    do {
      return try await sync.run()
    } catch {
      // The instance is on its way out: its node goes next.
      if let error = error as? EC2Error, error.isAboutSomethingGone { return .awaitChange }
      throw error
    }
  }

  private func keeper(
    _ machine: NodeMachine, _ settings: CNISettings, _ primary: NetworkInterface, _ context: ReconcileContext
  ) -> PoolKeeper {
    let namespace = primary.metadata.namespace ?? ""
    let own = ObjectKey(namespace: namespace, name: primary.spec.subnetRef?.from.name ?? "")
    return PoolKeeper(
      ec2: ec2.calling(through: context.client),
      instance: ObjectKey(namespace: namespace, name: machine.instanceID), type: machine.type,
      settings: settings,
      subnets: {
        SubnetDiscovery.candidates(
          own: own, among: context.cache.list(Subnet.self), isEnabled: settings.discoversSubnets
        ).map(\.key)
      })
  }
}

/// What is remembered of nodes between two looks.
private final class NodeMemory: Sendable {
  private let nodes = Mutex<[String: NodeAddresses]>([:])

  subscript(name: String) -> NodeAddresses? {
    get { nodes.withLock { $0[name] } }
    set { nodes.withLock { $0[name] = newValue } }
  }
}
