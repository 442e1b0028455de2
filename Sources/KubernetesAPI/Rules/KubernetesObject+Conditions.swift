import APIMachinery

extension KubernetesObject {
  /// The condition of that type in the object's status, found without making views of the others.
  func conditionFields(_ type: String) -> JSONObject? {
    guard case .array(let conditions)? = fields["status"]?["conditions"] else { return nil }
    for case .object(let condition) in conditions where condition["type"]?.stringValue == type {
      return condition
    }
    return nil
  }
}
