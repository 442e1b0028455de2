import Synchronization

/// The declaration of one type of the API: its fields in their order, with everything that drives the API's
/// behaviour for them: coding, unknown-field detection, defaults, validation, patch merge keys, field ownership,
/// `explain` text and the OpenAPI document.
///
/// Types refer to one another (and to themselves), so a schema is a reference; its fields are set once, when the
/// catalogue that it belongs to has read all declarations, and never change after.
public final class ObjectSchema: Sendable {
  /// The type's name in Swift and in Go: `PodSpec`.
  public let name: String
  /// The name in OpenAPI documents: `io.k8s.api.core.v1.PodSpec`.
  public let openAPIName: String
  /// What the type is, for `explain`.
  public let summary: String
  /// True when server-side apply replaces values of this type as a whole (`x-kubernetes-map-type: atomic`).
  public let isAtomic: Bool
  private let storage: Mutex<Fields>

  private struct Fields {
    var isSealed = false
    var table = FieldTable(fields: [])
  }

  public init(name: String, openAPIName: String, summary: String, isAtomic: Bool = false) {
    self.name = name
    self.openAPIName = openAPIName
    self.summary = summary
    self.isAtomic = isAtomic
    storage = Mutex(Fields())
  }

  /// Sets the fields; allowed once.
  public func seal(fields: [FieldSchema], isOpen: Bool = false) {
    storage.withLock {
      precondition(!$0.isSealed, "the fields of \(name) are set twice")
      $0 = Fields(isSealed: true, table: FieldTable(fields: fields, isOpen: isOpen))
    }
  }

  /// The fields, to be taken once before a loop over an object's members.
  public var table: FieldTable { storage.withLock { $0.table } }

  public var fields: [FieldSchema] { table.fields }
  public func field(_ name: String) -> FieldSchema? { table[name] }
}

/// The fields of a type.
public struct FieldTable: Sendable {
  public let fields: [FieldSchema]
  /// True when members that are not declared are kept and not reported (`x-kubernetes-preserve-unknown-fields`).
  public let isOpen: Bool

  public init(fields: [FieldSchema], isOpen: Bool = false) {
    self.fields = fields
    self.isOpen = isOpen
  }

  /// The field of that name. Who walks objects asks an ``ObjectNode``.
  ///
  /// - Complexity: O(*n*) in the number of fields.
  public subscript(name: String) -> FieldSchema? {
    fields.first { $0.name == name }
  }
}
