public import APIMachinery

/// The type of an expression, with what a schema says about the size of its values.
///
/// Two types are equal when they have the same shape; the sizes do not matter for that.
public final class CELType: Sendable {
  public enum Kind: Sendable, Hashable {
    case dyn, error, null, bool, int, uint, double, string, bytes, duration, timestamp
    case list, map, object, type, optional
    /// A type of a library, such as a quantity.
    case opaque
    /// A name that stands for a type in the declaration of a function.
    case parameter
  }

  /// A field of an object.
  public struct Field: Sendable {
    /// The name of the property in the JSON object, which can differ from how an expression writes it.
    public var property: String
    public var type: CELType

    public init(property: String, type: CELType) {
      self.property = property
      self.type = type
    }
  }

  public let kind: Kind
  public let name: String
  /// The element of a list, the key and value of a map, what an optional holds.
  public let parameters: [CELType]
  /// The fields of an object by the names that expressions use.
  public let fields: [String: Field]
  /// The most elements, or characters, that a value has; zero for what has no size.
  public let maxElements: UInt64
  /// The fewest bytes that a value takes in JSON.
  let minSerializedSize: Int64
  /// Whether an object has fields beside the declared ones.
  let isOpen: Bool
  /// How the elements of a list are told apart: `x-kubernetes-list-type`.
  public let listType: ListType

  init(
    _ kind: Kind, name: String, parameters: [CELType] = [], fields: [String: Field] = [:],
    maxElements: UInt64 = 0, minSerializedSize: Int64 = 0, listType: ListType = .atomic,
    isOpen: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.parameters = parameters
    self.fields = fields
    self.maxElements = maxElements
    self.minSerializedSize = minSerializedSize
    self.listType = listType
    self.isOpen = isOpen
  }

  public static let dyn = CELType(.dyn, name: "dyn")
  static let error = CELType(.error, name: "!error!")
  public static let null = CELType(.null, name: "null_type")
  public static let bool = CELType(.bool, name: "bool", minSerializedSize: 4)
  public static let int = CELType(.int, name: "int", minSerializedSize: 1)
  public static let uint = CELType(.uint, name: "uint")
  public static let double = CELType(.double, name: "double", minSerializedSize: 1)
  public static let string = CELType(.string, name: "string", minSerializedSize: 2)
  public static let bytes = CELType(.bytes, name: "bytes")
  public static let duration = CELType(.duration, name: "google.protobuf.Duration")
  public static let timestamp = CELType(.timestamp, name: "google.protobuf.Timestamp")
  static let dynList = list(.dyn)
  static let dynMap = map(.dyn, .dyn)

  public static func list(_ element: CELType) -> CELType {
    CELType(.list, name: "list", parameters: [element], minSerializedSize: 2)
  }

  public static func map(_ key: CELType, _ value: CELType) -> CELType {
    CELType(.map, name: "map", parameters: [key, value], minSerializedSize: 2)
  }

  public static func optional(_ value: CELType) -> CELType {
    CELType(.optional, name: "optional_type", parameters: [value])
  }

  static func type(_ value: CELType) -> CELType { CELType(.type, name: "type", parameters: [value]) }

  /// A type that a library or an embedder defines.
  public static func opaque(_ name: String) -> CELType { CELType(.opaque, name: name) }

  static func parameter(_ name: String) -> CELType { CELType(.parameter, name: name) }

  /// An object with declared fields; a field's property has the field's name.
  public static func object(_ name: String, fields: [String: CELType]) -> CELType {
    CELType(
      .object, name: name,
      fields: .init(uniqueKeysWithValues: fields.map { ($0, Field(property: $0, type: $1)) }),
      minSerializedSize: 2)
  }

  /// What a list or the values of a map hold; `dyn` for other types.
  public var element: CELType { parameters.last ?? .dyn }

  var isDynamic: Bool { kind == .dyn || kind == .error }
}

extension CELType: Hashable {
  public static func == (left: CELType, right: CELType) -> Bool {
    left === right
      || left.kind == right.kind && left.name == right.name && left.parameters == right.parameters
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(parameters)
  }
}

extension CELType: CustomStringConvertible {
  /// The type as messages name it: `list(string)`, `map(string, int)`.
  public var description: String {
    switch kind {
    case .null: "null"
    case .duration: "duration"
    case .timestamp: "timestamp"
    case .parameter: name.hasPrefix("%") ? "dyn" : name
    case .type where parameters == [.dyn] || parameters.isEmpty: "type"
    case .list, .map, .optional, .type:
      "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    default: name
    }
  }
}
