import ObjectStore

/// A store and a model that go through the same random operations, and are compared after each.
///
/// The seed decides everything, so a run that fails can be run again.
public struct ModelRun {
  let factory: any BackendFactory
  private let name: String
  private var store: ObjectStore
  private var model = StoreModel()
  private var random: SeededRandom
  /// A watch of everything in `pods`, and how far it was compared.
  private var watch: StoreWatch
  private var watched: UInt64

  public init(seed: UInt64, on factory: any BackendFactory) async throws {
    self.factory = factory
    name = "model-\(seed)"
    random = SeededRandom(seed: seed)
    store = try await factory.store(name)
    watched = store.currentRevision
    watch = try store.watch(resource: "pods", from: watched)
  }

  /// Does `steps` operations.
  public mutating func run(steps: Int) async throws {
    for _ in 0..<steps { try await step() }
    await store.close()
  }

  private mutating func step() async throws {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<25: try await create()
    case ..<55: try await update()
    case ..<70: try await delete()
    case ..<80: try comparePages()
    case ..<88: try await compareReplay()
    case ..<95: try await compareWatch()
    case ..<97: try await compact()
    case ..<98: try await restart()
    default: try compareGets()
    }
    try requireEqual(store.currentRevision, model.revision, "the revision of the store")
  }
}

extension ModelRun {
  private static let resources = ["pods", "deployments.apps"]

  private mutating func someKey() -> StoreKey {
    StoreKey(
      resource: Self.resources[Int.random(in: 0..<2, using: &random)],
      namespace: ["", "a", "b", "long-namespace-name"][Int.random(in: 0..<4, using: &random)],
      name: "name-\(Int.random(in: 0..<12, using: &random))")
  }

  private mutating func someRange() -> (resource: String, namespace: String?) {
    let key = someKey()
    return (key.resource, Bool.random(using: &random) ? nil : key.namespace)
  }

  private mutating func someRevision() -> UInt64 {
    UInt64.random(in: max(store.oldestRevision, StoreModel.firstRevision)...model.revision, using: &random)
  }

  private mutating func create() async throws {
    let (key, value) = (someKey(), Int.random(in: 0..<1000, using: &random))
    if let version = model.newest[key] {
      try await requireError("create \(key)") {
        try await store.commit(SampleObject.create(key, value: value))
      } matches: {
        if case .alreadyExists(let current) = $0 { current.revision == version.revision } else { false }
      }
    } else {
      try await store.commit(SampleObject.create(key, value: value, fill: value))
      model.put(key, value)
    }
  }

  private mutating func update() async throws {
    let (key, value) = (someKey(), Int.random(in: 0..<1000, using: &random))
    let isStale = Int.random(in: 0..<5, using: &random) == 0
    guard let version = model.newest[key] else {
      return try await requireError("update \(key)") {
        try await store.commit(SampleObject.update(key, expected: 2, value: value))
      } matches: {
        if case .notFound = $0 { true } else { false }
      }
    }
    if isStale {
      try await requireError("update \(key)") {
        try await store.commit(SampleObject.update(key, expected: version.revision - 1, value: value))
      } matches: {
        if case .conflict(let current) = $0 { current.revision == version.revision } else { false }
      }
    } else {
      try await store.commit(SampleObject.update(key, expected: version.revision, value: value))
      model.put(key, value)
    }
  }

  private mutating func delete() async throws {
    let key = someKey()
    if model.newest[key] == nil {
      try await requireError("delete \(key)") {
        try await store.commit(SampleObject.delete(key))
      } matches: {
        if case .notFound = $0 { true } else { false }
      }
    } else {
      try await store.commit(SampleObject.delete(key))
      model.delete(key)
    }
  }

  private mutating func compareGets() throws {
    let key = someKey()
    let found = store.get(key).map {
      StoreModel.Version(revision: $0.revision, value: SampleObject.value(of: $0) ?? -1)
    }
    try require(found == model.newest[key], "get \(key)")
  }

  /// Reads a list in pages at a random revision.
  private mutating func comparePages() throws {
    let (range, revision) = (someRange(), someRevision())
    let limit = Int.random(in: 1..<9, using: &random)
    let expected = model.list(resource: range.resource, namespace: range.namespace, at: revision)
    var found: [StoreModel.Change] = []
    var next: StoreKey?
    repeat {
      let page = try store.list(
        resource: range.resource, namespace: range.namespace, from: next, limit: limit, at: revision)
      found += page.objects.map { StoreModel.Change(kind: .added, key: $0.key, revision: $0.revision) }
      try requireEqual(page.remainingCount ?? 0, expected.count - found.count, "what remains")
      try requireEqual(page.revision, revision, "the revision of the page")
      next = page.continueKey
    } while next != nil
    try requireEqual(found, expected, "the list of \(range) at \(revision)")
  }

  /// Watches from a random revision and reads what is there.
  private mutating func compareReplay() async throws {
    let (range, revision) = (someRange(), someRevision())
    let watch = try store.watch(resource: range.resource, namespace: range.namespace, from: revision)
    let expected = model.changes(resource: range.resource, namespace: range.namespace, after: revision)
    try requireEqual(try await read(watch), expected, "the events of \(range) after \(revision)")
  }

  private mutating func compareWatch() async throws {
    let expected = model.changes(resource: "pods", namespace: nil, after: watched)
    try requireEqual(try await read(watch), expected, "the events of all pods after \(watched)")
    watched = model.revision
  }

  /// Everything that a watch has to give now.
  private func read(_ watch: StoreWatch) async throws -> [StoreModel.Change] {
    watch.requestProgress()
    let batch = try await watch.next()
    try requireEqual(batch?.revision, model.revision, "the bookmark")
    return (batch?.events ?? []).map {
      StoreModel.Change(kind: $0.kind, key: $0.key, revision: $0.revision, previous: $0.previous?.revision)
    }
  }

  private mutating func compact() async throws {
    let revision = someRevision()
    try await store.compact(before: revision)
    try require(store.oldestRevision >= revision, "the oldest revision")
    try await requireError("a list before \(revision)") {
      _ = try store.list(resource: "pods", at: revision - 1)
    } matches: {
      if case .expired = $0 { true } else { false }
    }
  }

  private mutating func restart() async throws {
    try await compareWatch()
    await store.close()
    store = try await factory.store(name)
    watch = try store.watch(resource: "pods", from: max(watched, store.oldestRevision))
  }
}

extension StoreConformance {
  static let modelChecks: [Check] = (UInt64(1)...4).map { seed in
    Check(name: "a store does what a dictionary does, seed \(seed)") { factory in
      var run = try await ModelRun(seed: seed, on: factory)
      try await run.run(steps: 200)
    }
  }
}
