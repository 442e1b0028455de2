import Glibc
import Testing

/// Throws generated inputs at everything that reads what others wrote.
///
/// `scripts/fuzz` runs millions of them in a release build; here a few thousand keep the harness alive. An input
/// follows from the seed, the target and its number alone; a failure names all three. `SWIFTLET_FUZZ_PROGRESS=FILE`
/// keeps the number of the input at work in `FILE.TARGET`, for one that ends the process.
@Suite struct FuzzTests {
  /// How many inputs there are in all.
  static let inputs = environment("SWIFTLET_FUZZ_INPUTS") ?? 4000
  static let seed = environment("SWIFTLET_FUZZ_SEED") ?? 1

  @Test(arguments: FuzzTarget.all)
  func `no input breaks what must hold`(target: FuzzTarget) {
    let count = max(1, Self.inputs * target.share / 1000)
    var failures = 0
    let progress = getenv("SWIFTLET_FUZZ_PROGRESS").flatMap { fopen("\(String(cString: $0)).\(target)", "w") }
    defer { if let progress { fclose(progress) } }
    for number in 0..<count {
      var random = FuzzRandom(seed: UInt64(Self.seed) << 48 ^ UInt64(number) &* 0xD134_2543_DE82_EF95)
      if let progress {
        rewind(progress)
        fputs("\(number)\n", progress)
        fflush(progress)
      }
      do {
        try target.attempt(&random)
      } catch {
        failures += 1
        Issue.record("\(target), seed \(Self.seed), input \(number): \(error)")
        if failures == 20 { return }
      }
    }
    print("fuzz: \(target): \(count) inputs, \(failures) failures")
  }

  private static func environment(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
