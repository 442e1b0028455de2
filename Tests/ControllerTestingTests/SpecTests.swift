import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct SpecTests {
  /// A kind whose operator keeps a ConfigMap for each cup of a shelf.
  struct Shelf: Resource {
    static let definition = ResourceDefinition(
      group: "tests.example.com", version: "v1", kind: "Shelf", plural: "shelves", subresources: ["status"])
    var fields: JSONObject
    init(fields: JSONObject) { self.fields = fields }

    static let kinds: [KindSchema] =
      (try? SchemaCatalog(
        reading: [
          SchemaSource(
            name: "Shelf",
            text: """
              api tests.example.com/v1 com.example.tests.v1

              kind Shelf plural(shelves) subresources(status) "A shelf with cups."
                spec    ShelfSpec    "What is wanted."
                status  ShelfStatus  "What is there."

              type ShelfSpec "What is wanted of a shelf."
                cups   int32   min(0) max(3)             "How many cups."
                color  string  enum(white blue)          "Of what colour."

              type ShelfStatus "What is there of a shelf."
                observedGeneration  int64  "The generation that the status is about."
              """)
        ], on: .kubernetes
      ).kinds) ?? []

    static let one = Shelf(
      fields: [
        "apiVersion": "tests.example.com/v1", "kind": "Shelf",
        "metadata": ["namespace": "default", "name": "a"], "spec": ["cups": 1, "color": "white"],
      ])
    var cups: Int { Int(fields["spec"]?["cups"]?.intValue ?? 0) }
    var color: String { fields["spec"]?["color"]?.stringValue ?? "white" }
  }

  private enum Flaw { case none, keepsCups, paintsNewCupsOnly, isSilent }

  private static func controller(_ flaw: Flaw) -> Controller {
    Controller("shelf") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      for number in 0..<3 {
        let cup = ObjectKey(namespace: key.namespace, name: "\(key.name)-\(number)")
        try await keep(cup, number < shelf.cups, shelf, flaw, context)
      }
      let generation = shelf.metadata.generation ?? 0
      let observed = shelf.fields["status"]?["observedGeneration"]?.intValue ?? 0
      if flaw == .isSilent, observed > 0 { return .done }
      if observed != generation {
        try await context.client.patch(
          Shelf.self, key, .merge(["status": ["observedGeneration": .int(Int64(generation))]]),
          subresource: "status")
      }
      return .done
    }.for(Shelf.self).owns(ConfigMap.self)
  }

  private static func keep(
    _ key: ObjectKey, _ isWanted: Bool, _ shelf: Shelf, _ flaw: Flaw, _ context: ReconcileContext
  ) async throws {
    guard let cup = context.cache.get(ConfigMap.self, key) else {
      guard isWanted else { return }
      var cup = ConfigMap {
        $0.metadata.namespace = key.namespace
        $0.metadata.name = key.name
        $0.data["color"] = shelf.color
      }
      try cup.setControllerReference(shelf)
      try await context.client.create(cup)
      return
    }
    if !isWanted {
      if flaw != .keepsCups { try await context.client.delete(ConfigMap.self, key) }
    } else if flaw != .paintsNewCupsOnly, cup.data["color"] != shelf.color {
      try await context.client.patch(ConfigMap.self, key, .merge(["data": ["color": .string(shelf.color)]]))
    }
  }

  private func explore(_ flaw: Flaw) async throws -> SpecReport {
    try await exploreSpecs(
      of: Shelf.self, from: .one, kinds: Shelf.kinds, seeds: 1...30, loops: .none,
      controllers: [Self.controller(flaw)])
  }

  @Test func `an operator that gets everywhere and back passes, and refused specs change nothing`()
    async throws
  {
    let report = try await explore(.none)
    #expect(report.sequences == 30)
    #expect(report.refused > 5)
    #expect(report.accepted > 100)
  }

  @Test func `an operator that leaves things behind is found with one step`() async throws {
    let failure = try await #require(throws: SpecFailure.self) { try await explore(.keepsCups) }
    #expect(failure.message.contains("+ configmaps default/a-"))
    #expect(failure.specs.count == 1)
  }

  @Test func `an operator for which the way matters is found`() async throws {
    let failure = try await #require(throws: SpecFailure.self) { try await explore(.paintsNewCupsOnly) }
    #expect(failure.message.contains("data.color is"))
  }

  @Test func `an operator that does not say that it is done is found`() async throws {
    let failure = try await #require(throws: SpecFailure.self) { try await explore(.isSilent) }
    #expect(failure.message.contains("was not reached"))
  }

  // MARK: Expectations

  @Test func `an expectation that is not met shows the object and what became of it`() throws {
    let key = ObjectKey(namespace: "default", name: "a")
    let failure = #expect(throws: ExpectationFailure.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none), kinds: Shelf.kinds, controllers: [Self.controller(.none)]
      ) { cluster in
        try await cluster.apply(Shelf.one)
        try await cluster.eventually(Shelf.self, key, within: .seconds(5)) { $0.cups == 2 }
      }
    }
    #expect(failure?.objects.contains("! status.observedGeneration went from absent to 1") == true)
    #expect(failure?.objects.contains("  spec.cups: 1") == true)
    #expect(failure?.description.contains("shelf default/a: added shelves") == true)
  }

  @Test func `a manifest that is not matched shows the fields that are otherwise`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none), kinds: Shelf.kinds, controllers: [Self.controller(.none)]
      ) { cluster in
        try await cluster.apply(Shelf.one)
        try await cluster.eventually(
          matches: "{apiVersion: v1, kind: ConfigMap, metadata: {name: a-0}, data: {color: white}}")
        try await cluster.eventually(
          matches: "{apiVersion: v1, kind: ConfigMap, metadata: {name: a-0}, data: {color: blue}}",
          within: .seconds(5))
      }
    }
    #expect(failure?.objects == ["! configmaps default/a-0: data.color is \"white\", not \"blue\""])
  }
}
