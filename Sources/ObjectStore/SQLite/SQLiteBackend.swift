import Synchronization

/// A log in a SQLite file: the embedded default.
///
/// A batch is one transaction in WAL mode with `synchronous=FULL`: it is on the disk when `append` returns,
/// and one fsync serves all of its writers. All calls to SQLite are made on one thread of the backend's own.
///
/// The folder holds `store.db`, SQLite's `store.db-wal` beside it, and `store.lock`, which refuses a second
/// process.
///
/// Related SQLite documentation: <https://www.sqlite.org/wal.html>
public final class SQLiteBackend: StoreBackend {
  /// The data folder.
  public let folder: String
  private let session = Mutex<Session?>(nil)

  /// What there is between `load` and `close`.
  private struct Session: Sendable {
    let thread: WorkerThread
    let log: LogOnThread
  }

  /// Unchecked: `log` is touched by jobs on the session's thread only, which runs one at a time.
  private final class LogOnThread: @unchecked Sendable {
    var log: SQLiteLog?
  }

  /// A backend on a folder, which is made when it is not there. Nothing is opened before `load`.
  public init(folder: String) {
    self.folder = folder
  }

  public func load() async throws(BackendError) -> BackendContents {
    guard session.withLock({ $0 == nil }) else {
      throw BackendError(code: .locked, message: "the data folder \(folder) is open already")
    }
    let (thread, box, folder) = (try WorkerThread(), LogOnThread(), folder)
    let result = await thread.run { () -> Result<BackendContents, BackendError> in
      do throws(BackendError) {
        let log = try SQLiteLog(folder: folder)
        let contents = try log.contents()
        box.log = log
        return .success(contents)
      } catch {
        return .failure(error)
      }
    }
    let contents = try result.get()
    session.withLock { $0 = Session(thread: thread, log: box) }
    return contents
  }

  public func append(_ batch: BackendBatch) async throws(BackendError) {
    guard let session = session.withLock({ $0 }) else {
      throw BackendError(code: .rejected, message: "the data folder \(folder) is not open")
    }
    let box = session.log
    let result = await session.thread.run { () -> Result<Void, BackendError> in
      do throws(BackendError) {
        try box.log?.append(batch)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  public func close() async {
    let session = session.withLock { session in
      defer { session = nil }
      return session
    }
    guard let session else { return }
    let box = session.log
    await session.thread.run { box.log = nil }
  }
}
