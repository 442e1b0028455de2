import CSQLite

/// A connection to one SQLite file, used by one thread at a time.
final class SQLiteConnection {
  let path: String
  private let handle: OpaquePointer

  /// Opens the file, or makes it.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/open.html>
  init(path: String) throws(SQLiteError) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard let handle, code == SQLITE_OK else {
      let error = SQLiteError(code: code, handle: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    sqlite3_extended_result_codes(handle, 1)
    self.path = path
    self.handle = handle
  }

  deinit { sqlite3_close_v2(handle) }

  func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard let statement, code == SQLITE_OK else { throw SQLiteError(code: code, handle: handle) }
    return SQLiteStatement(statement, of: self)
  }

  /// Runs a statement once and drops its rows.
  func execute(_ sql: String) throws(SQLiteError) {
    let statement = try prepare(sql)
    while try statement.step() {}
  }

  /// The first column of the first row.
  func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Whether a transaction is open. Some errors roll it back by themselves, others leave it open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The first column of the first row.
  func text(_ sql: String) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.text(0) : nil
  }

  func error(_ code: Int32) -> SQLiteError { SQLiteError(code: code, handle: handle) }
}

/// What SQLite reported.
///
/// Related SQLite documentation: <https://www.sqlite.org/rescode.html>
struct SQLiteError: Error {
  /// The extended result code.
  let code: Int32
  let message: String

  init(code: Int32, handle: OpaquePointer?) {
    self.code = code
    let text = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    message = text.map { String(cString: $0) } ?? "unknown error"
  }

  var primaryCode: Int32 { code & 0xFF }
}
