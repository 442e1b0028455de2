import Synchronization

/// A log in memory: nothing survives the process.
///
/// It uses no thread and never suspends, so that a store on it is deterministic under a single-threaded
/// executor. A second store opened on the same backend, after the first was closed or abandoned, finds
/// everything: a test restarts a server that way.
public final class MemoryBackend: StoreBackend {
  private struct Log {
    var records: [UInt64: BackendRecord] = [:]
    /// What has come since the last compaction: most logs never see one.
    var fresh: [BackendRecord] = []
    var compacted: UInt64 = 0

    mutating func sortIn() {
      for record in fresh { records[record.object.revision] = record }
      fresh = []
    }
  }

  private let log = Mutex(Log())

  public init() {}

  public func load() async throws(BackendError) -> BackendContents {
    log.withLock { log in
      log.sortIn()
      let records = log.records.values.sorted { $0.object.revision < $1.object.revision }
      return BackendContents(records: records, compacted: log.compacted)
    }
  }

  public func append(_ batch: BackendBatch) async throws(BackendError) {
    log.withLock { log in
      log.fresh += batch.records
      guard let compaction = batch.compaction else { return }
      log.sortIn()
      log.compacted = max(log.compacted, compaction.revision)
      for revision in compaction.obsolete { log.records[revision] = nil }
    }
  }

  public func close() async {}
}
