public import APIMachinery

extension CELValue {
  /// The value that JSON is in an expression, in the light of its type.
  ///
  /// Kubernetes: `apiserver/pkg/cel/common/values.go`.
  ///
  /// - Throws: When a text has not the format that its schema demands.
  @inline(__always)
  public init(_ json: JSON, as type: CELType = .dyn) throws(CELError) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = type.kind == .double ? .double(Double(value)) : .int(value)
    case .double(let value):
      if type.kind == .int, let int = Int64(exactly: value) {
        self = .int(int)
      } else {
        self = .double(value)
      }
    case .string(let value):
      if type.kind == .string || type.kind == .dyn {
        self = .string(value)
      } else {
        self = try Self.formatted(value, type)
      }
    case .array(let elements): self = .jsonList(elements, type.kind == .list ? type : .dynList)
    case .object(let members):
      self = .jsonMap(members, type.kind == .object || type.kind == .map ? type : .dynMap)
    }
  }

  private static func formatted(_ text: String, _ type: CELType) throws(CELError) -> CELValue {
    switch type.kind {
    case .timestamp:
      guard let time = CELTimestamp(text) ?? CELTimestamp(date: text) else {
        throw .evaluation("Invalid date-time value: \(text)")
      }
      return .timestamp(time)
    case .duration:
      guard let duration = CELDuration(text) else { throw .evaluation("Invalid duration value: \(text)") }
      return .duration(duration)
    case .bytes:
      guard let bytes = ByteString(base64: text) else { throw .evaluation("Invalid byte value: \(text)") }
      return .bytes(bytes.bytes)
    default: return .string(text)
    }
  }

  /// The value as JSON.
  ///
  /// - Throws: For a type, and for values of libraries.
  public func json() throws(CELError) -> JSON {
    switch self {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .uint(let value): return Int64(exactly: value).map { .int($0) } ?? .double(Double(value))
    case .double(let value): return .double(value)
    case .string(let value): return .string(value)
    case .bytes(let value): return .string(ByteString(value).base64)
    case .duration(let value): return .string(value.description)
    case .timestamp(let value): return .string(value.description)
    case .jsonList(let elements, _): return .array(elements)
    case .jsonMap(let members, _): return .object(members)
    case .list(let elements):
      var made: [JSON] = []
      for element in elements { made.append(try element.json()) }
      return .array(made)
    case .map(let map): return try Self.json(map)
    case .optional(let optional): return try optional.value?.json() ?? .null
    case .object(let object): return try object.json()
    case .type: throw .evaluation("type conversion error from '\(type)' to JSON")
    }
  }

  private static func json(_ map: CELMap) throws(CELError) -> JSON {
    var object = JSONObject(minimumCapacity: map.count)
    for entry in map.entries { object[entry.key.text] = try entry.value.json() }
    return .object(object)
  }
}
