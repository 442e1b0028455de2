import APIMachinery

/// The keys and values of a ConfigMap or Secret, from literals, files and environment files.
///
/// Kubernetes: `kubectl create configmap`, kustomize's `kv.Loader`: `key=value`, `[key=]path`, and files of lines
/// `key=value` in which `#` begins a comment.
struct DataSources {
  private(set) var entries: [(key: String, bytes: [UInt8])] = []
  private let place: String

  /// - Parameters:
  ///   - place: What is said behind an error about a key that stands twice.
  ///   - read: The bytes of a file.
  /// - Throws: ``CommandError`` when a source is malformed, a file cannot be read or a key stands twice.
  init(
    literals: [String], files: [String], envFiles: [String], place: String = "",
    read: (String) throws -> [UInt8]
  ) throws {
    self.place = place
    for literal in literals {
      guard let equals = literal.firstIndex(of: "="), equals != literal.startIndex else {
        throw CommandError("invalid literal source \(literal), expected key=value")
      }
      let value = Self.unquoted(literal[literal.index(after: equals)...])
      try add(String(literal[..<equals]), Array(value.utf8))
    }
    for file in files { try add(file: file, read) }
    for file in envFiles { try add(envFile: file, try read(file)) }
  }

  private mutating func add(_ key: String, _ bytes: [UInt8]) throws {
    let isValid =
      !key.isEmpty && key.utf8.count <= 253 && key != "." && !key.hasPrefix("..")
      && key.utf8.allSatisfy(Self.isKeyByte)
    guard isValid else {
      throw CommandError(
        "\"\(key)\" is not a valid key name: a valid config key must consist of alphanumeric characters, '-', '_' or"
          + " '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
      )
    }
    guard !entries.contains(where: { $0.key == key }) else {
      throw CommandError("cannot add key \"\(key)\", another key by that name already exists\(place)")
    }
    entries.append((key, bytes))
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
      || [45, 46, 95].contains(byte)
  }

  /// `path`, whose last part is the key, or `key=path`.
  private mutating func add(file source: String, _ read: (String) throws -> [UInt8]) throws {
    guard let equals = source.firstIndex(of: "=") else {
      return try add(source.split(separator: "/").last.map(String.init) ?? source, try read(source))
    }
    let (key, path) = (source[..<equals], source[source.index(after: equals)...])
    guard !key.isEmpty else { throw CommandError("key name for file path \(path) missing") }
    guard !path.isEmpty else { throw CommandError("file path for key name \(key) missing") }
    guard !path.contains("=") else { throw CommandError("key names or file paths cannot contain '='") }
    try add(String(key), try read(String(path)))
  }

  private mutating func add(envFile file: String, _ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError("env file \(file) contains invalid utf-8 bytes")
    }
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      guard let first = line.first, first != "#" else { continue }
      let equals = line.firstIndex(of: "=") ?? line.endIndex
      let value = equals < line.endIndex ? String(line[line.index(after: equals)...]) : ""
      try add(String(line[..<equals]), Array(value.utf8))
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'" else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  // MARK: Results

  /// All values in base64.
  func encoded(_ encode: ([UInt8]) -> String = { ByteString($0).base64 }) -> JSONObject {
    JSONObject(uniqueKeysWithValues: entries.map { ($0.key, .string(encode($0.bytes))) })
  }

  /// The values that are texts, and the others in base64.
  func texts(_ encode: ([UInt8]) -> String = { ByteString($0).base64 }) -> (JSONObject, binary: JSONObject) {
    var (texts, binary) = (JSONObject(), JSONObject())
    for (key, bytes) in entries {
      if let text = String(validating: bytes, as: UTF8.self) {
        texts[key] = .string(text)
      } else {
        binary[key] = .string(encode(bytes))
      }
    }
    return (texts, binary)
  }
}
