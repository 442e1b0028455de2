import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Takes idle nodes away.
///
/// Cluster Autoscaler: a node is idle when its pods request less than half of it and all of them fit elsewhere. One
/// that has been idle for ten minutes goes: the group's size is lowered, and the node is named as the one to go.
struct ScaleDown: Sendable {
  /// Cluster Autoscaler: marks a node that is idle; the value is since when, in seconds.
  static let candidateTaint = "DeletionCandidateOfClusterAutoscaler"
  static let chosenTaint = "ToBeDeletedByClusterAutoscaler"
  static let disabledAnnotation = "cluster-autoscaler.kubernetes.io/scale-down-disabled"
  /// The annotation of a group that names the instances which shall go; by their ids, as node names come back.
  static let nodesAnnotation = "cluster-autoscaler.kubernetes.io/scale-down-nodes"

  let settings: AutoscalerSettings
  let picture: ClusterPicture
  let context: ReconcileContext

  /// An idle node whose time has come.
  private struct Candidate {
    let group: NodeGroup
    let node: Node
    /// The pods that would have to move.
    let pods: [Pod]
  }

  /// - Parameter isHeldBack: Nothing goes while pods are pending.
  /// - Returns: When to look again; `nil` when nothing will change by itself.
  func run(isHeldBack: Bool) async throws -> Duration? {
    guard settings.isScaleDownEnabled else { return nil }
    var next: Duration?
    var due: [Candidate] = []
    let staying = stayingFleet
    for group in picture.groups {
      for node in picture.members[group.key] ?? [] {
        let pods = movingPods(node)
        guard !isHeldBack, group.canShrink, isIdle(node, pods, staying) else {
          if idleSince(node) != nil { try await setCandidate(node, nil) }
          continue
        }
        if idleSince(node) == nil { try await setCandidate(node, context.now) }
        let time = max((idleSince(node) ?? context.now) + patience(node), earliest(group))
        if time <= context.now {
          due.append(Candidate(group: group, node: node, pods: pods))
        } else {
          next = min(next ?? (time - context.now), time - context.now)
        }
      }
    }
    let chosen = choose(due, staying)
    try await remove(chosen)
    // What is idle now may be needed without those that go.
    return chosen.isEmpty ? next : settings.scanInterval
  }

  private func patience(_ node: Node) -> Duration {
    node.isReady ? settings.scaleDownUnneededTime : settings.scaleDownUnreadyTime
  }

  /// When the group may shrink after it grew.
  private func earliest(_ group: NodeGroup) -> Timestamp {
    let grown = group.metadata.annotations[ClusterPicture.scaledUpAnnotation].flatMap {
      Timestamp(rfc3339: $0)
    }
    return grown.map { $0 + settings.scaleDownDelayAfterAdd } ?? context.now
  }

  // MARK: Who is idle

  private func movingPods(_ node: Node) -> [Pod] {
    context.cache.list(Pod.self, index: ClusterAutoscaler.podsByNode, node.metadata.name ?? "")
      .filter(Self.hasToMove)
  }

  private static func hasToMove(_ pod: Pod) -> Bool { !pod.isOver && !pod.isOfDaemonSet && !pod.isMirror }

  private func isIdle(_ node: Node, _ pods: [Pod], _ staying: Fleet) -> Bool {
    guard !isStarting(node), node.spec.unschedulable != true,
      node.metadata.annotations[Self.disabledAnnotation] != "true",
      let shape = picture.fleet.nodes.first(where: { $0.name == node.metadata.name }),
      shape.utilization < settings.utilizationThreshold
    else { return false }
    guard DrainRules(settings: settings, cache: context.cache).areMovable(pods) else { return false }
    return fleet(staying, without: node, pods) != nil
  }

  /// Whether the node has not been ready yet and may still become so.
  private func isStarting(_ node: Node) -> Bool {
    guard !node.isReady else { return false }
    return (node.metadata.creationTimestamp ?? context.now) + settings.maxNodeProvisionTime > context.now
  }

  /// The fleet without the nodes that were chosen to go before: a cache that lags may not show the taint of those yet.
  private var stayingFleet: Fleet {
    var fleet = picture.fleet
    for node in picture.groups.flatMap(leaving) { fleet.remove(named: node.metadata.name ?? "") }
    return fleet
  }

  /// The fleet after the node has gone and its pods have moved; `nil` when they find no place.
  private func fleet(_ fleet: Fleet, without node: Node, _ pods: [Pod]) -> Fleet? {
    var others = fleet
    others.remove(named: node.metadata.name ?? "")
    return BinPacking.unplaced(pods.map { PodDemand($0) }, in: &others).isEmpty ? others : nil
  }

  private func idleSince(_ node: Node) -> Timestamp? {
    let taint = node.spec.taints.first { $0.key == Self.candidateTaint }
    return taint?.value.flatMap { Int64($0) }.map { Timestamp(secondsSince1970: $0) }
  }

  /// Marks a node as idle since `time`, or as needed.
  private func setCandidate(_ node: Node, _ time: Timestamp?) async throws {
    var changed = node
    changed.spec.taints.removeAll { $0.key == Self.candidateTaint }
    if let time {
      changed.spec.taints.append(
        Taint {
          $0.key = Self.candidateTaint
          $0.value = "\(time.secondsSince1970)"
          $0.effect = "PreferNoSchedule"
        })
    }
    try await write(changed)
  }

