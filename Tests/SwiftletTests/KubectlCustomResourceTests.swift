import Foundation
import Testing

/// Custom resources of a running cluster, with the real kubectl.
@Suite(
  .serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"),
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine"))
struct KubectlCustomResourceTests {
  private static let main = """
    apiVersion: shop.example.com/v1
    kind: Database
    metadata: {name: main, labels: {tier: gold}}
    spec: {engine: postgres, note: hello, port: 5432, users: [{name: a}]}
    """

  /// Runs `body` in a cluster that has the kind.
  private func run(_ body: (TestCluster, Kubectl) throws -> Void) throws {
    try TestCluster.run { cluster in
      let kubectl = Kubectl(cluster: cluster)
      try kubectl.say(
        "apply -f -", input: SampleDefinition.databases,
        "customresourcedefinition.apiextensions.k8s.io/databases.shop.example.com created\n")
      try kubectl.say(
        "wait --for=condition=Established crd/databases.shop.example.com --timeout=10s",
        "customresourcedefinition.apiextensions.k8s.io/databases.shop.example.com condition met\n")
      try body(cluster, kubectl)
    }
  }

  @Test func `fields are pruned, filled in and checked, and tables show the columns of the version`() throws {
    try run { _, kubectl in
      let unknown = Self.main.replacing("note: hello", with: "odd: 1, note: hello")
      try kubectl.refuse(
        "apply -f -", input: unknown,
        "Error from server (BadRequest): error when creating \"STDIN\": Database in version \"v1\" cannot be handled as"
          + " a Database: strict decoding error: unknown field \"spec.odd\"\n")
      try kubectl.say(
        "apply --validate=false -f -", input: unknown, "database.shop.example.com/main created\n")
      try kubectl.say(
        "get db main -o jsonpath={.spec}",
        #"{"engine":"postgres","maximum":5,"note":"hello","port":5432,"replicas":1,"users":[{"name":"a","role":"reader"}]}"#
      )
      for name in ["db", "databases", "shops"] {
        #expect(
          try kubectl.words("get \(name)") == [
            ["NAME", "ENGINE", "REPLICAS", "READY", "AGE"], ["main", "postgres", "1", "AGE"],
          ], "\(name)")
      }
      #expect(
        try kubectl.words("get db -o wide").first == ["NAME", "ENGINE", "REPLICAS", "READY", "NOTE", "AGE"])
      #expect(try kubectl.words("get all").contains { $0.first == "database.shop.example.com/main" })
      #expect(
        try kubectl.words("get databases.v1beta1.shop.example.com") == [["NAME", "AGE"], ["main", "AGE"]])
      let old = try kubectl.run("get databases.v1beta1.shop.example.com main -o jsonpath={.apiVersion}")
      #expect(old.output == "shop.example.com/v1beta1")
      #expect(old.errors == "Warning: shop.example.com/v1beta1 Database is deprecated; use v1\n")
    }
  }

  @Test func `objects are selected by the fields that the definition names, and no others`() throws {
    try run { _, kubectl in
      _ = try kubectl.run("apply -f -", input: Self.main)
      try kubectl.say(
        "get db --field-selector spec.engine=postgres -o name", "database.shop.example.com/main\n")
      try kubectl.say("get db --field-selector spec.engine=mysql -o name", "")
      try kubectl.refuse(
        "get db --field-selector spec.note=hello",
        "Error from server (BadRequest): Unable to find \"shop.example.com/v1, Resource=databases\" that match label"
          + " selector \"\", field selector \"spec.note=hello\": field label not supported: spec.note\n")
    }
  }

  @Test func `the status and the scale have doors of their own`() throws {
    try run { _, kubectl in
      _ = try kubectl.run("apply -f -", input: Self.main)
      try kubectl.say("scale db/main --replicas=3", "database.shop.example.com/main scaled\n")
      try kubectl.say(
        "patch db main --subresource=status --type=merge -p"
          + #" {"status":{"replicas":3,"selector":"a=b","conditions":[{"type":"Ready","status":"True"}]},"spec":{"note":"no"}}"#,
        "database.shop.example.com/main patched\n")
      try kubectl.say(
        "get db main --subresource=status -o jsonpath={.status.replicas}{.spec.note}{.metadata.generation}",
        "3hello2")
      try kubectl.say(
        "get db main --subresource=scale -o jsonpath={.kind}{.spec}{.status}",
        #"Scale{"replicas":3}{"replicas":3,"selector":"a=b"}"#)
      try kubectl.say(
        "patch db main --type=merge -p {\"status\":{\"replicas\":9}}",
        "database.shop.example.com/main patched (no change)\n")
      #expect(try kubectl.words("get db")[1] == ["main", "postgres", "3", "True", "AGE"])
      try kubectl.refuse(
        "scale db/main --replicas=7",
        "The Database \"main\" is invalid: spec.replicas: Forbidden: replicas 7 is more than 5\n")
    }
  }

  /// What a patch of the spec is refused with.
  private static let refusals: [(patch: String, words: String)] = [
    (#"{"engine":"mysql"}"#, "spec: Invalid value: engine is immutable"),
    (#"{"replicas":9}"#, "spec.replicas: Forbidden: replicas 9 is more than 5"),
    (#"{"grows":4}"#, "spec.grows: Invalid value: 4: grows never shrinks"),
    (#"{"once":"b"}"#, "spec.once: Invalid value: \"b\": once is set once"),
    (
      #"{"engine":"oracle"}"#,
      """

      * spec.engine: Unsupported value: "oracle": supported values: "postgres", "mysql"
      * <nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the \
      existing errors to complete validation
      """
    ),
    (
      #"{"replicas":"x"}"#,
      """

      * spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string"
      * <nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the \
      existing errors to complete validation
      """
    ),
    (
      #"{"replicas":-1}"#,
      "spec.replicas: Invalid value: -1: spec.replicas in body should be greater than or equal to 0"
    ),
  ]

  @Test func `rules are heard in the words of Kubernetes`() throws {
    try run { _, kubectl in
      _ = try kubectl.run("apply -f -", input: Self.main)
      try kubectl.say(
        #"patch db main --type=merge -p {"spec":{"grows":5,"once":"a"}}"#,
        "database.shop.example.com/main patched\n")
      for (patch, words) in Self.refusals {
        try kubectl.refuse(
          "patch db main --type=merge -p {\"spec\":\(patch)}",
          "The Database \"main\" is invalid: \(words)\n")
      }
      let strategic = try kubectl.run(#"patch db main -p {"spec":{"once":"b"}}"#)
      #expect(
        strategic.errors.hasPrefix(
          "error: application/strategic-merge-patch+json is not supported by shop.example.com/v1, Kind=Database: "
        ))
    }
  }

  @Test func `who applies on the server is told of conflicts, and may force them`() throws {
    let applied = """
      apiVersion: shop.example.com/v1
      kind: Database
      metadata: {name: main}
      spec: {engine: postgres, replicas: 2, users: [{name: b, role: writer}]}
      """
    try run { _, kubectl in
      let done = "database.shop.example.com/main serverside-applied\n"
      try kubectl.say("apply --server-side --field-manager=one -f -", input: applied, done)
      let other = applied.replacing("replicas: 2", with: "replicas: 4").replacing("name: b", with: "name: c")
      let refused = try kubectl.run("apply --server-side --field-manager=two -f -", input: other)
      #expect(
        refused.errors.hasPrefix(
          "error: Apply failed with 1 conflict: conflict with \"one\": .spec.replicas\nPlease review"),
        "\(refused)")
      try kubectl.say(
        "apply --server-side --field-manager=two --force-conflicts -f -", input: other, done)
      try kubectl.say(
        "get db main -o jsonpath={.spec.replicas}{.spec.users[*].name}", "4b c")
    }
  }

  @Test func `explain tells what the definition says`() throws {
    try run { _, kubectl in
      let text = try kubectl.run("explain databases.spec").output
      #expect(text.hasPrefix("GROUP:      shop.example.com\nKIND:       Database\nVERSION:    v1\n"))
      #expect(text.contains("FIELD: spec <Object>") && text.contains("DESCRIPTION:\n    What is wanted.\n"))
      #expect(text.contains("  engine\t<string> -required-\n  enum: postgres, mysql\n    Which engine.\n"))
      #expect(text.contains("  users\t<[]Object>\n"))
      #expect(
        try kubectl.run("explain databases.spec.nope").errors.contains("error: field \"nope\" does not exist")
      )
    }
  }

  @Test func `a definition changes and goes while a watch runs, and comes back empty`() throws {
    try run { cluster, kubectl in
      _ = try kubectl.run("apply -f -", input: Self.main)
      let property =
        #"{"op":"add","path":"/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/extra","value":{"type":"string","default":"new"}}"#
      let (changed, _) = try cluster.beside("get db -w -o name", until: "database.shop.example.com/main") {
        try kubectl.say(
          "patch crd databases.shop.example.com --type=json -p [\(property)]",
          "customresourcedefinition.apiextensions.k8s.io/databases.shop.example.com patched\n")
      }
      #expect(changed.hasPrefix("database.shop.example.com/main\n"))
      try kubectl.say("get db main -o jsonpath={.spec.extra}", "new")
      try kubectl.refuse(
        #"patch crd databases.shop.example.com --type=merge -p {"spec":{"scope":"Cluster"}}"#,
        "The CustomResourceDefinition \"databases.shop.example.com\" is invalid: spec.scope: Invalid value: \"Cluster\":"
          + " field is immutable\n")
      let (watched, _) = try cluster.beside("get db -w -o name", until: "database.shop.example.com/main") {
        try kubectl.say(
          "delete crd databases.shop.example.com --timeout=30s",
          "customresourcedefinition.apiextensions.k8s.io \"databases.shop.example.com\" deleted\n")
      }
      #expect(watched.hasPrefix("database.shop.example.com/main\n"))
      #expect(try kubectl.run("get db").code == 1)
      _ = try kubectl.run("apply -f -", input: SampleDefinition.databases)
      _ = try kubectl.run("wait --for=condition=Established crd/databases.shop.example.com --timeout=10s")
      try kubectl.say("get db -o name", "")
      try kubectl.say("apply -f -", input: Self.main, "database.shop.example.com/main created\n")
    }
  }
}
