import APIMachinery

/// The paths of one resource: enough for clients that ask which verbs and which parameters there are.
///
/// kubectl looks for the parameters `dryRun` and `fieldValidation` of `patch`.
struct OpenAPIPaths {
  private let served: ServedResource
  private let isVersionThree: Bool

  init(_ served: ServedResource, isVersionThree: Bool) {
    self.served = served
    self.isVersionThree = isVersionThree
  }

  /// The paths with what can be done at each.
  var items: [(path: String, item: JSON)] {
    let definition = served.definition
    let base = definition.group.isEmpty ? "/api/v1" : "/apis/\(definition.apiVersion)"
    let scope = definition.isNamespaced ? "/namespaces/{namespace}" : ""
    let collection = "\(base)\(scope)/\(definition.plural)"
    var items: [(path: String, item: JSON)] = [
      (
        collection, item(["list": "get", "create": "post", "deletecollection": "delete"], isCollection: true)
      ),
      (
        collection + "/{name}",
        item(["get": "get", "update": "put", "patch": "patch", "delete": "delete"], isCollection: false)
      ),
    ]
    for name in definition.subresources where name == "status" || name == "scale" {
      items.append(
        (
          "\(collection)/{name}/\(name)",
          item(["get": "get", "update": "put", "patch": "patch"], isCollection: false)
        ))
    }
    return items
  }

  private func item(_ methods: KeyValuePairs<String, String>, isCollection: Bool) -> JSON {
    var item = JSONObject()
    for (verb, method) in methods where served.definition.verbs.contains(verb) {
      item[method] = operation(verb)
    }
    var parameters: [JSON] = isCollection ? [] : [pathParameter("name")]
    if served.definition.isNamespaced { parameters.append(pathParameter("namespace")) }
    item["parameters"] = .array(parameters)
    return .object(item)
  }

  private func operation(_ verb: String) -> JSON {
    let kind = served.definition.groupVersionKind
    let scope = served.definition.isNamespaced ? "Namespaced" : ""
    let group = kind.group.split(separator: ".").first.map { String($0).capitalizedFirst } ?? "Core"
    let action = ["create": "post", "update": "put", "patch": "patch"][verb] ?? verb
    var operation: JSONObject = [
      "operationId": .string("\(action)\(group)\(kind.version.capitalizedFirst)\(scope)\(kind.kind)"),
      "responses": ["200": ["description": "OK"]], "x-kubernetes-action": .string(action),
      "x-kubernetes-group-version-kind": OpenAPISchemas.json(kind),
    ]
    let writes = ["create", "update", "patch", "delete", "deletecollection"].contains(verb)
    var names = writes ? ["dryRun"] : []
    if ["create", "update", "patch"].contains(verb) { names += ["fieldManager", "fieldValidation"] }
    if verb == "patch" { names.append("force") }
    if !names.isEmpty { operation["parameters"] = .array(names.map(queryParameter)) }
    return .object(operation)
  }

  private func queryParameter(_ name: String) -> JSON {
    let type: JSON = name == "force" ? "boolean" : "string"
    if isVersionThree {
      return ["name": .string(name), "in": "query", "schema": ["type": type, "uniqueItems": true]]
    }
    return ["name": .string(name), "in": "query", "type": type, "uniqueItems": true]
  }

  private func pathParameter(_ name: String) -> JSON {
    if isVersionThree {
      return ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    return ["name": .string(name), "in": "path", "required": true, "type": "string"]
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
