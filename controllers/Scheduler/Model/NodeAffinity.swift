import APIMachinery
import KubernetesAPI

/// What a pod demands of, and likes about, a node's labels.
///
/// Kubernetes: `component-helpers/scheduling/corev1/nodeaffinity`.
struct NodeAffinityRule: Sendable {
  private let nodeSelector: StringMap
  /// `nil`: no demand. Empty: nothing matches.
  private let required: [NodeSelectorTerm]?
  private let preferred: [PreferredSchedulingTerm]

  init(_ spec: PodSpec) {
    nodeSelector = spec.nodeSelector
    let affinity = spec.affinity?.nodeAffinity
    required = affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
    preferred = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  }

  var hasDemand: Bool { !nodeSelector.isEmpty || required != nil }
  var hasPreference: Bool { !preferred.isEmpty }

  func matches(_ node: NodeInfo) -> Bool {
    guard nodeSelector.isSubset(of: node.labels) else { return false }
    guard let required else { return true }
    return required.contains { Self.matches($0, node) }
  }

  /// The sum of the weights of the preferences that the node meets.
  func preference(for node: NodeInfo) -> Int {
    preferred.reduce(0) { $0 + (Self.matches($1.preference, node) ? $1.weight : 0) }
  }

  /// A term without expressions matches nothing.
  private static func matches(_ term: NodeSelectorTerm, _ node: NodeInfo) -> Bool {
    let expressions = term.matchExpressions
    let fields = term.matchFields
    guard !expressions.isEmpty || !fields.isEmpty else { return false }
    return expressions.allSatisfy { holds($0, node.labels[$0.key]) }
      && fields.allSatisfy { holds($0, $0.key == "metadata.name" ? node.name : nil) }
  }

  private static func holds(_ requirement: NodeSelectorRequirement, _ value: String?) -> Bool {
    switch requirement.operator {
    case "In": value.map { requirement.values.contains($0) } ?? false
    case "NotIn": value.map { !requirement.values.contains($0) } ?? true
    case "Exists": value != nil
    case "DoesNotExist": value == nil
    case "Gt": compare(value, requirement.values, >)
    case "Lt": compare(value, requirement.values, <)
    default: false
    }
  }

  private static func compare(
    _ value: String?, _ values: [String], _ operation: (Int64, Int64) -> Bool
  ) -> Bool {
    guard let value = value.flatMap({ Int64($0) }), let bound = values.first.flatMap({ Int64($0) }) else {
      return false
    }
    return operation(value, bound)
  }
}
