import APIMachinery

/// An OpenAPI document of version 2 in the form that kubectl downloads.
///
/// gnostic: `openapiv2/OpenAPIv2.proto`. The numbers of the fields stand in the code: the document has few of the
/// format's messages. What Go reads as YAML (`default`, `enum`, extensions) is written as JSON, which is YAML too.
struct OpenAPIProtobuf {
  private var writer = ProtobufWriter()

  /// The document as a message `openapi.v2.Document`.
  static func bytes(of document: JSON) -> [UInt8] {
    var form = OpenAPIProtobuf()
    form.write(document)
    return form.writer.bytes
  }

  private mutating func write(_ document: JSON) {
    writer.string(1, document["swagger"]?.stringValue ?? "")
    writer.message(2) { info in
      info.string(1, document["info"]?["title"]?.stringValue ?? "")
      info.string(2, document["info"]?["version"]?.stringValue ?? "")
    }
    writer.message(8) { paths in
      for (path, item) in document["paths"]?.objectValue ?? JSONObject() {
        paths.named(2, path) { $0.pathItem(item.objectValue ?? JSONObject()) }
      }
    }
    writer.message(9) { $0.schemas(document["definitions"]) }
  }
}

extension ProtobufWriter {
  // MARK: Paths

  fileprivate mutating func pathItem(_ item: JSONObject) {
    let methods: [String: UInt64] = [
      "get": 2, "put": 3, "post": 4, "delete": 5, "options": 6, "head": 7, "patch": 8,
    ]
    for (key, value) in item {
      if key == "parameters" {
        parameters(9, value)
      } else if let number = methods[key], case .object(let operation) = value {
        message(number) { $0.operation(operation) }
      }
    }
  }

  private mutating func operation(_ operation: JSONObject) {
    for (key, value) in operation {
      switch key {
      case "description": text(3, value)
      case "operationId": text(5, value)
      case "parameters": parameters(8, value)
      case "responses": message(9) { $0.responses(value) }
      case _ where key.hasPrefix("x-"): named(13, key) { $0.yaml(value) }
      default: break
      }
    }
  }

  /// `ParametersItem` with a `Parameter` with a `NonBodyParameter`: in the query or in the path.
  private mutating func parameters(_ number: UInt64, _ parameters: JSON) {
    for case .object(let parameter) in parameters.arrayValue ?? [] {
      let isPath = parameter["in"] == "path"
      message(number) { item in
        item.message(1) { $0.message(2) { $0.message(isPath ? 4 : 3) { $0.parameter(parameter, isPath) } } }
      }
    }
  }

  /// `QueryParameterSubSchema` and `PathParameterSubSchema`: the second has no `allow_empty_value`, so what follows
  /// it has lower numbers there.
  private mutating func parameter(_ parameter: JSONObject, _ isPath: Bool) {
    let shift: UInt64 = isPath ? 1 : 0
    for (key, value) in parameter {
      switch key {
      case "required": bool(1, value.boolValue ?? false)
      case "in": text(2, value)
      case "description": text(3, value)
      case "name": text(4, value)
      case "type": text(6 - shift, value)
      case "format": text(7 - shift, value)
      case "uniqueItems": bool(20 - shift, value.boolValue ?? false)
      default: break
      }
    }
  }

  private mutating func responses(_ responses: JSON) {
    for (code, response) in responses.objectValue ?? JSONObject() {
      named(1, code) { value in
        value.message(1) { $0.text(1, response["description"] ?? "") }
      }
    }
  }

  // MARK: Schemas

  /// The members of `Definitions` and `Properties`.
  fileprivate mutating func schemas(_ schemas: JSON?) {
    for (name, value) in schemas?.objectValue ?? JSONObject() {
      named(1, name) { $0.schema(value.objectValue ?? JSONObject()) }
    }
  }

  private mutating func schema(_ schema: JSONObject) {
    for (key, value) in schema where !words(key, value) && !bounds(key, value) { structure(key, value) }
  }

  private mutating func words(_ key: String, _ value: JSON) -> Bool {
    switch key {
    case "$ref": text(1, value)
    case "format": text(2, value)
    case "title": text(3, value)
    case "description": text(4, value)
    case "default": message(5) { $0.yaml(value) }
    case "pattern": text(13, value)
    case "required": for name in value.arrayValue ?? [] { text(19, name) }
    case "enum": for choice in value.arrayValue ?? [] { message(20) { $0.yaml(choice) } }
    case "type": message(22) { $0.text(1, value) }
    case "readOnly": bool(27, value.boolValue ?? false)
    case "example": message(30) { $0.yaml(value) }
    default: return false
    }
    return true
  }

  private mutating func bounds(_ key: String, _ value: JSON) -> Bool {
    switch key {
    case "multipleOf": double(6, value.doubleValue ?? 0)
    case "maximum": double(7, value.doubleValue ?? 0)
    case "exclusiveMaximum": bool(8, value.boolValue ?? false)
    case "minimum": double(9, value.doubleValue ?? 0)
    case "exclusiveMinimum": bool(10, value.boolValue ?? false)
    case "maxLength": int(11, value.intValue ?? 0)
    case "minLength": int(12, value.intValue ?? 0)
    case "maxItems": int(14, value.intValue ?? 0)
    case "minItems": int(15, value.intValue ?? 0)
    case "uniqueItems": bool(16, value.boolValue ?? false)
    case "maxProperties": int(17, value.intValue ?? 0)
    case "minProperties": int(18, value.intValue ?? 0)
    default: return false
    }
    return true
  }

  private mutating func structure(_ key: String, _ value: JSON) {
    switch (key, value) {
    case ("additionalProperties", .object(let element)): message(21) { $0.message(1) { $0.schema(element) } }
    case ("additionalProperties", .bool(let flag)): message(21) { $0.bool(2, flag) }
    case ("items", .object(let element)): message(23) { $0.message(1) { $0.schema(element) } }
    case ("allOf", .array(let schemas)):
      for case .object(let one) in schemas { message(24) { $0.schema(one) } }
    case ("properties", _): message(25) { $0.schemas(value) }
    case _ where key.hasPrefix("x-"): named(31, key) { $0.yaml(value) }
    default: break
    }
  }

  // MARK: Pieces

  /// A pair of a name and a message: `NamedSchema`, `NamedAny`, ...
  fileprivate mutating func named(
    _ number: UInt64, _ name: String, _ value: (inout ProtobufWriter) -> Void
  ) {
    message(number) { pair in
      pair.string(1, name)
      pair.message(2, value)
    }
  }

  private mutating func text(_ number: UInt64, _ value: JSON) {
    if case .string(let text) = value { string(number, text) }
  }

  /// The `yaml` of an `Any`.
  private mutating func yaml(_ value: JSON) { string(2, value.description) }
}
