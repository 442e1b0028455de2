import ControllerTesting
import Glibc

/// Runs the fleet's story under seeds, several times each, and prints the digests of the histories.
///
/// `scripts/determinism` runs it in two processes and compares what they print.
struct HistoryProof {
  let first: UInt64
  let last: UInt64
  let runs: Int
  /// The share of the 500 pods.
  let scale: Double

  func run() throws {
    var differences = 0
    for seed in first...max(first, last) {
      let history = try history(seed: seed)
      let count = history.history.events.count
      print("seed \(seed): \(history.history.digest) \(count) events, \(history.steps) steps")
      fflush(nil)
      for _ in 1..<max(1, runs) {
        let again = try self.history(seed: seed)
        if let difference = history.history.firstDifference(from: again.history) {
          differences += 1
          print("seed \(seed) differs: \(difference)")
        }
      }
    }
    if differences > 0 { exit(1) }
  }

  private func history(seed: UInt64) throws -> (history: History, steps: UInt64) {
    try SimulatedCluster.run(seed: seed, keepsBytes: true) { cluster in
      try await FleetRollout(scale: scale).run(in: cluster)
      return (cluster.history, cluster.stepCount)
    }
  }
}
