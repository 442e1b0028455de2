import CSQLite

/// The log of a store in a SQLite file: one row a version, in the order of the revisions.
///
/// A commit only appends: 64 writes of 1 KiB fill a dozen pages, wherever their keys lie. A version that
/// nothing needs any more is deleted later, together with others.
final class SQLiteLog {
  /// "SWLT", which tells our files from those of others.
  static let applicationID: Int64 = 0x5357_4C54
  static let format: Int64 = 1
  static let pageSize = 8192
  /// The write-ahead log goes into the database when it has this many pages.
  static let checkpointPages = 1000

  private let folder: DataFolder
  let connection: SQLiteConnection
  private let begin, commit, rollback, insert, delete, setCompacted: SQLiteStatement

  /// Opens or makes the log in a folder.
  init(folder path: String) throws(BackendError) {
    folder = try DataFolder(path: path)
    let file = path + "/store.db"
    do {
      connection = try SQLiteConnection(path: file)
      try Self.prepareFile(connection)
      begin = try connection.prepare("BEGIN IMMEDIATE")
      commit = try connection.prepare("COMMIT")
      rollback = try connection.prepare("ROLLBACK")
      insert = try connection.prepare(
        """
        INSERT INTO log (revision, kind, created, resource, namespace, name, header, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """)
      delete = try connection.prepare("DELETE FROM log WHERE revision = ?1")
      setCompacted = try connection.prepare("UPDATE state SET compacted = max(compacted, ?1)")
    } catch let error as SQLiteError {
      throw Self.openingFailure(error, file: file)
    } catch let error as BackendError {
      throw error
    } catch {
      throw BackendError(code: .rejected, message: "\(file): \(error)")
    }
  }

  /// Everything in the log, in the order of the revisions.
  func contents() throws(BackendError) -> BackendContents {
    do {
      let compacted = try connection.integer("SELECT compacted FROM state") ?? 0
      var contents = BackendContents(compacted: UInt64(bitPattern: compacted))
      let rows = try connection.prepare(
        """
        SELECT revision, kind, created, resource, namespace, name, header, bytes FROM log ORDER BY revision
        """)
      var coding = HeaderCoding()
      while try rows.step() { contents.records.append(try record(rows, &coding)) }
      return contents
    } catch let error as BackendError {
      throw error
    } catch let error as SQLiteError {
      throw Self.openingFailure(error, file: connection.path)
    } catch {
      throw BackendError(code: .rejected, message: "\(connection.path): \(error)")
    }
  }

  private func record(_ row: SQLiteStatement, _ coding: inout HeaderCoding) throws(BackendError)
    -> BackendRecord
  {
    let revision = UInt64(bitPattern: row.integer(0))
    guard let kind = UInt8(exactly: row.integer(1)).flatMap(StoreEvent.Kind.init(rawValue:)),
      let header = coding.decode(row.blob(6))
    else {
      throw BackendError(
        code: .corrupt, message: "\(connection.path): the record of revision \(revision) is damaged")
    }
    let key = StoreKey(
      resource: coding.shared(row.text(3)), namespace: coding.shared(row.text(4)), name: row.text(5))
    let object = StoredObject(
      key: key, revision: revision, createRevision: UInt64(bitPattern: row.integer(2)), header: header,
      bytes: row.blob(7))
    return BackendRecord(kind: kind, object: object)
  }

  /// Writes a batch in one transaction; one fsync.
  func append(_ batch: BackendBatch) throws(BackendError) {
    do throws(SQLiteError) {
      try begin.run()
      for record in batch.records { try append(record) }
      if let compaction = batch.compaction { try compact(compaction) }
      try commit.run()
    } catch {
      throw undo(after: error)
    }
  }

