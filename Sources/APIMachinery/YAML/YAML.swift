/// Reads and writes YAML as kubectl does: YAML 1.1 scalars on the way in, block style with sorted keys on the way
/// out.
///
/// Kubernetes: `sigs.k8s.io/yaml`, whose parser and emitter are ports of libyaml, which is used here.
public enum YAML {
  /// Reads all documents of a stream. Empty ones are left out.
  ///
  /// A stream that starts with `{` or `[` is read as one or more JSON texts; if it is not JSON and does not start
  /// with `{"` either, as YAML.
  ///
  /// Plain scalars are resolved as go-yaml v2 does: `yes`, `on`, `y` and their opposites are booleans, `0777`,
  /// `0o777`, `0x1F`, `0b11` and `1_000` are integers, timestamps and quoted scalars are strings. Keys that are no
  /// strings become strings. `<<` merges, and the keys of the mapping itself win.
  ///
  /// - Parameters:
  ///   - file: A name for errors.
  ///   - limits: The greatest depth of a document, also through aliases, and the size of the whole stream. What
  ///     aliases stand for in one document is never more than a request may have.
  ///   - duplicates: What a key means that stands twice in a mapping.
  /// - Throws: `YAMLError` with the place, for broken YAML, a key that stands twice where that is refused, a value
  ///   that JSON does not have (`.inf`, `.nan`), and whatever exceeds `limits`.
  public static func parse(
    _ bytes: some Collection<UInt8>, file: String? = nil, limits: JSONLimits = .request,
    duplicates: DuplicateKeys = .refused
  ) throws(YAMLError) -> [YAMLDocument] {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      Result { () throws(YAMLError) in
        try parse(buffer: buffer, file: file, limits: limits, duplicates: duplicates)
      }
    }
    if let result { return try result.get() }
    return try parse(Array(bytes), file: file, limits: limits, duplicates: duplicates)
  }

  /// What a key means that stands twice in a mapping.
  public enum DuplicateKeys: Sendable {
    /// An error.
    case refused
    /// The last one counts, as in kubectl; the document tells of it in ``YAMLDocument/duplicates``.
    case lastCounts
  }

  /// Reads all documents of a text.
  public static func parse(
    _ text: String, file: String? = nil, limits: JSONLimits = .request
  ) throws(YAMLError) -> [YAMLDocument] {
    try parse(text.utf8, file: file, limits: limits)
  }

  private static func parse(
    buffer: UnsafeBufferPointer<UInt8>, file: String?, limits: JSONLimits, duplicates: DuplicateKeys
  ) throws(YAMLError) -> [YAMLDocument] {
    if buffer.count > limits.bytes {
      throw YAMLError(
        code: .tooLarge, message: "file is too large: the limit is \(limits.bytes) bytes", file: file,
        line: 1,
        column: 1)
    }
    if buffer.isEmpty { return [] }
    guard looksLikeJSON(buffer) else {
      return try parseYAML(buffer, file: file, limits: limits, duplicates: duplicates)
    }
    do {
      return try parseJSON(buffer, file: file, limits: limits, duplicates: duplicates)
    } catch {
      // A flow mapping, `{a: b}`, starts like JSON.
      if error.code != .syntax || startsWithQuotedKey(buffer) { throw error }
      return try parseYAML(buffer, file: file, limits: limits, duplicates: duplicates)
    }
  }

  private static func parseYAML(
    _ buffer: UnsafeBufferPointer<UInt8>, file: String?, limits: JSONLimits, duplicates: DuplicateKeys
  ) throws(YAMLError) -> [YAMLDocument] {
    var reader = YAMLReader(buffer, file: file, limits: limits, duplicates: duplicates)
    return try reader.readStream()
  }

  private static func looksLikeJSON(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = buffer.first { !isSpace($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func startsWithQuotedKey(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = buffer.lazy.filter { !isSpace($0) }.prefix(2)
    return start.elementsEqual([UInt8(ascii: "{"), UInt8(ascii: "\"")])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Reads JSON texts that follow one another.
  private static func parseJSON(
    _ buffer: UnsafeBufferPointer<UInt8>, file: String?, limits: JSONLimits, duplicates: DuplicateKeys
  ) throws(YAMLError) -> [YAMLDocument] {
    guard let base = buffer.baseAddress else { return [] }
    var parser = JSONParser(buffer, base: base, limits: limits)
    var documents: [YAMLDocument] = []
    var lines = LineCounter(buffer)
    while true {
      let next: (value: JSON, offset: Int)?
      do throws(JSONParser.Failure) {
        next = try parser.parseNext()
      } catch {
        throw YAMLError(JSONError(error, in: buffer), file: file)
      }
      guard let (value, offset) = next else { return documents }
      let mark = lines.advance(to: offset)
      if duplicates == .refused, let duplicate = parser.duplicates.first {
        throw YAMLError(
          code: .duplicateKey, message: "duplicate field \"\(duplicate.path)\"", file: file,
          line: mark.position.line,
          column: mark.position.column)
      }
      let repeated = parser.duplicates.map {
        YAMLDocument.Duplicate(path: $0.path, first: mark.position, last: mark.position)
      }
      parser.duplicates = []
      documents.append(
        YAMLDocument(value: value, file: file, start: mark.position, marks: mark, duplicates: repeated))
    }
  }
}

/// Counts lines as it goes forward.
private struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line: Int32 = 1
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func advance(to target: Int) -> YAMLDocument.Mark {
    while offset < target {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset
      }
    }
    return YAMLDocument.Mark(line: line, column: Int32(clamping: target - lineStart + 1))
  }
}

extension YAMLError {
  /// The error of the JSON parser on a stream that looked like JSON.
  init(_ error: JSONError, file: String?) {
    let code: Code =
      switch error.code {
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      case .syntax, .invalidUTF8, .numberOutOfRange: .syntax
      }
    self.init(code: code, message: error.message, file: file, line: error.line, column: error.column)
  }
}
