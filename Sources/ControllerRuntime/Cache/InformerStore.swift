import APIMachinery
import KubernetesClient

/// The objects of one resource, with their indexes: the pure part of an informer.
///
/// Two versions of an object can stand side by side: what the watch said, from which changes are computed, and
/// what this process wrote since, which readers see. The written one goes when the watch has passed its revision.
struct InformerStore {
  private struct Namespace {
    let name: String
    var bucket = SortedBucket()
  }

  private let resource: GroupVersionResource
  private var entries: [ObjectKey: CacheEntry] = [:]
  /// The namespaces with visible objects, in the order of their names.
  private var namespaces: [Namespace] = []
  private var indexers: [Indexer] = []
  private var indexes: [[TextKey: SortedBucket]] = []
  /// The entries with an own write, in no order. Each knows its position.
  private var ownWrites: [CacheEntry] = []
  /// The newest revision that the list or the watch has brought.
  private(set) var revision = ResourceRevision.unknown
  private(set) var resourceVersion = ""
  private(set) var isSynced = false

  init(of resource: GroupVersionResource) {
    self.resource = resource
  }

  var count: Int { entries.count }

  // MARK: Indexes

  mutating func addIndexer(_ indexer: Indexer) {
    guard !indexers.contains(where: { $0.name == indexer.name }) else { return }
    indexers.append(indexer)
    indexes.append([:])
    let position = indexers.count - 1
    for entry in allEntries() {
      guard let visible = entry.visible else { continue }
      entry.indexValues.append([])
      setIndexValues(indexer.values(visible), of: entry, at: position)
    }
  }

  var indexNames: [String] { indexers.map(\.name) }

  // MARK: Reading

  func get(_ key: ObjectKey) -> DynamicObject? { entries[key]?.visible }

  func list(namespace: String?) -> [DynamicObject] {
    if let namespace { return position(of: namespace).map { namespaces[$0].bucket.visible } ?? [] }
    var result: [DynamicObject] = []
    result.reserveCapacity(entries.count)
    for namespace in namespaces { namespace.bucket.appendVisible(to: &result) }
    return result
  }

  /// What stands under a value of an index; `nil` when there is no such index.
  func bucket(index: String, value: String) -> SortedBucket? {
    guard let position = indexers.firstIndex(where: { $0.name == index }) else { return nil }
    return indexes[position][TextKey(value)] ?? SortedBucket()
  }

  /// The positions of a namespace among those with visible objects, or of all.
  func positions(of namespace: String?) -> Range<Int> {
    guard let namespace else { return namespaces.indices }
    return position(of: namespace).map { $0..<$0 + 1 } ?? 0..<0
  }

  /// What stands in the namespace at a position.
  func bucket(at position: Int) -> SortedBucket { namespaces[position].bucket }

  /// The values of an index under which there are objects, in byte order.
  func values(ofIndex index: String) -> [String]? {
    guard let position = indexers.firstIndex(where: { $0.name == index }) else { return nil }
    return indexes[position].filter { !$0.value.isEmpty }.keys.map(\.text)
      .sorted { $0.bytewisePrecedes($1) }
  }

  private func allEntries() -> [CacheEntry] {
    namespaces.flatMap { $0.bucket.entries }
  }

  private func position(of namespace: String) -> Int? {
    let position = insertionPoint(of: namespace)
    return position < namespaces.count && namespaces[position].name == namespace ? position : nil
  }

  /// The first position whose namespace is not before `namespace`.
  private func insertionPoint(of namespace: String) -> Int {
    namespaces.partitioningIndex { !$0.name.bytewisePrecedes(namespace) }
  }

  // MARK: What the watch says

  mutating func apply(_ events: [WatchEvent]) -> [ObservedChange] {
    var changes: [ObservedChange] = []
    changes.reserveCapacity(events.count)
    for event in events {
      switch event {
      case .added(let object), .modified(let object):
        if let change = observe(object, isInitial: false) { changes.append(change) }
      case .deleted(let object):
        if let change = observeDeletion(of: object) { changes.append(change) }
      case .bookmark(let resourceVersion, _):
        advance(to: resourceVersion)
        changes += dropOwnWrites()
      }
    }
    return changes
  }

