import APIMachinery
import Testing

@Suite struct SchemaLanguageTests {
  private static let literals: [(String, JSON)] = [
    ("a string default(x y)", JSON.string("x y")), ("a string default()", ""),
    ("a int-or-string default(25%)", "25%"), ("a int-or-string default(3)", 3),
    ("a bool default(true)", true),
    ("a quantity default(0)", "0"), ("a map[string] default({})", [:]), ("a [string] default([])", []),

  ]

  private func read(_ text: String) throws -> SchemaCatalog {
    try SchemaCatalog(reading: [SchemaSource(name: "Test", text: text)], on: .meta)
  }

  private func field(_ declaration: String) throws -> FieldSchema {
    let catalog = try read(
      "api example.org/v1 org.example.v1\ntype Thing\n  \(declaration)\ntype Other atomic\n  a int32\n")
    return try #require(catalog.type(named: "Thing")?.fields.first)
  }

  @Test func `a kind gets the fields that every object has`() throws {
    let catalog = try read(
      """
      api example.org/v1 org.example.v1

      # A comment.
      kind Widget plural(widgets) short(wd w) categories(all) cluster subresources(status scale) aliases(widget)
          select(spec.size) scale(.spec.size .status.size)
          "Something"
          "in two lines."
        spec  WidgetSpec  required  "What is wanted."
        column "Size"  integer  path(.spec.size)  priority(1)
      type WidgetSpec
        size  int32
      """)
    let kind = try #require(catalog.kinds.first)
    #expect(
      kind.definition
        == ResourceDefinition(
          group: "example.org", version: "v1", kind: "Widget", plural: "widgets", shortNames: ["wd", "w"],
          categories: ["all"], scope: .cluster, subresources: ["status", "scale"]))
    #expect(kind.schema.fields.map(\.name) == ["apiVersion", "kind", "metadata", "spec"])
    #expect(kind.schema.summary == "Something in two lines.")
    #expect(kind.columns.map(\.name) == ["Name", "Size"])
    #expect(kind.columns.last?.path == ".spec.size")
    #expect(kind.columns.last?.priority == 1)
    #expect(kind.selectableFields == ["spec.size"])
    #expect(kind.kindAliases == ["widget"])
    #expect(kind.scale?.statusReplicas == ".status.size")
    #expect(kind.scale?.selector == nil)
  }

  @Test func `modifiers say how a field is merged and checked`() throws {
    let list = try field("ports [Other] list(port protocol) patch(port) retain-keys required max-items(3)")
    #expect(list.listType == .map(keys: ["port", "protocol"]))
    #expect(list.patchStrategy == PatchStrategy(merges: true, mergeKey: "port", retainsKeys: true))
    #expect(list.isRequired)
    #expect(list.maximumItems == 3)
    #expect(!list.isAtomic)
    let number = try field("count int64 min(-1) max(9) default(7) immutable")
    #expect(number.minimum == -1)
    #expect(number.maximum == 9)
    #expect(number.defaultValue == 7)
    #expect(number.isImmutable)
    #expect(try field("names [string] set").listType == .set)
    #expect(try field("other Other").isAtomic, "the type itself is atomic")
  }

  @Test(arguments: literals)
  func `a default is a value of the field's type`(declaration: String, value: JSON) throws {
    #expect(try field(declaration).defaultValue == value)
  }

  @Test func `a default may depend on a neighbour`() throws {
    let catalog = try read(
      """
      api v1 org.example.v1
      type Thing
        type    string
        policy  string  default(Cluster) when(type=NodePort|LoadBalancer)
      """)
    let condition = try #require(catalog.type(named: "Thing")?.field("policy")?.defaultCondition)
    #expect(condition.holds(in: ["type": "LoadBalancer"]))
    #expect(!condition.holds(in: ["type": "ClusterIP"]))
    #expect(!condition.holds(in: [:]))
  }

  @Test(arguments: [
    ("  a string", "Test:2: 'a' stands outside of a type"),
    ("type Thing\n  a Strin", "Test:3: Thing.a: the type 'Strin' is not known"),
    ("type Thing\n  a [string", "Test:3: Thing.a: the type '[string' is not known"),
    ("type Thing\n  a", "Test:3: Thing.a: the field has no type"),
    ("type Thing\n  a string\n  a int32", "Test:2: Thing: the field 'a' is declared twice"),
    ("type Thing\n  a string frobbed", "Test:3: Thing.a: 'frobbed' does not fit a field of type string"),
    ("type Thing\n  a int32 default(x)", "Test:3: Thing.a: 'default(x)' does not fit a field of type int32"),
    (
      "type Thing\n  a string list(name)", "Test:3: Thing.a: 'list(name)' does not fit a field of type string"
    ),
    ("type Thing\n  a string min(x)", "Test:3: Thing.a: 'min(x)' does not fit a field of type string"),
    ("type Thing\n  a string default(x", "Test:3: the parenthesis after 'default' is not closed"),
    ("type Thing \"no end\n  a string", "Test:2: a text in quotes does not end on its line"),
    ("type Thing\n  a string \"Words.\" required", "Test:3: Thing.a: 'required' stands behind the summary"),
    ("type Thing\n  a string ;", "Test:3: cannot read ';'"),
    ("type Thing\n  \"Words.\"", "Test:3: a declaration cannot start with a text"),
    ("type Thing\n  column \"Size\" string", "Test:3: a column stands outside of a kind"),
    ("kind Thing frobbed", "Test:2: Thing: a kind cannot have 'frobbed'"),
    ("type Thing\n  a string\ntype Thing\n  a string", "Test:4: Thing: the type is declared twice"),
    ("api v1", "Test:2: expected: api GROUP/VERSION PACKAGE"),
    (
      "type Thing\n  b string default(x) when(a=y)\n  a string",
      "Test:2: Thing: 'b' depends on 'a', which is not declared before it"
    ),
  ])
  func `a mistake is named with its place`(text: String, message: String) {
    let error = #expect(throws: SchemaLanguageError.self) {
      try read("api example.org/v1 org.example.v1\n\(text)")
    }
    #expect(error?.description == message)
  }

  @Test func `a type needs an api line`() {
    let error = #expect(throws: SchemaLanguageError.self) { try read("type Thing\n  a string") }
    #expect(error?.description == "Test:1: a type stands before the api line")
  }

  @Test func `what is read leans on a catalogue without becoming part of it`() throws {
    let catalog = try read("api v1 org.example.v1\ntype Thing\n  selector LabelSelector")
    #expect(catalog.types.map(\.name) == ["Thing"])
    #expect(catalog.merging(.meta).type(named: "LabelSelector") != nil)
  }
}
