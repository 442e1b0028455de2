import APIMachinery
import KubernetesClient

/// An object that a client sent, as its type reads it.
struct Draft: Sendable {
  var object: JSONObject
  var warnings: [String] = []
}

extension APIService {
  /// Reads a body: checks its kind, takes out unknown fields, checks types and fills in defaults.
  ///
  /// - Parameter known: The present version, if it is at hand: what the body shares with it is in order.
  ///
  /// Kubernetes: `fieldValidation`; unknown and duplicate fields are errors (`Strict`), warnings (`Warn`) or nothing.
  func decode(
    _ body: RequestBody, fillsDefaults: Bool = true, known: JSONObject? = nil, _ served: ServedResource,
    _ options: WriteOptions
  ) throws(StatusError) -> Draft {
    var object = body.object
    try checkKind(&object, served)
    return try normalize(
      object, duplicates: body.duplicateFields, fillsDefaults: fillsDefaults, known: known, served, options)
  }

  /// The same for an object whose kind is known, such as the outcome of a patch.
  func normalize(
    _ object: JSONObject, duplicates: [String] = [], fillsDefaults: Bool = true, known: JSONObject? = nil,
    _ served: ServedResource, _ options: WriteOptions
  ) throws(StatusError) -> Draft {
    let (normal, unknownFields) = try normalized(object, fillsDefaults: fillsDefaults, known: known, served)
    if options.fieldValidation == .ignore || (unknownFields.isEmpty && duplicates.isEmpty) {
      return Draft(object: normal)
    }
    let problems =
      unknownFields.map { "unknown field \"\($0)\"" }
      + duplicates.map { "duplicate field \"\($0)\"" }
    if options.fieldValidation == .strict {
      throw Self.cannotHandle(served, "strict decoding error: " + problems.joined(separator: ", "))
    }
    return Draft(object: normal, warnings: problems)
  }

  private func normalized(
    _ object: JSONObject, fillsDefaults: Bool, known: JSONObject?, _ served: ServedResource
  ) throws(StatusError) -> (object: JSONObject, unknownFields: [String]) {
    do throws(ObjectNormalizer.TypeError) {
      if let custom = served.custom {
        var normalizer = StructuralNormalizer(
          metadataType: served.metadataType, fillsDefaults: fillsDefaults)
        return (try normalizer.normalize(object, custom.structure), normalizer.unknownFields)
      }
      var normalizer = ObjectNormalizer(fillsDefaults: fillsDefaults)
      return (
        try normalizer.normalize(object, served.type, known: served.isCustom ? nil : known),
        normalizer.unknownFields
      )
    } catch {
      throw Self.cannotHandle(served, error.message)
    }
  }

  static func cannotHandle(_ served: ServedResource, _ message: String) -> StatusError {
    let kind = served.definition.kind
    return .badRequest(
      "\(kind) in version \"\(served.definition.version)\" cannot be handled as a \(kind): \(message)")
  }

  private func checkKind(_ object: inout JSONObject, _ served: ServedResource) throws(StatusError) {
    let definition = served.definition
    switch object.string("kind") ?? "" {
    case "": object["kind"] = .string(definition.kind)
    case definition.kind: break
    case let alias where served.kind.kindAliases.contains(alias): object["kind"] = .string(definition.kind)
    case let other:
      let given =
        GroupVersion(apiVersion: object.string("apiVersion") ?? "") ?? GroupVersion(group: "", version: "")
      throw .badRequest(
        "\(other) in version \"\(given.version)\" cannot be handled as a \(definition.kind): no kind \"\(other)\" is "
          + "registered for version \"\(given)\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"")
    }
    switch object.string("apiVersion") ?? "" {
    case "": object["apiVersion"] = .string(served.apiVersion)
    case served.apiVersion: break
    case let other:
      throw .badRequest(
        "the API version in the data (\(other)) does not match the expected API version (\(served.apiVersion))"
      )
    }
  }
}
