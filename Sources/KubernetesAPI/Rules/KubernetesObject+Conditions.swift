import APIMachinery

extension KubernetesObject {
  /// The condition of that type in the object's status, found without making views of the others.
  func conditionFields(_ type: String) -> JSONObject? {
    fields.object("status")?.condition(type)
  }
}

extension PodStatus {
  /// Whether there is a condition whose type starts so, true or not.
  package func hasCondition(startingWith prefix: String) -> Bool {
    fields.array("conditions").contains { condition in
      guard case .object(let condition) = condition else { return false }
      return condition.string("type")?.hasPrefix(prefix) ?? false
    }
  }
}

extension JSONObject {
  /// The condition of that type in a status.
  fileprivate func condition(_ type: String) -> JSONObject? {
    for case .object(let condition) in array("conditions") where condition.string("type") == type {
      return condition
    }
    return nil
  }
}
