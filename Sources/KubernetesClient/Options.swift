public import APIMachinery

/// Kubernetes: `meta/v1 GetOptions`.
public struct GetOptions: Sendable {
  public var resourceVersion: String?

  public init(resourceVersion: String? = nil) {
    self.resourceVersion = resourceVersion
  }
}

/// Kubernetes: `meta/v1 ListOptions`, the part for lists.
public struct ListOptions: Sendable {
  /// In the string form: `app=web,tier in (a,b)`.
  public var labelSelector: String?
  /// In the string form: `spec.nodeName=a`.
  public var fieldSelector: String?
  public var resourceVersion: String?
  public var resourceVersionMatch: ResourceVersionMatch?
  public var limit: Int?
  public var continueToken: String?

  public init(
    labelSelector: String? = nil, fieldSelector: String? = nil, resourceVersion: String? = nil,
    resourceVersionMatch: ResourceVersionMatch? = nil, limit: Int? = nil, continueToken: String? = nil
  ) {
    self.labelSelector = labelSelector
    self.fieldSelector = fieldSelector
    self.resourceVersion = resourceVersion
    self.resourceVersionMatch = resourceVersionMatch
    self.limit = limit
    self.continueToken = continueToken
  }
}

/// How `resourceVersion` of a list is meant.
public enum ResourceVersionMatch: String, Sendable {
  case exact = "Exact"
  case notOlderThan = "NotOlderThan"
}

/// Kubernetes: `meta/v1 ListOptions`, the part for watches.
public struct WatchOptions: Sendable {
  public var labelSelector: String?
  public var fieldSelector: String?
  /// Where to start: events after this revision. `nil`, empty or `0` starts with the objects that exist.
  public var resourceVersion: String?
  public var allowBookmarks: Bool
  public var sendInitialEvents: Bool?
  public var timeoutSeconds: Int?

  public init(
    labelSelector: String? = nil, fieldSelector: String? = nil, resourceVersion: String? = nil,
    allowBookmarks: Bool = true, sendInitialEvents: Bool? = nil, timeoutSeconds: Int? = nil
  ) {
    self.labelSelector = labelSelector
    self.fieldSelector = fieldSelector
    self.resourceVersion = resourceVersion
    self.allowBookmarks = allowBookmarks
    self.sendInitialEvents = sendInitialEvents
    self.timeoutSeconds = timeoutSeconds
  }
}

/// Kubernetes: `meta/v1 CreateOptions`, `UpdateOptions`, `PatchOptions`.
public struct WriteOptions: Sendable {
  /// Who owns the fields that are written; required for server-side apply.
  public var fieldManager: String?
  public var fieldValidation: FieldValidation
  public var isDryRun: Bool
  /// Takes fields over from other managers; server-side apply only.
  public var isForced: Bool

  public init(
    fieldManager: String? = nil, fieldValidation: FieldValidation = .warn, isDryRun: Bool = false,
    isForced: Bool = false
  ) {
    self.fieldManager = fieldManager
    self.fieldValidation = fieldValidation
    self.isDryRun = isDryRun
    self.isForced = isForced
  }
}

/// What the API does with unknown and duplicate fields.
public enum FieldValidation: String, Sendable {
  case strict = "Strict"
  case warn = "Warn"
  case ignore = "Ignore"
}

/// Kubernetes: `meta/v1 DeleteOptions`.
public struct DeleteOptions: Sendable {
  public var gracePeriodSeconds: Int?
  public var propagationPolicy: PropagationPolicy?
  public var preconditionUID: String?
  public var preconditionResourceVersion: String?
  public var isDryRun: Bool

  public init(
    gracePeriodSeconds: Int? = nil, propagationPolicy: PropagationPolicy? = nil,
    preconditionUID: String? = nil,
    preconditionResourceVersion: String? = nil, isDryRun: Bool = false
  ) {
    self.gracePeriodSeconds = gracePeriodSeconds
    self.propagationPolicy = propagationPolicy
    self.preconditionUID = preconditionUID
    self.preconditionResourceVersion = preconditionResourceVersion
    self.isDryRun = isDryRun
  }
}

/// What happens to the objects that the deleted one owns.
public enum PropagationPolicy: String, Sendable {
  case orphan = "Orphan"
  case background = "Background"
  case foreground = "Foreground"
}

/// A change to an object in one of the four forms that the API takes.
public enum Patch: Sendable {
  /// RFC 6902, `application/json-patch+json`.
  case json(JSON)
  /// RFC 7386, `application/merge-patch+json`.
  case merge(JSON)
  /// `application/strategic-merge-patch+json`.
  case strategicMerge(JSON)
  /// Server-side apply, `application/apply-patch+yaml`.
  case apply(JSON)
}
