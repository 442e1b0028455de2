import APIMachinery
import KubernetesClient
import Synchronization

/// The cache of one resource and those who want to hear of its changes. Shared by all controllers of a manager.
final class Informer: Sendable {
  typealias Handler = @Sendable ([ObservedChange]) -> Void

  let resource: GroupVersionResource
  /// The namespace that is watched; all when `nil`.
  let namespace: String?
  let synced = Gate()
  private let store = Mutex(InformerStore())
  private let handlers = Mutex<[Handler]>([])

  init(resource: GroupVersionResource, namespace: String? = nil) {
    self.resource = resource
    self.namespace = namespace
  }

  var resourceVersion: String { store.withLock { $0.resourceVersion } }

  // MARK: Wiring

  /// Calls `handler` with every batch of changes from now on, and with what is already there.
  func subscribe(_ handler: @escaping Handler) {
    handlers.withLock { $0.append(handler) }
    let present = list(namespace: nil)
    if !present.isEmpty {
      handler(present.map { ObservedChange(Change(.added, $0, isInitial: true), of: resource) })
    }
  }

  func addIndexer(_ indexer: Indexer) {
    store.withLock { $0.addIndexer(indexer) }
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

  private func dispatch(_ changes: [Change<DynamicObject>]) {
    guard !changes.isEmpty else { return }
    let handlers = handlers.withLock { $0 }
    guard !handlers.isEmpty else { return }
    let observed = changes.map { ObservedChange($0, of: resource) }
    for handler in handlers { handler(observed) }
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

  func list(index: String, value: String) -> [DynamicObject]? {
    store.withLock { $0.list(index: index, value: value) }
  }

  func values(ofIndex index: String) -> [String]? { store.withLock { $0.values(ofIndex: index) } }
}
