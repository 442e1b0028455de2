import APIMachinery
import KubernetesClient
import Synchronization

/// The cache of one resource and those who want to hear of its changes. Shared by all controllers of a manager.
final class Informer: Sendable {
  struct Handler: Sendable {
    /// What is named when it goes wrong.
    let activity: ControllerActivity?
    let hear: @Sendable ([ObservedChange]) -> Void
  }

  let resource: GroupVersionResource
  /// The namespace that is watched; all when `nil`.
  let namespace: String?
  let synced = Gate()
  private let store: Mutex<InformerStore>
  private let handlers = Mutex<[Handler]>([])
  private let status = Mutex(Status())

  private struct Status {
    /// The controllers that read the cache, as they were added.
    var users: [String] = []
    /// Why the cache could not be filled at the last try.
    var trouble: String?
  }

  init(resource: GroupVersionResource, namespace: String? = nil) {
    self.resource = resource
    self.namespace = namespace
    store = Mutex(InformerStore(of: resource))
  }

  var resourceVersion: String { store.withLock { $0.resourceVersion } }

  // MARK: Wiring

  /// Calls `hear` with every batch of changes from now on, and with what is already there.
  ///
  /// - Parameter activity: What it is part of.
  func subscribe(
    as activity: ControllerActivity? = nil, _ hear: @escaping @Sendable ([ObservedChange]) -> Void
  ) {
    let handler = Handler(activity: activity, hear: hear)
    handlers.withLock { $0.append(handler) }
    let present = list(namespace: nil)
    guard !present.isEmpty else { return }
    let changes = present.map { ObservedChange(Change(.added, $0, isInitial: true), of: resource) }
    dispatch(changes, to: [handler])
  }

  func addIndexer(_ indexer: Indexer) {
    store.withLock { $0.addIndexer(indexer) }
  }

  // MARK: Who waits for it

  /// Notes that a controller reads the cache.
  func use(by controller: String) {
    status.withLock { if !$0.users.contains(controller) { $0.users.append(controller) } }
  }

  /// Notes why the cache could not be filled.
  func note(_ trouble: String?) { status.withLock { $0.trouble = trouble } }

  /// Whether the cache was asked for in vain.
  var isInTrouble: Bool { !synced.isOpen && status.withLock { $0.trouble != nil } }

  /// Who waits for what, and why it does not come.
  var waitingFor: String {
    let status = status.withLock { $0 }
    let names = status.users.map { "\"\($0)\"" }.joined(separator: ", ")
    let who = status.users.count == 1 ? "controller \(names) waits" : "controllers \(names) wait"
    return "\(who) for the list of \(resource.words): \(status.trouble ?? "the API has not answered yet")"
  }

  // MARK: What the reflector brings

  func replace(with objects: [DynamicObject], resourceVersion: String) {
    let changes = store.withLock { $0.replace(with: objects, resourceVersion: resourceVersion) }
    dispatch(changes)
    synced.open()
  }

  func apply(_ events: [WatchEvent]) {
    dispatch(store.withLock { $0.apply(events) })
  }

  private func dispatch(_ changes: [ObservedChange]) {
    guard !changes.isEmpty else { return }
    dispatch(changes, to: handlers.withLock { $0 })
  }

  private func dispatch(_ changes: [ObservedChange], to handlers: [Handler]) {
    guard !handlers.isEmpty else { return }
    let desk = ControllerActivity.Desk(of: handlers)
    ControllerActivity.Place.$current.withValue(.desk(desk)) {
      // By position: to take a handler out would count its references.
      for position in handlers.indices {
        desk.turn(to: position)
        handlers[position].hear(changes)
      }
    }
  }

  // MARK: What this process writes

  /// Shows readers an object that was written, if it is one that is watched.
  func overlay(_ object: DynamicObject) {
    guard namespace == nil || object.key.namespace == namespace else { return }
    store.withLock { $0.overlay(object) }
  }

  func overlayDeletion(of object: DynamicObject) {
    store.withLock { $0.overlayDeletion(of: object) }
  }

  // MARK: Reading

  func get(_ key: ObjectKey) -> DynamicObject? { store.withLock { $0.get(key) } }

  func list(namespace: String?) -> [DynamicObject] { store.withLock { $0.list(namespace: namespace) } }

  /// Calls `body` with each object of a namespace, or of all, and with how many there are at most.
  func forEach(namespace: String?, _ body: (JSONObject, Int) -> Void) {
    store.withLock { store in
      for position in store.positions(of: namespace) {
        let entries = store.bucket(at: position).entries
        let count = namespace == nil ? store.count : entries.count
        for entry in entries { if let visible = entry.visible { body(visible.fields, count) } }
      }
    }
  }

  /// Calls `body` with each object under a value of an index, and with how many there are at most.
  ///
  /// - Returns: `false` when there is no such index.
  func forEach(index: String, value: String, _ body: (JSONObject, Int) -> Void) -> Bool {
    store.withLock { store in
      guard let entries = store.bucket(index: index, value: value)?.entries else { return false }
      for entry in entries { if let visible = entry.visible { body(visible.fields, entries.count) } }
      return true
    }
  }

  /// The names of the indexes, as they were declared.
  var indexNames: [String] { store.withLock { $0.indexNames } }

  func values(ofIndex index: String) -> [String]? { store.withLock { $0.values(ofIndex: index) } }
}
