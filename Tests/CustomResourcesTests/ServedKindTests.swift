import APICore
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

/// Reports as many copies as are wanted.
private struct DatabaseReconciler: Reconciler {
  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let database = context.cache.get(Database.self, key) else { return .done }
    var changed = database
    changed.status.replicas = database.spec.replicas
    changed.status.selector = "database=\(key.name)"
    if changed != database { try await context.client.updateStatus(changed) }
    return .done
  }

  static var controller: Controller {
    Controller("databases", DatabaseReconciler()).for(Database.self, where: .generationChanged)
  }
}

@Suite struct ServedKindTests {
  private static let key = ObjectKey(namespace: "default", name: "main")

  private static func database(_ fill: (inout Database) -> Void = { _ in }) -> Database {
    var database = Database(name: "main", namespace: "default", spec: DatabaseSpec(storage: "10Gi"))
    fill(&database)
    return database
  }

  /// Runs `body` in a cluster that has the kind.
  private static func run<Result: Sendable>(
    controllers: @autoclosure @escaping @Sendable () -> [Controller] = [],
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try SimulatedCluster.run(
      seed: 1, definitions: [Database.customResourceDefinition], controllers: controllers(), body)
  }

  @Test func `the definition is taken, and its objects are served like those of any kind`() throws {
    let (conditions, created, read, old) = try Self.run { cluster in
      let created = try await cluster.client.create(Self.database())
      let read = try await cluster.client.get(Database.self, Self.key)
      let old = try await cluster.client.get(DatabaseV1beta1.self, Self.key)
      let definition = try await cluster.client.get(
        CustomResourceDefinition.self, ObjectKey(name: "databases.example.com"))
      return (definition.status.conditions.map { [$0.type, $0.status] }, created, read, old)
    }
    #expect(conditions == [["NamesAccepted", "True"], ["Established", "True"]])
    #expect(created.spec.fields["replicas"] == 1)
    #expect(created.spec.fields["backup"] == ["schedule": "0 3 * * *", "keep": 7])
    #expect(read == created)
    #expect(old.apiVersion == "example.com/v1beta1")
  }

  @Test(arguments: [
    (#"{"replicas": 10}"#, "spec.replicas in body should be less than or equal to 9"),
    (#"{"tableSpace": "A"}"#, "spec.tableSpace in body should match '^[a-z][a-z0-9]*$'"),
    (
      #"{"engine": "oracle"}"#,
      #"spec.engine: Unsupported value: "oracle": supported values: "postgres", "mysql""#
    ),
    (#"{"allowed": ["10.0.0.0"]}"#, "spec.allowed[0] in body must be of type cidr"),
    (#"{"users": [{"name": "a"}, {"name": "a"}]}"#, #"spec.users[1]: Duplicate value: {"name":"a"}"#),
  ])
  func `what the struct demands, the API demands`(spec: String, words: String) throws {
    let fields = try #require(try JSON.parse(Array(spec.utf8)).objectValue)
    let message = try Self.run { cluster in
      do throws(StatusError) {
        try await cluster.client.create(
          Self.database { database in
            for (key, value) in fields { database.spec.fields[key] = value }
          })
        return ""
      } catch {
        return error.message
      }
    }
    #expect(message.contains(words), "\(message)")
  }

  @Test func `a controller sees the kind as it sees a Deployment`() throws {
    let (status, scaled, generation) = try Self.run(controllers: [DatabaseReconciler.controller]) { cluster in
      try await cluster.client.create(Self.database { $0.spec.replicas = 3 })
      try await cluster.settle()
      let status = try await cluster.client.get(Database.self, Self.key).status
      try await cluster.client.patch(
        Database.self, Self.key, .merge(["spec": ["replicas": 5]]), subresource: "scale")
      try await cluster.eventually("five copies") {
        try await cluster.client.get(Database.self, Self.key).status.replicas == 5
      }
      let database = try await cluster.client.get(Database.self, Self.key)
      return (status, database.spec.replicas, database.metadata.generation)
    }
    #expect(status.replicas == 3)
    #expect(scaled == 5)
    #expect(generation == 2)
  }

  @Test func `server-side apply merges lists as the struct says`() throws {
    let spec = try Self.run { cluster in
      try await cluster.client.apply(
        Self.database {
          $0.spec.users = [DatabaseSpec.User(name: "a")]
          $0.spec.allowed = ["10.0.0.0/8"]
        }, fieldManager: "one", force: false)
      return try await cluster.client.apply(
        Self.database {
          $0.spec.users = [DatabaseSpec.User(name: "b", role: "writer")]
          $0.spec.allowed = ["172.16.0.0/12"]
        }, fieldManager: "two", force: false
      ).spec
    }
    #expect(spec.users.map(\.name) == ["a", "b"])
    #expect(spec.users.map(\.role) == ["reader", "writer"])
    #expect(spec.allowed == ["10.0.0.0/8", "172.16.0.0/12"])
  }

  @Test func `objects are selected by the fields that the struct names`() throws {
    let names = try Self.run { cluster in
      try await cluster.client.create(Self.database())
      try await cluster.client.create(
        Database(name: "other", namespace: "default", spec: DatabaseSpec(engine: .mysql, storage: "1Gi")))
      return try await cluster.client.list(
        Database.self, options: ListOptions(fieldSelector: "spec.engine=mysql")
      ).items.map(\.key.name)
    }
    #expect(names == ["other"])
  }
}