  private func append(_ record: BackendRecord) throws(SQLiteError) {
    let object = record.object
    insert.bind(object.revision, at: 1)
    insert.bind(UInt64(record.kind.rawValue), at: 2)
    insert.bind(object.createRevision, at: 3)
    insert.bind(object.key.resource, at: 4)
    insert.bind(object.key.namespace, at: 5)
    insert.bind(object.key.name, at: 6)
    insert.bind(copying: HeaderCoding.encode(object.header), at: 7)
    try insert.run(binding: object.bytes, at: 8)
  }

  private func compact(_ compaction: BackendCompaction) throws(SQLiteError) {
    for revision in compaction.obsolete.sorted() {
      delete.bind(revision, at: 1)
      try delete.run()
    }
    setCompacted.bind(compaction.revision, at: 1)
    try setCompacted.run()
  }

  /// Takes a failed transaction back; says whether anything of it can be in the file.
  private func undo(after error: SQLiteError) -> BackendError {
    if connection.isInTransaction { try? rollback.run() }
    let isUndone = !connection.isInTransaction
    // A full disk is found before anything counts as written. Of other failures one cannot know: the frames
    // may be in the file although their sync failed.
    let isCertain = isUndone && error.primaryCode == SQLITE_FULL
    return BackendError(
      code: isCertain ? .rejected : .uncertain, message: "cannot write \(connection.path): \(error.message)")
  }
}

extension SQLiteLog {
  private static func prepareFile(_ connection: SQLiteConnection) throws {
    // No other process comes in: SQLite needs neither file locks nor shared memory.
    try connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    switch try connection.integer("PRAGMA application_id") {
    case applicationID: break
    case 0 where try connection.integer("SELECT count(*) FROM sqlite_schema") == 0:
      try connection.execute("PRAGMA page_size = \(pageSize)")
    default: throw foreign(connection.path, "it belongs to another program")
    }
    guard try connection.text("PRAGMA journal_mode = WAL") == "wal" else {
      throw BackendError(
        code: .rejected,
        message: "\(connection.path) lies on a file system that cannot hold a write-ahead log")
    }
    try connection.execute("PRAGMA synchronous = FULL")
    try connection.execute("PRAGMA wal_autocheckpoint = \(checkpointPages)")
    try connection.execute("PRAGMA journal_size_limit = 67108864")
    try makeTables(connection)
    WriteAheadLogFile.fill(databasePath: connection.path, to: checkpointPages * pageSize)
  }

  private static func makeTables(_ connection: SQLiteConnection) throws {
    switch try connection.integer("PRAGMA user_version") {
    case format: return
    case 0: break
    case let version?: throw foreign(connection.path, "it has format \(version), written by a newer version")
    case nil: throw foreign(connection.path, "it has no format")
    }
    try connection.execute("BEGIN IMMEDIATE")
    try connection.execute(
      """
      CREATE TABLE log (
        revision INTEGER PRIMARY KEY, kind INTEGER NOT NULL, created INTEGER NOT NULL, resource TEXT NOT NULL,
        namespace TEXT NOT NULL, name TEXT NOT NULL, header BLOB, bytes BLOB)
      """)
    try connection.execute("CREATE TABLE state (compacted INTEGER NOT NULL)")
    try connection.execute("INSERT INTO state VALUES (0)")
    try connection.execute("PRAGMA application_id = \(applicationID)")
    try connection.execute("PRAGMA user_version = \(format)")
    try connection.execute("COMMIT")
  }

  private static func foreign(_ path: String, _ reason: String) -> BackendError {
    BackendError(code: .foreign, message: "\(path) is not a store that this version can open: \(reason)")
  }

  private static func openingFailure(_ error: SQLiteError, file: String) -> BackendError {
    switch error.primaryCode {
    case SQLITE_NOTADB:
      foreign(file, "it is no SQLite database")
    case SQLITE_CORRUPT:
      BackendError(
        code: .corrupt,
        message: "\(file) is damaged (\(error.message)); restore it from a copy, or move it away")
    case SQLITE_BUSY:
      BackendError(code: .locked, message: "\(file) is in use by another process")
    default:
      BackendError(code: .rejected, message: "cannot open \(file): \(error.message)")
    }
  }
}
