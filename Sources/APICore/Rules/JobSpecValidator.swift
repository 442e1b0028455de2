import APIMachinery
import KubernetesAPI

/// The rules of a job's spec, in a job and in the template of a cron job.
///
/// Kubernetes: `pkg/apis/batch/validation`, `validateJobSpec`.
enum JobSpecValidator {
  /// How many indexes a job may have when it counts failures by index without a bound on them, and how many may
  /// run at a time.
  static let indexLimit: Int64 = 100_000

  static func validate(_ spec: JSONObject, _ errors: inout FieldErrors) {
    validateIndexes(spec, &errors)
    if let policy = spec.object("podFailurePolicy") {
      errors.at("podFailurePolicy") { validate(failurePolicy: policy, spec, &$0) }
      if spec.string("podReplacementPolicy") != "Failed" {
        errors.notSupported("podReplacementPolicy", spec["podReplacementPolicy"] ?? "", ["Failed"])
      }
    }
    if let policy = spec.object("successPolicy") {
      errors.at("successPolicy") { validate(successPolicy: policy, spec, &$0) }
    }
    guard let template = spec.object("template") else { return }
    errors.at("template") { errors in
      PodTemplateValidator.validate(template, &errors)
      let policy = template.object("spec")?.string("restartPolicy") ?? "Always"
      if policy != "OnFailure", policy != "Never" {
        errors.required("spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"")
      } else if policy != "Never", spec.contains("podFailurePolicy") {
        errors.invalid(
          "spec.restartPolicy", .string(policy),
          "only \"Never\" is supported when podFailurePolicy is specified")
      }
    }
  }

  private static func isIndexed(_ spec: JSONObject) -> Bool { spec.string("completionMode") == "Indexed" }

  private static func validateIndexes(_ spec: JSONObject, _ errors: inout FieldErrors) {
    let (completions, parallelism) = (spec["completions"]?.intValue, spec["parallelism"]?.intValue ?? 1)
    guard isIndexed(spec) else {
      for field in ["backoffLimitPerIndex", "successPolicy", "maxFailedIndexes"] {
        if let value = spec[field] { errors.invalid(field, value, "requires indexed completion mode") }
      }
      return
    }
    guard let completions else {
      return errors.required("completions", "when completion mode is Indexed")
    }
    if parallelism > indexLimit, completions > indexLimit {
      errors.invalid(
        "parallelism", .int(parallelism),
        "must be less than or equal to \(indexLimit) when completion mode is Indexed")
    }
    guard let failed = spec["maxFailedIndexes"]?.intValue else {
      if spec.contains("backoffLimitPerIndex"), completions > indexLimit {
        errors.required("maxFailedIndexes", "must be specified when completions is above \(indexLimit)")
      }
      return
    }
    if !spec.contains("backoffLimitPerIndex") {
      errors.required("backoffLimitPerIndex", "when maxFailedIndexes is specified")
    }
    if failed > completions {
      errors.invalid("maxFailedIndexes", .int(failed), "must be less than or equal to completions")
    }
  }

  /// The names of indexed pods are made of the job's; they must be names of hosts.
  static func validateHostName(of name: String, _ spec: JSONObject, _ errors: inout FieldErrors) {
    guard isIndexed(spec), let completions = spec["completions"]?.intValue, completions > 0 else { return }
    let host = "\(name)-\(completions - 1)"
    if NameRules.dns1123Label(host).isEmpty { return }
    errors.invalid(
      nil, .string(host),
      "will not able to create pod with invalid DNS label: \(host)")
  }

  // MARK: Policies

  private static func validate(
    failurePolicy policy: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors
  ) {
    let pod = spec.object("template")?.object("spec")
    let containers = ["containers", "initContainers"].flatMap { pod?.array($0) ?? [] }
      .compactMap { $0["name"]?.stringValue }
    errors.push("rules")
    for (index, rule) in policy.array("rules").enumerated() {
      guard case .object(let rule) = rule else { continue }
      errors.at(index: index) { validate(rule: rule, containers, spec, &$0) }
    }
    errors.pop()
  }

  private static func validate(
    rule: JSONObject, _ containers: [String], _ spec: JSONObject, _ errors: inout FieldErrors
  ) {
    if rule.string("action") == "FailIndex", !spec.contains("backoffLimitPerIndex") {
      errors.invalid("action", "FailIndex", "requires the backoffLimitPerIndex to be set")
    }
    let hasConditions = !rule.array("onPodConditions").isEmpty
    guard let codes = rule.object("onExitCodes") else {
      if !hasConditions {
        errors.invalid(nil, .object(rule), "specifying one of OnExitCodes and OnPodConditions is required")
      }
      return
    }
    if hasConditions {
      errors.invalid(
        nil, .object(rule), "specifying both OnExitCodes and OnPodConditions is not supported")
    }
    errors.at("onExitCodes") { validate(exitCodes: codes, containers, &$0) }
  }

  private static func validate(
    exitCodes: JSONObject, _ containers: [String], _ errors: inout FieldErrors
  ) {
    let values = exitCodes.array("values").compactMap(\.intValue)
    if values.isEmpty {
      errors.invalid("values", .array([]), "at least one value is required")
    }
    if zip(values, values.dropFirst()).contains(where: { $0 > $1 }) {
      errors.invalid("values", exitCodes["values"], "must be ordered")
    }
    if exitCodes.string("operator") == "In", let zero = values.firstIndex(of: 0) {
      errors.push("values")
      errors.at(index: zero) { $0.invalid(nil, 0, "must not be 0 for the In operator") }
      errors.pop()
    }
    if let name = exitCodes.string("containerName"), !containers.contains(name) {
      errors.invalid("containerName", .string(name), "must be one of the container or initContainer names")
    }
  }

  private static func validate(
    successPolicy policy: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors
  ) {
    guard isIndexed(spec), let completions = spec["completions"]?.intValue else { return }
    if policy.array("rules").isEmpty {
      return errors.required(
        "rules", "at least one rules must be specified when the successPolicy is specified")
    }
    errors.push("rules")
    for (index, rule) in policy.array("rules").enumerated() {
      guard case .object(let rule) = rule else { continue }
      errors.at(index: index) { validate(successRule: rule, completions: completions, &$0) }
    }
    errors.pop()
  }

  private static func validate(
    successRule rule: JSONObject, completions: Int64, _ errors: inout FieldErrors
  ) {
    let count = rule["succeededCount"]?.intValue
    guard let text = rule.string("succeededIndexes") else {
      if count == nil {
        errors.required(nil, "at least one of succeededCount or succeededIndexes must be specified")
      }
      if let count, count > completions {
        errors.invalid(
          "succeededCount", .int(count),
          "must be less than or equal to \(completions) (the number of specified completions)")
      }
      return
    }
    guard let indexes = IndexRanges(text, below: Int(completions)) else {
      return errors.invalid(
        "succeededIndexes", .string(text),
        "error parsing succeededIndexes: must be ascending ranges below \(completions)")
    }
    if let count, count > Int64(indexes.count) {
      errors.invalid(
        "succeededCount", .int(count),
        "must be less than or equal to \(indexes.count) (the number of indexes in the specified succeededIndexes field)"
      )
    }
  }

  // MARK: Updates

  /// What says where pods may go, which may change while the job is held back.
  private static let schedulingFields = ["nodeSelector", "tolerations", "schedulingGates"]

  static func validateUpdate(
    _ new: JSONObject, old: JSONObject, isSuspended: Bool, _ errors: inout FieldErrors
  ) {
    if new["completions"] != old["completions"], !isElastic(new) {
      errors.invalid("completions", new["completions"], "field is immutable")
    }
    for field in ["selector", "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "successPolicy"]
    where new[field] != old[field] {
      errors.invalid(field, new[field], "field is immutable")
    }
    var (before, after) = (old.object("template") ?? JSONObject(), new.object("template") ?? JSONObject())
    if isSuspended {
      before = withoutScheduling(before)
      after = withoutScheduling(after)
    }
    if before != after { errors.invalid("template", new["template"], "field is immutable") }
  }

  /// An indexed job may grow and shrink as long as all of it runs at a time.
  private static func isElastic(_ spec: JSONObject) -> Bool {
    isIndexed(spec) && spec["completions"] == spec["parallelism"]
  }

  private static func withoutScheduling(_ template: JSONObject) -> JSONObject {
    var template = template
    template.withObject("metadata") { metadata in
      for field in ["annotations", "labels"] { metadata.removeValue(field) }
    }
    template.withObject("spec") { spec in
      for field in schedulingFields { spec.removeValue(field) }
      spec.withObject("affinity") { $0.removeValue("nodeAffinity") }
      if spec.object("affinity")?.isEmpty ?? false { spec.removeValue("affinity") }
    }
    return template
  }
}
