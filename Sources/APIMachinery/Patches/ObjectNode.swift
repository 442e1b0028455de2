/// The fields of a type, found by a cheap fingerprint of their names.
///
/// Unchecked: the fields are set once, by ``SchemaCompiler``, before the node is handed to anybody.
public final class ObjectNode: @unchecked Sendable {
  public let name: String
  public let openAPIName: String
  public let summary: String
  @exclusivity(unchecked) public private(set) var fields: [FieldNode] = []
  /// The fields that have a default.
  @exclusivity(unchecked) public private(set) var defaulted: [FieldNode] = []
  /// The fields that must be given.
  @exclusivity(unchecked) public private(set) var required: [FieldNode] = []
  /// True when members that are not declared are kept.
  @exclusivity(unchecked) public private(set) var isOpen = false
  @exclusivity(unchecked) private var slots: [UInt16] = []
  @exclusivity(unchecked) private var fingerprints: [UInt64] = []
  @exclusivity(unchecked) private var mask: UInt64 = 0

  init(name: String, openAPIName: String = "", summary: String = "") {
    self.name = name
    self.openAPIName = openAPIName
    self.summary = summary
  }

  func seal(fields: [FieldNode], isOpen: Bool) {
    self.fields = fields
    self.isOpen = isOpen
    defaulted = fields.filter { $0.schema.defaultValue != nil }
    required = fields.filter(\.schema.isRequired)
    fingerprints = fields.map { Self.fingerprint($0.name) }
    var size = 4
    while size < fields.count * 2 { size *= 2 }
    mask = UInt64(size - 1)
    slots = Array(repeating: .max, count: size)
    for (position, fingerprint) in fingerprints.enumerated() {
      var slot = Int(fingerprint & mask)
      while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(position)
    }
  }

  /// The field `name`.
  ///
  /// - Complexity: O(1).
  public subscript(name: String) -> FieldNode? {
    guard !slots.isEmpty else { return nil }
    let fingerprint = Self.fingerprint(name)
    var slot = Int(fingerprint & mask)
    while slots[slot] != .max {
      let position = Int(slots[slot])
      if fingerprints[position] == fingerprint, fields[position].name == name { return fields[position] }
      slot = (slot + 1) & Int(mask)
    }
    return nil
  }

  @inline(__always)
  private static func fingerprint(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { JSONFingerprint($0.baseAddress ?? Self.nothing, count: $0.count).bits }
  }

  /// Stands for the start of an empty text, which is never read.
  nonisolated(unsafe) private static let nothing = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
}
