extension Selector {
  /// Reads the `LabelSelector` object of a spec: `matchLabels` and `matchExpressions`.
  ///
  /// An absent object selects nothing, an empty one everything.
  ///
  /// Kubernetes: `metav1.LabelSelectorAsSelector`.
  public init(labelSelector object: JSONObject?) throws(SelectorError) {
    guard let object else {
      self = .nothing
      return
    }
    var requirements: [Requirement] = []
    for (key, value) in object[map: "matchLabels"] {
      requirements.append(try Requirement(key: key, operator: .equals, values: [value]).validated())
    }
    for expression in object["matchExpressions"]?.arrayValue ?? [] {
      requirements.append(try Self.requirement(of: expression))
    }
    self.init(requirements)
  }

  private static func requirement(of expression: JSON) throws(SelectorError) -> Requirement {
    let name = expression["operator"]?.stringValue ?? ""
    let operation: Operator
    switch name {
    case "In": operation = .in
    case "NotIn": operation = .notIn
    case "Exists": operation = .exists
    case "DoesNotExist": operation = .doesNotExist
    default:
      throw SelectorError(message: "\(JSON.string(name)) is not a valid label selector operator")
    }
    let values = (expression["values"]?.arrayValue ?? []).compactMap(\.stringValue)
    return try Requirement(key: expression["key"]?.stringValue ?? "", operator: operation, values: values)
      .validated()
  }
}
