public import APIMachinery

/// A value that a field of a custom resource can have: how it stands on the wire, and its schema.
///
/// Texts, numbers, truth values, lists, the values of `APIMachinery` and the usual types of `KubernetesAPI` are such
/// values. A struct becomes one by `@Schema`, an enumeration of texts by ``SchemaEnum``.
public protocol SchemaValue: JSONConvertible {
  /// The schema, as `openAPIV3Schema` has it.
  ///
  /// Kubernetes: "Specifying a structural schema".
  static var structuralSchema: JSONObject { get }

  /// What reading a required field gives when the object has none.
  static var emptyValue: Self { get }
}

/// An enumeration of texts as a value of a custom resource: `enum Engine: String, SchemaEnum { case postgres, mysql }`.
///
/// Its schema lists the raw values. A text that is none of them reads as an absent field; reading a required field that
/// is absent gives the first case.
public protocol SchemaEnum: SchemaValue, RawRepresentable, CaseIterable, Hashable where RawValue == String {}

extension SchemaEnum {
  public init?(json: JSON) {
    guard case .string(let text) = json else { return nil }
    self.init(rawValue: text)
  }

  public var json: JSON { .string(rawValue) }

  public static var structuralSchema: JSONObject {
    ["type": "string", "enum": .array(allCases.map { .string($0.rawValue) })]
  }

  public static var emptyValue: Self {
    guard let first = allCases.first else { preconditionFailure("\(Self.self) has no cases") }
    return first
  }
}

/// A struct whose fields have schemas. `@Schema` makes one.
public protocol SchemaStruct: ObjectView, SchemaValue {}

extension SchemaStruct {
  public static var emptyValue: Self { Self(fields: JSONObject()) }

  public static func == (left: Self, right: Self) -> Bool { left.fields == right.fields }

  public func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}
