import APIMachinery

/// JSON patches (RFC 6902), with the API's errors.
///
/// Kubernetes: `endpoints/handlers/patch.go`: a patch that is none is a bad request, one that cannot be carried out is
/// unprocessable.
enum JSONPatching {
  static func apply(_ patch: JSON, to target: JSONObject) throws(StatusError) -> JSONObject {
    let result: JSON
    do throws(JSONPatchError) {
      result = try JSONPatch(json: patch).apply(to: .object(target))
    } catch {
      throw status(of: error)
    }
    guard case .object(let object) = result else {
      throw .badRequest(
        "json: cannot unmarshal \(result.typeName) into Go value of type map[string]interface {}")
    }
    return object
  }

  private static func status(of error: JSONPatchError) -> StatusError {
    switch error.code {
    case .malformed: .badRequest(error.message)
    case .tooManyOperations:
      StatusError(code: 413, reason: .requestEntityTooLarge, message: error.message)
    default:
      StatusError(
        code: 422, reason: .invalid,
        message: "the server rejected our request due to an error in our request",
        details: StatusError.Details(
          causes: [StatusError.Cause(reason: "FieldValueInvalid", message: error.message, field: "patch")]))
    }
  }
}
