public import APIMachinery

extension String: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "string"] }
  public static var emptyValue: String { "" }
}

extension Bool: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "boolean"] }
  public static var emptyValue: Bool { false }
}

extension Int: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "integer", "format": "int64"] }
  public static var emptyValue: Int { 0 }
}

extension Int32: SchemaValue {
  public init?(json: JSON) {
    guard let number = json.intValue, let value = Int32(exactly: number) else { return nil }
    self = value
  }

  public var json: JSON { .int(Int64(self)) }
  public static var structuralSchema: JSONObject { ["type": "integer", "format": "int32"] }
  public static var emptyValue: Int32 { 0 }
}

extension Double: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "number"] }
  public static var emptyValue: Double { 0 }
}

extension Array: SchemaValue where Element: SchemaValue {
  public static var structuralSchema: JSONObject {
    ["type": "array", "items": .object(Element.structuralSchema)]
  }
  public static var emptyValue: [Element] { [] }
}

extension StringMap: SchemaValue {
  public static var structuralSchema: JSONObject {
    ["type": "object", "additionalProperties": ["type": "string"]]
  }
  public static var emptyValue: StringMap { StringMap() }
}

extension FieldMap: SchemaValue where Value: SchemaValue {
  public static var structuralSchema: JSONObject {
    ["type": "object", "additionalProperties": .object(Value.structuralSchema)]
  }
  public static var emptyValue: FieldMap<Value> { FieldMap() }
}

extension Timestamp: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "string", "format": "date-time"] }
  public static var emptyValue: Timestamp { Timestamp(secondsSince1970: 0) }
}

extension MicroTime: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "string", "format": "date-time"] }
  public static var emptyValue: MicroTime { MicroTime(.emptyValue) }
}

/// Go's text: `1h30m`. Kubernetes: `metav1.Duration`.
extension Duration: SchemaValue {
  public init?(json: JSON) {
    guard case .string(let text) = json, let value = try? Duration(goDuration: text) else { return nil }
    self = value
  }

  public var json: JSON { .string(goDescription) }
  public static var structuralSchema: JSONObject { ["type": "string", "format": "duration"] }
  public static var emptyValue: Duration { .zero }
}

extension ByteString: SchemaValue {
  public static var structuralSchema: JSONObject { ["type": "string", "format": "byte"] }
  public static var emptyValue: ByteString { ByteString([]) }
}

/// Kubernetes: controller-gen's schema of `resource.Quantity`.
extension Quantity: SchemaValue {
  public static var structuralSchema: JSONObject {
    let number = #"(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))"#
    return [
      "anyOf": [["type": "integer"], ["type": "string"]], "x-kubernetes-int-or-string": true,
      "pattern": .string(#"^(\+|-)?\#(number)(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?\#(number)))?$"#),
    ]
  }
  public static var emptyValue: Quantity { .zero }
}

extension IntOrString: SchemaValue {
  public static var structuralSchema: JSONObject {
    ["anyOf": [["type": "integer"], ["type": "string"]], "x-kubernetes-int-or-string": true]
  }
  public static var emptyValue: IntOrString { .int(0) }
}

/// Anything. What stands there is kept as it is.
extension JSON: SchemaValue {
  public static var structuralSchema: JSONObject { ["x-kubernetes-preserve-unknown-fields": true] }
  public static var emptyValue: JSON { .null }
}

/// Any object. What stands in it is kept as it is.
extension JSONObject: SchemaValue {
  public static var structuralSchema: JSONObject {
    ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
  }
  public static var emptyValue: JSONObject { JSONObject() }
}
