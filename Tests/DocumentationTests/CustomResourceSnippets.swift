import APIMachinery
import CRDGenerator
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

/// A database and its copies.
@CustomResource(
  group: "example.com", version: "v1", shortNames: ["db"], categories: ["all"],
  columns: [
    .column("Engine", .string, ".spec.engine"), .column("Replicas", .integer, ".spec.replicas"), .age,
  ],
  scale: ScalePaths(specReplicas: ".spec.replicas", statusReplicas: ".status.replicas"),
  selectableFields: [".spec.engine"])
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
  var paused: Bool = false
  /// Who may connect.
  @Field(maxItems: 10, listType: .map(keys: ["name"])) var users: [User] = []
  @Field(pattern: "^[a-z][a-z0-9]*$") var tableSpace: String?

  enum Engine: String, SchemaEnum { case postgres, mysql }

  @Schema struct User {
    var name: String
    var password: SecretKeySelector?
  }
}

@Schema struct DatabaseStatus {
  var replicas: Int?
  @Field(listType: .map(keys: ["type"])) var conditions: [Condition] = []
}

@CustomResourceVersion(of: Database.self, version: "v1beta1", deprecation: "use example.com/v1")
struct DatabaseV1beta1 {
  var spec: DatabaseSpec
  var status: DatabaseStatus
}

struct DatabaseReconciler: Reconciler {
  static var controller: Controller {
    Controller("databases", DatabaseReconciler()).for(Database.self, where: .generationChanged)
  }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var database = context.cache.get(Database.self, key) else { return .done }
    database.status.replicas = database.spec.replicas
    try await context.client.updateStatus(database)
    return .done
  }
}

/// What `custom-resources.md` shows.
@Suite struct CustomResourceSnippets {
  static func use(_ client: any Client) async throws {
    let database = Database(name: "main", namespace: "shop", spec: DatabaseSpec(storage: "10Gi"))
    try await client.create(database)
    var found = try await client.get(Database.self, database.key)
    found.spec.replicas += 1
    try await client.update(found)
    let controller = Controller("databases", DatabaseReconciler()).for(
      Database.self, where: .generationChanged)
    _ = controller
  }

  static func install(_ client: any Client) async throws {
    try await client.apply(
      Database.customResourceDefinition, fieldManager: "database-operator", force: true)
  }

  @Test func `a database gets its copies`() throws {
    let key = ObjectKey(namespace: "default", name: "main")
    try SimulatedCluster.run(
      definitions: [Database.customResourceDefinition], controllers: [DatabaseReconciler.controller]
    ) { cluster in
      try await cluster.client.create(
        Database(name: "main", namespace: "default", spec: DatabaseSpec(storage: "1Gi")))
      try await cluster.eventually(Database.self, key) { $0.status.replicas == 1 }
    }
  }
}

struct Definitions: CRDGenerator {
  static let kinds: [any CustomResource.Type] = [Database.self]
}
