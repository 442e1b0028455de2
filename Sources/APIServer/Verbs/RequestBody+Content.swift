internal import APICore
internal import APIMachinery
internal import KubernetesClient
internal import NIOCore

/// Reads the bodies of requests by their content types.
extension Exchange {
  private static let objectTypes = ["application/json", "application/yaml"]
  private static let patchTypes = [
    "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json",
    "application/apply-patch+yaml",
  ]

  /// Takes the body out of its encoding. What is taken out has the same limit.
  ///
  /// - Throws: `RequestEntityTooLarge`, `BadRequest`, and `UnsupportedMediaType` for an encoding other than gzip.
  mutating func decodeContent(limit: Int) throws(StatusError) {
    guard let encoding = request.contentEncoding else { return }
    guard encoding.isHeader("gzip") else {
      throw StatusError(
        code: 415, reason: .unsupportedMediaType,
        message: "the content encoding \"\(encoding)\" of the body is not supported: gzip is")
    }
    do throws(GzipDecoder.Failure) {
      request.body = ByteBuffer(
        bytes: try GzipDecoder.decode(Array(request.body.readableBytesView), limit: limit))
      request.contentEncoding = nil
    } catch {
      switch error {
      case .malformed: throw .badRequest("the body of the request is not in gzip, as its header says")
      case .tooLarge:
        throw StatusError(
          code: 413, reason: .requestEntityTooLarge, message: "Request entity too large: limit is \(limit)")
      }
    }
  }

  /// The object of a create or an update.
  func requestBody() throws(StatusError) -> RequestBody {
    switch mediaType {
    case "", "application/json", "text/json", "*/*":
      try RequestBody(parsing: request.body.readableBytesView)
    case "application/yaml", "text/yaml", "application/x-yaml": RequestBody(try yamlObject())
    case "application/vnd.kubernetes.protobuf":
      RequestBody(try ProtobufDecoder.object(Array(request.body.readableBytesView)))
    default: throw .unsupportedMediaType(Self.objectTypes)
    }
  }

  /// The body of a delete, which may be missing.
  func optionalBody() throws(StatusError) -> JSONObject? {
    if request.body.readableBytes == 0 { return nil }
    return try requestBody().object
  }

  /// Kubernetes: `apiserver/pkg/endpoints/handlers.PatchResource`.
  func patch() throws(StatusError) -> Patch {
    switch mediaType {
    case "application/json-patch+json":
      let body = try json()
      guard case .array = body else {
        throw .badRequest("json: cannot unmarshal \(body.typeName) into Go value of type jsonpatch.Patch")
      }
      return .json(body)
    case "application/merge-patch+json": return .merge(.object(try jsonObject()))
    case "application/strategic-merge-patch+json": return .strategicMerge(.object(try jsonObject()))
    case "application/apply-patch+yaml", "application/apply-patch+json":
      return .apply(.object(try yamlObject()))
    default: throw .unsupportedMediaType(Self.patchTypes)
    }
  }

  /// The content type without its parameters.
  private var mediaType: String {
    guard let type = request.contentType else { return "" }
    if type == "application/json" { return type }
    return MediaRange(type[...]).type
  }

  private func json() throws(StatusError) -> JSON {
    do { return try JSON.parse(request.body.readableBytesView) } catch {
      throw .badRequest("error decoding patch: \(error.message)")
    }
  }

  private func jsonObject() throws(StatusError) -> JSONObject {
    let body = try json()
    guard case .object(let object) = body else {
      throw .badRequest(
        "json: cannot unmarshal \(body.typeName) into Go value of type map[string]interface {}")
    }
    return object
  }

  private func yamlObject() throws(StatusError) -> JSONObject {
    let documents: [YAMLDocument]
    do { documents = try YAML.parse(request.body.readableBytesView) } catch {
      throw .badRequest("error converting YAML to JSON: yaml: line \(error.line): \(error.message)")
    }
    guard documents.count <= 1 else {
      throw .badRequest("the body of the request holds \(documents.count) YAML documents, one is expected")
    }
    guard case .object(let object)? = documents.first?.value else {
      throw .badRequest("the body of the request is no object")
    }
    return object
  }
}
