import APIMachinery

/// The status of a definition: the names that are served, and its conditions.
struct DefinitionStatus {
  private(set) var fields: JSONObject

  init(_ object: JSONObject) { fields = object.object("status") ?? JSONObject() }

  func isTrue(_ type: String) -> Bool {
    fields.array("conditions").contains { $0["type"] == .string(type) && $0["status"] == "True" }
  }

  /// Writes down which names are served, and that they are.
  mutating func set(_ acceptance: NameAcceptance, annotation: String?, _ now: Timestamp) {
    let isAccepted = acceptance.conflict == nil
    fields["acceptedNames"] = acceptance.names.json
    setCondition(
      "NamesAccepted", isAccepted, acceptance.conflict?.reason ?? "NoConflicts",
      acceptance.conflict?.message ?? "no conflicts found", now)
    if isAccepted {
      setCondition("Established", true, "InitialNamesAccepted", "the initial names have been accepted", now)
    } else if !isTrue("Established") {
      setCondition("Established", false, "NotAccepted", "not all names are accepted", now)
    }
    guard let annotation else { return }
    if annotation.hasPrefix("unapproved") {
      setCondition(
        "KubernetesAPIApprovalPolicyConformant", false, "UnapprovedAnnotation",
        "not approved: \(JSON.string(annotation))", now)
    } else {
      setCondition(
        "KubernetesAPIApprovalPolicyConformant", true, "ApprovedAnnotation", "approved in \(annotation)", now)
    }
  }

  /// Writes down that the objects of the kind are to go.
  mutating func setTerminating(_ now: Timestamp) {
    if isTrue("Terminating") { return }
    setCondition(
      "Terminating", true, "InstanceDeletionPending",
      "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", now)
  }

  private mutating func setCondition(
    _ type: String, _ isTrue: Bool, _ reason: String, _ message: String, _ now: Timestamp
  ) {
    var conditions = fields.array("conditions")
    let status: JSON = isTrue ? "True" : "False"
    let place = conditions.firstIndex { $0["type"] == .string(type) }
    var time: JSON = .string(now.rfc3339)
    if let place, conditions[place]["status"] == status {
      time = conditions[place]["lastTransitionTime"] ?? time
    }
    let condition: JSON = [
      "lastTransitionTime": time, "message": .string(message), "reason": .string(reason), "status": status,
      "type": .string(type),
    ]
    if let place { conditions[place] = condition } else { conditions.append(condition) }
    fields["conditions"] = .array(conditions)
  }
}
