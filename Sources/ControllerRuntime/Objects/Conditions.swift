public import APIMachinery

extension Array where Element: ObjectView {
  /// The condition of a type. For lists of conditions: `status.conditions.condition("Ready")`.
  @inlinable public func condition(_ type: String) -> Element? {
    first { $0.fields["type"]?.stringValue == type }
  }

  /// Whether the condition of a type is there with status `True`.
  @inlinable public func isConditionTrue(_ type: String) -> Bool {
    condition(type)?.fields["status"]?.stringValue == "True"
  }

  /// Sets a condition. `lastTransitionTime` moves only when the status does, so that setting the same again
  /// changes nothing.
  ///
  /// Kubernetes: apimachinery `meta.SetStatusCondition`.
  ///
  /// - Parameters:
  ///   - status: `True`, `False` or `Unknown`.
  ///   - observedGeneration: The generation of the object that the condition speaks of; left out when `nil`.
  /// - Returns: `true` when something changed.
  @discardableResult
  public mutating func setCondition(
    _ type: String, status: String, reason: String, message: String = "", observedGeneration: Int? = nil,
    at now: Timestamp
  ) -> Bool {
    guard let position = firstIndex(where: { $0.fields["type"]?.stringValue == type }) else {
      var condition = Element()
      condition.fields["type"] = .string(type)
      condition.fields["status"] = .string(status)
      condition.fields["lastTransitionTime"] = now.json
      condition.setDetails(reason, message, observedGeneration)
      append(condition)
      return true
    }
    let before = self[position]
    var condition = before
    if before.fields["status"]?.stringValue != status {
      condition.fields["status"] = .string(status)
      condition.fields["lastTransitionTime"] = now.json
    }
    condition.setDetails(reason, message, observedGeneration)
    self[position] = condition
    return condition.fields != before.fields
  }

  /// Removes a condition.
  ///
  /// - Returns: `true` when it was there.
  @discardableResult
  public mutating func removeCondition(_ type: String) -> Bool {
    let before = count
    removeAll { $0.fields["type"]?.stringValue == type }
    return count != before
  }
}

extension ObjectView {
  fileprivate mutating func setDetails(_ reason: String, _ message: String, _ observedGeneration: Int?) {
    fields["reason"] = .string(reason)
    fields["message"] = .string(message)
    if let observedGeneration { fields["observedGeneration"] = .int(Int64(observedGeneration)) }
  }
}
