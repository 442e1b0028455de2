public import CustomResources

/// A PostgreSQL database: one server that takes writes, servers that follow it, and backups.
@CustomResource(
  group: "postgres.example.com", version: "v1", shortNames: ["pg"], categories: ["all"],
  columns: [
    .column("Version", .integer, ".status.version"), .column("Replicas", .integer, ".spec.replicas"),
    .column("Ready", .string, ".status.conditions[?(@.type==\"Ready\")].status"),
    .column("Last Backup", .date, ".status.lastBackup", isWide: true), .age,
  ],
  scale: ScalePaths(
    specReplicas: ".spec.replicas", statusReplicas: ".status.replicas", selector: ".status.selector"),
  rules: [
    CELRule("self.metadata.name.size() <= 40", message: "the name must leave room for those of the pods")
  ])
public struct PostgresCluster {
  /// What is wanted.
  public var spec: PostgresClusterSpec
  /// What there is.
  public var status: PostgresClusterStatus
}

/// What is wanted of a database.
@Schema
public struct PostgresClusterSpec {
  /// The major version. It can be raised; the data of a newer version cannot be read by an older one.
  @Field(
    minimum: 14, maximum: 18,
    rules: [CELRule("self >= oldSelf", message: "a database cannot go back to an older version")])
  public var version: Int = 17
  /// How many servers there are, the one that takes writes included.
  @Field(minimum: 1, maximum: 9) public var replicas: Int = 1
  /// How much room each server has.
  @Field(isImmutable: true) public var storage: Quantity = "10Gi"
  /// How backups are made.
  public var backup: Backup = Backup()

  /// How backups are made.
  @Schema public struct Backup {
    /// When, as cron writes it, in UTC.
    public var schedule: String = "0 3 * * *"
    /// How many are kept.
    @Field(minimum: 1) public var keep: Int = 7
    /// Whether one more is made before the database is deleted.
    public var beforeDeletion: Bool = true
  }
}

/// What there is of a database.
@Schema
public struct PostgresClusterStatus {
  /// The version that all servers run.
  public var version: Int?
  /// How many servers there are.
  public var replicas: Int?
  /// Chooses the pods of the servers.
  public var selector: String?
  /// When the last backup ended well.
  public var lastBackup: Timestamp?
  /// `Ready`: all servers take requests. `Upgrading`: they are on the way to another version.
  @Field(listType: .map(keys: ["type"])) public var conditions: [Condition] = []
}
