import ObjectStore
import ObjectStoreTesting
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that writes is killed at random moments; what it acknowledged must be there.
@Suite struct CrashTests {
  @Test(arguments: 0..<2)
  func `nothing acknowledged is lost when the process is killed`(round: Int) async throws {
    let folder = TemporaryFolder()
    var random = SeededRandom(seed: UInt64(round))
    var survivor = Survivor()
    for run in 0..<30 {
      let lines = try Crasher.run(
        folder: folder.path, seed: UInt64(round * 1000 + run), writers: 8,
        milliseconds: UInt32.random(in: 1...60, using: &random))
      try await survivor.check(lines, folder: folder.path)
    }
    #expect(survivor.acknowledged >= 26, "most processes acknowledged something before they were killed")
  }
}

/// What must have survived so far.
private struct Survivor {
  var acknowledged = 0
  private var newest: UInt64 = 1

  /// Checks the store against what the last process said before it was killed.
  mutating func check(_ lines: [[Substring]], folder: String) async throws {
    let store = try await ObjectStore(
      backend: SQLiteBackend(folder: folder), options: StoreOptions(historyEvents: 3000))
    let events = try await history(of: store)
    for line in lines {
      let revision = try #require(UInt64(line[1]))
      if line[0] == "open" {
        #expect(revision >= newest, "the revision went back at the start")
        continue
      }
      acknowledged += 1
      #expect(store.currentRevision >= revision, "the revision went back")
      guard revision > store.oldestRevision else { continue }
      let event = try #require(events[revision], "the write of revision \(revision) is lost")
      #expect("\(event.kind)" == line[0])
      #expect("\(event.key.namespace)/\(event.key.name)" == line[2])
    }
    #expect(store.currentRevision >= newest)
    newest = store.currentRevision
    try checkState(of: store, events)
    await store.close()
  }

  /// All events that the store can tell; none is torn, and none is missing between two others.
  private func history(of store: ObjectStore) async throws -> [UInt64: StoreEvent] {
    let watch = try store.watch(resource: "pods", from: max(store.oldestRevision, 1))
    watch.requestProgress()
    let events = try await watch.next()?.events ?? []
    #expect(
      events.map(\.revision) == Array(events.indices).map { (events.first?.revision ?? 0) + UInt64($0) })
    #expect(events.allSatisfy { SampleObject.value(of: $0.object) != nil }, "an event is torn")
    return Dictionary(uniqueKeysWithValues: events.map { ($0.revision, $0) })
  }

  /// Each object is whole, and is what the last event of its key says.
  private func checkState(of store: ObjectStore, _ events: [UInt64: StoreEvent]) throws {
    let objects = try store.list(resource: "pods").objects
    #expect(objects.allSatisfy { SampleObject.value(of: $0) != nil }, "an object is torn")
    var last: [StoreKey: StoreEvent] = [:]
    for event in events.values.sorted(by: { $0.revision < $1.revision }) { last[event.key] = event }
    for (key, event) in last {
      #expect(store.get(key)?.revision == (event.kind == .deleted ? nil : event.revision))
    }
  }
}

/// Runs `store-crasher` and kills it.
private enum Crasher {
  /// The words of each line that the process wrote before it was killed.
  static func run(folder: String, seed: UInt64, writers: Int, milliseconds: UInt32) throws -> [[Substring]] {
    var pipe: [Int32] = [0, 0]
    try #require(Glibc.pipe(&pipe) == 0)
    let process = try spawn([path(), folder, String(seed), String(writers)], output: pipe[1])
    close(pipe[1])
    defer { close(pipe[0]) }
    // The time counts from the first acknowledged write, so that even a slow machine kills in the middle of the
    // load; one time in eight the process is killed while it starts.
    var output = seed % 8 == 0 ? [] : read(pipe[0], untilLines: 2)
    usleep(milliseconds * 1000)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(status & 0x7F == SIGKILL, "the process ended by itself")
    output += read(pipe[0], untilLines: .max)
    // A line that was cut off was not acknowledged.
    return output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
  }

  /// The helper lies beside the test program.
  private static func path() throws -> String {
    let test = CommandLine.arguments[0]
    let folder = test.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let path = folder + "/store-crasher"
    try #require(access(path, X_OK) == 0, "\(path) is not there")
    return path
  }

  private static func spawn(_ arguments: [String], output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, arguments[0], &actions, nil, &words, environ) == 0)
    return process
  }

  private static func read(_ file: Int32, untilLines limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    var lines = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while lines < limit {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer[..<count]
      lines += buffer[..<count].count { $0 == UInt8(ascii: "\n") }
    }
    return output
  }
}
