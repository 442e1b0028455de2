import APIMachinery
import KubernetesAPI

extension NamespaceStatus {
  /// The status of a namespace with this much left in it.
  ///
  /// Kubernetes: `namespace/deletion/status_condition_utils.go`.
  init(_ old: NamespaceStatus, _ content: NamespaceContent, at now: Timestamp) {
    self = old
    phase = "Terminating"
    set(
      "NamespaceDeletionDiscoveryFailure", nil, "ResourcesDiscovered",
      "All resources successfully discovered", now)
    set(
      "NamespaceDeletionGroupVersionParsingFailure", nil, "ParsedGroupVersions",
      "All legacy kube types successfully parsed", now)
    set(
      "NamespaceDeletionContentFailure",
      content.failures.isEmpty ? nil : ("ContentDeletionFailed", content.failureMessage),
      "ContentDeleted", "All content successfully deleted, may be waiting on finalization", now)
    set(
      "NamespaceContentRemaining",
      content.remaining.isEmpty ? nil : ("SomeResourcesRemain", content.remainingMessage),
      "ContentRemoved", "All content successfully removed", now)
    set(
      "NamespaceFinalizersRemaining",
      content.finalizers.isEmpty ? nil : ("SomeFinalizersRemain", content.finalizersMessage),
      "ContentHasNoFinalizers", "All content-preserving finalizers finished", now)
  }

  /// Sets a condition: true with the problem's reason and message, false with those of success.
  private mutating func set(
    _ type: String, _ problem: (reason: String, message: String)?, _ reason: String, _ message: String,
    _ now: Timestamp
  ) {
    let status = problem == nil ? "False" : "True"
    let old = conditions.first { $0.type == type }
    let condition = NamespaceCondition {
      $0.type = type
      $0.status = status
      $0.reason = problem?.reason ?? reason
      $0.message = problem?.message ?? message
      $0.lastTransitionTime = old?.status == status ? old?.lastTransitionTime : now
    }
    if let position = conditions.firstIndex(where: { $0.type == type }) {
      conditions[position] = condition
    } else {
      conditions.append(condition)
    }
  }
}
