import APIMachinery
import ControllerRuntime
import Glibc

/// What a piece of work cost: seconds on the wall and seconds of CPU, of all threads of the process.
struct Cost {
  var wall: Double
  var cpu: Double

  static func - (left: Cost, right: Cost) -> Cost {
    Cost(wall: left.wall - right.wall, cpu: left.cpu - right.cpu)
  }
}

enum Meter {
  /// The wall and CPU clocks.
  static var now: Cost {
    Cost(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The cost of `work`.
  static func measure<Result>(_ work: () async throws -> Result) async rethrows -> (Result, Cost) {
    let start = now
    let result = try await work()
    return (result, now - start)
  }

  /// The memory that is resident, in bytes.
  static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard fgets(&text, 128, file) != nil else { return 0 }
    let fields = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      .split(separator: " ")
    return (Int(fields[1]) ?? 0) * Int(getpagesize())
  }
}

enum Figures {
  static func print(_ what: String, _ figures: [(String, Double, String)], peer: String = "") {
    let text = figures.map { "\($0.0) \(rounded($0.1)) \($0.2)" }.joined(separator: ", ")
    Swift.print("\(what): \(text)\(peer.isEmpty ? "" : "   [peer: \(peer)]")")
    fflush(nil)
  }

  static func rounded(_ value: Double) -> String {
    let places: Double = value >= 100 ? 1 : value >= 10 ? 10 : value >= 1 ? 100 : 1000
    let scaled = (value * places).rounded() / places
    return places == 1 ? String(Int(scaled)) : String(scaled)
  }
}
