internal import APIMachinery

/// Turns an object in Kubernetes' protobuf form into the tree that its JSON form would give.
///
/// Kubernetes: apimachinery `runtime/serializer/protobuf`: four magic bytes, then a `runtime.Unknown` with the
/// object's bytes inside.
struct ProtobufDecoder {
  private static let magic: [UInt8] = [0x6B, 0x38, 0x73, 0x00]
  private static let depthLimit = 64

  /// Fields that are pointers in Go: when a zero is written, a zero is meant. Other fields are written always, and
  /// a zero means that the field is not set.
  private static let zeroCounts: Set<String> = [
    "activeDeadlineSeconds", "allocateLoadBalancerNodePorts", "allowPrivilegeEscalation",
    "automountServiceAccountToken", "blockOwnerDeletion", "collisionCount", "controller", "defaultMode",
    "deletionGracePeriodSeconds", "enableServiceLinks", "expirationSeconds", "fsGroup", "gracePeriodSeconds",
    "hostProcess", "hostUsers", "immutable", "intVal", "leaseDurationSeconds", "leaseTransitions",
    "minDomains", "mode",
    "optional", "orphanDependents", "partition", "priority", "privileged", "progressDeadlineSeconds",
    "readOnlyRootFilesystem", "ready", "replicas", "revisionHistoryLimit", "runAsGroup", "runAsNonRoot",
    "runAsUser",
    "serving", "setHostnameAsFQDN", "shareProcessNamespace", "started", "storageClassName", "terminating",
    "terminationGracePeriodSeconds", "timeoutSeconds", "tolerationSeconds", "value",
  ]

  private let schema = ProtobufSchema.shared

  /// - Throws: `StatusError` (400) when the bytes are no object; 415 when the kind is not known in this form.
  static func object(_ bytes: [UInt8]) throws(StatusError) -> JSONObject {
    guard bytes.starts(with: magic) else {
      throw .badRequest(
        "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]")
    }
    do {
      return try ProtobufDecoder().envelope(bytes.dropFirst(magic.count))
    } catch let error as StatusError {
      throw error
    } catch {
      throw .badRequest("proto: illegal wireType or unexpected end of the message")
    }
  }

  private func envelope(_ bytes: ArraySlice<UInt8>) throws -> JSONObject {
    var reader = ProtobufReader(bytes)
    var type = JSONObject()
    var raw: ArraySlice<UInt8> = []
    while let (number, value) = try reader.next() {
      guard case .bytes(let bytes) = value else { continue }
      if number == 1 { type = try object(bytes, "runtime.TypeMeta", depth: 0) }
      if number == 2 { raw = bytes }
    }
    let apiVersion = type["apiVersion"]?.stringValue ?? ""
    let kind = type["kind"]?.stringValue ?? ""
    guard let message = schema.message(apiVersion: apiVersion, kind: kind) else {
      throw StatusError.unsupportedMediaType(["application/json", "application/yaml"])
    }
    var result: JSONObject = ["apiVersion": .string(apiVersion), "kind": .string(kind)]
    for (key, value) in try object(raw, message, depth: 0) { result[key] = value }
    return result
  }

  // MARK: Messages

  private func object(_ bytes: ArraySlice<UInt8>, _ message: String, depth: Int) throws -> JSONObject {
    guard depth < Self.depthLimit, let fields = schema.fields(of: message) else {
      throw ProtobufReader.Malformed()
    }
    var result = JSONObject()
    var reader = ProtobufReader(bytes)
    while let (number, value) = try reader.next() {
      guard let field = fields[number] else { continue }
      try add(value, field, to: &result, depth: depth)
    }
    return result
  }

  private func add(
    _ value: ProtobufReader.Value, _ field: ProtobufSchema.Field, to result: inout JSONObject, depth: Int
  ) throws {
    if case .map(let kind) = field.kind, case .bytes(let entry) = value {
      let (key, element) = try self.entry(entry, kind, depth: depth)
      var map = result[field.name]?.objectValue ?? JSONObject()
      map[key] = element
      result[field.name] = .object(map)
      return
    }
    guard let json = try json(value, field.kind, depth: depth) else { return }
    if field.isRepeated {
      result[field.name] = .array((result[field.name]?.arrayValue ?? []) + [json])
    } else if field.isInline, case .object(let members) = json {
      for (key, member) in members { result[key] = member }
    } else if !json.isZero || Self.zeroCounts.contains(field.name) {
      result[field.name] = json
    }
  }

  private func entry(
    _ bytes: ArraySlice<UInt8>, _ kind: ProtobufSchema.Kind, depth: Int
  ) throws -> (String, JSON) {
    var reader = ProtobufReader(bytes)
    var key = ""
    var element: JSON = kind.isText ? "" : .object(JSONObject())
    while let (number, value) = try reader.next() {
      if number == 1, case .bytes(let text) = value { key = try string(text) }
      if number == 2, let json = try json(value, kind, depth: depth) { element = json }
    }
    return (key, element)
  }

  private func json(_ value: ProtobufReader.Value, _ kind: ProtobufSchema.Kind, depth: Int) throws -> JSON? {
    switch (kind, value) {
    case (.int, .varint(let number)): .int(Int64(bitPattern: number))
    case (.bool, .varint(let number)): .bool(number != 0)
    case (.double, .fixed64(let bits)): .double(Double(bitPattern: bits))
    case (.string, .bytes(let bytes)): .string(try string(bytes))
    case (.bytes, .bytes(let bytes)): .string(ByteString(bytes).base64)
    case (.message(let name), .bytes(let bytes)): try wellKnown(bytes, name, depth: depth + 1)
    default: throw ProtobufReader.Malformed()
    }
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ProtobufReader.Malformed() }
    return text
  }

  // MARK: Messages that are no objects in JSON

  private func wellKnown(_ bytes: ArraySlice<UInt8>, _ name: String, depth: Int) throws -> JSON? {
    switch name {
    case "runtime.RawExtension", "meta.FieldsV1":
      var reader = ProtobufReader(bytes)
      guard let (_, value) = try reader.next(), case .bytes(let raw) = value else { return nil }
      return try JSON.parse(raw)
    default: break
    }
    let members = try object(bytes, name, depth: depth)
    switch name {
    case "meta.Time", "meta.MicroTime", "meta.Timestamp":
      guard let seconds = members["seconds"]?.intValue else { return nil }
      let time = Timestamp(nanosecondsSince1970: seconds * 1_000_000_000 + (members["nanos"]?.intValue ?? 0))
      return name == "meta.MicroTime" ? .string(time.rfc3339Micro) : .string(time.rfc3339)
    case "resource.Quantity": return members["string"] ?? "0"
    case "intstr.IntOrString":
      return members["type"]?.intValue == 1 ? members["strVal"] ?? "" : members["intVal"] ?? 0
    case "authentication.ExtraValue", "authorization.ExtraValue": return members["items"] ?? []
    default: return .object(members)
    }
  }
}

extension JSON {
  /// What Go's `omitempty` leaves out.
  fileprivate var isZero: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .int(let number): number == 0
    case .bool(let flag): !flag
    case .double(let number): number == 0
    default: false
    }
  }
}

extension ProtobufSchema.Kind {
  fileprivate var isText: Bool {
    switch self {
    case .string, .bytes: true
    default: false
    }
  }
}
