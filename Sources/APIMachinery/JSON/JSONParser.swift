/// A recursive-descent parser from bytes to a tree.
///
/// It reads each byte once, allocates each array at its final size, and does not allocate strings of up to 15
/// bytes or those of ``CommonStrings``.
struct JSONParser: ~Copyable {
  let base: UnsafePointer<UInt8>
  let end: Int
  let limits: JSONLimits
  let common = CommonStrings.table
  var position = 0
  var depth = 0
  var members = UnsafeStack<JSONObject.Member>(capacity: 32)
  var fingerprints = UnsafeStack<JSONFingerprint>(capacity: 32)
  var elements = UnsafeStack<JSON>(capacity: 16)
  var duplicates: [Duplicate] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, limits: JSONLimits) {
    self.base = base
    end = bytes.count
    self.limits = limits
  }

  /// Parses the whole text as one document.
  mutating func parseDocument() throws(Failure) -> JSON {
    if end > limits.bytes { throw Failure(reason: .tooLarge(limits.bytes), offset: 0) }
    let value = try parseValue()
    skipWhitespace()
    if position < end { throw unexpected(.afterDocument) }
    return value
  }

  /// Parses the next of several documents and tells where it starts; `nil` at the end.
  mutating func parseNext() throws(Failure) -> (value: JSON, offset: Int)? {
    skipWhitespace()
    if position == end { return nil }
    let offset = position
    return (try parseValue(), offset)
  }

  // MARK: Values

  private mutating func parseValue() throws(Failure) -> JSON {
    skipWhitespace()
    guard position < end else { throw unexpectedEnd() }
    switch base[position] {
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "{"): return .object(try parseObject())
    case UInt8(ascii: "["): return .array(try parseArray())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    default: throw unexpected(.value)
    }
  }

  private mutating func parseArray() throws(Failure) -> [JSON] {
    try enter()
    let start = elements.count
    skipWhitespace()
    if consume(UInt8(ascii: "]")) {
      depth -= 1
      return []
    }
    while true {
      let reported = duplicates.count
      let value = try parseValue()
      if duplicates.count > reported { addStep(.index(elements.count - start), from: reported) }
      elements.append(value)
      skipWhitespace()
      if consume(UInt8(ascii: ",")) { continue }
      if consume(UInt8(ascii: "]")) { break }
      throw unexpected(.afterElement)
    }
    depth -= 1
    return elements.popArray(from: start)
  }

  private mutating func parseObject() throws(Failure) -> JSONObject {
    try enter()
    let start = members.count
    let firstFingerprint = fingerprints.count
    skipWhitespace()
    if consume(UInt8(ascii: "}")) {
      depth -= 1
      return JSONObject()
    }
    while true {
      try parseMember()
      skipWhitespace()
      if consume(UInt8(ascii: ",")) {
        skipWhitespace()
        continue
      }
      if consume(UInt8(ascii: "}")) { break }
      throw unexpected(.afterMember)
    }
    depth -= 1
    return closeObject(from: start, firstFingerprint)
  }

  @inline(__always)
  private mutating func parseMember() throws(Failure) {
    guard position < end else { throw unexpectedEnd() }
    guard base[position] == UInt8(ascii: "\"") else { throw unexpected(.objectKey) }
    let key = try parseKey()
    skipWhitespace()
    if !consume(UInt8(ascii: ":")) { throw unexpected(.afterObjectKey) }
    let reported = duplicates.count
    let value = try parseValue()
    if duplicates.count > reported { addStep(.key(key), from: reported) }
    members.append(JSONObject.Member(key, value))
  }

  // MARK: Tokens

  @inline(__always)
  mutating func skipWhitespace() {
    while position < end {
      switch base[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position &+= 1
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func consume(_ byte: UInt8) -> Bool {
    guard position < end, base[position] == byte else { return false }
    position &+= 1
    return true
  }

  private mutating func expect(_ literal: StaticString) throws(Failure) {
    for index in 0..<literal.utf8CodeUnitCount {
      guard position < end else { throw unexpectedEnd() }
      let expected = literal.utf8Start[index]
      if base[position] != expected { throw unexpected(.literal(literal, expected)) }
      position &+= 1
    }
  }

  @inline(__always)
  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > limits.depth { throw Failure(reason: .tooDeep(limits.depth), offset: position) }
    position &+= 1
  }

  // MARK: Failures

  func unexpected(_ place: Place) -> Failure {
    position < end ? Failure(reason: .unexpected(base[position], place), offset: position) : unexpectedEnd()
  }

  func unexpectedEnd() -> Failure {
    Failure(reason: .unexpectedEnd, offset: end)
  }
}
