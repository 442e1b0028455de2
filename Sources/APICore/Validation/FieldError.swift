import APIMachinery

/// What is wrong with one field.
///
/// Kubernetes: apimachinery `util/validation/field.Error`, with its texts.
struct FieldError: Sendable, Hashable {
  enum Code: String, Sendable {
    case required = "FieldValueRequired"
    case invalid = "FieldValueInvalid"
    case notSupported = "FieldValueNotSupported"
    case duplicate = "FieldValueDuplicate"
    case forbidden = "FieldValueForbidden"
    case typeInvalid = "FieldValueTypeInvalid"
    case tooLong = "FieldValueTooLong"
    case tooMany = "FieldValueTooMany"
    case notFound = "FieldValueNotFound"
    case internalError = "InternalError"
  }

  var code: Code
  var field: String
  /// The text without the path of the field.
  var message: String

  var cause: StatusError.Cause { StatusError.Cause(reason: code.rawValue, message: message, field: field) }

  /// The text as it stands in the message of the whole error.
  var text: String { "\(field): \(message)" }
}

extension StatusError {
  /// An object that breaks rules.
  ///
  /// Kubernetes: `errors.NewInvalid`; of several errors the message is `[a, b]`.
  static func invalid(_ served: ServedResource, name: String, _ errors: [FieldError]) -> StatusError {
    invalid(
      kind: served.definition.kind, group: served.definition.group, name: name, errors)
  }

  static func invalid(kind: String, group: String, name: String, _ errors: [FieldError]) -> StatusError {
    var texts: [String] = []
    for error in errors where !texts.contains(error.text) { texts.append(error.text) }
    let list = texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ", ") + "]"
    let qualified = group.isEmpty ? kind : "\(kind).\(group)"
    return StatusError(
      code: 422, reason: .invalid, message: "\(qualified) \"\(name)\" is invalid: \(list)",
      details: Details(name: name, group: group, kind: kind, causes: errors.map(\.cause)))
  }
}
