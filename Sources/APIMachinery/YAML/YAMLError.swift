/// Why a text is not an acceptable YAML document.
public struct YAMLError: Error, Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// The text is not YAML (or, where it starts as JSON does, not JSON).
    case syntax
    /// A key stands twice in a mapping.
    case duplicateKey
    /// A value has no JSON equivalent, or does not fit its tag.
    case value
    /// An alias has no anchor, contains itself, or the aliases expand to too much.
    case alias
    /// The nesting is too deep.
    case tooDeep
    /// The document is too long.
    case tooLarge
  }

  public var code: Code
  /// What is wrong.
  public var message: String
  /// The name of the file, if one was given.
  public var file: String?
  /// The line, counted from 1 from the start of the file.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int

  public init(code: Code, message: String, file: String? = nil, line: Int, column: Int) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }
}

extension YAMLError: CustomStringConvertible {
  /// `web.yaml:3:5: key "name" already set in map`
  public var description: String { "\(file.map { "\($0):" } ?? "")\(line):\(column): \(message)" }
}
