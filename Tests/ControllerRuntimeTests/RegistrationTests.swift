import APIMachinery
import ControllerRuntime
import KubernetesClient
import Logging
import Simulation
import Synchronization
import Testing

/// What is wrong with controllers, and with what a manager is to do with them, is said before anything runs: who, what, and
/// what to do.
@Suite struct RegistrationTests {
  /// What a manager says of controllers.
  private static func problems(
    _ controllers: [Controller], options: ManagerOptions = ManagerOptions()
  ) throws -> [String] {
    try Simulation.run { simulation in
      let manager = Manager(client: FakeAPI(), world: simulation.world, options: options)
      for controller in controllers { manager.add(controller) }
      do throws(RegistrationError) { try manager.check() } catch { return error.problems }
      return []
    }
  }

  private static func idle(_ name: String) -> Controller { Controller(name) { _, _ in .done } }

  private static var shelf: Controller { idle("shelf").for(Shelf.self) }

  // MARK: One controller

  private static let faulty: [(Controller, [String])] = [
    (
      idle("lost"),
      [
        #"controller "lost": nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)"#
      ]
    ),
    (
      idle("reader").reads(Shelf.self).index(Cup.self, "color") { _ in [] },
      [
        #"controller "reader": nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)"#
      ]
    ),
    (idle("").for(Shelf.self), [#"controller "": it has no name"#]),
    (
      idle("early").owns(Cup.self).for(Shelf.self),
      [
        #"controller "early": it owns Cup and is for no kind: put .for(Kind.self) before .owns(Cup.self)"#
      ]
    ),
    (
      idle("both").for(Shelf.self).for(Cup.self),
      [
        #"controller "both": it is for Shelf and for Cup: it can be for one kind; .watches(Cup.self) leads from the other to it"#
      ]
    ),
    (
      shelf.owns(Wall.self),
      [
        #"controller "shelf": Wall lives in no namespace and cannot be owned by Shelf, which does: find it by a label with "#
          + ".watches(Wall.self), and delete it in a finalizer"
      ]
    ),
    (
      idle("shelf").watches(GroupVersionResource(group: "apps", version: "", resource: "deployments")) {
        _, _ in
        []
      },
      [
        #"controller "shelf": it watches the resource "deployments in apps/", which needs a version and a plural: "#
          + #"GroupVersionResource(group: "apps", version: "v1", resource: "deployments")"#
      ]
    ),
    (shelf.concurrency(0), [#"controller "shelf": it has 0 workers and needs one at least"#]),
    (shelf.concurrency(-3), [#"controller "shelf": it has -3 workers and needs one at least"#]),
    (
      shelf.timeout(.seconds(-1)),
      [#"controller "shelf": its looks may take -1.0 seconds, so that none comes to its end"#]
    ),
    (
      shelf.watches(Cup.self, coalescing: .milliseconds(-200)) { _ in [] },
      [#"controller "shelf": it waits -0.2 seconds for further changes, which must not be negative"#]
    ),
    (
      shelf.sharded().onEveryReplica(),
      [
        #"controller "shelf": it is sharded and runs on every replica: a key is looked at by one process, or by all of them"#
      ]
    ),
    (
      shelf.rateLimits(RateLimits(backoffMin: .zero, backoffMax: .seconds(-1), rate: 0, burst: 0)),
      [
        #"controller "shelf": its rate limits: the shortest wait is 0.0 seconds and must be more than zero"#,
        #"controller "shelf": its rate limits: the longest wait, -1.0 seconds, is shorter than the shortest one, 0.0 seconds"#,
        #"controller "shelf": its rate limits: a rate of 0.0 keys a second is none: nothing would ever be tried again, or all at once"#,
        #"controller "shelf": its rate limits: a burst of 0 keys lets none pass"#,
      ]
    ),
    (
      shelf.rateLimits(RateLimits(rate: .nan)),
      [
        #"controller "shelf": its rate limits: a rate of nan keys a second is none: nothing would ever be tried again, or all at once"#
      ]
    ),
    (
      shelf.finalizer("wash", on: Shelf.self) { _, _ in .done },
      [
        #"controller "shelf": the finalizer "wash" must be named as a domain and a word: "example.com/bucket""#
      ]
    ),
    (
      shelf.finalizer("example.com/wash", on: Cup.self) { _, _ in .done },
      [
        #"controller "shelf": it has the finalizer "example.com/wash" on Cup and is for Shelf: its keys name other objects"#
      ]
    ),
    (
      idle("shelf").watches(Shelf.self) { [$0.object.key] }
        .finalizer("example.com/wash", on: Shelf.self) { _, _ in .done },
      [
        #"controller "shelf": it has the finalizer "example.com/wash" on Shelf and is for no kind: its keys name other objects"#
      ]
    ),
    (
      shelf.finalizer("example.com/a", on: Shelf.self) { _, _ in .done }
        .finalizer("example.com/a", on: Shelf.self) { _, _ in .done },
      [#"controller "shelf": it has two finalizers "example.com/a""#]
    ),
  ]

  @Test(arguments: faulty.indices) func `what is wrong with a controller is said in full`(_ number: Int)
    throws
  {
    let (controller, problems) = Self.faulty[number]
    #expect(controller.registrationProblems == problems)
    #expect(try Self.problems([controller]) == problems)
  }

  @Test func `a controller that is well is refused nothing`() throws {
    let controller = Self.shelf.owns(Cup.self).watches(Wall.self) { _ in [] }.indexByController(Cup.self)
      .finalizer("example.com/a", on: Shelf.self) { _, _ in .done }
      .finalizer("example.com/b", on: Shelf.self) { _, _ in .done }
      .concurrency(4).timeout(.seconds(1)).rateLimits(RateLimits()).sharded()
    #expect(controller.registrationProblems == [])
    #expect(try Self.problems([controller, Self.idle("signal").wakes(on: KeySignal())]) == [])
  }

  // MARK: Dependents

  @Test func `dependents that cannot be put in order are named`() throws {
    func dependent(_ name: String, after: String...) -> Dependent<Shelf, Cup> {
      after.reduce(Dependent(Cup.self, name) { _ in Cup.named("a") }) { $0.after($1) }
    }
    let twins = Controller.dependents("twins", of: Shelf.self) {
      Dependent(Cup.self) { _ in Cup.named("a") }
      Dependent(Cup.self) { _ in Cup.named("b") }
    }
    #expect(
      try Self.problems([twins])
        == [#"controller "twins": it has two dependents "cup": name them, as Dependent(Cup.self, "NAME")"#])
    let missing = Controller.dependents("missing", of: Shelf.self) {
      dependent("server", after: "page")
      dependent("name", after: "server")
    }
    #expect(
      try Self.problems([missing])
        == [
          #"controller "missing": the dependent "server" comes after "page", and there is none of that name"#
        ])
    let circle = Controller.dependents("circle", of: Shelf.self) {
      dependent("hen", after: "egg")
      dependent("egg", after: "hen")
      dependent("nest")
    }
    #expect(
      try Self.problems([circle]) == [
        #"controller "circle": the dependents "hen", "egg" wait for each other"#
      ])
    let outside = Controller.dependents("outside", of: Shelf.self) {
      Dependent(Wall.self) { _ in Wall { $0.metadata.name = "a" } }
    }
    #expect(
      try Self.problems([outside]) == [
        #"controller "outside": Wall lives in no namespace and cannot be owned by Shelf, which does: find it by a label "#
          + "with .watches(Wall.self), and delete it in a finalizer"
      ])
  }

  // MARK: Several controllers

  @Test func `two controllers of one name are refused`() throws {
    #expect(
      try Self.problems([Self.shelf, Self.idle("shelf").for(Cup.self)])
        == [#"there are two controllers "shelf": the name tells them apart in traces, metrics and logs"#])
  }

  private static func byColor(_ controller: Controller) -> Controller {
    controller.index(Cup.self, "color") { $0.color.map { [$0] } ?? [] }
  }

  @Test func `an index that is declared in two places is refused, and one that is shared is not`() throws {
    #expect(
      try Self.problems([Self.byColor(Self.shelf), Self.byColor(Self.idle("cup").for(Cup.self))]) == [])
    let first = Self.shelf.index(Cup.self, "color", file: "Shop/Shelves.swift", line: 12) { _ in [] }
    let second = Self.idle("cup").for(Cup.self)
      .index(Cup.self, "color", file: "Shop/Cups.swift", line: 30) { _ in ["red"] }
      .index(Shelf.self, "color", file: "Shop/Cups.swift", line: 31) { _ in [] }
    #expect(
      try Self.problems([first, second]) == [
        #"the index "color" of cups.shop.example.com is declared by controller "shelf" at Shop/Shelves.swift:12 and by "#
          + #""cup" at Shop/Cups.swift:30, and they may differ: declare it in one function that both use, or give each "#
          + "a name of its own"
      ])
    let elsewhere = Self.idle("other").for(Cup.self)
      .index(Cup.self, "color", file: "Library/Paint.swift", line: 1) { _ in [] }
    #expect(try Self.problems([first, elsewhere]) == [])
  }

  @Test func `everything that is wrong is said at once, before the API is asked for anything`() throws {
    let (error, calls) = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let manager = Manager(client: api, world: simulation.world)
      manager.add(Self.idle("lost"))
      manager.add(Self.shelf.concurrency(0))
      do { try await manager.run() } catch let error as RegistrationError {
        return (error.description, api.calls)
      }
      return ("", api.calls)
    }
    #expect(
      error == """
        2 things keep the manager from running:
          - controller "lost": nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)
          - controller "shelf": it has 0 workers and needs one at least
        """)
    #expect(calls == [])
  }

  // MARK: The manager

  @Test func `a controller that comes too late ends the manager, and a manager runs once`() throws {
    let errors = try Simulation.run { simulation in
      let manager = Manager(client: FakeAPI(world: simulation.world), world: simulation.world)
      manager.add(Self.shelf)
      return await withTaskGroup(of: String.self) { group in
        func run() {
          group.addTask {
            do { try await manager.run() } catch { return "\(error)" }
            return "none"
          }
        }
        run()
        try? await simulation.advance(by: .seconds(1))
        run()
        var errors = [await group.next() ?? ""]
        manager.add(Self.idle("late").for(Cup.self))
        errors.append(await group.next() ?? "")
        return errors
      }
    }
    #expect(
      errors == [
        "a manager runs once: make another one to run its controllers again",
        #"controller "late" was added to a manager that runs: add it before run()"#,
      ])
  }

  private static let lease = ObjectKey(namespace: "shop", name: "shelf")

  private static let options: [(ManagerOptions, [String])] = [
    (
      ManagerOptions(namespace: "Shop Floor", watchTimeout: .zero, traceCapacity: 0),
      [
        #"the namespace to watch, "Shop Floor", is no name of a namespace; nil stands for all of them"#,
        "the watch timeout is 0.0 seconds and must be more than zero; nil stands for none",
        "the trace keeps 0 looks and must keep one at least",
      ]
    ),
    (
      ManagerOptions(cacheSyncTimeout: .seconds(-5), gracefulShutdownTimeout: .seconds(-30)),
      [
        "the cache sync timeout is -5.0 seconds and must be more than zero; nil stands for none",
        "the graceful shutdown timeout is -30.0 seconds and must not be negative",
      ]
    ),
    (
      ManagerOptions(leaderElection: LeaderElection(lease: ObjectKey(name: "My Lease"), identity: "")),
      [
        #"leader election: the lease cannot be named "My Lease": lower case letters, digits, "-" and "." make a name"#,
        #"leader election: the lease "My Lease" needs the namespace that it is to be in, not """#,
        "leader election: the identity is empty: it tells this process from the others, as the name of its pod does",
      ]
    ),
    (
      ManagerOptions(
        leaderElection: LeaderElection(
          lease: lease, identity: "one",
          times: LeaseTimes(duration: .seconds(10), renewDeadline: .seconds(10), retryPeriod: .seconds(9)))),
      [
        "leader election: the lease holds for 10.0 seconds, which must be longer than the renew deadline of 10.0 seconds: "
          + "its holder has to give up before others take over",
        "leader election: the renew deadline of 10.0 seconds must be longer than 1.2 times the retry period of 9.0 seconds",
      ]
    ),
    (
      ManagerOptions(
        leaderElection: LeaderElection(
          lease: lease, identity: "one",
          times: LeaseTimes(
            duration: .milliseconds(500), renewDeadline: .milliseconds(400), retryPeriod: .zero))),
      [
        "leader election: the lease must hold for a second at least, not 0.5 seconds",
        "leader election: the retry period must be more than zero, not 0.0 seconds",
      ]
    ),
    (
      ManagerOptions(sharding: Sharding(lease: lease, identity: "one")),
      [
        "the keys are to be shared among processes, and no controller is sharded: say .sharded() on those whose keys "
          + "should be, or leave the sharding out"
      ]
    ),
  ]

  @Test(arguments: options.indices) func `what is wrong with the options is said in full`(_ number: Int)
    throws
  {
    let (options, problems) = Self.options[number]
    #expect(try Self.problems([Self.shelf], options: options) == problems)
  }

  @Test func `leader election and sharding need a lease each`() throws {
    let options = ManagerOptions(
      leaderElection: LeaderElection(lease: Self.lease, identity: "one"),
      sharding: Sharding(lease: Self.lease, identity: "one"))
    #expect(
      try Self.problems([Self.shelf.sharded()], options: options)
        == ["leader election and sharding use the same lease shop/shelf: give each a lease of its own"])
  }

  // MARK: What the cluster says

  private static let notServed = StatusError(
    code: 404, reason: .notFound, message: "the server could not find the requested resource")

  /// What a manager and its log say of a kind that is not served.
  private static func words(
    _ definition: DynamicObject?
  ) throws -> (ready: String, logged: String?, error: String) {
    let log = CapturedLog()
    return try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      api.fail("list", "shelves", notServed, times: 1000)
      if let definition {
        _ = try await api.create(
          GroupVersionResource(
            group: "apiextensions.k8s.io", version: "v1", resource: "customresourcedefinitions"),
          definition.key, subresource: nil, object: definition, options: WriteOptions())
      }
      let manager = Manager(
        client: api, world: simulation.world,
        options: ManagerOptions(cacheSyncTimeout: .seconds(120), logger: log.logger()))
      manager.add(shelf)
      manager.add(idle("painter").for(Cup.self).watches(Shelf.self) { _ in [] })
      return try await withThrowingTaskGroup(of: String.self) { group in
        group.addTask {
          do { try await manager.run() } catch { return "\(error)" }
          return "none"
        }
        try await simulation.advance(by: .seconds(5))
        let ready = manager.readiness.lines.compactMap(\.failure).joined()
        let logged = log.lines.first { $0.level == .warning }?.metadata["error"]
        return (ready, logged, try await group.next() ?? "")
      }
    }
  }

  private static func definition(serving versions: [String], refusal: String? = nil) -> DynamicObject {
    DynamicObject {
      $0.apiVersion = "apiextensions.k8s.io/v1"
      $0.kind = "CustomResourceDefinition"
      $0.metadata.name = "shelves.shop.example.com"
      $0.fields["spec"] = [
        "versions": .array(versions.map { ["name": .string($0), "served": true] })
      ]
      if let refusal {
        $0.fields["status"] = [
          "conditions": [["type": "NamesAccepted", "status": "False", "message": .string(refusal)]]
        ]
      }
    }
  }

  @Test(
    arguments: [
      (
        nil,
        "there is no CustomResourceDefinition shelves.shop.example.com; apply it, and the list comes by itself"
      ),
      (
        definition(serving: ["v1alpha1", "v1beta1"]),
        "its CustomResourceDefinition shelves.shop.example.com serves v1alpha1, v1beta1"
      ),
      (
        definition(serving: ["v1"], refusal: #""Shelf" is already in use"#),
        #"its CustomResourceDefinition shelves.shop.example.com is not established: "Shelf" is already in use"#
      ),
      (
        definition(serving: ["v1"]),
        "its CustomResourceDefinition shelves.shop.example.com is not established yet"
      ),
    ] as [(DynamicObject?, String)])
  func `a kind that the cluster does not serve is named, with who waits for it`(
    _ definition: DynamicObject?, _ why: String
  ) throws {
    let said = try Self.words(definition)
    let text = "the cluster does not serve them: \(why)"
    let waiting =
      #"controllers "shelf", "painter" wait for the list of shelves in shop.example.com/v1: "# + text
    #expect(said.logged == text)
    #expect(said.ready == "waiting for the caches of shelf, painter: \(waiting)")
    #expect(said.error == "the caches were not filled within 120.0 seconds: \(waiting)")
  }

  @Test func `a built-in kind that is not served is named, too`() throws {
    let gone = GroupVersionResource(group: "apps", version: "v1beta1", resource: "Deployment")
    let failure = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      api.fail("list", "Deployment", Self.notServed, times: 1000)
      let manager = Manager(client: api, world: simulation.world)
      manager.add(Self.idle("old").watches(gone) { _, _ in [] })
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await manager.run() }
        try await simulation.advance(by: .seconds(5))
        group.cancelAll()
        return manager.health.cacheTroubles
      }
    }
    #expect(
      failure == [
        #"controller "old" waits for the list of Deployment in apps/v1beta1: the cluster does not serve them: "#
          + "compare `kubectl api-resources`, where resources stand by their plural"
      ])
  }

  @Test func `a kind whose definition comes late is worked on from then on`() throws {
    let (looks, problems) = try withManager(
      options: ManagerOptions(cacheSyncTimeout: .seconds(120)), [Self.shelf]
    ) { api in
      api.fail("list", "shelves", Self.notServed, times: 3)
      try await api.create(Shelf.named("a"))
    } _: { bench in
      try await bench.advance(by: .seconds(300))
      return (bench.trace.records.map(\.key.name), bench.manager.health.cacheTroubles)
    }
    #expect(looks == ["a"])
    #expect(problems == [])
  }

  // MARK: Leases

  @Test func `a process that waits for a lease says who holds it`() throws {
    let log = CapturedLog()
    try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      func manager(_ identity: String, _ log: CapturedLog?) -> Manager {
        let manager = Manager(
          client: api, world: simulation.world,
          options: ManagerOptions(
            leaderElection: LeaderElection(lease: Self.lease, identity: identity), logger: log?.logger()))
        manager.add(Self.shelf)
        return manager
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        let first = manager("another-operator-0", nil)
        group.addTask { try await first.run() }
        try await simulation.advance(by: .seconds(5))
        let second = manager("shelf-operator-0", log)
        group.addTask { try await second.run() }
        try await simulation.advance(by: .seconds(60))
        group.cancelAll()
      }
    }
    let lines = log.lines.filter { $0.message == "new leader elected" }
    #expect(
      lines.map(\.metadata) == [
        ["leader": "another-operator-0", "lease": "shop/shelf", "identity": "shelf-operator-0"]
      ])
  }

  @Test func `a lease that may not be read or written is told of`() throws {
    let log = CapturedLog()
    let forbidden = StatusError(
      code: 403, reason: .forbidden,
      message: #"leases.coordination.k8s.io "shelf" is forbidden: User "ada" cannot get resource "leases""#)
    let options = ManagerOptions(
      leaderElection: LeaderElection(lease: Self.lease, identity: "one"), logger: log.logger())
    let isLeader = try withManager(options: options, [Self.shelf]) { api in
      api.fail("get", "leases", forbidden, times: 2)
    } _: { bench in
      try await bench.advance(by: .seconds(30))
      return bench.manager.health.isLeader
    }
    let warnings = log.lines.filter { $0.level == .warning }
    #expect(isLeader)
    #expect(warnings.count == 2)
    #expect(warnings.first?.message == "the lease could not be read or written")
    #expect(warnings.first?.metadata["error"]?.contains(forbidden.message) == true)
  }

  // MARK: What is read and not there

  private func lastWords(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }

  @Test func `an index that no controller declares is named, with those that there are`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let controller = Controller("painter") { _, context in
        _ = context.cache.list(Cup.self, index: "colour", "red")
        return .done
      }.for(Shelf.self)
      try withManager([RegistrationTests.byColor(controller)]) { bench in
        try await bench.api.create(Shelf.named("a"))
        await bench.settle()
      }
    }
    #expect(
      try lastWords(result).contains(
        #"controller "painter" looks for cups in shop.example.com/v1 by the index "colour", which no controller declares "#
          + #"(there are "color"): add .index(Kind.self, "colour") { … } to the controller"#))
  }

  @Test func `a kind that no controller watches or reads is named`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let controller = Controller("painter") { _, context in
        _ = context.cache.list(Cup.self)
        return .done
      }.for(Shelf.self)
      try withManager([controller]) { bench in
        try await bench.api.create(Shelf.named("a"))
        await bench.settle()
      }
    }
    #expect(
      try lastWords(result).contains(
        #"controller "painter" reads cups in shop.example.com/v1 from the cache, and no controller watches or reads them: "#
          + "add .reads(Cup.self) to the controller, or ask context.client"))
  }
}

/// A kind for tests: lives in no namespace.
private struct Wall: Resource {
  var fields: JSONObject

  static let definition = ResourceDefinition(
    group: "shop.example.com", version: "v1", kind: "Wall", plural: "walls", scope: .cluster)
}
