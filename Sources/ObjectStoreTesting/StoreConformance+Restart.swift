import ObjectStore

extension StoreConformance {
  private static func key(_ name: String) -> StoreKey {
    StoreKey(resource: "pods", namespace: "default", name: name)
  }

  /// What a store finds when it is opened again.
  static let restartChecks: [Check] = [
    Check(name: "a restarted store has the objects and goes on from its revision") { factory in
      let store = try await factory.store("restart")
      let a = try await store.commit(SampleObject.create(key("a"), value: 1, fill: 5000))
      try await store.commit(SampleObject.create(key("b"), value: 2))
      try await store.commit(SampleObject.delete(key("b")))
      let last = store.currentRevision
      await store.close()
      let again = try await factory.store("restart")
      try requireEqual(again.currentRevision, last, "the revision after the restart")
      try requireEqual(again.list(resource: "pods").objects.map(\.key), [key("a")], "the objects")
      try requireEqual(again.get(key("a"))?.header, a.header, "the header")
      try require(again.get(key("a"))?.bytes == a.bytes, "the bytes")
      let next = try await again.commit(SampleObject.update(key("a"), expected: a.revision, value: 3))
      try requireEqual(next.revision, last + 1, "the next revision")
      try requireEqual(next.createRevision, a.revision, "the revision of the creation")
      await again.close()
    },
    Check(name: "revisions do not go back after the last deletion was compacted") { factory in
      let store = try await factory.store("compacted")
      try await store.commit(SampleObject.create(key("a")))
      try await store.commit(SampleObject.delete(key("a")))
      try await store.compact(before: store.currentRevision)
      let last = store.currentRevision
      await store.close()
      let again = try await factory.store("compacted")
      try requireEqual(again.currentRevision, last, "the revision after the restart")
      try requireEqual(again.oldestRevision, last, "the oldest revision")
      try await requireError("a watch of what was compacted") {
        _ = try again.watch(resource: "pods", from: last - 1)
      } matches: {
        if case .expired(_, last) = $0 { true } else { false }
      }
      await again.close()
    },
    Check(name: "watches and old lists reach back before a restart") { factory in
      let store = try await factory.store("history")
      for name in ["a", "b", "c"] { try await store.commit(SampleObject.create(key(name), value: 1)) }
      try await store.compact(before: 3)
      try await store.commit(SampleObject.update(key("a"), expected: 2, value: 2))
      try await store.commit(SampleObject.delete(key("b")))
      await store.close()
      let again = try await factory.store("history")
      let events = try await again.watch(resource: "pods", from: 3).next()?.events ?? []
      try requireEqual(events.map(\.kind), [.added, .modified, .deleted], "the kinds of the events")
      try requireEqual(events.map(\.revision), [4, 5, 6], "the revisions of the events")
      try requireEqual(events.map { $0.previous?.revision }, [nil, 2, 3], "the versions before")
      try requireEqual(
        again.list(resource: "pods", at: 4).objects.map(\.revision), [2, 3, 4], "the list at revision 4")
      await again.close()
    },
    Check(name: "a history within bounds keeps a log within bounds") { factory in
      let options = StoreOptions(historyEvents: 10)
      let store = try await factory.store("bounds", options)
      var last = try await store.commit(SampleObject.create(key("a"))).revision
      for value in 0..<600 {
        last = try await store.commit(SampleObject.update(key("a"), expected: last, value: value)).revision
      }
      await store.close()
      let backend = try factory.backend("bounds")
      let contents = try await backend.load()
      await backend.close()
      try require(
        contents.records.count < 300, "the log holds \(contents.records.count) records of one object")
      let again = try await factory.store("bounds", options)
      try requireEqual(again.get(key("a"))?.revision, last, "the revision of the object")
      await again.close()
    },
  ]
}
