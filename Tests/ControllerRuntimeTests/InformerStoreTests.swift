import APIMachinery
import KubernetesClient
import Testing

@testable import ControllerRuntime

@Suite struct InformerStoreTests {
  private func cup(_ name: String, _ revision: Int, color: String = "white", uid: String? = nil)
    -> DynamicObject
  {
    var cup = Cup.named(name, color: color)
    cup.metadata.resourceVersion = "\(revision)"
    cup.metadata.uid = uid ?? "uid-\(name)"
    return DynamicObject(cup)
  }

  private func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "default", name: name) }

  private func store(_ objects: [DynamicObject] = [], revision: Int = 10) -> InformerStore {
    var store = InformerStore(of: Cup.definition.groupVersionResource)
    store.addIndexer(Indexer(name: "color") { [$0.view(as: Cup.self).color].compactMap { $0 } })
    _ = store.replace(with: objects, resourceVersion: "\(revision)")
    return store
  }

  private func names(_ objects: [DynamicObject]?) -> [String] { (objects ?? []).map(\.key.name) }

  @Test func `events change what is read, listed and indexed, in the order of keys`() {
    var store = store([cup("b", 3), cup("a", 4, color: "blue")])
    #expect(names(store.list(namespace: nil)) == ["a", "b"])
    let changes = store.apply([
      .modified(cup("b", 11, color: "blue")), .added(cup("c", 12)), .deleted(cup("a", 13, color: "blue")),
    ])
    #expect(changes.map(\.change.type) == [.modified, .added, .deleted])
    #expect(changes.map { $0.change.old?.resourceVersion } == ["3", nil, "4"])
    #expect(names(store.list(namespace: "default")) == ["b", "c"])
    #expect(names(store.bucket(index: "color", value: "blue")?.visible) == ["b"])
    #expect(names(store.bucket(index: "color", value: "white")?.visible) == ["c"])
    #expect(store.bucket(index: "size", value: "1")?.visible == nil)
    #expect(store.values(ofIndex: "color") == ["blue", "white"])
    #expect(store.resourceVersion == "13")
  }

  @Test func `an event that was seen before changes nothing`() {
    var store = store([cup("a", 9)])
    #expect(store.apply([.modified(cup("a", 9)), .added(cup("a", 8, color: "old"))]).isEmpty)
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "white")
  }

  @Test func `a new list reports what changed and what went while nobody watched`() {
    var store = store([cup("a", 1), cup("b", 2), cup("c", 3)])
    let changes = store.replace(with: [cup("a", 1), cup("b", 12), cup("d", 13)], resourceVersion: "14")
    #expect(changes.map(\.change.object.key.name) == ["b", "d", "c"])
    #expect(changes.map(\.change.type) == [.modified, .added, .deleted])
    #expect(changes.allSatisfy { !$0.change.isInitial })
  }

  @Test func `a name that another object took while nobody watched is an end and a beginning`() {
    var store = store([cup("a", 1, color: "blue"), cup("b", 2)])
    let changes = store.replace(
      with: [cup("a", 11, color: "red", uid: "another"), cup("b", 2)], resourceVersion: "14")
    #expect(changes.map(\.change.type) == [.deleted, .added])
    #expect(changes.map(\.change.object.uid) == ["uid-a", "another"])
    #expect(changes.map { $0.change.old?.uid } == ["uid-a", nil])
    #expect(names(store.bucket(index: "color", value: "red")?.visible) == ["a"])
    #expect(names(store.bucket(index: "color", value: "blue")?.visible) == [])
  }

  @Test func `the first list is initial`() {
    var store = InformerStore(of: Cup.definition.groupVersionResource)
    let changes = store.replace(with: [cup("a", 1)], resourceVersion: "1")
    #expect(changes.map(\.change.isInitial) == [true])
  }

  // MARK: Own writes

  @Test func `handlers hear of the end of an own object that came and went while nobody watched`() {
    var store = store([cup("a", 5)])
    store.overlay(cup("b", 11))
    store.overlay(cup("c", 12))
    store.overlayDeletion(of: cup("c", 13))
    store.overlay(cup("d", 15))
    let changes = store.replace(with: [cup("a", 5)], resourceVersion: "14")
    #expect(changes.map(\.change.type) == [.deleted, .deleted])
    #expect(changes.map(\.change.object.key.name) == ["b", "c"])
    #expect(changes.map { $0.change.old?.key.name } == ["b", "c"])
    #expect(names(store.list(namespace: nil)) == ["a", "d"])
  }

  @Test func `an own write is read at once, and handlers still see the change that the watch brings`() {
    var store = store([cup("a", 5)])
    store.overlay(cup("a", 11, color: "red"))
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "red")
    #expect(names(store.bucket(index: "color", value: "red")?.visible) == ["a"])
    #expect(names(store.bucket(index: "color", value: "white")?.visible) == [])
    let changes = store.apply([.modified(cup("a", 11, color: "red"))])
    #expect(changes.first?.change.old?.view(as: Cup.self).color == "white")
    #expect(store.get(key("a"))?.resourceVersion == "11")
  }

  @Test func `an older event does not hide an own write`() {
    var store = store([cup("a", 5)])
    store.overlay(cup("a", 12, color: "red"))
    let changes = store.apply([.modified(cup("a", 11, color: "blue"))])
    #expect(changes.count == 1)
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "red")
    _ = store.apply([.modified(cup("a", 12, color: "red")), .modified(cup("a", 13, color: "green"))])
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "green")
  }

  @Test func `an own write that the watch has passed already is not shown again`() {
    var store = store()
    _ = store.apply([.added(cup("a", 11)), .deleted(cup("a", 12))])
    store.overlay(cup("a", 11))
    #expect(store.get(key("a")) == nil)
    #expect(store.list(namespace: nil).isEmpty)
  }

  @Test func `an own creation whose events never come goes with the next bookmark`() {
    var store = store()
    store.overlay(cup("a", 11))
    #expect(store.get(key("a")) != nil)
    _ = store.apply([.bookmark(resourceVersion: "20", initialEventsEnd: false)])
    #expect(store.get(key("a")) == nil)
    #expect(store.count == 0)
  }

  @Test func `a deleted object is gone at once, and its late changes do not bring it back`() {
    var store = store([cup("a", 5)])
    store.overlayDeletion(of: cup("a", 12))
    #expect(store.get(key("a")) == nil)
    #expect(store.list(namespace: "default").isEmpty)
    let late = store.apply([.modified(cup("a", 11, color: "red"))])
    #expect(late.count == 1)
    #expect(store.get(key("a")) == nil)
    let end = store.apply([.deleted(cup("a", 12))])
    #expect(end.map(\.change.type) == [.deleted])
    #expect(store.count == 0)
  }

  @Test func `a deletion that the watch has brought already hides nothing`() {
    var store = store([cup("a", 5)])
    _ = store.apply([.deleted(cup("a", 11)), .added(cup("a", 12, uid: "another"))])
    store.overlayDeletion(of: cup("a", 11))
    #expect(store.get(key("a"))?.uid == "another")
  }

  @Test func `an object made anew under the name of a deleted one is read at once`() {
    var store = store([cup("a", 5)])
    store.overlayDeletion(of: cup("a", 11))
    store.overlay(cup("a", 12, uid: "another"))
    #expect(store.get(key("a"))?.uid == "another")
    _ = store.apply([.deleted(cup("a", 11))])
    #expect(store.get(key("a"))?.uid == "another")
    let changes = store.apply([.added(cup("a", 12, uid: "another"))])
    #expect(changes.map(\.change.type) == [.added])
    #expect(store.get(key("a"))?.uid == "another")
  }

  @Test func `an object that outlives its deletion is seen again`() {
    var store = store([cup("a", 5)])
    store.overlayDeletion(of: cup("a", 6))
    _ = store.apply([.modified(cup("a", 11, color: "kept"))])
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "kept")
  }

  @Test func `an own write newer than a new list stays, an older one goes`() {
    var store = store([cup("a", 5), cup("b", 5)])
    store.overlay(cup("a", 15, color: "red"))
    store.overlay(cup("b", 30, color: "red"))
    _ = store.replace(with: [cup("a", 18, color: "blue"), cup("b", 5)], resourceVersion: "20")
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "blue")
    #expect(store.get(key("b"))?.view(as: Cup.self).color == "red")
  }

  @Test func `revisions that are no numbers are taken as they come`() {
    var store = InformerStore(of: Cup.definition.groupVersionResource)
    func odd(_ revision: String, color: String) -> DynamicObject {
      var object = cup("a", 0, color: color)
      object.metadata.resourceVersion = revision
      return object
    }
    _ = store.replace(with: [odd("x1", color: "white")], resourceVersion: "x1")
    store.overlay(odd("x3", color: "red"))
    #expect(store.get(key("a"))?.view(as: Cup.self).color == "white")
    #expect(store.apply([.modified(odd("x2", color: "blue"))]).count == 1)
    #expect(store.resourceVersion == "x2")
  }
}
