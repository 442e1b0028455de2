public import APIMachinery

/// The OpenAPI documents, made of the schemas of what is served.
extension APIService {
  /// `/openapi/v3`: the paths of the documents, each with a hash that changes with it.
  public var openAPIIndexDocument: [UInt8] {
    document("openapi v3") {
      var paths = JSONObject()
      for version in openAPIVersions {
        let path = version.group.isEmpty ? "api/\(version.version)" : "apis/\(version)"
        paths.append(
          path, ["serverRelativeURL": .string("/openapi/v3/\(path)?hash=\(hash(of: version))")])
      }
      return ["paths": .object(paths)]
    }
  }

  /// `/openapi/v3/api/v1` and `/openapi/v3/apis/GROUP/VERSION`; `nil` when nothing of the version is served.
  public func openAPIDocument(_ version: GroupVersion) -> [UInt8]? {
    let served = resources(of: version)
    guard !served.isEmpty else { return nil }
    return document("openapi v3 \(version)") {
      var schemas = OpenAPISchemas(prefix: "#/components/schemas/")
      var paths = JSONObject()
      for resource in served {
        schemas.add(resource)
        for (path, item) in OpenAPIPaths(resource, isVersionThree: true).items { paths[path] = item }
      }
      return [
        "openapi": "3.0.0", "info": ["title": "Kubernetes", "version": .string(VersionInfo.gitVersion)],
        "paths": .object(paths), "components": ["schemas": .object(Self.sorted(schemas))],
      ]
    }
  }

  /// `/openapi/v2`: everything in one document.
  public var openAPIV2Document: [UInt8] { document("openapi v2") { openAPIV2Tree } }

  /// The same as a protobuf message, the only form that kubectl asks for.
  ///
  /// kube-openapi: `application/com.github.proto-openapi.spec.v2.v1.0+protobuf`.
  public var openAPIV2Protobuf: [UInt8] {
    documents.document("openapi v2 protobuf", generation: registry.generation) {
      OpenAPIProtobuf.bytes(of: openAPIV2Tree)
    }
  }

  private var openAPIV2Tree: JSON {
    var schemas = OpenAPISchemas(prefix: "#/definitions/")
    var paths = JSONObject()
    for resource in registry.all {
      schemas.add(resource)
      for (path, item) in OpenAPIPaths(resource, isVersionThree: false).items { paths[path] = item }
    }
    return [
      "swagger": "2.0", "info": ["title": "Kubernetes", "version": .string(VersionInfo.gitVersion)],
      "paths": .object(paths), "definitions": .object(Self.sorted(schemas)),
    ]
  }

  private var openAPIVersions: [GroupVersion] {
    var versions: [GroupVersion] = []
    for served in registry.all {
      let version = GroupVersion(group: served.definition.group, version: served.definition.version)
      if !versions.contains(version) { versions.append(version) }
    }
    return versions
  }

  /// FNV-1a of the document.
  private func hash(of version: GroupVersion) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in openAPIDocument(version) ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16, uppercase: true)
  }

  private static func sorted(_ schemas: OpenAPISchemas) -> JSONObject {
    JSONObject(uniqueKeysWithValues: schemas.schemas.map { ($0.name, $0.schema) }).sortedByKey()
  }
}
