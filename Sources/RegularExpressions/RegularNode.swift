/// A part of a regular expression.
indirect enum RegularNode: Sendable {
  case empty
  case set(ScalarSet)
  case sequence([RegularNode])
  /// Alternatives, the first that fits first.
  case choice([RegularNode])
  case repetition(RegularNode, least: Int, most: Int?, isGreedy: Bool)
  case assertion(Assertion)

  enum Assertion: Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }
}
