/// A regular expression with the syntax of RE2, as Go and therefore Kubernetes' `pattern` and CEL's `matches` read it.
///
/// Matching takes time in proportion to the text: all alternatives are followed at once, and nothing is tried twice.
/// There are no look-arounds and no back references.
///
/// RE2: `doc/syntax.txt`; Go: `regexp/syntax`.
public struct RegularExpression: Sendable {
  /// The expression as it was written.
  public let pattern: String
  let program: RegularProgram

  /// - Throws: ``RegularExpressionError`` with Go's words: "missing closing ): `(a`".
  /// - Complexity: O(*n*) in the expression with its counted repetitions written out; at most 1,000 repetitions.
  public init(_ pattern: String) throws(RegularExpressionError) {
    self.pattern = pattern
    var parser = RegularParser(pattern)
    program = try RegularProgram(parser.parse())
  }

  /// Whether the expression matches somewhere in `text`. Write `^` and `$` to match all of it.
  ///
  /// - Complexity: O(*n* · *m*) in the scalars of the text and the size of the expression.
  public func matches(_ text: String) -> Bool {
    var matcher = RegularMatcher(program)
    return matcher.matches(text.unicodeScalars)
  }
}

/// Why a text is no regular expression.
public struct RegularExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong: `missing closing ]`.
  public var message: String
  /// The part of the expression that is meant.
  public var part: String

  /// As Go writes it.
  public var description: String { "error parsing regexp: \(message): `\(part)`" }
}
