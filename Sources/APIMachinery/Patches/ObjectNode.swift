/// The fields of a type, found by the words of their names.
///
/// Unchecked: the fields are set once, by ``SchemaCompiler``, before the node is handed to anybody.
public final class ObjectNode: @unchecked Sendable {
  public let name: String
  public let openAPIName: String
  public let summary: String
  @exclusivity(unchecked) public private(set) var fields: [FieldNode] = []
  // Asked for of every object that is walked: an accessor made by the compiler checks for exclusive access in other
  // modules all the same.
  @exclusivity(unchecked) private var fieldsWithDefault: [FieldNode] = []
  @exclusivity(unchecked) private var neededFields: [FieldNode] = []
  @exclusivity(unchecked) private var keepsUndeclared = false
  @exclusivity(unchecked) private var slots: [Slot] = []
  @exclusivity(unchecked) private var mask = 0

  /// A place of the hash table: a field with the words of its name, or nothing.
  private struct Slot {
    var words = StringWords("")
    var field: FieldNode?
  }

  init(name: String, openAPIName: String = "", summary: String = "") {
    self.name = name
    self.openAPIName = openAPIName
    self.summary = summary
  }

  /// The fields that have a default.
  public var defaulted: [FieldNode] { fieldsWithDefault }
  /// The fields that must be given.
  public var required: [FieldNode] { neededFields }
  /// True when members that are not declared are kept.
  public var isOpen: Bool { keepsUndeclared }

  func seal(fields: [FieldNode], isOpen: Bool) {
    self.fields = fields
    keepsUndeclared = isOpen
    fieldsWithDefault = fields.filter { $0.schema.defaultValue != nil }
    neededFields = fields.filter(\.schema.isRequired)
    var size = 4
    while size < fields.count * 2 { size *= 2 }
    mask = size - 1
    var slots = Array(repeating: Slot(), count: size)
    for field in fields {
      let words = StringWords(field.name)
      var slot = Self.hash(words) & mask
      while slots[slot].field != nil { slot = (slot + 1) & mask }
      slots[slot] = Slot(words: words, field: field)
    }
    self.slots = slots
  }

  /// The field `name`.
  ///
  /// - Complexity: O(1).
  public subscript(name: String) -> FieldNode? {
    let words = StringWords(name)
    guard words.isSettled else { return self[name.settled] }
    guard !slots.isEmpty else { return nil }
    defer { withExtendedLifetime(name) {} }
    var slot = Self.hash(words) & mask
    while slots[slot].field != nil {
      if slots[slot].words.isSame(as: words) { return slots[slot].field }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The fields of a type hardly ever begin and end alike, so the words between are left out.
  @inline(__always)
  private static func hash(_ words: StringWords) -> Int {
    let (first, last) = words.ends
    let product = (first ^ last &* 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
