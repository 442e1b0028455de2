import APIMachinery

/// What jobs demand: a selector and labels of their own, and fields that go together.
///
/// Kubernetes: `pkg/registry/batch/job/strategy.go`, `pkg/apis/batch/v1/defaults.go`, `pkg/apis/batch/validation`.
struct JobRules: ResourceRules {
  /// The labels that tell the pods of a job from all others, the older spelling first.
  static let uidLabels = ["controller-uid", "batch.kubernetes.io/controller-uid"]
  static let nameLabels = ["job-name", "batch.kubernetes.io/job-name"]

  func setDefaults(_ object: inout JSONObject) {
    if object.metadataFields.object("labels")?.isEmpty ?? true,
      let labels = object.object("spec")?.object("template")?.metadataFields.object("labels"), !labels.isEmpty
    {
      object.withObject("metadata") { $0["labels"] = .object(labels) }
    }
    object.withObject("spec") { Self.setDefaults(ofSpec: &$0) }
  }

  static func setDefaults(ofSpec spec: inout JSONObject) {
    if spec["parallelism"] == nil {
      if spec["completions"] == nil { spec["completions"] = 1 }
      spec["parallelism"] = 1
    }
    let (countsPerIndex, hasPolicy) = (
      spec.contains("backoffLimitPerIndex"), spec.contains("podFailurePolicy")
    )
    spec.setDefault("backoffLimit", countsPerIndex ? .int(Int64(Int32.max)) : 6)
    spec.setDefault("manualSelector", false)
    spec.setDefault("podReplacementPolicy", hasPolicy ? "Failed" : "TerminatingOrFailed")
    spec.withObject("template") { $0.withObject("spec") { PodDefaults.setSpec(&$0) } }
  }

  /// Gives the pods labels that no other job's pods have, and the job the selector that finds them.
  func prepareForCreate(_ object: inout JSONObject) {
    object["status"] = .object(JSONObject())
    let metadata = object.metadataFields
    guard object.object("spec")?["manualSelector"] != true, let uid = metadata.string("uid") else { return }
    let name = metadata.string("name") ?? ""
    object.withObject("spec") { spec in
      spec.withObject("template") { template in
        template.withObject("metadata") { metadata in
          metadata.withObject("labels") { labels in
            for label in Self.uidLabels { labels.setDefault(label, .string(uid)) }
            for label in Self.nameLabels { labels.setDefault(label, .string(name)) }
          }
        }
      }
      spec.withObject("selector") { selector in
        selector.withObject("matchLabels") { $0.setDefault(Self.uidLabels[1], .string(uid)) }
      }
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      validateSelector(spec, object.metadataFields, &errors)
      JobSpecValidator.validate(spec, &errors)
      JobSpecValidator.validateHostName(of: object.metadataFields.string("name") ?? "", spec, &errors)
    }
  }

  private func validateSelector(_ spec: JSONObject, _ metadata: JSONObject, _ errors: inout FieldErrors) {
    guard let selector = spec.object("selector") else { return errors.required("selector") }
    errors.at("selector") { LabelSelectorValidator.validate(selector, &$0) }
    let labels = spec.object("template")?.metadataFields.object("labels") ?? JSONObject()
    let matches = (try? Selector(labelSelector: selector))?.matches(StringMap(fields: labels))
    if spec["manualSelector"] != true {
      validateGenerated(labels, metadata, &errors)
      if matches == false {
        errors.invalid("selector", .object(selector), "`selector` not auto-generated")
      }
    }
    if matches == false {
      errors.invalid(
        "template.metadata.labels", .object(labels), "`selector` does not match template `labels`")
    }
  }

  private func validateGenerated(
    _ labels: JSONObject, _ metadata: JSONObject, _ errors: inout FieldErrors
  ) {
    let (uid, name) = (metadata.string("uid") ?? "", metadata.string("name") ?? "")
    for (wanted, keys) in [(uid, Self.uidLabels), (name, Self.nameLabels)] {
      for key in keys where labels.string(key) != wanted {
        errors.invalid("template.metadata.labels", .object(labels), "must be '\(wanted)'")
      }
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let (new, old, status) = (object.object("spec"), old.object("spec"), old.object("status"))
    guard let new, let old, new != old else { return }
    errors.at("spec") { errors in
      JobSpecValidator.validateUpdate(
        new, old: old, isSuspended: Self.isSuspended(old, status), &errors)
    }
  }

  /// Where pods may go can be changed while a job that has not started yet is held back.
  ///
  /// Kubernetes: `validationOptionsForJob`, KEP-2926.
  private static func isSuspended(_ spec: JSONObject, _ status: JSONObject?) -> Bool {
    guard spec["suspend"] == true else { return false }
    return status?["startTime"] == nil
      || (status?.array("conditions") ?? []).contains { $0["type"] == "Suspended" && $0["status"] == "True" }
  }

  /// Kubernetes: `JobToSelectableFields`: the field selector does not have the name of the field.
  func indexedFields(_ object: JSONObject) -> [(field: String, value: String)] {
    [("status.successful", "\(object.object("status")?["succeeded"]?.intValue ?? 0)")]
  }
}
