/// A value that a field of an object can have.
public protocol JSONConvertible: Sendable {
  /// Reads the value; `nil` when `json` has another type or is malformed.
  init?(json: JSON)

  /// The value as it stands on the wire.
  var json: JSON { get }
}

extension JSON: JSONConvertible {
  @inlinable public init?(json: JSON) { self = json }
  @inlinable public var json: JSON { self }
}

extension JSONObject: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    self = object
  }
  @inlinable public var json: JSON { .object(self) }
}

extension String: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard case .string(let value) = json else { return nil }
    self = value
  }
  @inlinable public var json: JSON { .string(self) }
}

extension Bool: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard case .bool(let value) = json else { return nil }
    self = value
  }
  @inlinable public var json: JSON { .bool(self) }
}

extension Int: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard let value = json.intValue else { return nil }
    self = Int(value)
  }
  @inlinable public var json: JSON { .int(Int64(self)) }
}

extension Double: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard let value = json.doubleValue else { return nil }
    self = value
  }
  @inlinable public var json: JSON { .double(self) }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  @inlinable public init?(json: JSON) {
    guard case .array(let values) = json else { return nil }
    self.init(reading: values)
  }
  @inlinable public var json: JSON { .array(map { $0.json }) }

  /// The elements that can be read as such values.
  @inlinable init(reading values: [JSON]) {
    self.init()
    if values.isEmpty { return }
    reserveCapacity(values.count)
    for value in values {
      if let element = Element(json: value) { append(element) }
    }
  }
}