  /// Takes a whole list as the state of the resource.
  mutating func replace(with objects: [DynamicObject], resourceVersion: String) -> [ObservedChange] {
    var changes: [ObservedChange] = []
    let former = entries.isEmpty ? [] : entries.values.sorted { $0.key < $1.key }
    for object in objects {
      if let end = observeReplacement(by: object) { changes.append(end) }
      if let change = observe(object, isInitial: !isSynced) { changes.append(change) }
    }
    if !former.isEmpty { changes += ends(of: former, but: Set(objects.map(\.key))) }
    revision = .unknown
    advance(to: resourceVersion)
    changes += dropOwnWrites()
    isSynced = true
    return changes
  }

  /// Lets those go that a whole list does not have.
  private mutating func ends(of former: [CacheEntry], but keys: Set<ObjectKey>) -> [ObservedChange] {
    var changes: [ObservedChange] = []
    for entry in former where !keys.contains(entry.key) {
      guard let observed = entry.observed else { continue }
      changes.append(end(of: entry, observed))
      entry.observed = nil
      settle(entry)
    }
    return changes
  }

  /// Another object took the name while nobody watched: the one of before ends first, as a watch would have told.
  private func observeReplacement(by object: DynamicObject) -> ObservedChange? {
    guard let entry = entries[object.key], let old = entry.observed, old.uid != object.uid else { return nil }
    entry.observed = nil
    entry.observedRevision = .unknown
    return end(of: entry, old)
  }

  private mutating func observe(_ object: DynamicObject, isInitial: Bool) -> ObservedChange? {
    let resourceVersion = object.resourceVersion
    let revision = ResourceRevision(resourceVersion)
    let entry = entry(for: object.key)
    let old = entry.observed
    if old != nil, revision != .unknown, revision <= entry.observedRevision { return nil }
    entry.observed = object
    entry.observedRevision = revision
    if let ownWrite = entry.ownWrite, ownWrite.revision <= revision { forgetOwnWrite(of: entry) }
    settle(entry)
    advance(to: resourceVersion, revision)
    let change = Change(old == nil ? .added : .modified, object, old: old, isInitial: isInitial)
    return ObservedChange(change, of: resource, key: entry.key, resourceVersion: resourceVersion)
  }

  private mutating func observeDeletion(of object: DynamicObject) -> ObservedChange? {
    let resourceVersion = object.resourceVersion
    advance(to: resourceVersion)
    guard let entry = entries[object.key], let old = entry.observed else { return nil }
    entry.observed = nil
    if let ownWrite = entry.ownWrite, !isLater(ownWrite, than: object) { forgetOwnWrite(of: entry) }
    settle(entry)
    let change = Change(.deleted, object, old: old)
    return ObservedChange(change, of: resource, key: entry.key, resourceVersion: resourceVersion)
  }

  /// The end of an object whose last state is the one that is known.
  private func end(of entry: CacheEntry, _ last: DynamicObject) -> ObservedChange {
    let change = Change(.deleted, last, old: last)
    return ObservedChange(change, of: resource, key: entry.key, resourceVersion: last.resourceVersion)
  }

  /// Whether an own write is of an object made after `deleted` was.
  private func isLater(_ ownWrite: OwnWrite, than deleted: DynamicObject) -> Bool {
    guard case .written(let object, let revision) = ownWrite else { return false }
    return object.uid != deleted.uid && revision > ResourceRevision(deleted.resourceVersion)
  }

  private mutating func advance(to resourceVersion: String) {
    advance(to: resourceVersion, ResourceRevision(resourceVersion))
  }

  private mutating func advance(to resourceVersion: String, _ revision: ResourceRevision) {
    guard revision == .unknown || revision > self.revision else { return }
    self.revision = revision
    self.resourceVersion = resourceVersion
  }

  // MARK: What this process wrote

  /// Shows readers a written object until the watch has caught up. Nothing to do when it already has.
  mutating func overlay(_ object: DynamicObject) {
    let revision = ResourceRevision(object.resourceVersion)
    guard isSynced, revision > self.revision else { return }
    let entry = entry(for: object.key)
    if let ownWrite = entry.ownWrite, ownWrite.revision >= revision { return }
    note(.written(object, revision), of: entry)
    settle(entry)
  }

