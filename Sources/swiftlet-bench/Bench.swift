/// Measures the control plane in one process, and proves that one seed is one history.
///
///     swiftlet-bench deploy 5000 100     # a Deployment of 5,000 pods on 100 nodes, the durable store on
///     swiftlet-bench census 5000 100     # the same, with what each loop did and wrote
///     swiftlet-bench api                 # writes, lists, watches, memory
///     swiftlet-bench write 5000          # the API alone, in memory: the writes of a pod, one by one
///     swiftlet-bench start               # from nothing to ready
///     swiftlet-bench kit 1000            # the test kit: a start, a time-out, 1,000 seeds of a test under all faults
///     swiftlet-bench history 1 100 2     # the digests of the seeds 1...100, each run twice
@main struct Bench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let numbers = arguments.dropFirst().compactMap { Double($0) }
    func number(_ position: Int, _ fallback: Double) -> Double {
      position < numbers.count ? numbers[position] : fallback
    }
    switch arguments.first {
    case "deploy":
      try await DeployBench(pods: Int(number(0, 5000)), nodes: Int(number(1, 100))).run()
    case "census":
      try await DeployBench(pods: Int(number(0, 5000)), nodes: Int(number(1, 100)), takesCensus: true).run()
    case "api": try await APIBench(objects: Int(number(0, 10_000))).run()
    case "write": try await WriteBench(pods: Int(number(0, 5000))).run()
    case "start": try await StartBench().run()
    case "kit": try await KitBench(seeds: UInt64(number(0, 1000))).run()
    case "history":
      let (first, last) = (UInt64(number(0, 1)), UInt64(number(1, 5)))
      try HistoryProof(first: first, last: last, runs: Int(number(2, 2)), scale: number(3, 1)).run()
    default: print("usage: swiftlet-bench deploy|census|api|write|start|kit|history [NUMBER...]")
    }
  }
}
