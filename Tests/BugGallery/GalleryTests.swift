import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import Glibc
import Testing

/// `explore` finds every bug of the gallery, and lets every fixed version pass.
///
/// `SWIFTLET_GALLERY_SEEDS=10000` is the long run; `scripts/bug-gallery` makes the table of `docs/Swiftlet.docc/bug-gallery.md`.
@Suite struct GalleryTests {
  static let all = StaleStates.all + IntermediateStates.all + UnobservedStates.all + IndirectBugs.all
  /// All, or the one that `SWIFTLET_GALLERY_ONLY` names.
  static let specimens = all.filter { specimen in
    getenv("SWIFTLET_GALLERY_ONLY").map { specimen.name == String(cString: $0) } ?? true
  }

  /// How many seeds a fixed version must pass.
  private static let seeds =
    getenv("SWIFTLET_GALLERY_SEEDS").flatMap { UInt64(String(cString: $0)) } ?? 40
  /// Whether the rows of the table are printed.
  private static let printsTable = getenv("SWIFTLET_GALLERY_SEEDS") != nil

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @discardableResult
  private func explore(
    _ specimen: Specimen, isFixed: Bool, seeds: UInt64
  ) async throws -> ExplorationReport {
    try await ControllerTesting.explore(
      seeds: 1...seeds, loops: .none, kinds: Database.kinds, controllers: specimen.controllers(isFixed),
      surroundings: World.controllers(), specimen.story)
  }

  @Test(arguments: specimens) func `a bug is found within a thousand seeds`(_ specimen: Specimen) async throws
  {
    let start = Self.now()
    do {
      try await explore(specimen, isFixed: false, seeds: 1000)
      Issue.record("\(specimen) was not found")
    } catch let failure as ExplorationFailure {
      let hundredths = Int((Self.now() - start) * 100)
      #expect(failure.flaws.isEmpty, "\(failure)")
      #expect(failure.isReproducible, "\(failure)")
      #expect(specimen.needsNoFault || !failure.plan.faults.isEmpty, "\(failure)")
      try replay(
        failure.plan, loops: .none, kinds: Database.kinds, controllers: specimen.controllers(true),
        surroundings: World.controllers(), specimen.story)
      if Self.printsTable { Self.printRow(specimen, failure, hundredths) }
    }
  }

  private static func printRow(_ specimen: Specimen, _ failure: ExplorationFailure, _ hundredths: Int) {
    let faults = failure.plan.faults.map { "`\($0)`" }.joined(separator: "<br>")
    let time = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    print(
      "GALLERY | \(specimen.name) | \(specimen.bugClass.rawValue) | \(failure.original.seed) | "
        + "\(failure.plan.faults.count) | \(faults.isEmpty ? "none" : faults) | \(time) |")
    print("MECHANISM - **\(specimen.name)**: \(specimen.mechanism)")
  }

  @Test(arguments: specimens) func `the fix passes`(_ specimen: Specimen) async throws {
    let start = Self.now()
    let report = try await explore(specimen, isFixed: true, seeds: Self.seeds)
    #expect(report.faults > Self.seeds / 3)
    guard Self.printsTable else { return }
    print("FIXED | \(specimen.name) | \(report.runs) | \(report.faults) | \(Int(Self.now() - start)) |")
  }

  @Test func `there are at least six bugs of each class`() {
    for kind in [Specimen.Class.stale, .intermediate, .unobserved, .indirect] {
      #expect(Self.all.count { $0.bugClass == kind } >= 6)
    }
    #expect(Self.all.count >= 24)
  }
}
