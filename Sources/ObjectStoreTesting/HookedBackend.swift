public import ObjectStore
import Synchronization

/// A backend that lets a test look at each batch before another backend gets it: to hold it back, or to
/// refuse it.
public final class HookedBackend: StoreBackend {
  public typealias Hook = @Sendable (_ number: Int, _ batch: BackendBatch) async throws(BackendError) -> Void

  private let base: any StoreBackend
  private let hook: Hook
  private let batches = Mutex(0)

  /// - Parameter hook: gets the batches, counted from 0. What it throws, `append` throws.
  public init(_ base: any StoreBackend = MemoryBackend(), hook: @escaping Hook) {
    self.base = base
    self.hook = hook
  }

  /// How many batches came in.
  public var batchCount: Int { batches.withLock { $0 } }

  public func load() async throws(BackendError) -> BackendContents { try await base.load() }

  public func append(_ batch: BackendBatch) async throws(BackendError) {
    let number = batches.withLock { count in
      defer { count += 1 }
      return count
    }
    try await hook(number, batch)
    try await base.append(batch)
  }

  public func close() async { await base.close() }
}
