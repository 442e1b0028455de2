/// Turns kubectl's ways of writing flags into those that the parser knows.
///
/// kubectl takes `-oyaml`, `--wait=false`, `--all=true`, and its global flags before the verb; ArgumentParser does not.
enum ArgumentSpelling {
  /// Flags with a value that may stand before the verb.
  private static let globalOptions = [
    "--kubeconfig", "--context", "--namespace", "-n", "--cluster", "--user", "--server", "-s", "--token",
    "--request-timeout", "-v", "--v",
  ]

  /// One-letter options with a value, which may be written together with it.
  private static let joinable: Set<Character> = ["o", "n", "l", "f", "c", "k", "L", "p"]

  /// Flags that are on unless turned off.
  private static let invertible = [
    "--wait", "--show-events", "--watch", "--allow-missing-template-keys",
  ]

  static func normalized(_ arguments: [String]) -> [String] {
    let (global, rest) = leadingOptions(arguments)
    let plain = rest.prefix { $0 != "--" }
    return plain.flatMap { spelled($0, in: rest) } + global + rest.dropFirst(plain.count)
  }

  /// The global flags before the verb, and what comes after them.
  private static func leadingOptions(_ arguments: [String]) -> (global: [String], rest: ArraySlice<String>) {
    var rest = arguments[...]
    var global: [String] = []
    while let first = rest.first {
      if globalOptions.contains(first), rest.count > 1 {
        global += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if globalOptions.contains(where: { first.hasPrefix("\($0)=") }) {
        global.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return (global, rest)
  }

  private static func spelled(_ argument: String, in arguments: ArraySlice<String>) -> [String] {
    if argument.hasPrefix("--") { return boolean(argument) }
    return joined(argument, isLogs: arguments.first == "logs")
  }

  /// `--all=true` is `--all`; `--all=false` is nothing, or `--no-wait` for what is on by itself.
  private static func boolean(_ argument: String) -> [String] {
    for (suffix, isOn) in [("=true", true), ("=false", false)] where argument.hasSuffix(suffix) {
      let name = String(argument.dropLast(suffix.count))
      if valued.contains(name) { return [argument] }
      if isOn { return [name] }
      return invertible.contains(name) ? ["--no-\(name.dropFirst(2))"] : []
    }
    return [argument]
  }

  /// Options whose value may be the word `true` or `false`.
  private static let valued = ["--namespaced", "--cascade", "--validate"]

  /// `-oyaml` and `-o=yaml` are `-o yaml`. Letters that are flags (`-Rf`, `-it`) stay together.
  private static func joined(_ argument: String, isLogs: Bool) -> [String] {
    guard argument.count > 2, argument.first == "-", let letter = argument.dropFirst().first,
      joinable.contains(letter), !(isLogs && "fp".contains(letter))
    else { return [argument] }
    let value = argument.dropFirst(2)
    return ["-\(letter)", String(value.first == "=" ? value.dropFirst() : value)]
  }
}
