import APIMachinery

/// Reads the members of a kustomization and remembers which were read, so that one that nobody knows is an error.
final class KustomizeFields {
  let file: String
  let path: String
  private let fields: JSONObject
  private var taken: Set<String> = []

  init(_ fields: JSONObject, file: String, path: String = "") {
    self.fields = fields
    self.file = file
    self.path = path
  }

  func value(_ key: String) -> JSON? {
    taken.insert(key)
    return fields[key]
  }

  func text(_ key: String) throws -> String? { try typed(key, "a string", \.stringValue) }
  func integer(_ key: String) throws -> Int64? { try typed(key, "an integer", \.intValue) }
  func flag(_ key: String) throws -> Bool? { try typed(key, "a boolean", \.boolValue) }

  func required(_ key: String) throws -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw CommandError("\(file): \(place(key)) is required")
    }
    return text
  }

  func texts(_ key: String) throws -> [String] {
    try typed(key, "a list of strings") { json in
      let texts = json.arrayValue?.map(\.stringValue)
      return texts?.contains(nil) ?? true ? nil : texts?.compactMap(\.self)
    } ?? []
  }

  /// A map of texts.
  func object(_ key: String) throws -> JSONObject? {
    try typed(key, "a map of strings") { json in
      guard let object = json.objectValue, object.allSatisfy({ $0.value.stringValue != nil }) else {
        return nil
      }
      return object
    }
  }

  func child(_ key: String) throws -> KustomizeFields? {
    try typed(key, "an object", \.objectValue).map { KustomizeFields($0, file: file, path: place(key)) }
  }

  func list(_ key: String) throws -> [KustomizeFields] {
    try (typed(key, "a list", \.arrayValue) ?? []).enumerated().map { position, element in
      let place = "\(place(key))[\(position)]"
      guard case .object(let object) = element else {
        throw CommandError("\(file): \(place) must be an object, not \(element.typeName)")
      }
      return KustomizeFields(object, file: file, path: place)
    }
  }

  /// - Throws: ``CommandError`` when there is a member that was not read.
  func finish() throws {
    if let unknown = fields.keys.first(where: { !taken.contains($0) }) {
      throw CommandError("invalid Kustomization: \(file): unknown field \"\(place(unknown))\"")
    }
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func typed<Value>(_ key: String, _ wanted: String, _ read: (JSON) -> Value?) throws -> Value? {
    guard let json = value(key), !json.isNull else { return nil }
    guard let result = read(json) else {
      throw CommandError(
        "invalid Kustomization: \(file): \(place(key)) must be \(wanted), not \(json.typeName)")
    }
    return result
  }
}
