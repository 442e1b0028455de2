/// A typed view over a JSON object.
///
/// The types of the API are views: the tree stays the only representation of an object, so nothing is decoded or
/// encoded between the wire and a controller, fields that a type does not know survive a round trip, and a copy
/// of an object costs one reference. A property reads its member on access, and gives `nil` (or the empty value of
/// a list, a map or a required field) where the member is absent or has another type; whether it has the right
/// type is the API's validation to say, once, when the object is written.
public protocol ObjectView: JSONConvertible, Hashable {
  /// The members beneath the view.
  var fields: JSONObject { get set }

  init(fields: JSONObject)
}

extension ObjectView {
  @inlinable public init() { self.init(fields: JSONObject()) }

  @inlinable public init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    self.init(fields: object)
  }

  @inlinable public var json: JSON { .object(fields) }

  /// Makes a value and fills it in: `Container { $0.name = "web"; $0.image = "nginx:1.29" }`.
  @inlinable public init(_ fill: (inout Self) throws -> Void) rethrows {
    self.init(fields: JSONObject())
    try fill(&self)
  }

  /// True when no member is set.
  @inlinable public var isEmpty: Bool { fields.isEmpty }
}

/// The accessors that typed views are written with.
///
/// They are inlined into thousands of properties, so what they have in common stands in functions that are not.
extension JSONObject {
  /// An optional field.
  @inlinable public subscript<Value: JSONConvertible>(optional key: String) -> Value? {
    get {
      guard let json = member(key) else { return nil }
      return Value(json: json)
    }
    set { setMember(key, newValue?.json) }
  }

  /// An optional text: the type of most fields, read without a copy of what it stands in.
  @inlinable public subscript(optional key: String) -> String? {
    get { string(key) }
    set { setMember(key, newValue?.json) }
  }

  /// A field that is always written; `empty` stands for one that is missing.
  @inlinable
  public subscript<Value: JSONConvertible>(required key: String, empty empty: @autoclosure () -> Value)
    -> Value
  {
    get { member(key).flatMap { Value(json: $0) } ?? empty() }
    set { setMember(key, newValue.json) }
  }

  /// A text that is always written.
  @inlinable public subscript(required key: String, empty empty: @autoclosure () -> String) -> String {
    get { string(key) ?? empty() }
    set { setMember(key, newValue.json) }
  }

  /// A list, empty when the field is missing. Setting an empty list removes the field, as `omitempty` does.
  @inlinable public subscript<Value: JSONConvertible>(list key: String) -> [Value] {
    get { Array(reading: array(key)) }
    set { setMember(key, newValue.isEmpty ? JSON?.none : newValue.json) }
  }

  /// A nested object that can be written through: reading a missing one gives an empty view, and a view left
  /// empty is not stored.
  @inlinable public subscript<View: ObjectView>(view key: String) -> View {
    get { View(fields: objectMember(key)) }
    set { setObjectMember(key, newValue.fields) }
    _modify {
      var view = View(fields: takeObjectMember(key))
      defer { setObjectMember(key, view.fields) }
      yield &view
    }
  }
}

extension JSONObject {
  @usableFromInline mutating func setMember(_ key: String, _ value: consuming JSON?) { self[key] = value }

  /// Sets the value of `key`, and removes it when it is empty.
  @usableFromInline mutating func setObjectMember(_ key: String, _ object: consuming JSONObject) {
    if object.isEmpty { removeValue(key) } else { self[key] = .object(object) }
  }

  /// Takes the object out, leaving `null` in its place, so that it can be changed without being copied.
  @usableFromInline mutating func takeObjectMember(_ key: String) -> JSONObject {
    guard let position = position(of: key) else { return JSONObject() }
    return takeObject(at: position)
  }
}
