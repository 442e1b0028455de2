/// The form of a header in the file: the labels, then the indexed fields, each as a count and that many pairs
/// of strings; a string is its length in bytes and its UTF-8; a number is seven bits a byte, low ones first.
struct HeaderCoding {
  /// One copy of each string for all objects that are read: the keys of labels repeat in every one of them.
  private var strings: Set<String> = []

  static func encode(_ header: ObjectHeader) -> [UInt8] {
    guard !header.labels.isEmpty || !header.indexed.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    put(header.labels.count, into: &bytes)
    for (key, value) in header.labels {
      put(key, into: &bytes)
      put(value, into: &bytes)
    }
    put(header.indexed.count, into: &bytes)
    for (field, value) in header.indexed {
      put(field, into: &bytes)
      put(value, into: &bytes)
    }
    return bytes
  }

  /// The header, or nil if the bytes are not one.
  mutating func decode(_ bytes: [UInt8]) -> ObjectHeader? {
    guard !bytes.isEmpty else { return ObjectHeader() }
    var rest = bytes[...]
    guard let labels = takePairs(from: &rest), let indexed = takePairs(from: &rest), rest.isEmpty else {
      return nil
    }
    return ObjectHeader(
      labels: labels.map { (key: $0.0, value: $0.1) }, indexed: indexed.map { (field: $0.0, value: $0.1) })
  }

  /// The one copy of a string.
  mutating func shared(_ string: String) -> String {
    // Up to 15 bytes a string needs no memory of its own.
    string.utf8.count <= 15 ? string : strings.insert(string).memberAfterInsert
  }

  private static func put(_ number: Int, into bytes: inout [UInt8]) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func put(_ string: String, into bytes: inout [UInt8]) {
    put(string.utf8.count, into: &bytes)
    bytes.append(contentsOf: string.utf8)
  }

  private mutating func takePairs(from rest: inout ArraySlice<UInt8>) -> [(String, String)]? {
    guard let count = takeNumber(from: &rest), count <= rest.count else { return nil }
    var pairs: [(String, String)] = []
    pairs.reserveCapacity(count)
    for _ in 0..<count {
      guard let key = takeString(from: &rest), let value = takeString(from: &rest) else { return nil }
      pairs.append((key, value))
    }
    return pairs
  }

  private mutating func takeString(from rest: inout ArraySlice<UInt8>) -> String? {
    guard let count = takeNumber(from: &rest), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return shared(String(decoding: rest.prefix(count), as: UTF8.self))
  }

  private func takeNumber(from rest: inout ArraySlice<UInt8>) -> Int? {
    var number: UInt = 0
    for shift in stride(from: UInt(0), to: 63, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(number) }
    }
    return nil
  }
}
