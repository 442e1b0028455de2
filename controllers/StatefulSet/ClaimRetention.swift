import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Who owns the claims of a pod, so that the garbage collector takes them when the policy says so.
///
/// Kubernetes: `updateClaimOwnerRefForSetAndPod`: with `whenDeleted: Delete` the set owns the claims, with
/// `whenScaled: Delete` a pod that is to go owns its own.
struct ClaimRetention: Sendable {
  let set: StatefulSet

  private func policy(_ value: String?) -> Bool { value == "Delete" }

  var followsSet: Bool { policy(set.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted) }
  var followsScale: Bool { policy(set.spec.persistentVolumeClaimRetentionPolicy?.whenScaled) }

  /// The owners that a claim should have beside those that are none of the set's business.
  ///
  /// - Parameters:
  ///   - pod: The pod that uses the claim; its owners among the set's pods are replaced.
  ///   - isLeaving: Whether the pod's number is not wanted any more.
  func owners(of claim: PersistentVolumeClaim, pod: Pod, isLeaving: Bool) -> [OwnerReference] {
    var owners = claim.metadata.ownerReferences.filter { owner in
      owner.uid != set.metadata.uid && owner.uid != pod.metadata.uid
    }
    // A claim that another controller looks after is left to it.
    if owners.contains(where: { $0.controller == true }) { return owners }
    if isLeaving, followsScale {
      owners.append(OwnerReference(controller: pod))
    } else if followsSet {
      owners.append(OwnerReference(controller: set))
    }
    return owners
  }

  /// Whether a claim belongs to a pod that was there before and will go with it.
  func isStale(_ claim: PersistentVolumeClaim, podName: String, present: Pod?) -> Bool {
    claim.metadata.isBeingDeleted
      || claim.metadata.ownerReferences.contains {
        $0.kind == "Pod" && $0.name == podName && $0.uid != present?.metadata.uid
      }
  }
}
