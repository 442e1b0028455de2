internal import CLibYAML

extension YAML {
  /// A tree as one document, as kubectl's `-o yaml` prints it: block style, keys sorted, sequences not indented
  /// under their key, quotes only where the text would read as something else, `|` for texts of several lines.
  public static func text(of value: JSON) -> String {
    var writer = YAMLWriter()
    writer.write(value)
    return writer.finish()
  }

  /// Several documents, with `---` between them.
  public static func text(of values: [JSON]) -> String {
    values.map { text(of: $0) }.joined(separator: "---\n")
  }
}

/// Hands a tree to libyaml's emitter.
private struct YAMLWriter: ~Copyable {
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output: UnsafeMutablePointer<[UInt8]>
  private var event = yaml_event_t()

  init() {
    output = .allocate(capacity: 1)
    output.initialize(to: [])
    emitter = .allocate(capacity: 1)
    emitter.initialize(to: yaml_emitter_t())
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_output(
      emitter,
      { output, buffer, size in
        guard let output, let buffer else { return 0 }
        let bytes = UnsafeBufferPointer(start: buffer, count: size)
        output.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: bytes)
        return 1
      }, output)
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)
    emit()
    yaml_document_start_event_initialize(&event, nil, nil, nil, 1)
    emit()
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
    output.deinitialize(count: 1)
    output.deallocate()
  }

  /// Ends the document and gives its text.
  mutating func finish() -> String {
    yaml_document_end_event_initialize(&event, 1)
    emit()
    yaml_stream_end_event_initialize(&event)
    emit()
    var bytes = output.pointee[...]
    if Self.breaks.contains(where: { bytes.ends(with: $0 + Array("...\n".utf8)) }) { bytes.removeLast(4) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line breaks after which libyaml marks the end of a document whose last scalar could go on. go-yaml does
  /// not mark it.
  private static let breaks: [[UInt8]] = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].map { Array($0.utf8) }

  private mutating func emit() {
    yaml_emitter_emit(emitter, &event)
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: write(scalar: "null", YAML_PLAIN_SCALAR_STYLE)
    case .bool(let value): write(scalar: value ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
    case .int(let value): write(scalar: "\(value)", YAML_PLAIN_SCALAR_STYLE)
    case .double(let value): write(scalar: GoFloat.yamlText(of: value), YAML_PLAIN_SCALAR_STYLE)
    case .string(let text): write(text)
    case .array(let elements):
      yaml_sequence_start_event_initialize(&event, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE)
      emit()
      for element in elements { write(element) }
      yaml_sequence_end_event_initialize(&event)
      emit()
    case .object(let object):
      yaml_mapping_start_event_initialize(&event, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE)
      emit()
      for (key, value) in object.sorted(by: { NaturalOrder.precedes($0.key, $1.key) }) {
        if key == "<<" { write(scalar: key, YAML_DOUBLE_QUOTED_SCALAR_STYLE) } else { write(key) }
        write(value)
      }
      yaml_mapping_end_event_initialize(&event)
      emit()
    }
  }

  private mutating func write(_ text: String) {
    if text.utf8.contains(0x0A) {
      write(scalar: text, YAML_LITERAL_SCALAR_STYLE)
    } else if YAMLScalar(plain: text) == .string, !YAMLScalar.isBase60(text) {
      write(scalar: text, YAML_PLAIN_SCALAR_STYLE)
    } else {
      write(scalar: text, YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    }
  }

  private mutating func write(scalar text: String, _ style: yaml_scalar_style_t) {
    var text = text
    text.withUTF8 { bytes in
      _ = yaml_scalar_event_initialize(
        &event, nil, nil, bytes.baseAddress, Int32(clamping: bytes.count), 1, 1, style)
    }
    emit()
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
