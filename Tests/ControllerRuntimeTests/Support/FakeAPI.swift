import APIMachinery
import KubernetesClient
import Synchronization

/// A small API in memory: objects with revisions, and watches that can be held back, cut off and failed.
final class FakeAPI: Client {
  struct Fault: Sendable {
    var verb: String
    var resource: String
    var error: StatusError
    /// Whether the write happens although it fails.
    var isLost = false
  }

  fileprivate struct LogEntry {
    var revision: UInt64
    var event: WatchEvent
  }

  fileprivate struct State {
    var revision: UInt64 = 0
    var objects: [GroupVersionResource: [ObjectKey: DynamicObject]] = [:]
    /// The events of each resource.
    var logs: [GroupVersionResource: [LogEntry]] = [:]
    var compacted: UInt64 = 0
    var isHeld = false
    /// Whether the history is gone before a second page of a list is asked for.
    var expiresPages = false
    /// Ends the watches that were opened before.
    var watchGeneration = 0
    var faults: [Fault] = []
    var waiters: [(id: Int, continuation: CheckedContinuation<Void, Never>)] = []
    var nextID = 0
    var calls: [String] = []
  }

  private let state = Mutex(State())
  private let world: World?
  private let latency: Duration?

  /// - Parameter latency: How long each call takes, on the clock of `world`.
  init(world: World? = nil, latency: Duration? = nil) {
    self.world = world
    self.latency = latency
  }

  // MARK: For tests

  /// The calls in their order: `create widgets default/a`.
  var calls: [String] { state.withLock { $0.calls } }

  func writes(_ resource: String) -> [String] {
    calls.filter {
      $0.contains(" \(resource) ") && !$0.hasPrefix("get") && !$0.hasPrefix("list") && !$0.hasPrefix("watch")
    }
  }

  func fail(_ verb: String, _ resource: String, _ error: StatusError, times: Int = 1, isLost: Bool = false) {
    let fault = Fault(verb: verb, resource: resource, error: error, isLost: isLost)
    state.withLock { $0.faults += Array(repeating: fault, count: times) }
  }

  /// Lets every second page of a list come too late.
  func expirePages() { state.withLock { $0.expiresPages = true } }

  /// Keeps events from the watches until `releaseEvents()`.
  func holdEvents() { state.withLock { $0.isHeld = true } }

  func releaseEvents() {
    wake { $0.isHeld = false }
  }

  /// Ends all watches in good order.
  func endWatches() {
    wake { $0.watchGeneration += 1 }
  }

  /// Forgets the history: watches that are behind must list again.
  func compact() {
    wake { $0.compacted = $0.revision }
  }

  fileprivate func wake(_ change: (inout State) -> Void) {
    let waiters = state.withLock { state in
      change(&state)
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.continuation.resume() }
  }

  func object<Kind: Resource>(_ kind: Kind.Type, _ key: ObjectKey) -> Kind? {
    state.withLock { $0.objects[kind.definition.groupVersionResource]?[key] }?.view()
  }

  func objects<Kind: Resource>(_ kind: Kind.Type) -> [Kind] {
    state.withLock { $0.objects[kind.definition.groupVersionResource] ?? [:] }
      .sorted { $0.key < $1.key }.map { $0.value.view() }
  }

