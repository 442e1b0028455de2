import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Lets volumes grow with their claims: first the volume, then the file system on the node of a pod that uses it.
///
/// Kubernetes: `external-resizer`, and the kubelet's `NodeExpandVolume`.
struct VolumeResizer: Reconciler {
  private let latencies: EBSLatencies
  private let calls = PendingCalls()

  static func controller(latencies: EBSLatencies) -> Controller {
    Controller("ebs-resizer", VolumeResizer(latencies: latencies))
      .for(PersistentVolumeClaim.self)
      .watches(Pod.self, where: .phaseOfUserChanged) { change in
        change.object.claimNames.map {
          ObjectKey(namespace: change.object.metadata.namespace ?? "", name: $0)
        }
      }
      .watches(PersistentVolume.self, where: .sizeChanged) { change in
        change.object.claimKey.map { [$0] } ?? []
      }
      .indexPodsByClaim()
      .component("external-resizer \(EBSDriver.name)")
  }

  init(latencies: EBSLatencies) { self.latencies = latencies }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let claim = context.cache.get(PersistentVolumeClaim.self, key), claim.isBound,
      claim.status.phase == "Bound",
      let volume = context.cache.get(PersistentVolume.self, ObjectKey(name: claim.spec.volumeName ?? "")),
      volume.driver == EBSDriver.name
    else {
      calls.forget(key)
      return .done
    }
    switch Growth(of: claim, on: volume) {
    case .none: return .done
    case .volume(let size): return try await grow(volume, claim, to: size, context)
    case .fileSystem(let size): return try await growFileSystem(volume, claim, to: size, context)
    }
  }

  /// What has to grow, and to which size, as it is written.
  private enum Growth {
    case none
    case volume(JSON)
    case fileSystem(JSON)

    init(of claim: PersistentVolumeClaim, on volume: PersistentVolume) {
      let has = claim.status.capacity["storage"] ?? .zero
      let granted = VolumeOrder.granted(claim.requestedSize)
      if volume.capacity < granted, claim.requestedSize > has {
        self = .volume(granted.json)
      } else {
        self = has < volume.capacity ? .fileSystem(volume.capacity.json) : .none
      }
    }
  }

  private func grow(
    _ volume: PersistentVolume, _ claim: PersistentVolumeClaim, to size: JSON, _ context: ReconcileContext
  ) async throws -> Action {
    let call = calls.due(
      claim.key, "grow to \(size)", now: context.now, after: latencies.scaled(latencies.modify))
    if call.isNew {
      context.events.normal(
        claim, "Resizing", "External resizer is resizing volume \(volume.key.name)")
      let status = Self.status("Resizing", "ControllerResizeInProgress", size, message: nil, context.now)
      try await write(status, to: claim, context)
    }
    if call.due > context.now { return .requeue(after: call.due - context.now) }
    let change: JSON = ["spec": ["capacity": ["storage": size]]]
    try await tolerating(.notFound) {
      try await context.client.patch(PersistentVolume.self, volume.key, .merge(change))
    }
    context.events.normal(
      claim, "FileSystemResizeRequired", "Require file system resize of volume on node")
    let status = Self.status(
      "FileSystemResizePending", "NodeResizePending", size,
      message:
        "Waiting for user to (re-)start a pod to finish file system resize of volume on node.",
      context.now)
    try await write(status, to: claim, context)
    calls.forget(claim.key)
    return .done
  }

  /// The kubelet of a pod that runs makes the file system as large as the volume.
  private func growFileSystem(
    _ volume: PersistentVolume, _ claim: PersistentVolumeClaim, to size: JSON, _ context: ReconcileContext
  ) async throws -> Action {
    guard let pod = context.users(of: volume).first(where: { $0.status.phase == "Running" }) else {
      return .done
    }
    try await write(
      [
        "capacity": ["storage": size], "conditions": .null, "allocatedResourceStatuses": .null,
        "allocatedResources": ["storage": size],
      ], to: claim, context)
    let message =
      "MountVolume.NodeExpandVolume succeeded for volume \"\(volume.key.name)\" \(pod.spec.nodeName ?? "")"
    context.events.normal(pod, "FileSystemResizeSuccessful", message)
    context.events.normal(claim, "FileSystemResizeSuccessful", message)
    return .done
  }

  private static func status(
    _ type: String, _ state: String, _ size: JSON, message: String?, _ now: Timestamp
  ) -> JSON {
    let condition = PersistentVolumeClaimCondition {
      $0.type = type
      $0.status = "True"
      $0.lastTransitionTime = now
      $0.message = message
    }
    return [
      "conditions": [condition.json], "allocatedResources": ["storage": size],
      "allocatedResourceStatuses": ["storage": .string(state)],
    ]
  }

  private func write(_ status: JSON, to claim: PersistentVolumeClaim, _ context: ReconcileContext)
    async throws
  {
    try await tolerating(.notFound) {
      try await context.client.patch(
        PersistentVolumeClaim.self, claim.key, .merge(["status": status]), subresource: "status")
    }
  }
}

extension Predicate where Kind == Pod {
  /// A pod with claims began to run.
  static var phaseOfUserChanged: Predicate {
    Predicate { change in
      change.object.usesClaims && change.old?.status.phase != change.object.status.phase
    }
  }
}

extension Predicate where Kind == PersistentVolume {
  /// A volume came, perhaps after its claim, or has another size.
  fileprivate static var sizeChanged: Predicate {
    Predicate { $0.type != .deleted && $0.old?.capacity != $0.object.capacity }
  }
}
