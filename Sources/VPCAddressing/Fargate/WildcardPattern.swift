/// A text with wildcards, as a Fargate profile's selectors may hold: `*` stands for any characters, `?` for one.
///
/// EKS: Fargate, section 2.
public struct WildcardPattern: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  /// Whether the whole of `candidate` fits the pattern.
  ///
  /// - Complexity: O(*n* · *m*) at worst, without recursion.
  public func matches(_ candidate: String) -> Bool {
    let pattern = Array(text.utf8)
    let input = Array(candidate.utf8)
    var (p, i) = (0, 0)
    var star: (pattern: Int, input: Int)?
    while i < input.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, i)
        p += 1
      } else if p < pattern.count, pattern[p] == UInt8(ascii: "?") || pattern[p] == input[i] {
        (p, i) = (p + 1, i + 1)
      } else if let last = star {
        star = (last.pattern, last.input + 1)
        (p, i) = (last.pattern + 1, last.input + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
