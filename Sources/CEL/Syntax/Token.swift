/// A word of an expression.
struct Token {
  enum Kind: Equatable {
    case identifier(String)
    case int(String)
    case uint(String)
    case double(String)
    case string(String)
    case bytes([UInt8])
    /// Operators, brackets, and the words `true`, `false`, `null` and `in`.
    case symbol(String)
    case end
  }

  var kind: Kind
  var offset: Int
  /// The text of the word as written, for messages.
  var text: String
}
