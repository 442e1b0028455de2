internal import ArgumentParser
public import ControllerRuntime
public import ServiceLifecycle

/// A program that runs controllers against a cluster: all that stands in the file of its entry point.
///
/// ```swift
/// import ControllerRuntime
/// import ControllerService
/// import KubernetesAPI
///
/// @main struct TeamLabel: ControllerProgram {
///   var controllers: [Controller] {
///     [Controller("team-label", for: Pod.self) { pod, context in ... }]
///   }
/// }
/// ```
///
/// It takes the options of ``ManagerFlags``, finds its cluster as kubectl or as a pod does, elects a leader, serves
/// `/metrics`, `/healthz` and `/readyz`, and ends in good order on SIGTERM. Its ``controllers`` run as they are in a
/// `SimulatedCluster`.
///
/// A program with options of its own is an `AsyncParsableCommand` with ``ManagerFlags`` as an `@OptionGroup`.
public protocol ControllerProgram: Sendable {
  init()

  /// The name of the program: in the log, in the name of its lease, in the `User-Agent` of its requests and in the
  /// fields that it owns. In lower case, with hyphens; the name of the type if not said.
  static var name: String { get }

  /// What the program runs.
  var controllers: [Controller] { get }

  /// What runs beside the controllers, such as a server of webhooks: it begins before them and is told to end after them.
  /// Nothing if not said.
  ///
  /// A service runs for as long as the program does. When one ends or fails, the program ends in good order: the
  /// controllers first, then the other services; what a service has thrown is the program's error.
  var services: [any Service] { get throws }
}

extension ControllerProgram {
  public static var name: String { ProgramName.hyphenated(String(describing: Self.self)) }

  public var services: [any Service] { [] }

  /// Reads the options, and runs the controllers until a signal ends them.
  @concurrent public static func main() async {
    do {
      try await run(try ManagerFlags.parse())
    } catch {
      ManagerFlags.exit(withError: error)
    }
  }

  static func run(_ flags: ManagerFlags) async throws {
    let program = Self()
    try await flags.run(name, controllers: program.controllers, services: try program.services)
  }
}

enum ProgramName {
  /// `team-label` of `TeamLabel`, `http-probe` of `HTTPProbe`.
  static func hyphenated(_ typeName: String) -> String {
    var name = ""
    let letters = Array(typeName)
    for (position, letter) in letters.enumerated() {
      let follows = position > 0
      let endsWord = follows && !letters[position - 1].isUppercase
      let beginsWord = position + 1 < letters.count && letters[position + 1].isLowercase
      if letter.isUppercase, follows, endsWord || beginsWord { name += "-" }
      name += letter.lowercased()
    }
    return name
  }
}