  /// Hides a deleted object from readers until the watch has brought its end.
  mutating func overlayDeletion(of object: DynamicObject) {
    guard let entry = entries[object.key], let current = entry.current else { return }
    guard object.uid == nil || current.uid == object.uid else { return }
    let revision = max(ResourceRevision(object.resourceVersion), ResourceRevision(current.resourceVersion))
    guard revision != .unknown else { return }
    note(.deleted(current, revision), of: entry)
    settle(entry)
  }

  /// Forgets the own writes that the watch has passed: their events came, or never will.
  ///
  /// - Returns: The ends of objects that came and went while nobody watched: readers have seen them, and handlers
  ///   would hear nothing of them otherwise.
  private mutating func dropOwnWrites() -> [ObservedChange] {
    guard !ownWrites.isEmpty else { return [] }
    var ends: [ObservedChange] = []
    for entry in ownWrites.sorted(by: { $0.key < $1.key }) {
      guard let ownWrite = entry.ownWrite, ownWrite.revision <= revision else { continue }
      if entry.observed == nil { ends.append(end(of: entry, ownWrite.object)) }
      forgetOwnWrite(of: entry)
      settle(entry)
    }
    return ends
  }

  private mutating func note(_ ownWrite: OwnWrite, of entry: CacheEntry) {
    if entry.ownWrite == nil {
      entry.ownWritePosition = ownWrites.count
      ownWrites.append(entry)
    }
    entry.ownWrite = ownWrite
  }

  /// - Precondition: The entry has an own write.
  private mutating func forgetOwnWrite(of entry: CacheEntry) {
    entry.ownWrite = nil
    let last = ownWrites.removeLast()
    guard last !== entry else { return }
    last.ownWritePosition = entry.ownWritePosition
    ownWrites[last.ownWritePosition] = last
  }

  // MARK: Entries

  private mutating func entry(for key: ObjectKey) -> CacheEntry {
    if let entry = entries[key] { return entry }
    // Where there is one object, there are most often a few.
    if entries.isEmpty { entries.reserveCapacity(8) }
    let entry = CacheEntry(key: key)
    entries[key] = entry
    return entry
  }

  /// Brings what readers see, and the indexes, in line with the entry.
  private mutating func settle(_ entry: CacheEntry) {
    let current = entry.current
    let former = entry.visible
    entry.visible = current
    // What was written is read back the same.
    if let current, let former, current.fields.isIdentical(to: former.fields) { return }
    if let current {
      if former == nil { show(entry) }
      for position in indexers.indices where !indexers[position].isSame(former, current) {
        setIndexValues(indexers[position].values(current), of: entry, at: position)
      }
    } else {
      if former != nil { hide(entry) }
      if entry.observed == nil, entry.ownWrite == nil { entries[entry.key] = nil }
    }
  }

  private mutating func show(_ entry: CacheEntry) {
    let name = entry.key.namespace
    let position = insertionPoint(of: name)
    if position == namespaces.count || namespaces[position].name != name {
      namespaces.insert(Namespace(name: name), at: position)
    }
    namespaces[position].bucket.insert(entry)
    entry.indexValues = Array(repeating: [], count: indexers.count)
  }

  private mutating func hide(_ entry: CacheEntry) {
    if let position = position(of: entry.key.namespace) {
      namespaces[position].bucket.remove(entry)
      if namespaces[position].bucket.isEmpty { namespaces.remove(at: position) }
    }
    for position in indexers.indices { setIndexValues([], of: entry, at: position) }
  }

  private mutating func setIndexValues(_ values: [String], of entry: CacheEntry, at position: Int) {
    let old = entry.indexValues[position]
    guard old != values else { return }
    for value in old where !values.contains(value) {
      let key = TextKey(value)
      indexes[position][key]?.remove(entry)
      if indexes[position][key]?.isEmpty == true { indexes[position][key] = nil }
    }
    for value in values where !old.contains(value) {
      indexes[position][TextKey(value), default: SortedBucket()].insert(entry)
    }
    entry.indexValues[position] = values
  }
}
