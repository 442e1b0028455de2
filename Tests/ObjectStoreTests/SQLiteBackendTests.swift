import CSQLite
import ObjectStoreTesting
import Testing

@testable import ObjectStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SQLiteBackendTests {
  private let folder = TemporaryFolder()

  private func open() async throws(StoreError) -> ObjectStore {
    try await ObjectStore(backend: SQLiteBackend(folder: folder.path))
  }

  private func failureToOpen() async -> BackendError? {
    do {
      let store = try await open()
      await store.close()
      return nil
    } catch {
      guard case .unavailable(let reason) = error else { return nil }
      return reason
    }
  }

  private func write(_ bytes: [UInt8], at offset: Int) {
    let file = Glibc.open("\(folder.path)/store.db", O_RDWR | O_CREAT, 0o600)
    _ = pwrite(file, bytes, bytes.count, off_t(offset))
    close(file)
  }

  @Test func `a folder in use is refused, and is free once it is closed`() async throws {
    let store = try await open()
    let error = await failureToOpen()
    #expect(error?.code == .locked)
    #expect(error?.message.contains("\(folder.path) is in use by process \(getpid())") == true)
    await store.close()
    #expect(await failureToOpen() == nil)
  }

  @Test func `a store that is dropped without being closed frees its folder`() async throws {
    for _ in 0..<3 {
      let store = try await open()
      try await store.commit(SampleObject.create(.pod("p-\(store.currentRevision)")))
    }
    #expect(try await open().count(resource: "pods") == 3)
  }

  @Test func `folders are made where they are missing`() async throws {
    let store = try await ObjectStore(backend: SQLiteBackend(folder: "\(folder.path)/a/b/c"))
    try await store.commit(SampleObject.create(.pod("a")))
    await store.close()
    let error = await #expect(throws: StoreError.self) {
      _ = try await ObjectStore(backend: SQLiteBackend(folder: "/proc/nothing/here"))
    }
    #expect(error?.description.contains("cannot make /proc/nothing") == true)
  }

  @Test func `a file that is no database is refused and not touched`() async throws {
    write(
      Array("This is a letter to my aunt, and no database at all.\n".utf8)
        + [UInt8](repeating: 33, count: 9000), at: 0)
    let error = await failureToOpen()
    #expect(error?.code == .foreign)
    #expect(error?.message.contains("it is no SQLite database") == true)
  }

  @Test func `a database of another program is refused`() async throws {
    try withDatabase("CREATE TABLE letters (text); PRAGMA application_id = 7;")
    let error = await failureToOpen()
    #expect(error?.code == .foreign)
    #expect(error?.message.contains("it belongs to another program") == true)
  }

  @Test func `a store of a newer version is refused`() async throws {
    await (try open()).close()
    try withDatabase("PRAGMA user_version = 99;")
    let error = await failureToOpen()
    #expect(error?.code == .foreign)
    #expect(error?.message.contains("it has format 99") == true)
  }

  private func withDatabase(_ sql: String) throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open("\(folder.path)/store.db", &handle) == SQLITE_OK)
    try #require(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
  }

  @Test func `a damaged file is refused`() async throws {
    let store = try await open()
    try await store.commit((0..<200).map { SampleObject.create(.pod(podName($0)), fill: 1000) })
    await store.close()
    write([UInt8](repeating: 0xAA, count: 60_000), at: 40_000)
    #expect(await failureToOpen()?.code == .corrupt)
  }

  @Test func `a damaged header is refused`() async throws {
    let store = try await open()
    try await store.commit(SampleObject.create(.pod("a")))
    await store.close()
    try withDatabase("UPDATE log SET header = x'FF01';")
    let error = await failureToOpen()
    #expect(error?.code == .corrupt)
    #expect(error?.message.contains("the record of revision 2 is damaged") == true)
  }

  @Test func `a full disk refuses a batch whole, and takes the next when there is room`() throws {
    let log = try SQLiteLog(folder: folder.path)
    let pages = try #require(try log.connection.integer("PRAGMA page_count"))
    try log.connection.execute("PRAGMA max_page_count = \(pages + 2)")
    let batch = BackendBatch(records: (2..<20).map { record(revision: $0, bytes: 5000) })
    let error = #expect(throws: BackendError.self) { try log.append(batch) }
    #expect(error?.code == .rejected)
    #expect(error?.message.contains("full") == true)
    #expect(try log.contents().records.isEmpty)
    try log.connection.execute("PRAGMA max_page_count = 1000000")
    try log.append(batch)
    #expect(try log.contents().records.count == 18)
  }

  private func record(revision: UInt64, bytes: Int) -> BackendRecord {
    let object = StoredObject(
      key: .pod("p-\(revision)"), revision: revision, createRevision: revision, header: ObjectHeader(),
      bytes: [UInt8](repeating: 1, count: bytes))
    return BackendRecord(kind: .added, object: object)
  }

  @Test func `a commit is synced to the disk before it is acknowledged`() throws {
    let log = try SQLiteLog(folder: folder.path)
    #expect(try log.connection.text("PRAGMA journal_mode") == "wal")
    #expect(try log.connection.integer("PRAGMA synchronous") == 2)
  }
}