  private func write(_ node: Node) async throws {
    do throws(StatusError) {
      try await context.client.update(node)
    } catch {
      if !error.isNotFound { throw error }
    }
  }

  // MARK: Who goes

  /// As many of the nodes that are due as may go at once, empty ones first: for each, the pods of all that go before it
  /// have moved.
  ///
  /// Cluster Autoscaler: `max-scale-down-parallelism`, `max-drain-parallelism`.
  private func choose(_ due: [Candidate], _ staying: Fleet) -> [Candidate] {
    var fleet = staying
    var sizes: [ObjectKey: Int] = [:]
    var chosen: [Candidate] = []
    var drains = 0
    for group in picture.groups {
      sizes[group.key] = group.scaling.desired
      drains += leaving(group).count { !movingPods($0).isEmpty }
    }
    for candidate in due.filter({ $0.pods.isEmpty }) + due.filter({ !$0.pods.isEmpty }) {
      let group = candidate.group
      guard chosen.count < settings.maxScaleDownParallelism, sizes[group.key, default: 0] > group.scaling.min,
        candidate.pods.isEmpty || drains < settings.maxDrainParallelism, candidate.node.instanceID != nil,
        !leaving(group).contains(where: { $0.key == candidate.node.key }),
        let left = self.fleet(fleet, without: candidate.node, candidate.pods)
      else { continue }
      fleet = left
      sizes[group.key, default: 0] -= 1
      if !candidate.pods.isEmpty { drains += 1 }
      chosen.append(candidate)
    }
    return chosen
  }

  /// The nodes of a group that were chosen before and are still there.
  private func leaving(_ group: NodeGroup) -> [Node] {
    let named = named(group)
    return (picture.members[group.key] ?? []).filter { node in
      node.instanceID.map { named.contains($0) } ?? false
    }
  }

  private func named(_ group: NodeGroup) -> [String] {
    (group.metadata.annotations[Self.nodesAnnotation] ?? "").split(separator: ",").map(String.init)
  }

  /// Lowers the groups and names the nodes, in one write for each group: a crash cannot leave one without the other.
  private func remove(_ chosen: [Candidate]) async throws {
    for candidate in chosen { try await requirePods(of: candidate) }
    for group in picture.groups {
      let own = chosen.filter { $0.group.key == group.key }
      if own.isEmpty { continue }
      for candidate in own { try await markChosen(candidate.node) }
      var changed = group
      var scaling = changed.spec.scalingConfig ?? NodeGroupScalingConfig()
      scaling.desiredSize = group.scaling.desired - own.count
      changed.spec.scalingConfig = scaling
      let names = leaving(group).compactMap(\.instanceID) + own.compactMap(\.node.instanceID)
      changed.metadata.annotations[Self.nodesAnnotation] = names.joined(separator: ",")
      try await context.client.update(changed)
      for candidate in own { report(candidate) }
    }
  }

  /// Makes sure, with a read past the cache, that a node has the pods that it was seen with: one that only looks empty is
  /// not taken away.
  ///
  /// - Throws: `Conflict` when it has others.
  private func requirePods(of candidate: Candidate) async throws {
    let name = candidate.node.metadata.name ?? ""
    let (seen, there) = (candidate.pods, try await context.livePods(on: name).filter(Self.hasToMove))
    guard Set(seen.map(\.metadata.uid)) == Set(there.map(\.metadata.uid)) else {
      throw StatusError.conflict(
        Pod.definition.groupResource, name: "",
        "the cache of pods is behind the cluster: node \(name) has others than it was seen with")
    }
  }

  private func markChosen(_ node: Node) async throws {
    var marked = node
    // One that was marked before, by a look that was killed then, is marked again.
    marked.spec.taints.removeAll { $0.key == Self.chosenTaint }
    marked.spec.taints.append(
      Taint {
        $0.key = Self.chosenTaint
        $0.value = "\(context.now.secondsSince1970)"
        $0.effect = "NoSchedule"
      })
    try await write(marked)
  }

  private func report(_ candidate: Candidate) {
    let name = candidate.node.metadata.name ?? ""
    context.events.normal(candidate.node, "ScaleDown", "marked the node as toBeDeleted/unschedulable")
    if candidate.pods.isEmpty {
      context.events.normal(candidate.group, "ScaleDownEmpty", "Scale-down: removing empty node \"\(name)\"")
      return
    }
    let pods = candidate.pods.compactMap(\.metadata.name).joined(separator: ",")
    context.events.normal(
      candidate.group, "ScaleDown", "Scale-down: removing node \"\(name)\", pods to reschedule: \(pods)")
    for pod in candidate.pods { context.events.normal(pod, "ScaleDown", "deleting pod for node scale down") }
  }
}

extension NodeGroup {
  /// Cluster Autoscaler: nodes of a group that has its least size are no candidates
  /// (`processors/nodes/pre_filtering_processor.go`).
  var canShrink: Bool { scaling.desired > scaling.min }
}

extension Pod {
  /// Whether the pod is a static one of its kubelet, shown here.
  var isMirror: Bool { metadata.annotations["kubernetes.io/config.mirror"] != nil }
}
