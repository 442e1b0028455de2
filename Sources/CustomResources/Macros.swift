public import APIMachinery

/// Makes a kind of a struct: the struct's properties are the fields of its objects.
///
///     /// A database.
///     @CustomResource(
///       group: "example.com", version: "v1", shortNames: ["db"],
///       columns: [.column("Replicas", .integer, ".spec.replicas"), .age])
///     struct Database {
///       /// What is wanted.
///       var spec: DatabaseSpec
///       /// What there is.
///       var status: DatabaseStatus?
///     }
///
/// `Database` is a ``Resource`` then, as a Pod is: `client.create(database)`, `client.get(Database.self, key)`,
/// `Controller("databases", ...).for(Database.self)`. ``CustomResource/customResourceDefinition`` is what makes the kind
/// known to a cluster. Comments become descriptions; a property `status` gives the kind a status of its own. Objects
/// keep fields that the struct does not know.
///
/// A kind with several versions lists the others, which `@CustomResourceVersion` makes:
///
///       static let otherVersions: [any OtherVersion.Type] = [DatabaseV1beta1.self]
///
/// - Parameters:
///   - group: The API group, a domain: `example.com`.
///   - version: The version in which objects are stored: `v1`.
///   - kind: The kind; the struct's name when not given.
///   - plural: The resource's name in paths; the kind in small letters in the plural when not given.
///   - singular: The singular name; the kind in small letters when not given.
///   - shortNames: Short names for command lines.
///   - categories: Groups of resources that the kind belongs to, such as `all`.
///   - scope: Whether objects live in namespaces.
///   - columns: The columns of `kubectl get` beside the name; the age when there are none.
///   - scale: Where the number of replicas stands; the kind can be scaled then.
///   - selectableFields: The paths of fields that field selectors may name: `.spec.engine`.
///   - rules: Rules on the whole object.
///   - conversion: How objects are brought from one version to another.
@attached(
  member, names: named(fields), named(init), named(definition), named(version),
  named(conversion), named(structuralSchema))
@attached(memberAttribute)
@attached(extension, conformances: CustomResource)
public macro CustomResource(
  group: String, version: String, kind: String? = nil, plural: String? = nil, singular: String? = nil,
  shortNames: [String] = [], categories: [String] = [], scope: ResourceDefinition.Scope = .namespaced,
  columns: [PrinterColumn] = [], scale: ScalePaths? = nil, selectableFields: [String] = [],
  rules: [CELRule] = [],
  conversion: VersionConversion = .none
) = #externalMacro(module: "CustomResourceMacros", type: "CustomResourceMacro")

/// Makes another version of a kind that `@CustomResource` declares. No objects are stored in it.
///
///     @CustomResourceVersion(of: Database.self, version: "v1beta1", deprecation: "use example.com/v1")
///     struct DatabaseV1beta1 { ... }
///
/// - Parameters:
///   - kind: The kind in the version that is stored; names, group and scope are taken from it.
///   - version: The version's name.
///   - isServed: Whether requests may name the version.
///   - deprecation: What users of the version are warned of; empty for Kubernetes' own words.
///   - columns: The columns of `kubectl get` beside the name; the age when there are none.
///   - scale: Where the number of replicas stands.
///   - selectableFields: The paths of fields that field selectors may name.
///   - rules: Rules on the whole object.
@attached(
  member, names: named(fields), named(init), named(definition), named(version), named(structuralSchema))
@attached(memberAttribute)
@attached(extension, conformances: OtherVersion)
public macro CustomResourceVersion(
  of kind: Any.Type, version: String, isServed: Bool = true, deprecation: String? = nil,
  columns: [PrinterColumn] = [], scale: ScalePaths? = nil, selectableFields: [String] = [],
  rules: [CELRule] = []
) = #externalMacro(module: "CustomResourceMacros", type: "CustomResourceVersionMacro")

/// Makes a struct a value of a custom resource: its properties are fields, its comments descriptions.
///
///     @Schema struct DatabaseSpec {
///       /// How many copies there are.
///       @Field(minimum: 1, maximum: 9) var replicas: Int = 1
///       /// How much room the data has.
///       @Field(isImmutable: true) var storage: Quantity
///       /// Who may connect.
///       @Field(listType: .map(keys: ["name"])) var users: [User] = []
///     }
///
/// A property without a value is required, one with a value has it as its default, and an optional one may be absent. An
/// empty list or map is the same as an absent one.
///
/// - Parameters:
///   - rules: Rules on the whole value.
///   - preservesUnknownFields: Whether the API keeps members that are not declared.
@attached(member, names: named(fields), named(init), named(structuralSchema))
@attached(memberAttribute)
@attached(extension, conformances: SchemaStruct)
public macro Schema(rules: [CELRule] = [], preservesUnknownFields: Bool = false) =
  #externalMacro(module: "CustomResourceMacros", type: "SchemaMacro")

/// Says what is demanded of a field beyond its type: see ``FieldOptions``. A property without it is a field, too.
///
/// - Parameter name: The field's name on the wire; the property's when not given.
@attached(accessor)
public macro Field(
  name: String? = nil, minimum: SchemaNumber? = nil, maximum: SchemaNumber? = nil,
  exclusiveMinimum: Bool = false, exclusiveMaximum: Bool = false, multipleOf: SchemaNumber? = nil,
  minLength: Int? = nil, maxLength: Int? = nil, pattern: String? = nil, format: TextFormat? = nil,
  `enum`: [String] = [], minItems: Int? = nil, maxItems: Int? = nil, minProperties: Int? = nil,
  maxProperties: Int? = nil, listType: ListType? = nil, isAtomic: Bool = false, isImmutable: Bool = false,
  isNullable: Bool = false, isEmbeddedResource: Bool = false, preservesUnknownFields: Bool = false,
  elements: FieldOptions? = nil, rules: [CELRule] = []
) = #externalMacro(module: "CustomResourceMacros", type: "FieldMacro")
