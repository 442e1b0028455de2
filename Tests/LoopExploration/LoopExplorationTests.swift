import ControlPlane
import ControllerTesting
import Glibc
import Testing

/// The built-in loops under all faults.
///
/// `SWIFTLET_EXPLORE_SEEDS=20000` is the long run, `SWIFTLET_EXPLORE_FIRST` its first seed; `scripts/explore-loops` does it
/// in release. What was found is in `docs/Swiftlet.docc/track-record.md`.
@Suite struct LoopExplorationTests {
  private static func number(_ name: String) -> UInt64? {
    getenv(name).flatMap { UInt64(String(cString: $0)) }
  }

  private static let all = WorkloadStories.all + ClusterStories.all
  private static let stories = all.filter { story in
    getenv("SWIFTLET_EXPLORE_ONLY").map { story.name == String(cString: $0) } ?? true
  }

  @Test func `every built-in loop is in a story`() throws {
    let loops = try SimulatedCluster.run { cluster in
      BuiltInLoops(client: cluster.client, world: cluster.world).controllers.map(\.name)
    }
    let tested = Self.all.reduce(into: Set<String>()) { $0.formUnion($1.tested) }
    #expect(loops.filter { !tested.contains($0) } == [])
    #expect(tested.subtracting(loops) == [])
  }

  @Test(arguments: stories) func `a loop gets it right whatever happens`(_ story: LoopStory) async throws {
    let first = Self.number("SWIFTLET_EXPLORE_FIRST") ?? 1
    let count = Self.number("SWIFTLET_EXPLORE_SEEDS") ?? 4
    let report = try await story.explore(seeds: first...first + count - 1)
    #expect(report.runs == count)
    guard Self.number("SWIFTLET_EXPLORE_SEEDS") != nil else { return }
    print("EXPLORED | \(story) | \(report) |")
    fflush(nil)
  }
}
