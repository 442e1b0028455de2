/// An error of the API: what Kubernetes answers as a `Status` object.
///
/// Kubernetes: `apimachinery/pkg/api/errors`.
public struct StatusError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One cause among several, usually a field of the object.
  public struct Cause: Hashable, Sendable {
    /// `FieldValueInvalid`, `FieldValueRequired`, ...
    public var reason: String
    public var message: String
    /// The path of the field: `spec.containers[0].name`.
    public var field: String?

    public init(reason: String, message: String, field: String? = nil) {
      self.reason = reason
      self.message = message
      self.field = field
    }
  }

  /// What the error is about.
  public struct Details: Hashable, Sendable {
    public var name: String?
    public var group: String?
    public var kind: String?
    public var uid: String?
    public var causes: [Cause]
    public var retryAfterSeconds: Int?

    public init(
      name: String? = nil, group: String? = nil, kind: String? = nil, uid: String? = nil,
      causes: [Cause] = [],
      retryAfterSeconds: Int? = nil
    ) {
      self.name = name
      self.group = group
      self.kind = kind
      self.uid = uid
      self.causes = causes
      self.retryAfterSeconds = retryAfterSeconds
    }
  }

  /// The HTTP status code.
  public var code: Int
  public var reason: Reason
  public var message: String
  public var details: Details?
  /// With `Expired` for a page of a list: the token with which the rest can be had, as it is now.
  ///
  /// Kubernetes: `metadata.continue` of the Status; "API concepts", retrieving large results sets in chunks.
  public var continueToken: String?

  public init(
    code: Int, reason: Reason, message: String, details: Details? = nil, continueToken: String? = nil
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.details = details
    self.continueToken = continueToken
  }

  public var description: String { message }

  /// The machine-readable reason. Open: a server may send others.
  public struct Reason: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public var rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }

    public static let unknown: Reason = ""
    public static let unauthorized: Reason = "Unauthorized"
    public static let forbidden: Reason = "Forbidden"
    public static let notFound: Reason = "NotFound"
    public static let alreadyExists: Reason = "AlreadyExists"
    public static let conflict: Reason = "Conflict"
    public static let gone: Reason = "Gone"
    public static let expired: Reason = "Expired"
    public static let invalid: Reason = "Invalid"
    public static let serverTimeout: Reason = "ServerTimeout"
    public static let storeReadError: Reason = "StorageReadError"
    public static let timeout: Reason = "Timeout"
    public static let tooManyRequests: Reason = "TooManyRequests"
    public static let badRequest: Reason = "BadRequest"
    public static let methodNotAllowed: Reason = "MethodNotAllowed"
    public static let notAcceptable: Reason = "NotAcceptable"
    public static let requestEntityTooLarge: Reason = "RequestEntityTooLarge"
    public static let unsupportedMediaType: Reason = "UnsupportedMediaType"
    public static let internalError: Reason = "InternalError"
    public static let serviceUnavailable: Reason = "ServiceUnavailable"
  }
}

extension StatusError {
  public var isNotFound: Bool { reason == .notFound }
  public var isAlreadyExists: Bool { reason == .alreadyExists }
  public var isConflict: Bool { reason == .conflict }
  public var isInvalid: Bool { reason == .invalid }
  public var isExpired: Bool { reason == .expired || reason == .gone }
  public var isTooManyRequests: Bool { reason == .tooManyRequests }

  public static func notFound(_ resource: GroupResource, name: String) -> StatusError {
    StatusError(
      code: 404, reason: .notFound, message: "\(resource) \"\(name)\" not found",
      details: Details(name: name, group: resource.group, kind: resource.resource))
  }

  public static func alreadyExists(_ resource: GroupResource, name: String) -> StatusError {
    StatusError(
      code: 409, reason: .alreadyExists, message: "\(resource) \"\(name)\" already exists",
      details: Details(name: name, group: resource.group, kind: resource.resource))
  }

  public static func conflict(_ resource: GroupResource, name: String, _ explanation: String) -> StatusError {
    StatusError(
      code: 409, reason: .conflict,
      message: "Operation cannot be fulfilled on \(resource) \"\(name)\": \(explanation)",
      details: Details(name: name, group: resource.group, kind: resource.resource))
  }

  public static func badRequest(_ message: String) -> StatusError {
    StatusError(code: 400, reason: .badRequest, message: message)
  }

  public static func forbidden(_ resource: GroupResource, name: String, _ explanation: String) -> StatusError
  {
    let subject = name.isEmpty ? "\(resource) is forbidden" : "\(resource) \"\(name)\" is forbidden"
    return StatusError(
      code: 403, reason: .forbidden, message: "\(subject): \(explanation)",
      details: Details(name: name.isEmpty ? nil : name, group: resource.group, kind: resource.resource))
  }

  public static func internalError(_ message: String) -> StatusError {
    StatusError(code: 500, reason: .internalError, message: "Internal error occurred: \(message)")
  }
}
