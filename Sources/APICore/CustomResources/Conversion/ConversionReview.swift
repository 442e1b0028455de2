import APIMachinery

/// One question to a conversion webhook, and what its answer must be.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/conversion/webhook_converter.go`.
struct ConversionReview {
  /// The kind as it stands in the first object, for messages.
  let kind: GroupVersionKind
  let desiredVersion: String
  let uid: String
  let objects: [JSONObject]

  /// The request.
  var body: JSONObject {
    [
      "kind": "ConversionReview", "apiVersion": "apiextensions.k8s.io/v1",
      "request": [
        "uid": .string(uid), "desiredAPIVersion": .string(desiredVersion),
        "objects": .array(objects.map { .object($0) }),
      ],
    ]
  }

  /// The converted objects of an answer, in the order of the question, with the metadata that a webhook may not change.
  func objects(of answer: JSONObject) throws(StatusError) -> [JSONObject] {
    guard answer.string("apiVersion") == "apiextensions.k8s.io/v1",
      answer.string("kind") == "ConversionReview"
    else {
      throw failure(
        "invalid response: expected webhook response of apiextensions.k8s.io/v1, Kind=ConversionReview, got "
          + "\(answer.string("apiVersion") ?? ""), Kind=\(answer.string("kind") ?? "")")
    }
    let response = answer.object("response") ?? JSONObject()
    guard response.string("uid") == uid else {
      throw failure(
        "invalid response: expected response.uid=\(JSON.string(uid)), got \(response["uid"] ?? "")")
    }
    let result = response.object("result") ?? JSONObject()
    guard result.string("status") == "Success" else {
      throw failure(result.string("message") ?? "result.status is not Success")
    }
    let converted = response.array("convertedObjects").compactMap(\.objectValue)
    guard converted.count == objects.count else {
      throw Self.error(
        "conversion webhook for \(kind) returned \(converted.count) objects, expected \(objects.count)")
    }
    var restored: [JSONObject] = []
    for (index, object) in converted.enumerated() {
      if let problem = problem(of: object, original: objects[index]) {
        throw Self.error(
          "conversion webhook for \(kind) returned invalid converted object at index \(index): \(problem)")
      }
      restored.append(Self.restored(object, original: objects[index]))
    }
    return restored
  }

  func failure(_ words: String) -> StatusError {
    Self.error("conversion webhook for \(kind) failed: \(words)")
  }

  /// Kubernetes: an error that is no API error is answered with 500, its words and no reason (`ErrorToAPIStatus`).
  private static func error(_ message: String) -> StatusError {
    StatusError(code: 500, reason: .unknown, message: message)
  }

  private func problem(of object: JSONObject, original: JSONObject) -> String? {
    let version = object.string("apiVersion") ?? ""
    if version != desiredVersion {
      return "invalid groupVersion (expected \(desiredVersion), received \(version))"
    }
    let kinds = (object.string("kind") ?? "", original.string("kind") ?? "")
    if kinds.0 != kinds.1 { return "invalid kind (expected \(kinds.1), received \(kinds.0))" }
    let (metadata, before) = (object.metadataFields, original.metadataFields)
    for (field, name) in [("name", "name"), ("namespace", "namespace"), ("uid", "UID")]
    where metadata.string(field) != before.string(field) {
      return "must have the same \(name)"
    }
    return nil
  }

  /// A webhook may change labels and annotations; the rest of the metadata stays.
  private static func restored(_ object: JSONObject, original: JSONObject) -> JSONObject {
    var result = object
    var metadata = original.metadataFields
    for field in ["labels", "annotations"] { metadata[field] = object.metadataFields[field] }
    result["metadata"] = .object(metadata)
    return result
  }
}
