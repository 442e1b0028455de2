public import ObjectStore

/// A backend in memory that notes every commit in a ``History``.
///
/// It is the narrowest place of the store: everything that is ever written comes by here, in the order of its
/// revisions, and looking at it here disturbs nobody.
public final class RecordingBackend: StoreBackend {
  private let base = MemoryBackend()
  private let history: History

  public init(history: History) {
    self.history = history
  }

  public func load() async throws(BackendError) -> BackendContents { try await base.load() }

  public func append(_ batch: BackendBatch) async throws(BackendError) {
    try await base.append(batch)
    for record in batch.records { history.append(record) }
  }

  public func close() async { await base.close() }
}
