import APIMachinery

/// What `-o` asks for.
enum OutputFormat {
  case table(isWide: Bool)
  case json
  case yaml
  case name
  case jsonPath(JSONPath)
  case customColumns([CustomColumn])

  /// One column of `-o custom-columns=NAME:.metadata.name`.
  struct CustomColumn {
    let header: String
    let path: JSONPath
  }

  /// - Throws: ``CommandError`` when the format is not known or its path does not parse.
  init(_ text: String?) throws {
    switch text ?? "" {
    case "": self = .table(isWide: false)
    case "wide": self = .table(isWide: true)
    case "json": self = .json
    case "yaml": self = .yaml
    case "name": self = .name
    case let other:
      if let template = Self.argument(of: other, "jsonpath") {
        self = .jsonPath(try JSONPath(template: template))
      } else if let columns = Self.argument(of: other, "custom-columns") {
        self = .customColumns(try Self.columns(columns))
      } else {
        throw CommandError(
          """
          unable to match a printer suitable for the output format "\(other)", allowed formats are: \
          custom-columns,json,jsonpath,name,wide,yaml
          """)
      }
    }
  }

  /// The text after `name=`; kubectl also takes the form `jsonpath '{...}'` joined by its shell.
  private static func argument(of text: String, _ name: String) -> String? {
    text.hasPrefix("\(name)=") ? String(text.dropFirst(name.count + 1)) : nil
  }

  private static func columns(_ text: String) throws -> [CustomColumn] {
    try text.split(separator: ",").map { item in
      guard let colon = item.firstIndex(of: ":"), item.index(after: colon) < item.endIndex else {
        throw CommandError(
          "unexpected custom-columns spec: \(item), expected <header>:<json-path-expr>")
      }
      let path = try JSONPath(relaxed: String(item[item.index(after: colon)...]))
      return CustomColumn(header: String(item[..<colon]), path: path)
    }
  }
}
