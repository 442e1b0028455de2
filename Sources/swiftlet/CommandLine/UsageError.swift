import ArgumentParser

/// Says in kubectl's words what the argument parser found wrong.
enum UsageError {
  /// The message of the parser: a line that tells the mistake, and lines that tell the usage.
  static func text(_ message: String) -> String {
    let lines = message.split(separator: "\n").map(String.init)
    guard let first = lines.first, let told = told(first) else { return message }
    guard let hint = lines.last, hint.contains("--help"), !told.contains("\n") else { return told }
    // The command that is meant when `create` is given none has a name that nobody types.
    let command = hint.drop { $0 == " " }.replacing("create file", with: "create")
    return "\(told)\n\(command.replacing("for more information.", with: "for usage."))"
  }

  private static func told(_ line: String) -> String? {
    if let flag = quoted(line, after: "Error: Unknown option '") {
      return flag.hasPrefix("--")
        ? "error: unknown flag: \(flag)" : "error: unknown shorthand flag: '\(flag.dropFirst())' in \(flag)"
    }
    if let flag = quoted(line, after: "Error: Missing expected argument '--") {
      return "error: required flag(s) \"\(flag.prefix { $0 != " " })\" not set"
    }
    if let flag = quoted(line, after: "Error: Missing value for '") {
      return "error: flag needs an argument: \(flag.prefix { $0 != " " })"
    }
    if line.hasPrefix("Error: Missing expected argument '<name>'") {
      return "error: exactly one NAME is required, got 0"
    }
    if let value = quoted(line, after: "Error: The value '"), !line.contains("for '--dry-run"),
      let flag = line.split(separator: "'").last(where: { $0.hasPrefix("-") })
    {
      return "Error: invalid argument \"\(value)\" for \"\(flag.prefix { $0 != " " })\" flag:"
        + " strconv.ParseInt: parsing \"\(value)\": invalid syntax"
    }
    if let value = quoted(line, after: "Error: The value '"), line.contains("for '--dry-run") {
      return "error: Invalid dry-run value (\(value)). Must be \"none\", \"server\", or \"client\"."
    }
    if let word = quoted(line, after: "Error: Unexpected argument '") {
      return "error: unknown command or argument \"\(word)\"\(suggestion(word))"
    }
    return nil
  }

  private static func quoted(_ line: String, after start: String) -> String? {
    guard line.hasPrefix(start) else { return nil }
    return String(line.dropFirst(start.count).prefix { $0 != "'" })
  }

  /// The commands that are spelled almost so.
  static func suggestion(_ word: String) -> String {
    let names = Swiftlet.commandNames
    let near = names.filter { distance($0, word) <= 2 || ($0.hasPrefix(word) && word.count > 1) }.sorted()
    return near.isEmpty ? "" : "\n\nDid you mean this?\n" + near.map { "\t\($0)\n" }.joined()
  }

  /// The least number of letters to add, to take away or to change.
  private static func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right)
    var row = Array(0...target.count)
    for (i, letter) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, other) in target.enumerated() {
        (previous, row[j + 1]) = (
          row[j + 1], min(row[j + 1] + 1, row[j] + 1, previous + (letter == other ? 0 : 1))
        )
      }
    }
    return row[target.count]
  }
}

extension Swiftlet {
  /// The commands as people type them.
  static var commandNames: [String] {
    let groups = configuration.groupedSubcommands.flatMap(\.subcommands)
    return (configuration.subcommands + groups).compactMap {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
  }
}
