public import APIMachinery

extension PodSpec {
  /// Whether the pod's node selector and required node affinity accept a node.
  ///
  /// Kubernetes: `component-helpers/scheduling/corev1/nodeaffinity GetRequiredNodeAffinity`.
  public func acceptsNode(named name: String, labels: StringMap) -> Bool {
    guard nodeSelector.isSubset(of: labels) else { return false }
    guard let required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution else {
      return true
    }
    return required.nodeSelectorTerms.contains { $0.matches(nodeNamed: name, labels: labels) }
  }
}

extension NodeSelectorTerm {
  /// Whether all requirements hold. A term without any matches nothing.
  ///
  /// Kubernetes: the only field of a node that `matchFields` knows is `metadata.name`.
  public func matches(nodeNamed name: String, labels: StringMap) -> Bool {
    let (expressions, fields) = (matchExpressions, matchFields)
    guard !expressions.isEmpty || !fields.isEmpty else { return false }
    return expressions.allSatisfy { $0.isFulfilled(by: labels[$0.key]) }
      && fields.allSatisfy { $0.isFulfilled(by: $0.key == "metadata.name" ? name : nil) }
  }
}

extension NodeSelectorRequirement {
  /// - Parameter value: The value of the label or field; `nil` when the node has none.
  func isFulfilled(by value: String?) -> Bool {
    switch self.operator {
    case "In": value.map { values.contains($0) } ?? false
    case "NotIn": value.map { !values.contains($0) } ?? true
    case "Exists": value != nil
    case "DoesNotExist": value == nil
    case "Gt": isOrdered(value, >)
    case "Lt": isOrdered(value, <)
    default: false
    }
  }

  private func isOrdered(_ value: String?, _ holds: (Int64, Int64) -> Bool) -> Bool {
    guard let value = value.flatMap({ Int64($0) }), let bound = values.first.flatMap({ Int64($0) }) else {
      return false
    }
    return holds(value, bound)
  }
}
