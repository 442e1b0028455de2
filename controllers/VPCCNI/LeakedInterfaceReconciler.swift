import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesClient

/// Deletes interfaces that were made for a node and attached to none: what a crash between the two leaves when the
/// instance goes before anybody comes back to it.
///
/// The key is an interface.
///
/// VPC CNI: section 3, the clean-up of leaked interfaces: after a random delay of up to 300 s, of those that are older than
/// five minutes.
struct LeakedInterfaceReconciler: Reconciler {
  /// A younger interface may still be on its way.
  static let minimumAge = Duration.seconds(300)
  static let startDelayMax = Duration.seconds(300)

  let ec2: any EC2

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let seen = context.cache.get(NetworkInterface.self, key), Self.isLoose(seen) else { return .done }
    let due = (seen.metadata.creationTimestamp ?? context.now) + Self.minimumAge
    guard due <= context.now else {
      let delay = Self.startDelayMax.thousandths(context.world.random.next(below: 1000))
      return .requeue(after: due - context.now + delay)
    }
    // The cache may be behind: meanwhile somebody may have attached it.
    guard let interface = try await context.client.find(NetworkInterface.self, key), Self.isLoose(interface),
      interface.metadata.uid == seen.metadata.uid
    else { return .done }
    context.note(
      "made for \(interface.metadata.labels[SimulatedEC2.instanceLabel, default: ""]) and left behind")
    try await ec2.calling(through: context.client).deleteNetworkInterface(key)
    return .done
  }

  /// Whether an interface was made for an instance and hangs on none.
  private static func isLoose(_ interface: NetworkInterface) -> Bool {
    interface.instanceID == nil && interface.metadata.labels[SimulatedEC2.instanceLabel] != nil
      && !interface.metadata.isBeingDeleted
  }

  static func controller(ec2: any EC2) -> Controller {
    Controller("leaked-interfaces", LeakedInterfaceReconciler(ec2: ec2))
      .for(
        NetworkInterface.self,
        where: Predicate { change in
          guard change.type != .deleted, isLoose(change.object) else { return false }
          return change.old.map { !isLoose($0) } ?? true
        })
  }
}
