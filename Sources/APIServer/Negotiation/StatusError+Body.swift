internal import APIMachinery

extension StatusError {
  /// The `Status` object that tells a client of the error.
  ///
  /// Kubernetes: `meta/v1 Status`.
  var body: JSON {
    let metadata: JSONObject = continueToken.map { ["continue": .string($0)] } ?? [:]
    var fields: JSONObject = [
      "kind": "Status", "apiVersion": "v1", "metadata": .object(metadata), "status": "Failure",
      "message": .string(message),
    ]
    if !reason.rawValue.isEmpty { fields["reason"] = .string(reason.rawValue) }
    if let details { fields["details"] = details.body }
    fields["code"] = .int(Int64(code))
    return .object(fields)
  }
}

extension StatusError.Details {
  fileprivate var body: JSON {
    var fields = JSONObject()
    func set(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields[name] = .string(value) }
    }
    set("name", name)
    set("group", group)
    set("kind", kind)
    set("uid", uid)
    if !causes.isEmpty { fields["causes"] = .array(causes.map(\.body)) }
    if let retryAfterSeconds { fields["retryAfterSeconds"] = .int(Int64(retryAfterSeconds)) }
    return .object(fields)
  }
}

extension StatusError.Cause {
  fileprivate var body: JSON {
    var fields: JSONObject = ["reason": .string(reason), "message": .string(message)]
    if let field { fields["field"] = .string(field) }
    return .object(fields)
  }
}

extension StatusError {
  /// Kubernetes: `errors.NewUnauthorized`.
  static let unauthorized = StatusError(code: 401, reason: .unauthorized, message: "Unauthorized")

  /// Kubernetes: `errors.NewGenericServerResponse` for a path that nothing answers.
  static let unknownPath = StatusError(
    code: 404, reason: .notFound, message: "the server could not find the requested resource",
    details: Details())

  static let methodNotAllowed = StatusError(
    code: 405, reason: .methodNotAllowed,
    message: "the server does not allow this method on the requested resource", details: Details())

  /// Kubernetes: `negotiation.NewNotAcceptableError`.
  static let notAcceptable = StatusError(
    code: 406, reason: .notAcceptable,
    message: "only the following media types are accepted: application/json, application/yaml")

  /// Kubernetes: `negotiation.NewUnsupportedMediaTypeError`.
  static func unsupportedMediaType(_ accepted: [String]) -> StatusError {
    StatusError(
      code: 415, reason: .unsupportedMediaType,
      message: "the body of the request was in an unknown format - accepted media types include: "
        + accepted.joined(separator: ", "))
  }
}
