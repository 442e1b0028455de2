import ObjectStore

extension StoreConformance {
  /// What the backend does as a log.
  static let logChecks: [Check] = [
    Check(name: "a new log is empty") { factory in
      let backend = try factory.backend("new")
      let contents = try await backend.load()
      try requireEqual(contents.records.count, 0, "records")
      try requireEqual(contents.compacted, 0, "compacted revision")
      await backend.close()
    },
    Check(name: "every kind of record comes back as it was") { factory in
      let records = [
        record(.added, 3, "a", bytes: []),
        record(.added, 4, "ünïcode/\u{0}", bytes: Array(0...255)),
        record(.modified, 9, "a", bytes: [UInt8](repeating: 7, count: 1 << 20)),
        record(.deleted, UInt64(Int64.max), "a", bytes: Array("final".utf8)),
      ]
      try await append([BackendBatch(records: records)], to: factory.backend("records"))
      let found = try await contents(of: factory.backend("records"))
      try requireEqual(found.records.count, records.count, "records")
      for (found, expected) in zip(found.records, records) { try requireSame(found, expected) }
    },
    Check(name: "a batch of a thousand records is whole") { factory in
      let records = (1...1000).map { record(.added, UInt64($0), "object-\($0)", bytes: Array("\($0)".utf8)) }
      try await append([BackendBatch(records: records)], to: factory.backend("thousand"))
      let found = try await contents(of: factory.backend("thousand"))
      try requireEqual(found.records.map(\.object.revision), Array(1...1000), "revisions")
    },
    Check(name: "a compaction takes the obsolete records out and is remembered") { factory in
      let backend = try factory.backend("compaction")
      let records = (2...6).map { record(.modified, UInt64($0), "a", bytes: []) }
      let compaction = BackendCompaction(revision: 5, obsolete: [4, 2, 3])
      try await append(
        [BackendBatch(records: records), BackendBatch(records: [], compaction: compaction)], to: backend)
      let found = try await contents(of: factory.backend("compaction"))
      try requireEqual(found.records.map(\.object.revision), [5, 6], "revisions")
      try requireEqual(found.compacted, 5, "compacted revision")
    },
    Check(name: "the revision of a compaction survives the last record") { factory in
      let backend = try factory.backend("last")
      let batch = BackendBatch(records: [record(.added, 7, "a", bytes: [])])
      let compaction = BackendCompaction(revision: 8, obsolete: [7])
      try await append([batch, BackendBatch(records: [], compaction: compaction)], to: backend)
      let found = try await contents(of: factory.backend("last"))
      try requireEqual(found.records.count, 0, "records")
      try requireEqual(found.compacted, 8, "compacted revision")
    },
  ]

  private static func record(
    _ kind: StoreEvent.Kind, _ revision: UInt64, _ name: String, bytes: [UInt8]
  ) -> BackendRecord {
    let header = ObjectHeader(
      labels: [("app.kubernetes.io/name-of-some-length", name), ("empty", "")],
      indexed: [("spec.nodeName", String(repeating: "n", count: 300))])
    let key = StoreKey(resource: "deployments.apps", namespace: name.isEmpty ? "" : "default", name: name)
    let object = StoredObject(
      key: key, revision: revision, createRevision: min(revision, 3), header: header, bytes: bytes)
    return BackendRecord(kind: kind, object: object)
  }

  private static func append(_ batches: [BackendBatch], to backend: any StoreBackend) async throws {
    _ = try await backend.load()
    for batch in batches { try await backend.append(batch) }
    await backend.close()
  }

  private static func contents(of backend: any StoreBackend) async throws -> BackendContents {
    let contents = try await backend.load()
    await backend.close()
    return contents
  }

  private static func requireSame(_ found: BackendRecord, _ expected: BackendRecord) throws {
    try requireEqual(found.kind, expected.kind, "kind")
    try requireEqual(found.object.key, expected.object.key, "key")
    try requireEqual(found.object.revision, expected.object.revision, "revision")
    try requireEqual(found.object.createRevision, expected.object.createRevision, "revision of the creation")
    try requireEqual(found.object.header, expected.object.header, "header")
    try require(found.object.bytes == expected.object.bytes, "the bytes of \(expected.object) differ")
  }
}
