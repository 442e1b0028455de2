internal import CLibYAML

/// The events of libyaml's parser.
struct YAMLEvents: ~Copyable {
  /// One event, with its texts copied out of libyaml's memory.
  struct Event {
    enum Kind {
      case streamEnd, documentStart, documentEnd, mappingStart, mappingEnd, sequenceStart, sequenceEnd
      case alias(String)
      /// `isPlain`: neither quotes nor a tag say what it is.
      case scalar(String, tag: String?, isPlain: Bool)
      case other
    }

    var kind: Kind
    var anchor: String?
    var line: Int
    var column: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let file: String?

  /// - Precondition: `bytes` outlives this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String?) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    self.file = file
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    event.deallocate()
  }

  mutating func next() throws(YAMLError) -> Event {
    guard yaml_parser_parse(parser, event) == 1 else { throw failure }
    defer { yaml_event_delete(event) }
    let (kind, anchor) = contents
    let mark = event.pointee.start_mark
    return Event(kind: kind, anchor: anchor, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private var contents: (Event.Kind, anchor: String?) {
    let data = event.pointee.data
    switch event.pointee.type {
    case YAML_STREAM_END_EVENT: return (.streamEnd, nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, nil)
    case YAML_MAPPING_START_EVENT: return (.mappingStart, Self.text(data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    case YAML_SEQUENCE_START_EVENT: return (.sequenceStart, Self.text(data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil)
    case YAML_ALIAS_EVENT: return (.alias(Self.text(data.alias.anchor) ?? ""), nil)
    case YAML_SCALAR_EVENT:
      let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      let text = String(decoding: bytes, as: UTF8.self)
      let kind = Event.Kind.scalar(
        text, tag: Self.text(data.scalar.tag), isPlain: data.scalar.plain_implicit == 1)
      return (kind, Self.text(data.scalar.anchor))
    default: return (.other, nil)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private var failure: YAMLError {
    let state = parser.pointee
    var mark = state.problem_mark
    var message = state.problem.map { String(cString: $0) } ?? "unknown problem parsing YAML content"
    if state.error == YAML_READER_ERROR {
      let before = UnsafeBufferPointer(
        start: state.input.string.start, count: max(0, Int(state.problem_offset)))
      mark.line = before.count { $0 == 0x0A }
      mark.column = before.reversed().prefix { $0 != 0x0A }.count
    } else if let context = state.context {
      message = "\(message) (\(String(cString: context)) that starts on line \(state.context_mark.line + 1))"
    }
    return YAMLError(
      code: .syntax, message: message, file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
