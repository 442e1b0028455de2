import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesClient

/// Frees addresses that a subnet holds for interfaces which are gone: what a crash between the deletion of an
/// interface and the freeing of its addresses leaves, or `kubectl delete networkinterface`.
///
/// The key is a subnet.
struct LeakedAddressReconciler: Reconciler {
  let ec2: any EC2

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let subnet = context.cache.get(Subnet.self, key) else { return .done }
    var owners: Set<String> = []
    for entry in subnet.status.allocations where owners.insert(entry.networkInterfaceID).inserted {
      let owner = ObjectKey(namespace: key.namespace, name: entry.networkInterfaceID)
      if context.cache.get(NetworkInterface.self, owner) != nil { continue }
      // The cache may be behind: an interface's object is there before its addresses are.
      if try await context.client.find(NetworkInterface.self, owner) != nil { continue }
      context.note("\(owner.name) is gone")
      try await ec2.calling(through: context.client).free(interface: owner.name, of: key)
    }
    return .done
  }

  static func controller(ec2: any EC2) -> Controller {
    Controller("leaked-addresses", LeakedAddressReconciler(ec2: ec2))
      .for(Subnet.self, where: Predicate { $0.type == .added })
      .watches(
        NetworkInterface.self, where: Predicate { $0.type == .deleted }, coalescing: .seconds(5)
      ) { change in
        change.object.spec.subnetRef?.from.name.map {
          [ObjectKey(namespace: change.object.metadata.namespace ?? "", name: $0)]
        } ?? []
      }
  }
}
