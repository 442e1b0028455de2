public import APIMachinery
public import KubernetesClient

extension RequestPath {
  public mutating func add(_ options: ListOptions) {
    query("labelSelector", options.labelSelector)
    query("fieldSelector", options.fieldSelector)
    query("resourceVersion", options.resourceVersion)
    query("resourceVersionMatch", options.resourceVersionMatch?.rawValue)
    query("limit", options.limit.map(String.init))
    query("continue", options.continueToken)
  }

  public mutating func add(_ options: WatchOptions) {
    query("labelSelector", options.labelSelector)
    query("fieldSelector", options.fieldSelector)
    query("resourceVersion", options.resourceVersion)
    if options.allowBookmarks { query("allowWatchBookmarks", "true") }
    if let sendInitialEvents = options.sendInitialEvents {
      query("sendInitialEvents", String(sendInitialEvents))
      query("resourceVersionMatch", "NotOlderThan")
    }
    query("timeoutSeconds", options.timeoutSeconds.map(String.init))
  }

  /// Adds the options that all writes share; `force` belongs to patches alone.
  public mutating func add(_ options: WriteOptions) {
    query("fieldManager", options.fieldManager)
    if options.fieldValidation != .warn { query("fieldValidation", options.fieldValidation.rawValue) }
    if options.isDryRun { query("dryRun", "All") }
  }
}

extension DeleteOptions {
  /// The `DeleteOptions` object that goes into the body of a delete.
  public var body: JSON {
    var fields: JSONObject = ["kind": "DeleteOptions", "apiVersion": "v1"]
    if let gracePeriodSeconds { fields["gracePeriodSeconds"] = .int(Int64(gracePeriodSeconds)) }
    if let propagationPolicy { fields["propagationPolicy"] = .string(propagationPolicy.rawValue) }
    var preconditions = JSONObject()
    if let preconditionUID { preconditions["uid"] = .string(preconditionUID) }
    if let preconditionResourceVersion {
      preconditions["resourceVersion"] = .string(preconditionResourceVersion)
    }
    if !preconditions.isEmpty { fields["preconditions"] = .object(preconditions) }
    if isDryRun { fields["dryRun"] = ["All"] }
    return .object(fields)
  }
}

extension Patch {
  /// The content type and the body.
  var message: (contentType: String, body: JSON) {
    switch self {
    case .json(let body): ("application/json-patch+json", body)
    case .merge(let body): ("application/merge-patch+json", body)
    case .strategicMerge(let body): ("application/strategic-merge-patch+json", body)
    case .apply(let body): ("application/apply-patch+yaml", body)
    }
  }
}

extension DynamicList {
  /// Reads a list object. Its items take `apiVersion` and `kind` from the list, where servers leave them out.
  init(_ list: JSON) {
    let metadata = list["metadata"]
    let kind = list["kind"]?.stringValue ?? ""
    let itemKind = kind.hasSuffix("List") ? String(kind.dropLast(4)) : ""
    let apiVersion = list["apiVersion"]
    let items = list["items"]?.arrayValue ?? []
    self.init(
      items: items.compactMap { item in
        guard case .object(var fields) = item else { return nil }
        if fields["kind"] == nil, !itemKind.isEmpty {
          fields["kind"] = .string(itemKind)
          fields["apiVersion"] = apiVersion
        }
        return DynamicObject(fields: fields)
      },
      resourceVersion: metadata?["resourceVersion"]?.stringValue ?? "",
      continueToken: metadata?["continue"]?.stringValue ?? "",
      remainingItemCount: metadata?["remainingItemCount"]?.intValue.map { Int($0) })
  }
}
