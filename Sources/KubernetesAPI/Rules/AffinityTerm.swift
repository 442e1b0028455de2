public import APIMachinery

/// One term of pod affinity or anti-affinity: which pods, counted over which part of the topology.
///
/// Kubernetes: `core/v1 PodAffinityTerm`.
public struct AffinityTerm: Sendable, Hashable {
  public let matcher: PodMatcher
  public let topologyKey: String

  /// - Parameters:
  ///   - namespace: That of the pod which has the term.
  ///   - podLabels: Its labels.
  public init(_ term: PodAffinityTerm, namespace: String, podLabels: StringMap) {
    matcher = PodMatcher(
      selector: term.labelSelector,
      namespaces: term.namespaces.isEmpty && term.namespaceSelector == nil ? [namespace] : term.namespaces,
      namespaceSelector: term.namespaceSelector, matchLabelKeys: term.matchLabelKeys,
      mismatchLabelKeys: term.mismatchLabelKeys, podLabels: podLabels)
    topologyKey = term.topologyKey
  }
}
