internal import APIMachinery
internal import KubernetesClient

/// Reads the options of each verb from the parameters of a URL.
extension Query {
  var getOptions: GetOptions { GetOptions(resourceVersion: text("resourceVersion")) }

  func listOptions() throws(StatusError) -> ListOptions {
    if isEmpty { return ListOptions() }
    let limit = try integer("limit")
    if let limit, limit < 0 {
      throw .invalidOption("ListOptions", "limit", limit, "must be greater than or equal to 0")
    }
    let match = try resourceVersionMatch()
    return ListOptions(
      labelSelector: text("labelSelector"), fieldSelector: text("fieldSelector"),
      resourceVersion: text("resourceVersion"), resourceVersionMatch: match,
      limit: limit == 0 ? nil : limit, continueToken: text("continue"))
  }

  /// Kubernetes: apimachinery `internalversion/validation.ValidateListOptions`.
  private func resourceVersionMatch() throws(StatusError) -> ResourceVersionMatch? {
    guard let value = text("resourceVersionMatch") else { return nil }
    guard let match = ResourceVersionMatch(rawValue: value) else {
      throw .invalidOption(
        "ListOptions", "resourceVersionMatch", JSON.string(value),
        "supported values: \"\", \"Exact\", \"NotOlderThan\"", word: "Unsupported value")
    }
    let version = text("resourceVersion")
    if version == nil, flag("sendInitialEvents") == nil {
      throw .forbiddenOption(
        "ListOptions", "resourceVersionMatch",
        "resourceVersionMatch is forbidden unless resourceVersion is provided")
    }
    if match == .exact, version == "0" {
      throw .forbiddenOption(
        "ListOptions", "resourceVersionMatch",
        "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")
    }
    return match
  }

  func watchOptions() throws(StatusError) -> WatchOptions {
    let sendInitialEvents = flag("sendInitialEvents")
    if sendInitialEvents != nil, text("resourceVersionMatch") != "NotOlderThan" {
      throw .forbiddenOption(
        "ListOptions", "resourceVersionMatch",
        "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")
    }
    return WatchOptions(
      labelSelector: text("labelSelector"), fieldSelector: text("fieldSelector"),
      resourceVersion: text("resourceVersion"), allowBookmarks: flag("allowWatchBookmarks") == true,
      sendInitialEvents: sendInitialEvents, timeoutSeconds: try integer("timeoutSeconds"))
  }

  /// - Parameter kind: `CreateOptions`, `UpdateOptions`, `PatchOptions`, for the words of errors.
  func writeOptions(_ kind: String) throws(StatusError) -> WriteOptions {
    if isEmpty { return WriteOptions() }
    var options = WriteOptions()
    options.isDryRun = try dryRun(values("dryRun"), kind)
    options.fieldManager = text("fieldManager")
    if let manager = options.fieldManager, manager.utf8.count > 128 {
      throw .invalidOption(
        kind, "fieldManager", JSON.string(manager), "may not be more than 128 bytes", word: "Too long")
    }
    if let value = text("fieldValidation") {
      guard let validation = FieldValidation(rawValue: value) else {
        throw .invalidOption(
          kind, "fieldValidation", JSON.string(value),
          "supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"",
          word: "Unsupported value")
      }
      options.fieldValidation = validation
    }
    options.isForced = flag("force") ?? false
    return options
  }

  /// The options of a delete: those of its body, or those of its URL when there is no body.
  func deleteOptions(_ body: JSONObject?) throws(StatusError) -> DeleteOptions {
    if let body { return try DeleteOptions(body) }
    var options = DeleteOptions()
    options.gracePeriodSeconds = try integer("gracePeriodSeconds")
    options.isDryRun = try dryRun(values("dryRun"), "DeleteOptions")
    if let orphan = flag("orphanDependents") { options.propagationPolicy = orphan ? .orphan : .background }
    if let policy = text("propagationPolicy") { options.propagationPolicy = try .init(named: policy) }
    return options
  }
}

/// Kubernetes: `metav1/validation.ValidateDryRun`.
private func dryRun(_ values: [String], _ kind: String) throws(StatusError) -> Bool {
  for value in values where value != "All" {
    if value.isEmpty { continue }
    throw .invalidOption(
      kind, "dryRun", JSON.string(value), "supported values: \"All\"", word: "Unsupported value")
  }
  return values.contains("All")
}

extension PropagationPolicy {
  fileprivate init(named name: String) throws(StatusError) {
    guard let policy = PropagationPolicy(rawValue: name) else {
      throw .invalidOption(
        "DeleteOptions", "propagationPolicy", JSON.string(name),
        "supported values: \"Background\", \"Foreground\", \"Orphan\"", word: "Unsupported value")
    }
    self = policy
  }
}

extension DeleteOptions {
  /// Reads a `DeleteOptions` object.
  fileprivate init(_ fields: JSONObject) throws(StatusError) {
    self.init()
    if let kind = fields["kind"]?.stringValue, kind != "DeleteOptions" {
      throw .badRequest("converting (\(kind)) to (v1.DeleteOptions): unknown conversion")
    }
    gracePeriodSeconds = try fields.integer("gracePeriodSeconds")
    if let orphan = fields["orphanDependents"]?.boolValue {
      propagationPolicy = orphan ? .orphan : .background
    }
    if let policy = fields["propagationPolicy"]?.stringValue, !policy.isEmpty {
      propagationPolicy = try PropagationPolicy(named: policy)
    }
    let preconditions = fields["preconditions"]
    preconditionUID = preconditions?["uid"]?.stringValue
    preconditionResourceVersion = preconditions?["resourceVersion"]?.stringValue
    let values = fields["dryRun"]?.arrayValue?.compactMap(\.stringValue) ?? []
    isDryRun = try dryRun(values, "DeleteOptions")
  }
}

extension JSONObject {
  fileprivate func integer(_ name: String) throws(StatusError) -> Int? {
    guard let value = self[name], !value.isNull else { return nil }
    guard let number = value.intValue else {
      throw .badRequest(
        "json: cannot unmarshal \(value.typeName) into Go struct field DeleteOptions.\(name) of type int64")
    }
    return Int(number)
  }
}

extension StatusError {
  fileprivate static func invalidOption(
    _ kind: String, _ field: String, _ value: some CustomStringConvertible, _ message: String,
    word: String = "Invalid value"
  ) -> StatusError {
    let reason = word == "Unsupported value" ? "FieldValueNotSupported" : "FieldValueInvalid"
    return option(kind, field, "\(word): \(value): \(message)", reason)
  }

  fileprivate static func forbiddenOption(_ kind: String, _ field: String, _ message: String) -> StatusError {
    option(kind, field, "Forbidden: \(message)", "FieldValueForbidden")
  }

  private static func option(_ kind: String, _ field: String, _ text: String, _ reason: String) -> StatusError
  {
    StatusError(
      code: 422, reason: .invalid, message: "\(kind).meta.k8s.io \"\" is invalid: \(field): \(text)",
      details: Details(
        group: "meta.k8s.io", kind: kind, causes: [Cause(reason: reason, message: text, field: field)]))
  }
}
