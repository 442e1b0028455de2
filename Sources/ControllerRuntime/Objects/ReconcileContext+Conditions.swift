public import APIMachinery
import KubernetesClient

/// What a condition says.
///
/// Kubernetes: `meta/v1 ConditionStatus`.
public enum ConditionStatus: String, Sendable, Hashable {
  case `true` = "True"
  case `false` = "False"
  case unknown = "Unknown"

  public init(_ value: Bool) { self = value ? .true : .false }
}

extension KubernetesObject {
  /// The conditions of the object's status, seen as `meta/v1` conditions.
  public var statusConditions: [Condition] {
    (fields["status"]?["conditions"]?.arrayValue ?? []).compactMap { Condition(json: $0) }
  }
}

extension ReconcileContext {
  /// Sets a condition in the status of an object, and writes it if that changes anything.
  ///
  /// `observedGeneration` becomes the generation of `object`, the one that was looked at; `lastTransitionTime` moves when
  /// `status` does, and else stays.
  ///
  /// Kubernetes: apimachinery `meta.SetStatusCondition`, and an update of the status.
  ///
  /// - Returns: The object with the condition.
  /// - Throws: `Conflict` when somebody changed the object meanwhile: the key is looked at again.
  @discardableResult
  public func setCondition<Kind: Resource>(
    _ type: String, _ status: ConditionStatus, reason: String, message: String = "", on object: Kind
  ) async throws(StatusError) -> Kind {
    var conditions = object.statusConditions
    let isChanged = conditions.setCondition(
      type, status: status.rawValue, reason: reason, message: message,
      observedGeneration: object.metadata.generation, at: now)
    guard isChanged else { return object }
    var metadata = JSONObject()
    if let version = object.metadata.resourceVersion { metadata["resourceVersion"] = .string(version) }
    let patch: JSON = [
      "metadata": .object(metadata), "status": ["conditions": .array(conditions.map(\.json))],
    ]
    return try await client.patch(Kind.self, object.key, .merge(patch), subresource: "status")
  }
}