  var events: [DynamicObject] {
    state.withLock { $0.objects[GroupVersionResource(group: "", version: "v1", resource: "events")] ?? [:] }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Calls

  private func begin(
    _ verb: String, _ resource: GroupVersionResource, _ key: String
  ) async throws(StatusError) -> StatusError? {
    if let latency, let world {
      do { try await world.time.sleep(for: latency) } catch {
        throw StatusError(code: 499, reason: "Cancelled", message: "cancelled")
      }
    } else {
      await Task.yield()
    }
    let fault = state.withLock { state -> Fault? in
      state.calls.append("\(verb) \(resource.resource) \(key)")
      guard
        let position = state.faults.firstIndex(where: { $0.verb == verb && $0.resource == resource.resource })
      else { return nil }
      return state.faults.remove(at: position)
    }
    guard let fault else { return nil }
    if fault.isLost { return fault.error }
    throw fault.error
  }

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    _ = try await begin("get", resource, "\(key)")
    guard let object = state.withLock({ $0.objects[resource]?[key] }) else {
      throw .notFound(resource.groupResource, name: key.name)
    }
    return object
  }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    _ = try await begin("list", resource, namespace ?? "")
    if options.continueToken != nil, state.withLock({ $0.expiresPages }) {
      throw StatusError(code: 410, reason: .expired, message: "The provided continue parameter is too old")
    }
    let (all, revision) = state.withLock { state in
      (state.objects[resource] ?? [:], state.revision)
    }
    var items = all.sorted { $0.key < $1.key }.map(\.value)
    if let namespace { items.removeAll { $0.metadata.namespace != namespace } }
    let start = options.continueToken.flatMap(Int.init) ?? 0
    let end = min(items.count, start + (options.limit ?? items.count))
    return DynamicList(
      items: Array(items[start..<end]), resourceVersion: "\(revision)",
      continueToken: end < items.count ? "\(end)" : "")
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    _ = try await begin("watch", resource, options.resourceVersion ?? "")
    let from = options.resourceVersion.flatMap(UInt64.init) ?? 0
    let generation = try state.withLock { state throws(StatusError) in
      guard from >= state.compacted else {
        throw StatusError(code: 410, reason: .expired, message: "too old resource version")
      }
      return state.watchGeneration
    }
    return FakeWatch(
      api: self, resource: resource, namespace: namespace, from: from, generation: generation)
  }

  fileprivate func events(
    _ resource: GroupVersionResource, after cursor: inout UInt64, generation: Int
  ) throws(StatusError) -> [WatchEvent]? {
    let from = cursor
    let (events, revision) = try state.withLock { state throws(StatusError) -> ([WatchEvent]?, UInt64) in
      guard state.watchGeneration == generation else { return (nil, from) }
      if state.isHeld { return ([], from) }
      guard from >= state.compacted || !state.hasNews(of: resource, after: from) else {
        throw StatusError(code: 410, reason: .expired, message: "too old resource version")
      }
      let log = state.logs[resource] ?? []
      let start = log.lastIndex { $0.revision <= from }.map { $0 + 1 } ?? 0
      return (log[start...].map(\.event), state.revision)
    }
    cursor = revision
    return events
  }

  fileprivate func wait(
    _ resource: GroupVersionResource, after revision: UInt64, generation: Int
  ) async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          let hasNews = !state.isHeld && state.hasNews(of: resource, after: revision)
          if hasNews || Task.isCancelled || state.watchGeneration != generation { return true }
          state.waiters.append((id, continuation))
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { state -> CheckedContinuation<Void, Never>? in
        guard let position = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return state.waiters.remove(at: position).continuation
      }?.resume()
    }
  }

  // MARK: Writes

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let lost = try await begin("create", resource, "\(key)")
    let suffix = world?.random.nameSuffix() ?? ""
    var created: Result<DynamicObject, StatusError> = .failure(.internalError(""))
    wake { state in
      var object = object
      if let base = object.metadata.generateName, (object.metadata.name ?? "").isEmpty {
        object.metadata.name = base + (suffix.isEmpty ? "\(state.revision)" : suffix)
      }
      guard state.objects[resource]?[object.key] == nil else {
        created = .failure(.alreadyExists(resource.groupResource, name: object.key.name))
        return
      }
      object.metadata.uid = "uid-\(state.revision + 1)"
      object.metadata.generation = 1
      state.commit(&object, resource) { .added($0) }
      created = .success(object)
    }
    if let lost { throw lost }
    return try created.get()
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await modify("update", resource, key, subresource, expected: object.metadata.resourceVersion) { _ in
      object
    }
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let change: JSON =
      switch patch {
      case .json(let json), .merge(let json), .strategicMerge(let json), .apply(let json): json
      }
    let expected = change["metadata"]?["resourceVersion"]?.stringValue
    return try await modify("patch", resource, key, subresource, expected: expected) { object in
      DynamicObject(fields: Self.merge(change.objectValue ?? JSONObject(), into: object.fields))
    }
  }

  private static func merge(_ patch: JSONObject, into object: JSONObject) -> JSONObject {
    var result = object
    for (key, value) in patch {
      switch value {
      case .null: result[key] = nil
      case .object(let value):
        result[key] = .object(merge(value, into: result[key]?.objectValue ?? JSONObject()))
      default: result[key] = value
      }
    }
    return result
  }

  private func modify(
    _ verb: String, _ resource: GroupVersionResource, _ key: ObjectKey, _ subresource: String?,
    expected: String?, _ change: @Sendable (DynamicObject) -> DynamicObject
  ) async throws(StatusError) -> DynamicObject {
    let path = subresource.map { "/\($0)" } ?? ""
    let lost = try await begin(verb, resource, "\(key)\(path)")
    var modified: Result<DynamicObject, StatusError> = .failure(.internalError(""))
    wake { state in
      guard let old = state.objects[resource]?[key] else {
        modified = .failure(.notFound(resource.groupResource, name: key.name))
        return
      }
      if let expected, !expected.isEmpty, expected != old.metadata.resourceVersion {
        modified = .failure(.conflict(resource.groupResource, name: key.name, "the object has been modified"))
        return
      }
      var object = change(old)
      if subresource == "status" {
        let status = object.fields["status"]
        object = old
        object.fields["status"] = status
      }
      object.metadata.resourceVersion = old.metadata.resourceVersion
      guard object.fields != old.fields else {
        modified = .success(old)
        return
      }
      if object.fields["spec"] != old.fields["spec"] {
        object.metadata.generation = (old.metadata.generation ?? 0) + 1
      }
      if object.metadata.deletionTimestamp != nil, object.metadata.finalizers.isEmpty {
        state.remove(&object, resource)
      } else {
        state.commit(&object, resource) { .modified($0) }
      }
      modified = .success(object)
    }
    if let lost { throw lost }
    return try modified.get()
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    let lost = try await begin("delete", resource, "\(key)")
    var deleted: Result<DynamicObject, StatusError> = .failure(.internalError(""))
    wake { state in
      guard var object = state.objects[resource]?[key] else {
        deleted = .failure(.notFound(resource.groupResource, name: key.name))
        return
      }
      if object.metadata.finalizers.isEmpty {
        state.remove(&object, resource)
      } else if object.metadata.deletionTimestamp == nil {
        object.metadata.deletionTimestamp = world?.time.now() ?? Timestamp(secondsSince1970: 1)
        state.commit(&object, resource) { .modified($0) }
      }
      deleted = .success(object)
    }
    if let lost { throw lost }
    return try deleted.get()
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) {
    throw .badRequest("not served")
  }
}

