/// Writes metrics in Prometheus' text format.
public struct PrometheusText: Sendable {
  public private(set) var text = ""

  public init() {}

  /// Begins a family of metrics.
  ///
  /// - Parameter type: `counter`, `gauge` or `histogram`.
  public mutating func family(_ name: String, type: String, help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Adds families that are text already.
  public mutating func append(_ families: String) {
    text += families
    if !families.isEmpty, !families.hasSuffix("\n") { text += "\n" }
  }

  /// Writes a sample without labels.
  public mutating func sample(_ name: String, _ value: some CustomStringConvertible) {
    text += "\(name) \(value)\n"
  }

  /// Writes one sample.
  public mutating func sample(
    _ name: String, _ labels: [(String, String)], _ value: some CustomStringConvertible
  ) {
    text += name
    if !labels.isEmpty {
      text += "{"
      text += labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
      text += "}"
    }
    text += " \(value)\n"
  }

  private static func escape(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x0A }) else { return value }
    var escaped = ""
    for character in value {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
