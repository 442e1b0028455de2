import CustomResources
import KubernetesAPI
import Testing

@Suite struct ObjectTests {
  @Test func `an object holds what was given, and nothing else`() {
    let database = Database(
      name: "main", namespace: "shop",
      spec: DatabaseSpec(storage: "10Gi", users: [DatabaseSpec.User(name: "app")], parameters: ["a": "b"]))
    #expect(
      database.json == [
        "apiVersion": "example.com/v1", "kind": "Database",
        "metadata": ["name": "main", "namespace": "shop"],
        "spec": ["storage": "10Gi", "users": [["name": "app"]], "parameters": ["a": "b"]],
      ])
  }

  @Test func `what is absent reads as its default`() {
    let spec = DatabaseSpec(fields: [:])
    #expect(spec.replicas == 1)
    #expect(spec.engine == .postgres)
    #expect(spec.backup.keep == 7)
    #expect(spec.backup.schedule == "0 3 * * *")
    #expect(spec.users == [])
    #expect(spec.tableSpace == nil)
    #expect(spec.storage == .zero)
  }

  @Test func `fields are changed in place, and those that are not known stay`() {
    var database = Database(fields: ["spec": ["future": ["a": 1], "replicas": 2], "other": true])
    database.spec.replicas += 1
    database.spec.engine = .mysql
    database.spec.backup.keep = 3
    database.spec.keepFor = .seconds(5400)
    database.spec.users = []
    database.status.replicas = 2
    #expect(
      database.json == [
        "spec": [
          "future": ["a": 1], "replicas": 3, "engine": "mysql", "backup": ["keep": 3], "keepFor": "1h30m0s",
        ], "other": true, "status": ["replicas": 2],
      ])
    database.spec.keepFor = nil
    #expect(database.spec.fields["keepFor"] == nil)
  }

  @Test func `a field may be named otherwise than its property`() {
    var spec = DatabaseSpec(storage: "1Gi")
    spec.podTemplate = PodTemplateSpec { $0.spec.containers = [Container { $0.name = "main" }] }
    #expect(spec.fields["template"]?["spec"]?["containers"] == [["name": "main"]])
    #expect(spec.podTemplate?.spec.containers.first?.name == "main")
  }

  @Test func `a text that is none of the cases reads as absent`() {
    #expect(DatabaseSpec(fields: ["engine": "oracle"]).engine == .postgres)
    #expect(DatabaseSpec.Engine(json: "mysql") == .mysql)
    #expect(DatabaseSpec.Engine(json: 1) == nil)
  }

  @Test func `objects are equal when their fields are`() {
    let one = Database(name: "a", spec: DatabaseSpec(storage: "1Gi"))
    var other = one
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    other.spec.replicas = 1
    #expect(one != other)
  }

  @Test(arguments: [
    (#"{"a": 2147483647}"#, 2_147_483_647), (#"{"a": 2147483648}"#, 0), (#"{"a": "1"}"#, 0),
  ])
  func `a number that does not fit reads as absent`(text: String, number: Int32) throws {
    let object = try #require(try JSON.parse(Array(text.utf8)).objectValue)
    #expect(object[field: "a"] as Int32 == number)
  }
}
