/// Builds trees from libyaml's events.
struct YAMLReader: ~Copyable {
  /// A value with what is needed to use it again through an alias.
  struct Node {
    var value: JSON
    var mark: YAMLDocument.Mark
    /// The nesting within the value.
    var depth = 0
    /// About how many bytes the value has as text.
    var weight = 1
  }

  private var events: YAMLEvents
  private let file: String?
  private let limits: JSONLimits
  private let duplicateKeys: YAML.DuplicateKeys
  private var duplicates: [YAMLDocument.Duplicate] = []
  /// The way from the root to the mapping that is being read; kept only where duplicates are told.
  private var path: [Step] = []
  private var anchors: [String: Node] = [:]
  private var openAnchors: [String] = []
  private var depth = 0
  private var aliasWeight = 0

  private enum Step {
    case key(String)
    case index(Int)
  }

  /// Kubernetes: `sigs.k8s.io/json`: a strict decoder reports a hundred duplicates at most.
  private static let duplicateLimit = 100

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String?, limits: JSONLimits, duplicates: YAML.DuplicateKeys
  ) {
    duplicateKeys = duplicates
    events = YAMLEvents(bytes, file: file)
    self.file = file
    self.limits = limits
  }

  mutating func readStream() throws(YAMLError) -> [YAMLDocument] {
    var documents: [YAMLDocument] = []
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd: return documents
      case .documentStart:
        if let document = try readDocument() { documents.append(document) }
      default: break
      }
    }
  }

  private mutating func readDocument() throws(YAMLError) -> YAMLDocument? {
    anchors = [:]
    aliasWeight = 0
    duplicates = []
    let event = try events.next()
    let node = try readNode(event)
    if case .null = node.value { return nil }
    return YAMLDocument(
      value: node.value, file: file, start: node.mark.position, marks: node.mark, duplicates: duplicates)
  }

  // MARK: Nodes

  private mutating func readNode(_ event: YAMLEvents.Event) throws(YAMLError) -> Node {
    if let anchor = event.anchor { openAnchors.append(anchor) }
    var node = Node(value: .null, mark: mark(event))
    switch event.kind {
    case .scalar(let text, let tag, let isPlain):
      node.value = try scalar(text, tag: tag, isPlain: isPlain, at: event)
      node.weight += text.utf8.count
    case .alias(let name): node = try expand(name, at: event)
    case .sequenceStart: try readSequence(into: &node, event)
    case .mappingStart: try readMapping(into: &node, event)
    default: throw failure(.syntax, "did not find expected node content", event)
    }
    if let anchor = event.anchor {
      openAnchors.removeLast()
      anchors[anchor] = node
    }
    return node
  }

  private mutating func readSequence(into node: inout Node, _ start: YAMLEvents.Event) throws(YAMLError) {
    try enter(start)
    var elements: [JSON] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { break }
      enter(.index(elements.count))
      let element = try readNode(event)
      leaveStep()
      elements.append(element.value)
      node.contain(element, at: mark(event))
    }
    depth -= 1
    node.value = .array(elements)
  }

  private mutating func readMapping(into node: inout Node, _ start: YAMLEvents.Event) throws(YAMLError) {
    try enter(start)
    var mapping = YAMLMapping()
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { break }
      if let anchor = event.anchor { anchors[anchor] = nil }
      let key = try readKey(event)
      let valueEvent = try events.next()
      if case .name(let name) = key { enter(.key(name)) }
      let value = try readNode(valueEvent)
      if case .name = key { leaveStep() }
      switch key {
      case .merge:
        guard mapping.addMerge(value) else {
          throw failure(.value, "map merge requires map or sequence of maps as the value", valueEvent)
        }
      case .name(let name):
        if let earlier = mapping.add(name, value, at: mark(event)) { try note(name, earlier, event) }
      }
    }
    depth -= 1
    mapping.finish(into: &node)
  }

  /// - Throws: ``YAMLError`` where a key must not stand twice.
  private mutating func note(
    _ name: String, _ earlier: YAMLDocument.Mark, _ event: YAMLEvents.Event
  ) throws(YAMLError) {
    guard duplicateKeys == .lastCounts else {
      throw failure(.duplicateKey, "key \(JSON.string(name)) already set in map", event)
    }
    guard duplicates.count < Self.duplicateLimit else { return }
    var text = ""
    for step in path + [.key(name)] {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      }
    }
    duplicates.append(
      YAMLDocument.Duplicate(path: text, first: earlier.position, last: mark(event).position))
  }

  private mutating func enter(_ step: Step) {
    if duplicateKeys == .lastCounts { path.append(step) }
  }

  private mutating func leaveStep() {
    if duplicateKeys == .lastCounts { path.removeLast() }
  }

  private enum Key {
    case merge
    case name(String)
  }

  private mutating func readKey(_ event: YAMLEvents.Event) throws(YAMLError) -> Key {
    if case .scalar(let text, let tag, let isPlain) = event.kind {
      if text == "<<", isPlain || tag == YAMLTag.merge { return .merge }
      let resolved = try resolve(text, tag: tag, isPlain: isPlain, at: event)
      guard let name = YAMLTag.keyText(resolved, text) else {
        throw failure(.value, "unsupported map key of type \(resolved.tag): \(text)", event)
      }
      if let anchor = event.anchor {
        anchors[anchor] = Node(value: .string(name), mark: mark(event), weight: 1 + name.utf8.count)
      }
      return .name(name)
    }
    let node = try readNode(event)
    guard case .string(let name) = node.value else {
      throw failure(.value, "invalid map key: \(node.value.typeName)", event)
    }
    return .name(name)
  }

  private mutating func enter(_ event: YAMLEvents.Event) throws(YAMLError) {
    depth += 1
    if depth > limits.depth { throw failure(.tooDeep, "exceeded max depth of \(limits.depth)", event) }
  }

  // MARK: Aliases

  private mutating func expand(_ name: String, at event: YAMLEvents.Event) throws(YAMLError) -> Node {
    if openAnchors.contains(name) {
      throw failure(.alias, "anchor '\(name)' value contains itself", event)
    }
    guard let node = anchors[name] else {
      throw failure(.alias, "unknown anchor '\(name)' referenced", event)
    }
    aliasWeight += node.weight
    if aliasWeight > min(limits.bytes, JSONLimits.request.bytes) {
      throw failure(.alias, "document contains excessive aliasing", event)
    }
    if depth + node.depth > limits.depth {
      throw failure(.tooDeep, "exceeded max depth of \(limits.depth)", event)
    }
    return node
  }

  // MARK: Scalars

  private func scalar(
    _ text: String, tag: String?, isPlain: Bool, at event: YAMLEvents.Event
  ) throws(YAMLError) -> JSON {
    if tag == YAMLTag.binary {
      guard let bytes = ByteString(base64: text) else {
        throw failure(.value, "!!binary value contains invalid base64 data", event)
      }
      guard let decoded = bytes.text else {
        throw failure(.value, "!!binary value is not UTF-8 text", event)
      }
      return .string(decoded)
    }
    switch try resolve(text, tag: tag, isPlain: isPlain, at: event) {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .largeInt(let value): return .double(value)
    case .float(let value):
      guard value.isFinite else {
        let name = value.isNaN ? "NaN" : value > 0 ? "+Inf" : "-Inf"
        throw failure(.value, "json: unsupported value: \(name)", event)
      }
      return GoFloat.integer(value).map { .int($0) } ?? .double(value)
    case .timestamp, .string: return .string(text)
    }
  }

  private func resolve(
    _ text: String, tag: String?, isPlain: Bool, at event: YAMLEvents.Event
  ) throws(YAMLError) -> YAMLScalar {
    guard let tag else { return isPlain ? YAMLScalar(plain: text) : .string }
    guard let name = YAMLTag.resolvable[tag] else { return .string }
    var resolved = YAMLScalar(plain: text)
    if name == "!!float", case .int(let value) = resolved { resolved = .float(Double(value)) }
    guard resolved.tag == name else {
      throw failure(.value, "cannot decode \(resolved.tag) `\(text)` as a \(name)", event)
    }
    return resolved
  }

  // MARK: Places

  private func mark(_ event: YAMLEvents.Event) -> YAMLDocument.Mark {
    YAMLDocument.Mark(line: Int32(clamping: event.line), column: Int32(clamping: event.column))
  }

  private func failure(_ code: YAMLError.Code, _ message: String, _ event: YAMLEvents.Event) -> YAMLError {
    YAMLError(code: code, message: message, file: file, line: event.line, column: event.column)
  }
}

extension YAMLReader.Node {
  /// Takes account of a value within this one.
  mutating func contain(_ child: YAMLReader.Node, at mark: YAMLDocument.Mark) {
    self.mark.children.append(
      YAMLDocument.Mark(line: mark.line, column: mark.column, children: child.mark.children))
    depth = max(depth, child.depth + 1)
    weight += child.weight
  }
}
