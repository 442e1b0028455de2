import CSQLite

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite.
final class SQLiteStatement {
  private let handle: OpaquePointer
  /// Keeps the connection open.
  private let connection: SQLiteConnection

  init(_ handle: OpaquePointer, of connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes to the next row; false when there is none, and then the statement is ready to run again.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let error = connection.error(code)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs the statement to its end.
  func run() throws(SQLiteError) {
    while try step() {}
  }
}

/// Tells SQLite to copy a value before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension SQLiteStatement {
  func bind(_ value: UInt64, at place: Int32) {
    sqlite3_bind_int64(handle, place, Int64(bitPattern: value))
  }

  func bind(_ value: String, at place: Int32) {
    var value = value
    value.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { text in
        // An empty buffer may have no address, which would bind NULL.
        _ =
          text.isEmpty
          ? sqlite3_bind_text(handle, place, "", 0, nil)
          : sqlite3_bind_text(handle, place, text.baseAddress, Int32(text.count), transient)
      }
    }
  }

  func bind(copying value: [UInt8], at place: Int32) {
    _ = value.withUnsafeBytes { bytes in
      sqlite3_bind_blob64(handle, place, bytes.baseAddress, UInt64(bytes.count), transient)
    }
  }

  /// Runs the statement with `value` bound without a copy.
  func run(binding value: [UInt8], at place: Int32) throws(SQLiteError) {
    let result = value.withUnsafeBytes { bytes -> Result<Void, SQLiteError> in
      sqlite3_bind_blob64(handle, place, bytes.baseAddress, UInt64(bytes.count), nil)
      defer { sqlite3_bind_null(handle, place) }
      do throws(SQLiteError) { return .success(try run()) } catch { return .failure(error) }
    }
    try result.get()
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String {
    guard let text = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
