/// Writes trees as text into a buffer of its own.
struct JSONWriter: ~Copyable {
  private(set) var count = 0
  private var buffer = JSONBuffer()
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt8>
  private let sortsKeys: Bool
  private let indent: Int?

  /// - Parameter indent: The number of spaces a level; `nil` writes everything on one line, without spaces.
  init(sortsKeys: Bool = false, indent: Int? = nil) {
    self.sortsKeys = sortsKeys
    self.indent = indent
    capacity = buffer.capacity
    base = buffer.base
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  mutating func write(_ value: JSON) {
    if indent == nil, !sortsKeys { writeCompact(value) } else { write(value, level: 0) }
  }

  // MARK: Values

  private mutating func writeCompact(_ value: JSON) {
    switch value {
    case .string(let string): write(string)
    case .object(let object): writeCompact(object)
    case .array(let array):
      append(UInt8(ascii: "["))
      array.withUnsafeBufferPointer { elements in
        var position = 0
        while position < elements.count {
          if position > 0 { append(UInt8(ascii: ",")) }
          writeCompact(elements[position])
          position &+= 1
        }
      }
      append(UInt8(ascii: "]"))
    default: writeScalar(value)
    }
  }

  private mutating func writeCompact(_ object: JSONObject) {
    append(UInt8(ascii: "{"))
    object.members.withUnsafeBufferPointer { members in
      var position = 0
      while position < members.count {
        if position > 0 { append(UInt8(ascii: ",")) }
        write(members[position].key)
        append(UInt8(ascii: ":"))
        writeCompact(members[position].value)
        position &+= 1
      }
    }
    append(UInt8(ascii: "}"))
  }

  private mutating func write(_ value: JSON, level: Int) {
    switch value {
    case .string(let string): write(string)
    case .object(let object):
      append(UInt8(ascii: "{"))
      let members = sortsKeys ? object.sortedByKey().members : object.members
      for (index, member) in members.enumerated() {
        startItem(index, level: level + 1)
        write(member.key)
        append(UInt8(ascii: ":"))
        if indent != nil { append(UInt8(ascii: " ")) }
        write(member.value, level: level + 1)
      }
      if !members.isEmpty { startLine(level: level) }
      append(UInt8(ascii: "}"))
    case .array(let array):
      append(UInt8(ascii: "["))
      for (index, element) in array.enumerated() {
        startItem(index, level: level + 1)
        write(element, level: level + 1)
      }
      if !array.isEmpty { startLine(level: level) }
      append(UInt8(ascii: "]"))
    default: writeScalar(value)
    }
  }

  private mutating func startItem(_ index: Int, level: Int) {
    if index > 0 { append(UInt8(ascii: ",")) }
    startLine(level: level)
  }

  private mutating func startLine(level: Int) {
    guard let indent else { return }
    append(UInt8(ascii: "\n"))
    for _ in 0..<indent * level { append(UInt8(ascii: " ")) }
  }

  private mutating func writeScalar(_ value: JSON) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): write(value)
    case .double(let value): write(value)
    default: break
    }
  }

  // MARK: Numbers

  private mutating func write(_ value: Int64) {
    reserve(20)
    if value < 0 { append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    var length = 1
    var bound: UInt64 = 10
    while length < 19, magnitude >= bound {
      length += 1
      bound *= 10
    }
    var place = count + length
    repeat {
      place -= 1
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10)
      magnitude /= 10
    } while place > count
    count += length
  }

  private mutating func write(_ value: Double) {
    if !value.isFinite { return append("null") }
    for byte in GoFloat.text(of: value).utf8 { append(byte) }
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count &+= 1
  }

  private mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    reserve(length)
    (base + count).update(from: literal.utf8Start, count: length)
    count += length
  }

  @inline(__always)
  private mutating func reserve(_ length: Int) {
    if count &+ length > capacity { grow(length) }
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    buffer.grow(to: count + length, keeping: count)
    capacity = buffer.capacity
    base = buffer.base
  }

  // MARK: Strings

  @inline(__always)
  private mutating func write(_ string: String) {
    // Only a string that is bridged from elsewhere has no bytes of its own to lend.
    if string.utf8.withContiguousStorageIfAvailable({ write($0) }) == nil {
      var string = string
      string.withUTF8 { write($0) }
    }
  }

  @inline(__always)
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count &+ 10)
    base[count] = UInt8(ascii: "\"")
    count &+= 1
    if let start = bytes.baseAddress { writePlainPrefix(start, bytes.count) }
    append(UInt8(ascii: "\""))
  }

  /// Copies eight bytes at a time as long as none needs an escape. Room for the bytes and eight more is reserved.
  @inline(__always)
  private mutating func writePlainPrefix(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    var position = 0
    while position &+ 8 <= length {
      let word = ByteWord(bytes + position)
      let marks =
        word.marks(UInt8(ascii: "\"")) | word.marks(UInt8(ascii: "\\")) | word.controlMarks | word.marks(0xE2)
      if marks != 0 { return writeEscaping(bytes + position, length &- position) }
      UnsafeMutableRawPointer(base + count).storeBytes(of: word.bits.littleEndian, as: UInt64.self)
      position &+= 8
      count &+= 8
    }
    while position < length {
      let byte = bytes[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2 {
        return writeEscaping(bytes + position, length &- position)
      }
      base[count] = byte
      count &+= 1
      position &+= 1
    }
  }

  @inline(never)
  private mutating func writeEscaping(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    var position = 0
    while position < length {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): append(#"\""#)
      case UInt8(ascii: "\\"): append(#"\\"#)
      case 0x08: append(#"\b"#)
      case 0x0C: append(#"\f"#)
      case 0x0A: append(#"\n"#)
      case 0x0D: append(#"\r"#)
      case 0x09: append(#"\t"#)
      case 0..<0x20:
        append(#"\u00"#)
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      case 0xE2 where position + 1 < length && bytes[position] == 0x80 && bytes[position + 1] & 0xFE == 0xA8:
        append(bytes[position + 1] == 0xA8 ? #"\u2028"# : #"\u2029"#)
        position += 2
      default: append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
