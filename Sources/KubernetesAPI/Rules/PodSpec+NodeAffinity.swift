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
    return required.fields.array("nodeSelectorTerms").contains {
      NodeSelectorTerm(json: $0)?.matches(nodeNamed: name, labels: labels) ?? false
    }
  }
}

extension NodeSelectorTerm {
  /// Whether all requirements hold. A term without any matches nothing.
  ///
  /// Kubernetes: the only field of a node that `matchFields` knows is `metadata.name`.
  public func matches(nodeNamed name: String, labels: StringMap) -> Bool {
    let expressions = fields.array("matchExpressions")
    let ofNode = fields.array("matchFields")
    guard !expressions.isEmpty || !ofNode.isEmpty else { return false }
    return Self.allHold(expressions) { labels[$0] }
      && Self.allHold(ofNode) { $0 == "metadata.name" ? name : nil }
  }

  /// - Parameter value: What the node has for a key.
  private static func allHold(_ requirements: [JSON], _ value: (String) -> String?) -> Bool {
    requirements.allSatisfy { json in
      guard let requirement = NodeSelectorRequirement(json: json) else { return true }
      return requirement.isFulfilled(by: value(requirement.key))
    }
  }
}

extension NodeSelectorRequirement {
  /// - Parameter value: The value of the label or field; `nil` when the node has none.
  func isFulfilled(by value: String?) -> Bool {
    switch self.operator {
    case "In": value.map(hasValue) ?? false
    case "NotIn": !(value.map(hasValue) ?? false)
    case "Exists": value != nil
    case "DoesNotExist": value == nil
    case "Gt": isOrdered(value, >)
    case "Lt": isOrdered(value, <)
    default: false
    }
  }

  private func hasValue(_ value: String) -> Bool {
    fields.array("values").contains { $0.stringValue == value }
  }

  private func isOrdered(_ value: String?, _ holds: (Int64, Int64) -> Bool) -> Bool {
    guard let value = value.flatMap({ Int64($0) }), let bound = values.first.flatMap({ Int64($0) }) else {
      return false
    }
    return holds(value, bound)
  }
}
