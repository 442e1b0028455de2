/// A map from strings to values of one type, such as the amounts of a resource list. Iterates in the order of the
/// tree beneath it, never in a hash order.
public struct FieldMap<Value: JSONConvertible>: JSONConvertible, Hashable {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject = JSONObject()) {
    self.fields = fields
  }

  @inlinable public init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    fields = object
  }

  @inlinable public var json: JSON { .object(fields) }

  @inlinable public subscript(key: String) -> Value? {
    get { fields[optional: key] }
    set { fields[optional: key] = newValue }
  }

  @inlinable public subscript(key: String, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }

  @inlinable public var isEmpty: Bool { fields.isEmpty }
  @inlinable public var count: Int { fields.count }
  @inlinable public var keys: [String] { fields.keys }
}

/// Amounts of compute resources by name: `cpu`, `memory`, `pods`.
///
/// Kubernetes: `core/v1 ResourceList`.
public typealias ResourceList = FieldMap<Quantity>

extension FieldMap: Sequence {
  /// Members whose value has another type are left out.
  public struct Iterator: IteratorProtocol {
    @usableFromInline var members: JSONObject.Iterator

    @inlinable init(members: JSONObject.Iterator) {
      self.members = members
    }

    @inlinable public mutating func next() -> (key: String, value: Value)? {
      while let member = members.next() {
        if let value = Value(json: member.value) { return (member.key, value) }
      }
      return nil
    }
  }

  @inlinable public func makeIterator() -> Iterator { Iterator(members: fields.makeIterator()) }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    fields = JSONObject(uniqueKeysWithValues: elements.map { ($0.0, $0.1.json) })
  }
}

extension JSONObject {
  /// A map of values, empty when the field is missing. Setting an empty map removes the field.
  @inlinable public subscript<Value: JSONConvertible>(values key: String) -> FieldMap<Value> {
    get { FieldMap(fields: objectMember(key)) }
    set { setObjectMember(key, newValue.fields) }
  }
}
