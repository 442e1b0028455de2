import APIMachinery
import KubernetesAPI

/// The custom kind of all operators in the gallery: a replicated database with options.
struct Database: Resource {
  static let definition = ResourceDefinition(
    group: "gallery.example.com", version: "v1", kind: "Database", plural: "databases",
    subresources: ["status"])

  var fields: JSONObject

  init(fields: JSONObject) { self.fields = fields }

  static let schema = #"""
    api gallery.example.com/v1 com.example.gallery.v1

    kind Database subresources(status) "A replicated database."
      spec    DatabaseSpec    "What is wanted."
      status  DatabaseStatus  "What is there."

    type DatabaseSpec "What is wanted of a database."
      replicas  int32        "How many members."
      storage   string       "How large the volume of each member is."
      options   map[string]  "Whatever else an operator knows."

    type DatabaseStatus "What is there of a database."
      observedGeneration  int64        "The generation that the status is about."
      notes               map[string]  "What the operator wants to know the next time."
    """#

  static let kinds: [KindSchema] =
    (try? SchemaCatalog(reading: [SchemaSource(name: "Database", text: schema)], on: .kubernetes).kinds) ?? []

  var replicas: Int { Int(fields["spec"]?["replicas"]?.intValue ?? 0) }
  var storage: String { fields["spec"]?["storage"]?.stringValue ?? "10Gi" }

  func option(_ name: String) -> String? { fields["spec"]?["options"]?[name]?.stringValue }
  func note(_ name: String) -> String? { fields["status"]?["notes"]?[name]?.stringValue }
}
