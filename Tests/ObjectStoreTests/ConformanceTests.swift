import ObjectStore
import ObjectStoreTesting
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: StoreConformance.checks)
  func `memory conforms`(check: StoreConformance.Check) async throws {
    try await check.run(on: MemoryFactory())
  }

  @Test(arguments: StoreConformance.checks)
  func `SQLite conforms`(check: StoreConformance.Check) async throws {
    try await check.run(on: SQLiteFactory())
  }

  @Test(arguments: UInt64(100)..<140)
  func `a store in memory does what a dictionary does`(seed: UInt64) async throws {
    var run = try await ModelRun(seed: seed, on: MemoryFactory())
    try await run.run(steps: 300)
  }

  @Test func `a backend that loses a write does not conform`() async throws {
    await #expect(throws: ConformanceFailure.self) { try await StoreConformance.run(on: ForgetfulFactory()) }
  }
}

/// Makes backends that drop the first record of each batch of ten or more.
private final class ForgetfulFactory: BackendFactory {
  private struct Forgetful: StoreBackend {
    let base: any StoreBackend
    func load() async throws(BackendError) -> BackendContents { try await base.load() }
    func append(_ batch: BackendBatch) async throws(BackendError) {
      var batch = batch
      if batch.records.count >= 10 { batch.records.removeFirst() }
      try await base.append(batch)
    }
    func close() async { await base.close() }
  }

  private let memory = MemoryFactory()
  func backend(_ name: String) -> any StoreBackend { Forgetful(base: memory.backend(name)) }
}
