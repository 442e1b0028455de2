import ObjectStore

extension StoreConformance {
  private static let key = StoreKey(resource: "pods", namespace: "default", name: "web")

  /// What the store does on the backend, within one run.
  static let commitChecks: [Check] = [
    Check(name: "create, update and delete compare revisions") { factory in
      let store = try await factory.store("commits")
      let created = try await store.commit(SampleObject.create(key, value: 1))
      try requireEqual(created.revision, 2, "the revision of the first commit")
      try await requireError("a second create") {
        try await store.commit(SampleObject.create(key, value: 2))
      } matches: { error in
        if case .alreadyExists(let current) = error { current.revision == created.revision } else { false }
      }
      let updated = try await store.commit(SampleObject.update(key, expected: created.revision, value: 2))
      try requireEqual(updated.createRevision, created.revision, "the revision of the creation")
      try await requireError("an update of an old version") {
        try await store.commit(SampleObject.update(key, expected: created.revision, value: 3))
      } matches: { error in
        if case .conflict(let current) = error { current.revision == updated.revision } else { false }
      }
      try await requireError("a deletion of an old version") {
        try await store.commit(SampleObject.delete(key, expected: created.revision))
      } matches: {
        if case .conflict = $0 { true } else { false }
      }
      let deleted = try await store.commit(SampleObject.delete(key, expected: updated.revision))
      try requireEqual(SampleObject.value(of: deleted), 2, "the final state")
      try require(store.get(key) == nil, "a deleted object is gone")
      try await requireError("a second deletion") {
        try await store.commit(SampleObject.delete(key))
      } matches: {
        if case .notFound(key) = $0 { true } else { false }
      }
      try await requireError("an update of nothing") {
        try await store.commit(SampleObject.update(key, expected: deleted.revision, value: 3))
      } matches: {
        if case .notFound(key) = $0 { true } else { false }
      }
      await store.close()
    },
    Check(name: "a group of writes is done together or not at all") { factory in
      let store = try await factory.store("groups")
      let other = StoreKey(resource: "nodes", namespace: "", name: "one")
      let first = try await store.commit([SampleObject.create(key), SampleObject.create(other)])
      try requireEqual(first.map(\.revision), [2, 3], "revisions")
      try await requireError("a group with a conflict") {
        try await store.commit([
          SampleObject.update(key, expected: 2, value: 5), SampleObject.update(other, expected: 2, value: 5),
        ])
      } matches: {
        if case .conflict = $0 { true } else { false }
      }
      try requireEqual(store.get(key)?.revision, 2, "revision")
      try requireEqual(store.currentRevision, 3, "revision of the store")
      await store.close()
    },
    Check(name: "many writers that compare and set lose no update") { factory in
      let store = try await factory.store("counter")
      try await store.commit(SampleObject.create(key, value: 0))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<16 { group.addTask { for _ in 0..<20 { try await increment(in: store) } } }
        try await group.waitForAll()
      }
      try requireEqual(store.get(key).flatMap(SampleObject.value), 320, "the sum")
      await store.close()
    },
    Check(name: "watchers get every event once, in order, while many write") { factory in
      let store = try await factory.store("watch")
      let watches = try (0..<4).map { _ in try store.watch(resource: "pods", from: store.currentRevision) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for watch in watches { group.addTask { try await follow(watch, to: 401) } }
        for writer in 0..<8 {
          group.addTask {
            for number in 0..<50 {
              let key = StoreKey(resource: "pods", namespace: "ns-\(writer)", name: "p-\(number)")
              try await store.commit(SampleObject.create(key, value: number))
            }
          }
        }
        try await group.waitForAll()
      }
      await store.close()
    },
  ]

  private static func increment(in store: ObjectStore) async throws {
    while true {
      guard let current = store.get(key), let value = SampleObject.value(of: current) else {
        throw ConformanceFailure(description: "the counter is not there")
      }
      do {
        try await store.commit(SampleObject.update(key, expected: current.revision, value: value + 1))
        return
      } catch StoreError.conflict(let newer) {
        try require(newer.revision > current.revision, "a conflict gives a newer version")
        try require((store.get(key)?.revision ?? 0) >= newer.revision, "a conflict is with what can be read")
      }
    }
  }

  /// Reads a watch that sees all of the store's events until `end`.
  private static func follow(_ watch: StoreWatch, to end: UInt64) async throws {
    var revision: UInt64 = 1
    while revision < end, let batch = try await watch.next() {
      for event in batch.events {
        revision += 1
        try requireEqual(event.revision, revision, "the revision of the event")
        try require(SampleObject.value(of: event.object) != nil, "\(event) is whole")
      }
      try require(batch.revision >= revision, "the bookmark is not behind the events")
    }
    try requireEqual(revision, end, "the last event")
  }
}
