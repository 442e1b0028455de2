public import ObjectStore

/// An object whose bytes can be checked: they name its key, its revision and its value, and carry a sum of
/// the rest.
public enum SampleObject {
  /// Makes the bytes `KEY REVISION VALUE FILL SUM`; `fill` is the number of filling bytes.
  public static func encoder(_ key: StoreKey, value: Int, fill: Int = 0) -> ObjectEncoder {
    { revision in
      var bytes = Array("\(key) \(revision) \(value) ".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "a") + UInt8(revision % 26), count: fill))
      return EncodedObject(bytes: bytes + Array(" \(sum(of: bytes))".utf8))
    }
  }

  /// The mutation that creates a sample.
  public static func create(_ key: StoreKey, value: Int = 0, fill: Int = 0) -> Mutation {
    .create(key, header(value), encode: encoder(key, value: value, fill: fill))
  }

  /// The mutation that updates a sample.
  public static func update(_ key: StoreKey, expected: UInt64, value: Int, fill: Int = 0) -> Mutation {
    .update(key, expected: expected, header(value), encode: encoder(key, value: value, fill: fill))
  }

  /// The mutation that deletes a sample; its final state names the revision of the deletion.
  public static func delete(_ key: StoreKey, expected: UInt64? = nil) -> Mutation {
    .delete(key, expected: expected) { removed, revision in
      encoder(key, value: value(of: removed) ?? -1)(revision)
    }
  }

  public static func header(_ value: Int) -> ObjectHeader {
    ObjectHeader(labels: [("parity", value % 2 == 0 ? "even" : "odd")], indexed: [("value", String(value))])
  }

  /// The value of a sample; nil if it is torn, or is not the sample of its key and revision.
  public static func value(of object: StoredObject) -> Int? {
    guard let end = object.bytes.lastIndex(of: UInt8(ascii: " ")) else { return nil }
    let parts = object.bytes[..<end].split(separator: UInt8(ascii: " "), maxSplits: 3)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 3, parts[0] == object.key.description, parts[1] == String(object.revision),
      String(decoding: object.bytes[(end + 1)...], as: UTF8.self) == String(sum(of: object.bytes[..<end]))
    else { return nil }
    return Int(parts[2])
  }

  /// FNV-1a.
  private static func sum(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
