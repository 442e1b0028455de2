/// The type of a value in the API.
public indirect enum TypeSchema: Sendable {
  case string
  /// A 32-bit or 64-bit integer.
  case integer(bits: Int)
  case number
  case boolean
  /// `metav1.Time`, RFC 3339 with whole seconds.
  case timestamp
  /// `metav1.MicroTime`.
  case microTime
  /// Go's duration text: `1h30m`.
  case duration
  case quantity
  case intOrString
  /// Bytes in base64.
  case bytes
  /// Any JSON value, kept as it is (`RawExtension`, `FieldsV1`).
  case any
  case object(ObjectSchema)
  case array(TypeSchema)
  /// A map from strings.
  case map(TypeSchema)
  /// A type with the way in which server-side apply merges it, wherever it stands: in a custom resource, elements of
  /// maps have one, too.
  case merged(TypeSchema, listType: ListType, isAtomic: Bool)
}

/// How a list is merged by server-side apply (`x-kubernetes-list-type`).
public enum ListType: Sendable, Hashable {
  /// Replaced as a whole: the default.
  case atomic
  case set
  /// Elements are found by the values of these fields.
  case map(keys: [String])
}

/// What strategic merge patch does with a field (`x-kubernetes-patch-strategy`).
public struct PatchStrategy: Sendable, Hashable {
  /// Merge element by element, found by `mergeKey` (or by value for scalars when it is `nil`).
  public var merges: Bool
  public var mergeKey: String?
  /// Only the keys present in the patch are kept (`retainKeys`).
  public var retainsKeys: Bool

  public init(merges: Bool = false, mergeKey: String? = nil, retainsKeys: Bool = false) {
    self.merges = merges
    self.mergeKey = mergeKey
    self.retainsKeys = retainsKeys
  }
}

/// A condition on a neighbouring field: `type` is `NodePort` or `LoadBalancer`.
public struct FieldCondition: Sendable, Hashable {
  /// The neighbour; it is declared before the field that has the condition, so that its own default is in place.
  public var field: String
  public var values: [String]

  public init(field: String, values: [String]) {
    self.field = field
    self.values = values
  }

  /// True when `object` has one of the values in the field.
  public func holds(in object: JSONObject) -> Bool {
    guard case .string(let text)? = object[field] else { return false }
    return values.contains(text)
  }
}

/// One field of a type.
public struct FieldSchema: Sendable {
  public var name: String
  public var type: TypeSchema
  /// What the field means, for `explain`.
  public var summary: String
  public var isRequired: Bool
  /// The value that the API fills in when the field is absent, before it looks at the defaults inside the value.
  public var defaultValue: JSON?
  /// Fills the default in only where this holds.
  public var defaultCondition: FieldCondition?
  /// The only texts allowed, if the field is an enumeration. An empty text counts as absent.
  public var allowedValues: [String]
  /// The form that a text must have; of a list or a map, its elements.
  ///
  /// Of texts: `dns1123-label`, `dns1123-subdomain`, `qualified-name`, `label-value`, `ip`, `cidr`, `port-name`,
  /// `env-name`, `sysctl`, `finalizer` (a qualified name). Of maps: `labels` (qualified names with label values),
  /// `annotations` (qualified names), `config-keys` (keys that can be file names). Of `intOrString`: `port` (1 to
  /// 65535 or a port name), `amount` (not negative, or a percentage).
  public var format: String?
  public var minimum: Int64?
  public var maximum: Int64?
  public var minimumItems: Int?
  public var maximumItems: Int?
  public var maximumLength: Int?
  public var listType: ListType
  /// True for a map or object that server-side apply replaces as a whole (`x-kubernetes-map-type: atomic`).
  public var isAtomic: Bool
  public var patchStrategy: PatchStrategy
  /// True when an update may not change the field.
  public var isImmutable: Bool

  public init(
    name: String, type: TypeSchema, summary: String = "", isRequired: Bool = false, defaultValue: JSON? = nil,
    defaultCondition: FieldCondition? = nil, allowedValues: [String] = [], format: String? = nil,
    minimum: Int64? = nil, maximum: Int64? = nil,
    minimumItems: Int? = nil, maximumItems: Int? = nil, maximumLength: Int? = nil,
    listType: ListType = .atomic,
    isAtomic: Bool = false, patchStrategy: PatchStrategy = PatchStrategy(), isImmutable: Bool = false
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.defaultCondition = defaultCondition
    self.allowedValues = allowedValues
    self.format = format
    self.minimum = minimum
    self.maximum = maximum
    self.minimumItems = minimumItems
    self.maximumItems = maximumItems
    self.maximumLength = maximumLength
    self.listType = listType
    self.isAtomic = isAtomic
    self.patchStrategy = patchStrategy
    self.isImmutable = isImmutable
  }
}
