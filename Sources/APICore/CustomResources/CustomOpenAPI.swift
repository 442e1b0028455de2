import APIMachinery

/// The schema of a custom resource as OpenAPI documents have it.
///
/// Kubernetes: `apiextensions-apiserver/pkg/controller/openapi/builder`: version 2 of OpenAPI has no words for
/// alternatives, `null` and rules, so these are left out there.
struct CustomOpenAPI {
  let isVersionThree: Bool
  /// What stands for `metadata`.
  let metadata: JSON

  private static let onlyInThree = [
    "allOf", "anyOf", "oneOf", "not", "nullable", "default", "x-kubernetes-validations",
  ]

  /// The schema of the whole object.
  func schema(_ document: JSONObject, _ kind: GroupVersionKind) -> JSON {
    var schema = converted(document)
    if document["x-kubernetes-preserve-unknown-fields"] != true || !document.array("properties").isEmpty
      || document.object("properties") != nil
    {
      schema.withObject("properties") { properties in
        properties["apiVersion"] = Self.text(
          "The group and version of the API that the object is written in.")
        properties["kind"] = Self.text("The kind of the object.")
        properties["metadata"] = metadata
      }
    }
    schema["type"] = "object"
    schema["x-kubernetes-group-version-kind"] = [OpenAPISchemas.json(kind)]
    return .object(schema)
  }

  private static func text(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }

  private func converted(_ schema: JSONObject) -> JSONObject {
    var result = schema
    if !isVersionThree {
      for field in Self.onlyInThree { result.removeValue(field) }
      // Kubernetes: what may be null or of two types has no type in version 2.
      if schema["nullable"] == true { result.removeValue("type") }
      if schema["x-kubernetes-preserve-unknown-fields"] == true {
        result.removeValue("properties")
        result.removeValue("items")
        result.removeValue("additionalProperties")
      }
    }
    if schema["x-kubernetes-embedded-resource"] == true, schema.object("properties") != nil {
      result.withObject("properties") { properties in
        properties["apiVersion"] = Self.text(
          "The group and version of the API that the object is written in.")
        properties["kind"] = Self.text("The kind of the object.")
        properties["metadata"] = metadata
      }
    }
    for field in ["items", "additionalProperties", "not"] {
      if let below = result.object(field) { result[field] = .object(converted(below)) }
    }
    if var properties = result.object("properties") {
      for position in properties.indices {
        guard case .object(let below) = properties[position].value else { continue }
        properties.setValue(.object(converted(below)), at: position)
      }
      result["properties"] = .object(properties)
    }
    return result
  }
}
