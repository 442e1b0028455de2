import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

/// Each detector beside a controller that it finds, and the same controller without the flaw.
@Suite struct DetectorTests {
  private static let key = ObjectKey(namespace: "default", name: "a")
  private static let map =
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {mirror: 'yes'}}, data: {value: one}}"

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: a}
    spec:
      selector: {matchLabels: {app: a}}
      template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a}]}}
    """

  /// What the detectors find of a controller while an object is made and, perhaps, deleted.
  private func flaws(
    _ manifest: String = Self.map, deletes: Bool = false, _ controllers: Controller...
  ) async throws -> [Flaw] {
    do {
      try await explore(seeds: 1...1, faults: .none, loops: .none, controllers: controllers) { cluster in
        try await cluster.apply(manifest)
        try await cluster.advance(by: .seconds(30))
        if deletes { try await cluster.delete(manifest) }
        try await cluster.advance(by: .seconds(30))
      }
      return []
    } catch let failure as ExplorationFailure {
      try #require(!failure.flaws.isEmpty, "\(failure)")
      return failure.flaws
    }
  }

  private typealias Body = @Sendable (ConfigMap, ReconcileContext) async throws -> Action

  private static func forMaps(_ name: String = "maps", _ body: @escaping Body) -> Controller {
    Controller(name) { key, context in
      guard let map = context.cache.get(ConfigMap.self, key) else { return .done }
      return try await body(map, context)
    }.for(ConfigMap.self)
  }

  private static func annotate(_ map: ConfigMap, _ value: String, _ context: ReconcileContext) async throws {
    try await context.client.patch(
      ConfigMap.self, map.key, .merge(["metadata": ["annotations": ["seen": .string(value)]]]))
  }

  @Test func `a controller that does its work and no more has no flaw`() async throws {
    let controller = Self.forMaps { map, context in
      if map.metadata.annotations["seen"] != "yes" { try await Self.annotate(map, "yes", context) }
      return .done
    }
    #expect(try await flaws(Self.map, controller) == [])
    #expect(try await flaws(Self.map, deletes: true, Mirror.controller(.none)) == [])
  }

  @Test func `a hot loop is found`() async throws {
    let controller = Self.forMaps { map, context in
      let count = Int(map.metadata.annotations["seen"] ?? "") ?? 0
      if count < 40 { try await Self.annotate(map, "\(count + 1)", context) }
      return .done
    }
    let flaws = try await flaws(Self.map, controller)
    #expect(flaws.map(\.kind) == [.hotLoop])
    #expect(flaws.first?.controller == "maps")
    #expect(flaws.first?.object == "default/a")
  }

  @Test func `a write that changes nothing is found`() async throws {
    let controller = Self.forMaps { map, context in
      try await Self.annotate(map, "yes", context)
      return .done
    }
    let flaws = try await flaws(Self.map, controller)
    #expect(flaws.map(\.kind) == [.noOpWrite])
  }

  @Test func `what a controller applies once more after a start is no flaw`() async throws {
    let controller = Self.forMaps { map, context in
      var set = StatefulSet {
        $0.metadata.name = "set"
        $0.metadata.namespace = map.metadata.namespace
        $0.spec.selector.matchLabels = ["app": "set"]
        $0.spec.template.metadata.labels = ["app": "set"]
        $0.spec.template.spec.containers = [Container { ($0.name, $0.image) = ("main", "main:1") }]
        // The server fills in more, and owns it together with the rest of the list.
        $0.spec.volumeClaimTemplates = [PersistentVolumeClaim { $0.metadata.name = "data" }]
      }
      try set.setControllerReference(map)
      try await context.apply(set)
      return .done
    }
    #expect(try await flaws(Self.map, controller) == [])
  }

  @Test func `a key that fails again and again is found`() async throws {
    struct Trouble: Error {}
    let controller = Self.forMaps { _, _ in throw Trouble() }.rateLimits(
      RateLimits(backoffMin: .milliseconds(5), backoffMax: .milliseconds(100)))
    let flaws = try await flaws(Self.map, controller)
    #expect(flaws.map(\.kind) == [.notConverging])
  }

  @Test func `two controllers that write against each other are found`() async throws {
    func insisting(on value: String) -> Controller {
      Self.forMaps(value) { map, context in
        guard map.metadata.annotations["seen"] != value else { return .done }
        let turns = Int(map.data["turns"] ?? "") ?? 0
        if turns >= 8 { return .done }
        try await context.client.patch(
          ConfigMap.self, map.key,
          .merge([
            "metadata": ["annotations": ["seen": .string(value)]], "data": ["turns": .string("\(turns + 1)")],
          ]))
        return .done
      }
    }
    let flaws = try await flaws(Self.map, insisting(on: "left"), insisting(on: "right"))
    let flip = try #require(flaws.first { $0.kind == .flipFlop })
    #expect(flip.controller == "left and right")
    #expect(flip.object == "configmaps default/a")
    #expect(flip.field == "metadata.annotations.seen")
  }

  // MARK: Ownership

  /// Makes a Secret for each ConfigMap.
  private static func maker(
    owns: Bool, _ prepare: @escaping @Sendable (inout Secret, ConfigMap) throws -> Void
  )
    -> Controller
  {
    let controller = Controller("maker") { key, context in
      guard let map = context.cache.get(ConfigMap.self, key) else { return .done }
      if context.cache.get(Secret.self, key) != nil { return .done }
      var secret = Secret {
        $0.metadata.namespace = key.namespace
        $0.metadata.name = key.name
      }
      try prepare(&secret, map)
      try await context.client.create(secret)
      return .done
    }.for(ConfigMap.self)
    return owns ? controller.owns(Secret.self) : controller.reads(Secret.self)
  }

  @Test func `an owned object without its owner is found, and one with it is not`() async throws {
    let missing = try await flaws(Self.map, Self.maker(owns: true) { _, _ in })
    #expect(missing.map(\.kind) == [.missingOwnerReference])
    #expect(missing.first?.object == "secrets default/a")
    let present = try await flaws(
      Self.map, deletes: true, Self.maker(owns: true) { try $0.setControllerReference($1) })
    #expect(present == [])
  }

  @Test func `an owner that there never was is found`() async throws {
    let controller = Self.maker(owns: true) { secret, map in
      var other = map
      other.metadata.uid = "00000000-0000-4000-8000-000000000000"
      try secret.setControllerReference(other)
    }
    let flaws = try await flaws(Self.map, controller)
    #expect(flaws.map(\.kind) == [.wrongOwnerReference])
    #expect(flaws.first?.cause.contains("which there never was") == true)
  }

  @Test func `an object that outlives the one it was made for is found, unless it may`() async throws {
    let controller = Self.maker(owns: false) { _, _ in }
    let flaws = try await flaws(Self.map, deletes: true, controller)
    #expect(flaws.map(\.kind) == [.leakedObject])
    #expect(flaws.first?.object == "secrets default/a")
    try await explore(
      seeds: 1...1, faults: .none, loops: .none, detectors: .all.retaining("secrets"),
      controllers: [controller]
    ) { cluster in
      try await cluster.apply(Self.map)
      try await cluster.advance(by: .seconds(5))
      try await cluster.delete(Self.map)
    }
  }

  // MARK: Status, and the second look

  private static func statusWriter(observes: Bool) -> Controller {
    Controller("status") { key, context in
      guard var deployment = context.cache.get(Deployment.self, key), deployment.status.replicas != 1 else {
        return .done
      }
      deployment.status.replicas = 1
      if observes { deployment.status.observedGeneration = deployment.metadata.generation }
      try await context.client.updateStatus(deployment)
      return .done
    }.for(Deployment.self)
  }

  @Test func `a status that does not say which generation it is about is found`() async throws {
    let flaws = try await flaws(Self.deployment, Self.statusWriter(observes: false))
    #expect(flaws.map(\.kind) == [.statusWithoutObservedGeneration])
    #expect(flaws.first?.field == "status.observedGeneration")
    #expect(try await self.flaws(Self.deployment, Self.statusWriter(observes: true)) == [])
  }

  @Test func `a reconcile that does something else the second time is found`() async throws {
    let controller = Controller("log") { key, context in
      guard let map = context.cache.get(ConfigMap.self, key) else { return .done }
      guard context.causes.contains(where: { $0.kind == .added }) else { return .done }
      let line = (map.metadata.annotations["seen"] ?? "") + "."
      try await Self.annotate(map, line, context)
      return .done
    }.for(ConfigMap.self)
    let flaws = try await flaws(Self.map, controller)
    #expect(flaws.map(\.kind) == [.notIdempotent])
    #expect(flaws.first?.field == "metadata.annotations.seen")
    #expect(flaws.first?.cause.hasSuffix("from \".\" to \"..\"") == true)
  }
}
