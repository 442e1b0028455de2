import APIMachinery
import Foundation

/// What `-o` asks for.
enum OutputFormat {
  case table(isWide: Bool)
  case json
  case yaml
  case name
  case jsonPath(JSONPath)
  /// The values that the path finds, as a JSON array.
  case jsonPathAsJSON(JSONPath)
  case goTemplate(GoTemplate, source: String)
  case customColumns([CustomColumn])

  /// One column of `-o custom-columns=NAME:.metadata.name`.
  struct CustomColumn {
    let header: String
    let path: JSONPath
  }

  /// - Parameter template: The text of `--template`, for formats that are given without one.
  /// - Throws: ``CommandError`` when the format is not known or what it is given does not parse.
  init(_ text: String?, template: String? = nil) throws {
    let text = text ?? ""
    switch text {
    case "" where template == nil: self = .table(isWide: false)
    case "wide": self = .table(isWide: true)
    case "json": self = .json
    case "yaml": self = .yaml
    case "name": self = .name
    default:
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = text.isEmpty ? "go-template" : parts[0]
      try self.init(name, argument: parts.count > 1 ? parts[1] : template ?? "", text)
    }
  }

  private init(_ name: String, argument: String, _ text: String) throws {
    guard Self.templated.contains(name) else {
      throw CommandError(
        """
        unable to match a printer suitable for the output format "\(text)", allowed formats are: \
        custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,\
        name,template,templatefile,wide,yaml
        """)
    }
    guard !argument.isEmpty else {
      throw CommandError(
        name.hasPrefix("custom-columns")
          ? "custom-columns format specified but no custom columns given"
          : "template format specified but no template given")
    }
    let isFile = name.hasSuffix("file")
    let content = isFile ? try Self.read(argument) : argument
    switch name {
    case "jsonpath", "jsonpath-file": self = .jsonPath(try Self.path(content))
    case "jsonpath-as-json": self = .jsonPathAsJSON(try Self.path(content))
    case "custom-columns": self = .customColumns(try Self.columns(content))
    case "custom-columns-file": self = .customColumns(try Self.columns(ofFile: content))
    default: self = .goTemplate(try Self.template(content), source: content)
    }
  }

  private static let templated = [
    "custom-columns", "custom-columns-file", "go-template", "go-template-file", "jsonpath",
    "jsonpath-as-json",
    "jsonpath-file", "template", "templatefile",
  ]

  private static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("error reading --template \(path), open \(path): no such file or directory")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func path(_ text: String) throws -> JSONPath {
    try JSONPath(template: text)
  }

  private static func template(_ text: String) throws -> GoTemplate {
    do { return try GoTemplate(text) } catch {
      throw CommandError("error parsing template \(text), \(error)")
    }
  }

  private static func columns(_ text: String) throws -> [CustomColumn] {
    try text.split(separator: ",").map { item in
      guard let colon = item.firstIndex(of: ":"), item.index(after: colon) < item.endIndex else {
        throw CommandError(
          "unexpected custom-columns spec: \(item), expected <header>:<json-path-expr>")
      }
      return try column(item[..<colon], item[item.index(after: colon)...])
    }
  }

  /// A line of headers, and a line of paths.
  private static func columns(ofFile text: String) throws -> [CustomColumn] {
    let lines = text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    guard lines.count >= 2 else {
      throw CommandError("invalid template: a line of headers and a line of paths are needed")
    }
    guard lines[0].count == lines[1].count else {
      throw CommandError(
        "number of headers (\(lines[0].count)) and field specifications (\(lines[1].count)) don't match")
    }
    return try zip(lines[0], lines[1]).map { try column($0, $1) }
  }

  private static func column(_ header: Substring, _ path: Substring) throws -> CustomColumn {
    CustomColumn(header: String(header), path: try JSONPath(relaxed: String(path)))
  }
}
