import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// A pod that has got a node, and waits for volumes there.
struct VolumeWait: Sendable {
  /// Kubernetes: `VolumeBindingArgs.bindTimeoutSeconds`.
  static let limit = Duration.seconds(600)

  let pod: SchedulingPod
  let node: String
  let until: Timestamp
  var isAbandoned = false
}

extension SchedulerState {
  mutating func apply(_ change: Change<PersistentVolumeClaim>) -> Bool {
    let key = change.object.key
    let isGivenBack = change.old?.selectedNode != nil && change.object.selectedNode == nil
    cluster.changeVolumes { $0.apply(change) }
    if change.type == .deleted || (isGivenBack && !change.object.isBound) { abandonVolumes(of: key) }
    return tryAgain { $0.claims.contains(key) }
  }

  mutating func apply(_ change: Change<PersistentVolume>) -> Bool {
    cluster.changeVolumes { $0.apply(change) }
    return tryAgain { !$0.claims.isEmpty }
  }

  mutating func apply(_ change: Change<StorageClass>) -> Bool {
    cluster.changeVolumes { $0.apply(change) }
    return tryAgain { !$0.claims.isEmpty }
  }

  mutating func apply(_ change: Change<CSINode>) -> Bool {
    cluster.changeVolumes { $0.apply(change) }
    return tryAgain { !$0.claims.isEmpty }
  }

  private mutating func tryAgain(_ isHelped: (SchedulingPod) -> Bool) -> Bool {
    let hasMoved = queue.move(where: isHelped)
    return hasMoved || volumeWaits.values.contains { isHelped($0.pod) }
  }

  /// A driver has given a claim back, or the claim is gone: the pod looks for a node anew.
  private mutating func abandonVolumes(of claim: ObjectKey) {
    for (key, wait) in volumeWaits where wait.pod.claims.contains(claim) {
      volumeWaits[key]?.isAbandoned = true
    }
  }

  /// A pod whose wait for volumes is over, one way or the other.
  mutating func nextVolumeDecision(now: Timestamp) -> Decision? {
    for key in volumeWaits.keys.sorted() {
      guard let wait = volumeWaits[key] else { continue }
      let isReady = wait.pod.claims.allSatisfy { cluster.volumes.claim($0)?.isBound == true }
      if isReady {
        volumeWaits[key] = nil
        return .bind(wait.pod, node: wait.node)
      }
      if wait.isAbandoned || wait.until <= now {
        volumeWaits[key] = nil
        bindingFailed(key, isGone: false, now: now)
        return .volumesFailed(
          wait.pod,
          message: wait.isAbandoned
            ? "running PreBind plugin \"VolumeBinding\": binding volumes: provisioning failed for PVC"
            : "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline exceeded")
      }
    }
    return nil
  }

  /// What has to be written, and waited for, before a pod can be bound.
  ///
  /// - Returns: `nil` when all its claims have their volumes.
  mutating func prepareVolumes(of pod: SchedulingPod, on node: String, now: Timestamp) -> Decision? {
    guard !pod.claims.isEmpty, let info = cluster[node] else { return nil }
    guard let preparations = VolumeRule(pod, cluster).bindings(on: info), !preparations.isEmpty else {
      return nil
    }
    volumeWaits[pod.key] = VolumeWait(pod: pod, node: node, until: now + VolumeWait.limit)
    return .prepareVolumes(pod, node: node, preparations)
  }
}
