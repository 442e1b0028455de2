// A process that writes to a store until it is killed, for the test that kills it.
//
//     store-crasher FOLDER SEED WRITERS
//
// It prints `open REVISION` when the store is open, and `KIND REVISION KEY` for each acknowledged write.

import ObjectStore
import ObjectStoreTesting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a line at once: several writers do not mix theirs, and none stays in a buffer when the process
/// dies.
@Sendable func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

/// Writes to ten objects that nobody else writes to.
@Sendable func writeForever(to store: ObjectStore, writer: Int, seed: UInt64) async throws {
  var random = SeededRandom(seed: seed &* 1000 &+ UInt64(writer))
  for value in 0... {
    let name = "object-\(Int.random(in: 0..<10, using: &random))"
    let key = StoreKey(resource: "pods", namespace: "writer-\(writer)", name: name)
    let fill = Int.random(in: 0..<3000, using: &random)
    let done: StoredObject
    let kind: String
    if let current = store.get(key) {
      let deletes = Int.random(in: 0..<4, using: &random) == 0
      kind = deletes ? "deleted" : "modified"
      done = try await store.commit(
        deletes
          ? SampleObject.delete(key, expected: current.revision)
          : SampleObject.update(key, expected: current.revision, value: value, fill: fill))
    } else {
      kind = "added"
      done = try await store.commit(SampleObject.create(key, value: value, fill: fill))
    }
    say("\(kind) \(done.revision) \(key.namespace)/\(key.name)")
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let seed = UInt64(arguments[2]), let writers = Int(arguments[3]) else {
  say("usage: store-crasher FOLDER SEED WRITERS")
  exit(2)
}
do {
  let store = try await ObjectStore(
    backend: SQLiteBackend(folder: arguments[1]), options: StoreOptions(historyEvents: 3000))
  say("open \(store.currentRevision)")
  try await withThrowingTaskGroup(of: Void.self) { group in
    for writer in 0..<writers {
      group.addTask { try await writeForever(to: store, writer: writer, seed: seed) }
    }
    try await group.waitForAll()
  }
} catch {
  say("failed: \(error)")
  exit(1)
}
