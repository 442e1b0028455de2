/// Everything declared of one kind: its place in the API, its type, its columns.
public struct KindSchema: Sendable {
  public var definition: ResourceDefinition
  public var schema: ObjectSchema
  public var columns: [PrinterColumn]
  /// Fields, beside `metadata.name` and `metadata.namespace`, that field selectors may name: `spec.nodeName`.
  public var selectableFields: [String]
  /// Other spellings of the kind that are accepted on input: ACK's `Nodegroup` for `NodeGroup`.
  public var kindAliases: [String]
  /// Where the `scale` subresource finds its numbers, if there is one.
  public var scale: ScalePaths?

  public init(
    definition: ResourceDefinition, schema: ObjectSchema, columns: [PrinterColumn] = [],
    selectableFields: [String] = [], kindAliases: [String] = [], scale: ScalePaths? = nil
  ) {
    self.definition = definition
    self.schema = schema
    self.columns = columns
    self.selectableFields = selectableFields
    self.kindAliases = kindAliases
    self.scale = scale
  }
}

/// A column of `kubectl get`.
public struct PrinterColumn: Sendable, Hashable {
  public var name: String
  /// `string`, `integer`, `date`, ...
  public var type: String
  /// `name` for the column that holds the object's name.
  public var format: String
  public var summary: String
  /// 0 shows always, greater ones with `-o wide`.
  public var priority: Int
  /// Where the value is found (`.spec.replicas`); `nil` when it is computed.
  public var path: String?

  public init(
    name: String, type: String = "string", format: String = "", summary: String = "", priority: Int = 0,
    path: String? = nil
  ) {
    self.name = name
    self.type = type
    self.format = format
    self.summary = summary
    self.priority = priority
    self.path = path
  }
}

/// The paths behind a `scale` subresource: `.spec.replicas`, `.status.replicas`, `.status.selector`.
public struct ScalePaths: Sendable, Hashable {
  public var specReplicas: String
  public var statusReplicas: String
  public var selector: String?

  public init(specReplicas: String, statusReplicas: String, selector: String? = nil) {
    self.specReplicas = specReplicas
    self.statusReplicas = statusReplicas
    self.selector = selector
  }
}
