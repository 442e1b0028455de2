/// Why a text is not an acceptable JSON document.
public struct JSONError: Error, Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// The text is not JSON.
    case syntax
    /// A string holds bytes that are not UTF-8.
    case invalidUTF8
    /// A number is too large for a 64-bit double.
    case numberOutOfRange
    /// The nesting is deeper than ``JSONLimits/depth``.
    case tooDeep
    /// The document is longer than ``JSONLimits/bytes``.
    case tooLarge
  }

  public var code: Code
  /// What is wrong, in the words of Go's `encoding/json` where it has words for it.
  public var message: String
  /// Where, in bytes from the start.
  public var offset: Int
  /// The line, counted from 1.
  public var line: Int
  /// The column in bytes, counted from 1.
  public var column: Int

  public init(code: Code, message: String, offset: Int = 0, line: Int = 1, column: Int = 1) {
    self.code = code
    self.message = message
    self.offset = offset
    self.line = line
    self.column = column
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONError {
  /// Makes the error for a failure of the parser, whose place is still a bare offset.
  init(_ failure: JSONParser.Failure, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes[..<min(failure.offset, bytes.count)]
    let newline = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    self.init(
      code: failure.code, message: failure.reason.message, offset: failure.offset,
      line: 1 + before.count { $0 == newline }, column: 1 + before.count - lineStart)
  }
}
