/// A type of the API made ready for walking objects: what ``TypeSchema`` declares, with its references resolved once.
///
/// Every write walks its object several times (coding, defaults, validation, field ownership), so looking up a field
/// costs no lock and no hashing of long texts here.
public final class SchemaNode: Sendable {
  /// What kind of value it is.
  public enum Kind: UInt8, Sendable {
    case string, int32, int64, number, boolean, timestamp, microTime, duration, quantity, intOrString, bytes,
      any
    case object, array, map
  }

  public let kind: Kind
  /// The fields, of an object.
  public let object: ObjectNode?
  /// The type of the elements, of an array or a map.
  public let element: SchemaNode?
  /// How server-side apply merges an array.
  public let listType: ListType
  /// Whether server-side apply replaces the value as a whole.
  public let isAtomic: Bool

  init(
    kind: Kind, object: ObjectNode? = nil, element: SchemaNode? = nil, listType: ListType = .atomic,
    isAtomic: Bool = false
  ) {
    self.kind = kind
    self.object = object
    self.element = element
    self.listType = listType
    self.isAtomic = isAtomic
  }

  /// A value that no schema describes: objects are merged by member, lists are replaced.
  public static let untyped = SchemaNode(kind: .any)
}

/// One field of a type, ready for walking.
public final class FieldNode: Sendable {
  /// A settled text: it is compared by its words.
  public let name: String
  /// The name as field ownership writes it: `f:replicas`.
  public let ownershipKey: String
  public let schema: FieldSchema
  public let node: SchemaNode
  /// Whether the schema bounds the value itself: what it may be, its form, its length.
  package let isConstrained: Bool

  init(schema: FieldSchema, node: SchemaNode) {
    name = schema.name.settled
    ownershipKey = "f:" + schema.name
    self.schema = schema
    self.node = node
    isConstrained =
      !schema.allowedValues.isEmpty || schema.format != nil || schema.minimum != nil || schema.maximum != nil
      || schema.minimumItems != nil || schema.maximumItems != nil || schema.maximumLength != nil
  }
}
