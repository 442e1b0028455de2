/// A map from strings to strings: labels, annotations, selectors. Iterates in the order of the tree beneath it,
/// never in a hash order.
public struct StringMap: Sendable, Hashable, JSONConvertible {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject = JSONObject()) {
    self.fields = fields
  }

  @inlinable public init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    fields = object
  }

  @inlinable public var json: JSON { .object(fields) }

  @inlinable public subscript(key: String) -> String? {
    get { fields.string(key) }
    set { fields[key] = newValue.map { .string($0) } }
  }

  @inlinable public subscript(key: String, default value: String) -> String { self[key] ?? value }

  @inlinable public var isEmpty: Bool { fields.isEmpty }
  @inlinable public var count: Int { fields.count }
  @inlinable public var keys: [String] { fields.keys }

  /// Adds all members of `other`; its values win.
  public mutating func merge(_ other: StringMap) {
    for (key, value) in other { self[key] = value }
  }

  /// True when every member of this map is in `other` with the same value: how an equality selector matches.
  public func isSubset(of other: StringMap) -> Bool {
    fields.members.indices.allSatisfy { position in
      guard case .string = fields.members[position].value else { return true }
      guard let place = other.fields.position(of: fields.members[position].key) else { return false }
      return other.fields.members[place].value == fields.members[position].value
    }
  }
}

extension StringMap: Sequence {
  /// Goes through the members that are texts.
  @inlinable public func makeIterator() -> FieldMap<String>.Iterator {
    FieldMap(fields: fields).makeIterator()
  }
}

extension StringMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = JSONObject(uniqueKeysWithValues: elements.map { ($0.0, .string($0.1)) })
  }
}

extension JSONObject {
  /// A string map, empty when the field is missing. Setting an empty map removes the field.
  @inlinable public subscript(map key: String) -> StringMap {
    get { StringMap(fields: objectMember(key)) }
    set { setObjectMember(key, newValue.fields) }
  }
}
