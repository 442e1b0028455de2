/// A list of changes to a tree (RFC 6902): `[{"op": "replace", "path": "/spec/replicas", "value": 3}]`.
public struct JSONPatch: Sendable, Hashable {
  public var operations: [Operation]

  public init(_ operations: [Operation]) {
    self.operations = operations
  }

  /// One change.
  public enum Operation: Sendable, Hashable {
    /// Adds a member, or an element before the index (`-` is the end); a member that is there is replaced.
    case add(JSONPointer, JSON)
    case remove(JSONPointer)
    case replace(JSONPointer, JSON)
    case move(from: JSONPointer, to: JSONPointer)
    case copy(from: JSONPointer, to: JSONPointer)
    /// Goes on only when the value is this.
    case test(JSONPointer, JSON)
  }

  /// How many operations a patch may have.
  ///
  /// Kubernetes: `maxJSONPatchOperations`.
  public static let operationLimit = 10_000

  /// Reads a patch.
  ///
  /// - Throws: `JSONPatchError` with the code `.malformed` or `.tooManyOperations`.
  public init(json: JSON) throws(JSONPatchError) {
    guard case .array(let list) = json else {
      throw JSONPatchError(
        .malformed, "json: cannot unmarshal \(json.typeName) into Go value of type jsonpatch.Patch")
    }
    if list.count > Self.operationLimit {
      throw JSONPatchError(
        .tooManyOperations,
        "The allowed maximum operations in a JSON patch is \(Self.operationLimit), got \(list.count)")
    }
    operations = []
    for item in list { operations.append(try Operation(json: item)) }
  }

  /// The patch as it stands on the wire.
  public var json: JSON { .array(operations.map(\.json)) }
}

/// Why a JSON patch cannot be read or applied.
public struct JSONPatchError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: Sendable, Hashable {
    /// The patch is not one.
    case malformed
    /// The patch has more than ``JSONPatch/operationLimit`` operations.
    case tooManyOperations
    /// A `test` found another value.
    case testFailed
    /// A path does not lead anywhere.
    case missing
    /// The result would be too large or too deep.
    case tooLarge
  }

  public var code: Code
  public var message: String
  public var description: String { message }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension JSONPatch.Operation {
  fileprivate init(json: JSON) throws(JSONPatchError) {
    guard case .object(let object) = json else {
      throw JSONPatchError(
        .malformed, "json: cannot unmarshal \(json.typeName) into Go value of type jsonpatch.Operation")
    }
    let name = object["op"]?.stringValue ?? ""
    let path = try Self.pointer(object, "path")
    switch name {
    case "add": self = .add(path, try Self.value(object, name, path))
    case "remove": self = .remove(path)
    case "replace": self = .replace(path, try Self.value(object, name, path))
    case "move": self = .move(from: try Self.pointer(object, "from"), to: path)
    case "copy": self = .copy(from: try Self.pointer(object, "from"), to: path)
    // A test without a value is one for null.
    case "test": self = .test(path, object["value"] ?? .null)
    default: throw JSONPatchError(.malformed, "Unexpected kind: \(name)")
    }
  }

  private static func pointer(_ object: JSONObject, _ field: String) throws(JSONPatchError) -> JSONPointer {
    guard case .string(let text)? = object[field] else {
      throw JSONPatchError(.malformed, "operation, missing \"\(field)\" field")
    }
    guard let pointer = JSONPointer(text) else {
      throw JSONPatchError(.malformed, "invalid JSON pointer in \"\(field)\": \(JSON.string(text))")
    }
    return pointer
  }

  private static func value(
    _ object: JSONObject, _ name: String, _ path: JSONPointer
  ) throws(JSONPatchError) -> JSON {
    guard let value = object["value"] else {
      throw JSONPatchError(.malformed, "\(name) operation for \"\(path)\" is missing the \"value\" field")
    }
    return value
  }

  fileprivate var json: JSON {
    switch self {
    case .add(let path, let value): ["op": "add", "path": .string("\(path)"), "value": value]
    case .remove(let path): ["op": "remove", "path": .string("\(path)")]
    case .replace(let path, let value): ["op": "replace", "path": .string("\(path)"), "value": value]
    case .move(let from, let to): ["op": "move", "from": .string("\(from)"), "path": .string("\(to)")]
    case .copy(let from, let to): ["op": "copy", "from": .string("\(from)"), "path": .string("\(to)")]
    case .test(let path, let value): ["op": "test", "path": .string("\(path)"), "value": value]
    }
  }
}
