import CustomResources
import KubernetesAPI
import Testing

@Suite struct DefinitionTests {
  private static let spec = Database.customResourceDefinition.json["spec"] ?? .null
  private static let stored = spec["versions"]?.arrayValue?.first ?? .null
  private static let schema = stored["schema"]?["openAPIV3Schema"] ?? .null
  private static let properties = schema["properties"]?["spec"]?["properties"] ?? .null

  @Test func `names, group and scope are those of the attribute`() {
    #expect(Database.customResourceDefinition.metadata.name == "databases.example.com")
    #expect(Self.spec["group"] == "example.com")
    #expect(Self.spec["scope"] == "Namespaced")
    #expect(
      Self.spec["names"] == [
        "kind": "Database", "listKind": "DatabaseList", "plural": "databases", "singular": "database",
        "shortNames": ["db"], "categories": ["all"],
      ])
    #expect(Database.definition.subresources == ["scale", "status"])
  }

  @Test func `one version is stored, and the others follow it`() {
    let versions = Self.spec["versions"]?.arrayValue ?? []
    #expect(versions.map { $0["name"] } == ["v1", "v1beta1"])
    #expect(versions.map { $0["storage"] } == [true, false])
    #expect(versions[1]["deprecationWarning"] == "example.com/v1beta1 Database is old")
    #expect(versions[1]["subresources"] == nil)
    #expect(Self.spec["conversion"] == ["strategy": "None"])
    #expect(DatabaseV1beta1.definition.groupVersionKind.description == "example.com/v1beta1, Kind=Database")
  }

  @Test func `columns, subresources and selectable fields`() {
    #expect(
      Self.stored["additionalPrinterColumns"]?.arrayValue?.last
        == ["name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"])
    #expect(
      Self.stored["additionalPrinterColumns"]?.arrayValue?[2]
        == ["name": "Storage", "type": "string", "jsonPath": ".spec.storage", "priority": 1])
    #expect(
      Self.stored["subresources"] == [
        "status": [:],
        "scale": [
          "specReplicasPath": ".spec.replicas", "statusReplicasPath": ".status.replicas",
          "labelSelectorPath": ".status.selector",
        ],
      ])
    #expect(Self.stored["selectableFields"] == [["jsonPath": ".spec.engine"]])
  }

  @Test func `the schema of the whole object`() {
    #expect(Self.schema["description"] == "A database and its copies.")
    #expect(Self.schema["required"] == ["spec"])
    #expect(Self.schema["properties"]?["metadata"] == ["type": "object"])
    #expect(
      Self.schema["x-kubernetes-validations"] == [
        ["rule": "self.metadata.name.size() <= 40", "message": "the name is too long"]
      ])
    let spec = Self.schema["properties"]?["spec"]
    #expect(spec?["description"] == "What is wanted.")
    #expect(spec?["required"] == ["storage"])
    #expect(spec?["x-kubernetes-validations"]?.arrayValue?.count == 1)
  }

  @Test(arguments: [
    (
      "engine",
      #"{"description": "The program that keeps the data.", "type": "string", "enum": ["postgres", "mysql"], "default": "postgres", "x-kubernetes-validations": [{"rule": "self == oldSelf", "message": "Value is immutable"}]}"#
    ),
    (
      "replicas",
      #"{"description": "How many copies there are.", "type": "integer", "format": "int64", "minimum": 0, "maximum": 9, "default": 1}"#
    ),
    (
      "tableSpace",
      #"{"description": "The name of the first table space:\nletters and digits.", "type": "string", "maxLength": 20, "pattern": "^[a-z][a-z0-9]*$"}"#
    ),
    (
      "users",
      #"{"description": "Who may connect.", "type": "array", "maxItems": 10, "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"], "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "password": {"description": "Where the password stands.", "type": "object", "x-kubernetes-map-type": "atomic", "required": ["key"], "properties": {"key": {"description": "The key.", "type": "string"}, "name": {"description": "The name of the Secret.", "type": "string"}, "optional": {"description": "Whether the source, or the key in it, may be missing.", "type": "boolean"}}}, "role": {"type": "string", "enum": ["reader", "writer"], "default": "reader"}}}}"#
    ),
    (
      "allowed",
      #"{"description": "Addresses that may connect.", "type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string", "format": "cidr"}}"#
    ),
    ("parameters", #"{"type": "object", "additionalProperties": {"type": "string"}}"#),
    (
      "backup",
      #"{"description": "How copies are made.", "type": "object", "default": {}, "properties": {"schedule": {"type": "string", "default": "0 3 * * *"}, "keep": {"type": "integer", "format": "int32", "default": 7}}}"#
    ),
    ("keepFor", #"{"type": "string", "format": "duration"}"#),
    ("port", #"{"anyOf": [{"type": "integer"}, {"type": "string"}], "x-kubernetes-int-or-string": true}"#),
    ("extra", #"{"type": "object", "x-kubernetes-preserve-unknown-fields": true}"#),
  ])
  func `a property is a schema`(name: String, text: String) throws {
    #expect(Self.properties[name] == (try JSON.parse(Array(text.utf8))))
  }

  @Test func `a type of Kubernetes has the schema of the API`() {
    let template = Self.properties["template"]
    let containers = template?["properties"]?["spec"]?["properties"]?["containers"]
    #expect(containers?["x-kubernetes-list-map-keys"] == ["name"])
    let ports = containers?["items"]?["properties"]?["ports"]
    #expect(ports?["x-kubernetes-list-map-keys"] == ["containerPort", "protocol"])
    #expect(ports?["items"]?["properties"]?["protocol"]?["default"] == "TCP")
    #expect(template?["properties"]?["metadata"]?["properties"]?["labels"]?["type"] == "object")
  }

  @Test func `a declaration without problems has none`() {
    #expect(Database.declarationProblems == [])
  }

  @Test func `paths that lead nowhere and versions of others are problems`() {
    #expect(
      Broken.declarationProblems == [
        "version v1: column Size: there is no field at .spec.size",
        "version v1: scale: there is no field at .status.replicas",
        "version v1beta1 is of databases.example.com, not of brokens.example.com",
      ])
  }
}

@CustomResource(group: "example.com", version: "v1")
private struct Policy {
  /**
   * Says "yes".
   *
   * And no.
   */
  var block: Int

  /// Not this.

  /// This.
  var line: Int
}

@CustomResource(group: "example.com", version: "v1") private struct Gateway {}
@CustomResource(group: "example.com", version: "v1") private struct Mesh {}
@CustomResource(group: "example.com", version: "v1") private struct Bookshelf {}
@CustomResource(group: "example.com", version: "v1") private struct Knife {}
@CustomResource(group: "example.com", version: "v1") private struct Proof {}
@CustomResource(group: "example.com", version: "v1", plural: "mice") private struct Mouse {}

extension DefinitionTests {
  @Test func `comments of both forms are descriptions`() {
    let properties = Policy.structuralSchema["properties"]
    #expect(properties?["block"]?["description"] == "Says \"yes\".\n\nAnd no.")
    #expect(properties?["line"]?["description"] == "This.")
  }

  @Test func `a kind has a plural`() {
    #expect(Policy.definition.plural == "policies")
    #expect(Gateway.definition.plural == "gateways")
    #expect(Mesh.definition.plural == "meshes")
    #expect(Bookshelf.definition.plural == "bookshelves")
    #expect(Knife.definition.plural == "knives")
    #expect(Proof.definition.plural == "proofs")
    #expect(Mouse.definition.plural == "mice")
  }
}

@CustomResource(
  group: "example.com", version: "v1",
  columns: [.column("Size", .integer, ".spec.size"), .column("First", .string, ".spec.names[0]")],
  scale: ScalePaths(specReplicas: ".spec.replicas", statusReplicas: ".status.replicas"))
private struct Broken {
  static let otherVersions: [any OtherVersion.Type] = [DatabaseV1beta1.self]

  var spec: Spec

  @Schema struct Spec {
    var replicas: Int = 1
  }
}