extension FakeAPI.State {
  fileprivate func hasNews(of resource: GroupVersionResource, after revision: UInt64) -> Bool {
    (logs[resource]?.last?.revision ?? 0) > revision
  }

  fileprivate mutating func commit(
    _ object: inout DynamicObject, _ resource: GroupVersionResource, _ event: (DynamicObject) -> WatchEvent
  ) {
    revision += 1
    object.metadata.resourceVersion = "\(revision)"
    objects[resource, default: [:]][object.key] = object
    logs[resource, default: []].append(FakeAPI.LogEntry(revision: revision, event: event(object)))
  }

  fileprivate mutating func remove(_ object: inout DynamicObject, _ resource: GroupVersionResource) {
    revision += 1
    object.metadata.resourceVersion = "\(revision)"
    objects[resource]?[object.key] = nil
    logs[resource, default: []].append(FakeAPI.LogEntry(revision: revision, event: .deleted(object)))
  }
}

final class FakeWatch: WatchStream {
  private let api: FakeAPI
  private let resource: GroupVersionResource
  private let namespace: String?
  private let generation: Int
  private let cursor: Mutex<UInt64>

  init(api: FakeAPI, resource: GroupVersionResource, namespace: String?, from: UInt64, generation: Int) {
    self.api = api
    self.resource = resource
    self.namespace = namespace
    self.generation = generation
    cursor = Mutex(from)
  }

  func next() async throws(StatusError) -> [WatchEvent]? {
    while !Task.isCancelled {
      var position = cursor.withLock { $0 }
      guard let events = try api.events(resource, after: &position, generation: generation) else {
        return nil
      }
      cursor.withLock { [position] in $0 = position }
      if !events.isEmpty { return events }
      await api.wait(resource, after: position, generation: generation)
    }
    return nil
  }

  func cancel() {}
}

extension WatchEvent {
  fileprivate var namespace: String? {
    switch self {
    case .added(let object), .modified(let object), .deleted(let object): object.metadata.namespace
    case .bookmark: nil
    }
  }
}
