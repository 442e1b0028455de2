import APIMachinery
import ControllerTesting
import Glibc
import Testing

/// One seed, one history: in one process here, in two by `scripts/determinism`.
@Suite struct DeterminismTests {
  /// How many seeds are tried: `SWIFTLET_SEEDS`, a few if it is not set.
  static let seeds: [UInt64] = {
    let count = getenv("SWIFTLET_SEEDS").flatMap { UInt64(String(cString: $0)) } ?? 3
    return Array(1...max(1, count))
  }()

  /// The share of the 500 pods: all of them when the seeds are chosen, for the figure of the issue.
  static let scale = getenv("SWIFTLET_SEEDS") == nil ? 0.1 : 1

  @Test(arguments: seeds) func `one seed is one history, byte for byte`(seed: UInt64) throws {
    let first = try Self.history(seed: seed)
    let second = try Self.history(seed: seed)
    #expect(first.firstDifference(from: second) == nil)
    #expect(first.digest == second.digest)
    #expect(first.events.count > 1000)
  }

  @Test func `another seed is another history`() throws {
    let options = (try Self.history(seed: 3, scale: 0.05), try Self.history(seed: 4, scale: 0.05))
    #expect(options.0.digest != options.1.digest)
    #expect(options.0.firstDifference(from: options.1) != nil)
  }

  private static func history(seed: UInt64, scale: Double = scale) throws -> History {
    try SimulatedCluster.run(seed: seed, keepsBytes: true) { cluster in
      try await FleetRollout(scale: scale).run(in: cluster)
      return cluster.history
    }
  }
}
