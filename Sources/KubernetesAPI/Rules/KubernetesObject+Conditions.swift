import APIMachinery

extension KubernetesObject {
  /// The condition of that type in the object's status, found without making views of the others.
  func conditionFields(_ type: String) -> JSONObject? {
    fields["status"]?["conditions"]?.condition(type)
  }
}

extension PodStatus {
  /// Whether there is a condition whose type starts so, true or not.
  package func hasCondition(startingWith prefix: String) -> Bool {
    guard case .array(let conditions)? = fields["conditions"] else { return false }
    return conditions.contains { $0["type"]?.stringValue?.hasPrefix(prefix) ?? false }
  }
}

extension JSON {
  /// The one of that type in a list of conditions.
  fileprivate func condition(_ type: String) -> JSONObject? {
    guard case .array(let conditions) = self else { return nil }
    for case .object(let condition) in conditions where condition["type"]?.stringValue == type {
      return condition
    }
    return nil
  }
}
