/// Why an expression could not be compiled or evaluated.
///
/// Kubernetes: cel-go's errors, whose texts users see in the messages of the API server.
public struct CELError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In which step it went wrong.
  public enum Code: Sendable, Hashable {
    /// The text is no expression, or its types do not fit.
    case compilation
    /// A value did not fit while the expression ran.
    case evaluation
    /// The expression used up what it may cost.
    case costLimitExceeded
  }

  public var code: Code
  /// What went wrong; for a compilation all issues, with the lines that they stand in.
  public var message: String
  /// The single issues of a compilation.
  public var issues: [CELIssue]

  public init(_ code: Code, _ message: String, issues: [CELIssue] = []) {
    self.code = code
    self.message = message
    self.issues = issues
  }

  public var description: String { message }

  static func evaluation(_ message: String) -> CELError { CELError(.evaluation, message) }

  static let noSuchOverload = evaluation("no such overload")
  static let integerOverflow = evaluation("integer overflow")
  static let unsignedOverflow = evaluation("unsigned integer overflow")
  static let durationOverflow = evaluation("duration overflow")
  static let timestampOverflow = evaluation("timestamp overflow")
  static let divisionByZero = evaluation("division by zero")
  static let modulusByZero = evaluation("modulus by zero")
  static let costLimit = CELError(
    .costLimitExceeded, "operation cancelled: actual cost limit exceeded")

  static func noSuchKey(_ key: CELValue) -> CELError { evaluation("no such key: \(key.text)") }
}

/// One thing that is wrong with the text of an expression.
public struct CELIssue: Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// The column in code points, from 0.
  public var column: Int
  public var message: String
}
