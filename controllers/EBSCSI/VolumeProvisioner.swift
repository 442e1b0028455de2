import APIMachinery
import CloudModel
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Makes volumes for the claims that are marked for the driver.
///
/// Kubernetes: `external-provisioner`, `sig-storage-lib-external-provisioner`.
struct VolumeProvisioner: Reconciler {
  private let latencies: EBSLatencies
  /// When the calls under way will be answered. Lost, they are made again: EBS knows them by their token.
  private let calls = PendingCalls()

  static func controller(latencies: EBSLatencies) -> Controller {
    Controller("ebs-provisioner", VolumeProvisioner(latencies: latencies))
      .for(PersistentVolumeClaim.self)
      .reads(StorageClass.self)
      .reads(PersistentVolume.self)
      .reads(Node.self)
      .watches(CSINode.self, where: Predicate { $0.type == .added }) { change, cache in
        cache.list(PersistentVolumeClaim.self).filter { $0.isWaitingForEBS }.map(\.key)
      }
      .component("\(EBSDriver.name)_ebs-csi-controller")
  }

  init(latencies: EBSLatencies) { self.latencies = latencies }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let claim = context.cache.get(PersistentVolumeClaim.self, key), claim.isWaitingForEBS,
      let kind = context.cache.get(StorageClass.self, ObjectKey(name: claim.className)),
      kind.driver == EBSDriver.name, !kind.waitsForConsumer || claim.selectedNode != nil
    else {
      calls.forget(key)
      return .done
    }
    let order = VolumeOrder(claim, kind)
    if context.cache.get(PersistentVolume.self, ObjectKey(name: order.volumeName)) != nil { return .done }
    do {
      let place = try order.place(context)
      let token = "\(order.volumeName)/\(place.zone)"
      let (isNew, due) = calls.due(key, token, now: context.now, after: latencies.scaled(latencies.create))
      if isNew {
        context.events.normal(
          claim, "Provisioning", "External provisioner is provisioning volume for claim \"\(key)\"")
      }
      if due > context.now { return .requeue(after: due - context.now) }
      try await tolerating(.alreadyExists) { try await context.client.create(order.volume(in: place)) }
      calls.forget(key)
      context.events.normal(
        claim, "ProvisioningSucceeded", "Successfully provisioned volume \(order.volumeName)")
      return .done
    } catch let error as ProvisioningError {
      return try await fail(claim, kind, error, context)
    }
  }

  /// Kubernetes: a claim whose node will not do is given back to the scheduler; others are tried again.
  private func fail(
    _ claim: PersistentVolumeClaim, _ kind: StorageClass, _ error: ProvisioningError,
    _ context: ReconcileContext
  ) async throws -> Action {
    calls.forget(claim.key)
    context.events.warning(
      claim, "ProvisioningFailed",
      "failed to provision volume with StorageClass \"\(kind.metadata.name ?? "")\": \(error.message)")
    if error.isForOtherNode {
      // Meanwhile another node may have been chosen, or a volume been found.
      let change: JSONObject = ["metadata": ["annotations": [VolumeAnnotation.selectedNode: .null]]]
      let patch = change.requiring(claim.metadata.resourceVersion)
      try await tolerating(.notFound) {
        try await context.client.patch(PersistentVolumeClaim.self, claim.key, .merge(.object(patch)))
      }
      return .done
    }
    return .requeue(after: .seconds(30))
  }
}

extension PersistentVolumeClaim {
  /// Whether the claim is marked for the driver and has no volume yet.
  fileprivate var isWaitingForEBS: Bool {
    spec.volumeName ?? "" == "" && !metadata.isBeingDeleted
      && metadata.annotations[VolumeAnnotation.provisioner] == EBSDriver.name
  }
}

/// Why a volume could not be made.
struct ProvisioningError: Error {
  let message: String
  /// Whether another node may do.
  var isForOtherNode = false
}

/// When the calls under way will be answered.
final class PendingCalls: Sendable {
  private struct Call: Sendable {
    var token: String
    var due: Timestamp
  }

  private let calls = Mutex<[ObjectKey: Call]>([:])

  /// - Parameter token: Another one than before makes it another call.
  /// - Returns: When the call will be answered, and whether it was made just now.
  func due(_ key: ObjectKey, _ token: String, now: Timestamp, after delay: Duration) -> (
    isNew: Bool, due: Timestamp
  ) {
    calls.withLock { calls in
      if let known = calls[key], known.token == token { return (false, known.due) }
      calls[key] = Call(token: token, due: now + delay)
      return (true, now + delay)
    }
  }

  func forget(_ key: ObjectKey) { calls.withLock { $0[key] = nil } }
}
