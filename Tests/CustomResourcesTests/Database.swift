import CustomResources
import KubernetesAPI

/// A database and its copies.
@CustomResource(
  group: "example.com", version: "v1", shortNames: ["db"], categories: ["all"],
  columns: [
    .column("Engine", .string, ".spec.engine"), .column("Replicas", .integer, ".spec.replicas"),
    .column("Storage", .string, ".spec.storage", isWide: true), .age,
  ],
  scale: ScalePaths(
    specReplicas: ".spec.replicas", statusReplicas: ".status.replicas", selector: ".status.selector"),
  selectableFields: [".spec.engine"],
  rules: [CELRule("self.metadata.name.size() <= 40", message: "the name is too long")])
struct Database {
  static let otherVersions: [any OtherVersion.Type] = [DatabaseV1beta1.self]

  /// What is wanted.
  var spec: DatabaseSpec
  /// What there is.
  var status: DatabaseStatus
}

/// What is wanted of a database.
@Schema(rules: [CELRule("!self.paused || self.replicas == 0", message: "a paused database has no copies")])
struct DatabaseSpec {
  /// The program that keeps the data.
  @Field(isImmutable: true) var engine: Engine = .postgres
  /// How many copies there are.
  @Field(minimum: 0, maximum: 9) var replicas: Int = 1
  /// How much room the data has.
  var storage: Quantity
  /// The name of the first table space:
  /// letters and digits.
  @Field(maxLength: 20, pattern: "^[a-z][a-z0-9]*$") var tableSpace: String?
  /// Whether the database rests.
  var paused: Bool = false
  /// Who may connect.
  @Field(maxItems: 10, listType: .map(keys: ["name"])) var users: [User] = []
  /// Addresses that may connect.
  @Field(listType: .set, elements: FieldOptions(format: .cidr)) var allowed: [String] = []
  var parameters: StringMap = [:]
  var limits: FieldMap<Quantity> = [:]
  /// How copies are made.
  var backup: Backup = Backup()
  var keepFor: Duration?
  var port: IntOrString?
  @Field(name: "template") var podTemplate: PodTemplateSpec?
  var extra: JSONObject?

  enum Engine: String, SchemaEnum { case postgres, mysql }

  @Schema struct User {
    var name: String
    /// Where the password stands.
    var password: SecretKeySelector?
    @Field(enum: ["reader", "writer"]) var role: String = "reader"
  }

  @Schema struct Backup {
    var schedule: String = "0 3 * * *"
    var keep: Int32 = 7
  }
}

@Schema struct DatabaseStatus {
  var replicas: Int?
  var selector: String?
  @Field(listType: .map(keys: ["type"])) var conditions: [Condition] = []
}

/// A database as it was before.
@CustomResourceVersion(
  of: Database.self, version: "v1beta1", deprecation: "example.com/v1beta1 Database is old")
struct DatabaseV1beta1 {
  var spec: Spec

  @Schema(preservesUnknownFields: true) struct Spec {
    var size: Quantity?
  }
}
