internal import APICore
internal import APIMachinery
internal import NIOHTTP1

/// Discovery, OpenAPI and the list of paths.
extension APIResponder {
  func document(_ target: URLTarget, _ exchange: inout Exchange) async {
    guard let document = document(target, exchange) else { return await exchange.send(.unknownPath) }
    guard exchange.method == .GET || exchange.method == .HEAD else {
      return await exchange.send(.methodNotAllowed)
    }
    if case .path(["openapi", "v2"]) = target, Self.wantsOpenAPIProtobuf(exchange.request.accept) {
      return await exchange.send(service.openAPIV2Protobuf, contentType: Self.openAPIProtobuf)
    }
    guard ResponseForm(accept: exchange.request.accept) != nil else {
      return await exchange.send(.notAcceptable)
    }
    if document.contentType == "application/json" {
      await exchange.send(json: document.bytes, form: ResponseForm.plain(accept: exchange.request.accept))
    } else {
      await exchange.send(document.bytes, contentType: document.contentType)
    }
  }

  /// How the protobuf form of OpenAPI is called.
  private static let openAPIProtobuf = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf"

  /// Whether the protobuf form of OpenAPI is what a client likes best.
  ///
  /// kube-openapi: `handler`: kubectl asks by an older name with an `@`, which Go cannot read in an answer.
  private static func wantsOpenAPIProtobuf(_ accept: String?) -> Bool {
    guard let first = accept?.split(separator: ",").first else { return false }
    let type = MediaRange(first).type
    return type == openAPIProtobuf || type == "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"
  }

  private struct Document {
    var bytes: [UInt8]
    var contentType = "application/json"

    init?(_ bytes: [UInt8]?, contentType: String = "application/json") {
      guard let bytes else { return nil }
      self.bytes = bytes
      self.contentType = contentType
    }
  }

  private func document(_ target: URLTarget, _ exchange: borrowing Exchange) -> Document? {
    let form = ResponseForm(accept: exchange.request.accept)
    switch target {
    case .coreVersions, .groups:
      if case .aggregatedDiscovery(let version)? = form?.shape {
        return Document(
          service.aggregatedDocument(core: target == .coreVersions),
          contentType: "application/json;g=apidiscovery.k8s.io;v=\(version);as=APIGroupDiscoveryList")
      }
      return target == .groups
        ? Document(service.groupsDocument)
        : Document(service.coreVersionsDocument(serverAddress: exchange.request.host ?? configuration.host))
    case .group(let name): return Document(service.groupDocument(name))
    case .resources(let group, let version):
      return Document(service.resourcesDocument(GroupVersion(group: group, version: version)))
    case .root: return Document(paths.serialized())
    case .path([".well-known", "openid-configuration"]):
      return Document(service.issuerDocument(serverAddress: exchange.request.host ?? configuration.host))
    case .path(["openid", "v1", "jwks"]):
      return Document(service.issuerKeysDocument, contentType: "application/jwk-set+json")
    case .path(let segments): return openAPI(segments)
    case .resource: return nil
    }
  }

  private func openAPI(_ segments: [String]) -> Document? {
    switch segments {
    case ["openapi", "v2"]: Document(service.openAPIV2Document)
    case ["openapi", "v3"]: Document(service.openAPIIndexDocument)
    case let path where path.starts(with: ["openapi", "v3", "api"]) && path.count == 4:
      Document(service.openAPIDocument(GroupVersion(group: "", version: path[3])))
    case let path where path.starts(with: ["openapi", "v3", "apis"]) && path.count == 5:
      Document(service.openAPIDocument(GroupVersion(group: path[3], version: path[4])))
    default: nil
    }
  }

  /// `/`: what there is below it.
  private var paths: JSON {
    var paths = [
      "/.well-known/openid-configuration", "/api", "/apis", "/healthz", "/livez", "/metrics", "/openapi/v2",
      "/openapi/v3",
      "/openid/v1/jwks", "/readyz", "/version",
    ]
    for served in service.resources {
      let definition = served.definition
      if definition.group.isEmpty {
        paths.append("/api/\(definition.version)")
      } else {
        paths.append("/apis/\(definition.group)")
        paths.append("/apis/\(definition.group)/\(definition.version)")
      }
    }
    paths.sort()
    var unique: [JSON] = []
    for path in paths where unique.last != .string(path) { unique.append(.string(path)) }
    return ["paths": .array(unique)]
  }
}
