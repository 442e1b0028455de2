import APIMachinery
import ArgumentParser
import RemoteClient

/// `swiftlet explain`: says what the fields of a resource mean.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a resource and its fields mean.",
    discussion: "Examples: `explain pods`, `explain deployment.spec.strategy`, `explain node --recursive`.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE[.FIELD...]") var path: String?
  @Flag(name: .long, help: "Show the fields of the fields too.") var recursive = false
  @Option(name: .long, help: "A version of the group: apps/v1.") var apiVersion: String?

  func run() async throws {
    guard let path else {
      throw CommandError(
        "You must specify the type of resource to explain. Use \"swiftlet api-resources\" for a complete list of"
          + " supported resources.")
    }
    try await connection.withSession { session in
      let (resource, fields) = try Self.split(path, await session.mapper(), apiVersion)
      let root = resource.group.isEmpty ? "api/\(resource.version)" : "apis/\(resource.apiVersion)"
      let document = try await session.client.json(RawRequest(path: "/openapi/v3/\(root)"))
      let explanation = Explanation(OpenAPISchemas(document), resource, isRecursive: recursive)
      Terminal.write(explanation.header)
      Terminal.write(try explanation.text(fields))
    }
  }

  /// The resource and the names of the fields: `deployments.apps.spec` has one field, `pods.spec.containers` two.
  static func split(
    _ path: String, _ mapper: ResourceMapper, _ apiVersion: String?
  ) throws -> (ResourceDefinition, [String]) {
    let parts = path.split(separator: ".").map(String.init)
    guard let first = parts.first else {
      throw CommandError("you must specify the type of resource to explain")
    }
    var resource: ResourceDefinition
    do { resource = try mapper.resource(named: first) } catch let error as CommandError {
      throw CommandError(error.description, isPlain: true)
    }
    var count = 1
    for length in stride(from: parts.count, to: 1, by: -1) {
      if let exact = try? mapper.resource(named: parts.prefix(length).joined(separator: ".")) {
        (resource, count) = (exact, length)
        break
      }
    }
    if let apiVersion, let version = GroupVersion(apiVersion: apiVersion) {
      let kind = GroupVersionKind(group: version.group, version: version.version, kind: resource.kind)
      guard let exact = try? mapper.resource(for: kind) else {
        throw CommandError("couldn't find resource for \"\(apiVersion), Resource=\(resource.plural)\"")
      }
      resource = exact
    }
    return (resource, Array(parts.dropFirst(count)))
  }
}

/// The schemas of an OpenAPI v3 document.
struct OpenAPISchemas {
  private let schemas: JSONObject

  init(_ document: JSON) { schemas = document["components"]?["schemas"]?.objectValue ?? [:] }

  /// The schema of a kind, found by `x-kubernetes-group-version-kind`.
  func schema(of kind: GroupVersionKind) -> JSON? {
    schemas.first { member in
      (member.value["x-kubernetes-group-version-kind"]?.arrayValue ?? []).contains { entry in
        entry["group"]?.stringValue ?? "" == kind.group && entry["version"]?.stringValue == kind.version
          && entry["kind"]?.stringValue == kind.kind
      }
    }?.value
  }

  /// The schema that one refers to, also in `allOf` with a single member.
  func resolved(_ schema: JSON) -> JSON {
    reference(of: schema).flatMap { schemas[$0] } ?? schema
  }

  private func reference(of schema: JSON) -> String? {
    let text = schema["$ref"]?.stringValue ?? schema["allOf"]?.arrayValue?.first?["$ref"]?.stringValue
    return text.flatMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// `[]Container`, `map[string]string`, `Object`, `integer`: as `explain` names types.
  ///
  /// Kubernetes: `kubectl/pkg/explain/v2` template `typeGuess`.
  func typeName(of schema: JSON) -> String {
    if let reference = reference(of: schema) {
      let type = resolved(schema)["type"]?.stringValue
      if let type, type != "object" { return type }
      return reference.split(separator: ".").last.map(String.init) ?? reference
    }
    switch schema["type"]?.stringValue {
    case "array": return "[]\(schema["items"].map(typeName) ?? "Object")"
    case "object":
      guard let values = schema["additionalProperties"], values.objectValue != nil else { return "Object" }
      return "map[string]\(typeName(of: values))"
    case let type?: return type
    case nil: return schema["oneOf"] == nil ? "Object" : "IntOrString"
    }
  }

  /// The type that a field has by reference: itself, or its elements.
  func valueType(of schema: JSON) -> JSON? {
    if reference(of: schema) != nil { return resolved(schema) }
    if let items = schema["items"] { return valueType(of: items) }
    if let values = schema["additionalProperties"], values.objectValue != nil { return valueType(of: values) }
    return nil
  }

  /// The schema whose fields a value of this one has: its own, or its elements'.
  func fields(of schema: JSON) -> JSON {
    let schema = resolved(schema)
    if let items = schema["items"] { return fields(of: items) }
    if let values = schema["additionalProperties"], values.objectValue != nil { return fields(of: values) }
    return schema
  }
}
