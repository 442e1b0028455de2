import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeDeployment`.
  ///
  /// - Parameter replicaSets: Those that the Deployment controls.
  mutating func describe(_ deployment: Deployment, replicaSets: [ReplicaSet]) {
    let (spec, status) = (deployment.spec, deployment.status)
    field("Name", deployment.metadata.name ?? "")
    field("Namespace", deployment.metadata.namespace ?? "")
    field("CreationTimestamp", (deployment.metadata.creationTimestamp ?? .empty).localText)
    labels("Labels", deployment.metadata.labels)
    annotations("Annotations", deployment.metadata.annotations)
    field("Selector", spec.selector.text)
    field(
      "Replicas",
      "\(spec.replicas ?? 1) desired | \(status.updatedReplicas ?? 0) updated | \(status.replicas ?? 0) total"
        + " | \(status.availableReplicas ?? 0) available | \(status.unavailableReplicas ?? 0) unavailable")
    field("StrategyType", spec.strategy?.type ?? "")
    field("MinReadySeconds", "\(spec.minReadySeconds ?? 0)")
    if let rolling = spec.strategy?.rollingUpdate {
      field(
        "RollingUpdateStrategy",
        "\(rolling.maxUnavailable ?? .empty) max unavailable, \(rolling.maxSurge ?? .empty) max surge")
    }
    template(spec.template)
    conditions(status.conditions.map { ($0.type, $0.status, $0.reason ?? "") })
    revisions(of: deployment, replicaSets)
  }

  private mutating func conditions(_ conditions: [(type: String, status: String, reason: String)]) {
    guard !conditions.isEmpty else { return }
    table(
      "Conditions", ["Type", "Status", "Reason"],
      conditions.map { ["\($0.type) ", $0.status, $0.reason] })
  }

  private mutating func revisions(of deployment: Deployment, _ replicaSets: [ReplicaSet]) {
    guard !replicaSets.isEmpty else { return }
    let wanted = deployment.spec.template.fields
    let sorted = replicaSets.sorted {
      ($0.metadata.creationTimestamp ?? .empty, $0.metadata.name ?? "")
        < ($1.metadata.creationTimestamp ?? .empty, $1.metadata.name ?? "")
    }
    let new = sorted.first { RevisionHistory.template(of: $0) == wanted }
    let old = sorted.filter { $0.metadata.uid != new?.metadata.uid }
    field("OldReplicaSets", Self.text(of: old))
    field("NewReplicaSet", Self.text(of: new.map { [$0] } ?? []))
  }

  private static func text(of replicaSets: [ReplicaSet]) -> String {
    guard !replicaSets.isEmpty else { return "<none>" }
    return replicaSets.map {
      "\($0.metadata.name ?? "") (\($0.status.replicas)/\($0.spec.replicas ?? 1) replicas created)"
    }.joined(separator: ", ")
  }

  /// Kubernetes: `kubectl/pkg/describe describeReplicaSet`.
  ///
  /// - Parameter pods: Those that the ReplicaSet controls.
  mutating func describe(_ replicaSet: ReplicaSet, pods: [Pod]) {
    field("Name", replicaSet.metadata.name ?? "")
    field("Namespace", replicaSet.metadata.namespace ?? "")
    field("Selector", replicaSet.spec.selector.text)
    labels("Labels", replicaSet.metadata.labels)
    annotations("Annotations", replicaSet.metadata.annotations)
    controller(replicaSet.metadata)
    field("Replicas", "\(replicaSet.status.replicas) current / \(replicaSet.spec.replicas ?? 1) desired")
    podStates(pods)
    template(replicaSet.spec.template)
    conditions(replicaSet.status.conditions.map { ($0.type, $0.status, $0.reason ?? "") })
  }

  private mutating func podStates(_ pods: [Pod]) {
    func count(_ phase: String) -> Int { pods.count { $0.status.phase == phase } }
    field(
      "Pods Status",
      "\(count("Running")) Running / \(count("Pending")) Waiting / \(count("Succeeded")) Succeeded"
        + " / \(count("Failed")) Failed")
  }

  /// Kubernetes: `kubectl/pkg/describe describeDaemonSet`.
  ///
  /// - Parameter pods: Those that the DaemonSet controls.
  mutating func describe(_ set: DaemonSet, pods: [Pod]) {
    let status = set.status
    field("Name", set.metadata.name ?? "")
    field("Selector", set.spec.selector.text)
    labels("Node-Selector", set.spec.template.spec.nodeSelector)
    labels("Labels", set.metadata.labels)
    annotations("Annotations", set.metadata.annotations)
    line("Desired Number of Nodes Scheduled: \(status.desiredNumberScheduled)")
    line("Current Number of Nodes Scheduled: \(status.currentNumberScheduled)")
    line("Number of Nodes Scheduled with Up-to-date Pods: \(status.updatedNumberScheduled ?? 0)")
    line("Number of Nodes Scheduled with Available Pods: \(status.numberAvailable ?? 0)")
    line("Number of Nodes Misscheduled: \(status.numberMisscheduled)")
    podStates(pods)
    template(set.spec.template)
  }

  /// Kubernetes: `kubectl/pkg/describe describeStatefulSet`.
  ///
  /// - Parameter pods: Those that the StatefulSet controls.
  mutating func describe(_ set: StatefulSet, pods: [Pod]) {
    field("Name", set.metadata.name ?? "")
    field("Namespace", set.metadata.namespace ?? "")
    field("CreationTimestamp", (set.metadata.creationTimestamp ?? .empty).localText)
    field("Selector", set.spec.selector.text)
    labels("Labels", set.metadata.labels)
    annotations("Annotations", set.metadata.annotations)
    field("Replicas", "\(set.spec.replicas ?? 1) desired | \(set.status.replicas) total")
    field("Update Strategy", set.spec.updateStrategy?.type ?? "")
    if let rolling = set.spec.updateStrategy?.rollingUpdate {
      if let partition = rolling.partition { field("Partition", "\(partition)", level: 1) }
      if let most = rolling.maxUnavailable { field("MaxUnavailable", "\(most)", level: 1) }
    }
    podStates(pods)
    template(set.spec.template)
    claims(set.spec.volumeClaimTemplates)
  }

  /// Kubernetes: `kubectl/pkg/describe describeVolumeClaimTemplates`.
  private mutating func claims(_ templates: [PersistentVolumeClaim]) {
    guard !templates.isEmpty else { return field("Volume Claims", "<none>") }
    line("Volume Claims:")
    for claim in templates {
      field("  Name", claim.metadata.name ?? "")
      field("  StorageClass", claim.spec.storageClassName ?? "")
      labels("  Labels", claim.metadata.labels)
      annotations("  Annotations", claim.metadata.annotations)
      field("  Capacity", claim.spec.resources?.requests["storage"]?.description ?? "<default>")
      field("  Access Modes", "[\(claim.spec.accessModes.joined(separator: " "))]")
    }
  }

  /// Kubernetes: `kubectl/pkg/describe describePodDisruptionBudget`.
  mutating func describe(_ budget: PodDisruptionBudget) {
    field("Name", budget.metadata.name ?? "")
    field("Namespace", budget.metadata.namespace ?? "")
    if let least = budget.spec.minAvailable {
      field("Min available", "\(least)")
    } else if let most = budget.spec.maxUnavailable {
      field("Max unavailable", "\(most)")
    }
    field("Selector", budget.spec.selector?.text ?? "<unset>")
    line("Status:")
    field("Allowed disruptions", "\(budget.status.disruptionsAllowed ?? 0)", level: 2)
    field("Current", "\(budget.status.currentHealthy ?? 0)", level: 2)
    field("Desired", "\(budget.status.desiredHealthy ?? 0)", level: 2)
    field("Total", "\(budget.status.expectedPods ?? 0)", level: 2)
  }
}
