public import APIMachinery

/// An object that a client sends.
public struct RequestBody: Sendable {
  public var object: JSONObject
  /// The paths of keys that stood twice in the text.
  public var duplicateFields: [String]

  /// An object of a client in this process.
  public init(_ object: JSONObject) {
    self.object = object
    duplicateFields = []
  }

  /// Reads the JSON text of a request.
  ///
  /// - Throws: `BadRequest` when the text is not a JSON object.
  public init(parsing bytes: some Collection<UInt8>) throws(StatusError) {
    var duplicates: [JSONDuplicate] = []
    let value: JSON
    do throws(JSONError) {
      value = try JSON.parse(bytes, duplicates: &duplicates)
    } catch {
      throw Self.malformed(error)
    }
    guard case .object(let object) = value else {
      throw .badRequest(
        "couldn't get version/kind; json parse error: json: cannot unmarshal \(value.typeName) into Go value of "
          + "type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; "
          + "Kind string \"json:\\\"kind,omitempty\\\"\" }")
    }
    self.object = object
    duplicateFields = duplicates.map(\.path)
  }

  private static func malformed(_ error: JSONError) -> StatusError {
    if error.code == .tooLarge {
      return StatusError(
        code: 413, reason: .requestEntityTooLarge, message: "Request entity too large: limit is 3145728")
    }
    return .badRequest("couldn't get version/kind; json parse error: \(error.message)")
  }
}
