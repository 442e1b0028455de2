public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Changes an object by a patch. A server-side apply creates the object if it does not exist.
  ///
  /// A patch is tried again when another write overtakes it, unless it names a resource version.
  ///
  /// - Parameter duplicateFields: The paths of keys that stood twice in the patch's text.
  /// - Throws: `NotFound`, `Invalid`, `BadRequest`, and `Conflict` when an apply would change fields of other managers.
  public func patch(
    _ target: RequestTarget, _ patch: Patch, duplicateFields: [String] = [],
    options: WriteOptions = WriteOptions()
  ) async throws(StatusError) -> APIObject {
    let served = try resolve(target, verb: "patch")
    if let face = served.face {
      return try await self.patch(
        through: face, patch, duplicateFields: duplicateFields, served, target, options)
    }
    if case .apply(let configuration) = patch {
      return try await apply(configuration, duplicateFields, served, target, options)
    }
    if target.subresource == "scale" {
      return try await updateScale(target, served, options) { scale throws(StatusError) in
        try Self.patched(scale, patch, type: nil, served)
      }
    }
    var warnings: [String] = []
    var answer = try await write(target, served, options) { old, _ throws(StatusError) in
      let patched = try Self.patched(old, patch, type: served.type, served)
      try Self.checkKindStays(patched, old)
      let draft = try normalize(patched, duplicates: duplicateFields, known: old, served, options)
      warnings = draft.warnings
      return Proposal(object: Self.withoutOldVersion(draft.object, old, patch))
    }
    answer.warn(first: warnings)
    return answer
  }

  /// Takes out the resource version that the patch did not name, so that it does not count as a precondition.
  static func withoutOldVersion(_ object: JSONObject, _ old: JSONObject, _ patch: Patch) -> JSONObject {
    if patch.body["metadata"]?["resourceVersion"] != nil { return object }
    var result = object
    if result.metadataFields["resourceVersion"] == old.metadataFields["resourceVersion"] {
      result.withObject("metadata") { $0.removeValue("resourceVersion") }
    }
    return result
  }

  private static func checkKindStays(_ patched: JSONObject, _ old: JSONObject) throws(StatusError) {
    for field in ["kind", "apiVersion"] where patched[field] != old[field] {
      throw .badRequest("the \(field) of an object cannot be changed by a patch")
    }
  }

  static func patched(_ old: JSONObject, _ patch: Patch, type: ObjectNode?, _ served: ServedResource)
    throws(StatusError) -> JSONObject
  {
    switch patch {
    case .merge(let change):
      guard case .object(let result) = JSONMergePatch.apply(change, to: .object(old)) else {
        throw .badRequest(
          "json: cannot unmarshal \(change.typeName) into Go value of type map[string]interface {}")
      }
      return result
    case .strategicMerge(let change):
      guard case .object(let object) = change else {
        throw .badRequest(
          "json: cannot unmarshal \(change.typeName) into Go value of type map[string]interface {}")
      }
      return try strategic(object, old, type, served)
    case .json(let operations): return try JSONPatching.apply(operations, to: old)
    case .apply: return old
    }
  }

  private static func strategic(
    _ change: JSONObject, _ old: JSONObject, _ type: ObjectNode?, _ served: ServedResource
  ) throws(StatusError) -> JSONObject {
    if served.isCustom {
      throw StatusError(
        code: 415, reason: .unsupportedMediaType,
        message: "the body of the request was in an unknown format - accepted media types include: "
          + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml")
    }
    do throws(StrategicMergePatchError) {
      return try StrategicMergePatch.apply(change, to: old, type: type)
    } catch {
      if error.code == .badFormat { throw .badRequest(error.message) }
      throw StatusError(
        code: 422, reason: .invalid, message: "the server rejected our request: \(error.message)")
    }
  }
}

extension Patch {
  var body: JSON {
    switch self {
    case .json(let body), .merge(let body), .strategicMerge(let body), .apply(let body): body
    }
  }
}
