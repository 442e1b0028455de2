import APIMachinery
import CEL
import Testing

@Suite struct RegexTests {
  @Test(arguments: [
    ("abc", "xabcx", true), ("^abc$", "abc", true), ("^abc$", "abcd", false), ("a|b|", "", true),
    ("a{2,3}", "aa", true),
    ("^a{2,3}$", "aaaa", false), ("^(ab)+?$", "abab", true), ("[^a-c]", "d", true), ("[^a-c]", "b", false),
    ("\\d{3}-\\d{4}", "555-1234", true),
    ("^\\w+$", "é", false), ("^\\pL+$", "éß", true), ("^\\p{Greek}+$", "αβγ", true), ("\\P{Lu}", "A", false),
    ("(?i)ABC", "abc", true),
    ("(?i)é", "É", true), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?m)^b$", "a\nb\nc", true),
    ("\\bfoo\\b", "a foo b", true),
    ("\\bfoo\\b", "afoob", false), ("[[:alpha:]]+", "123", false), ("[]a]", "]", true),
    ("\\Qa.b\\E", "a.b", true), ("\\Qa.b\\E", "axb", false),
    ("^\\x{1F600}$", "😀", true), ("\\x41", "A", true), ("(?P<n>a)(?:b)", "ab", true),
    ("a{,2}", "a{,2}", true), ("^$", "", true),
    ("(a|ab)(c|bcd)$", "abcd", true), ("^(?:a?){20}a{20}$", "aaaaaaaaaaaaaaaaaaaa", true), ("^.$", "é", true),
  ])
  func `patterns match what RE2 says`(_ pattern: String, _ text: String, _ matches: Bool) throws {
    #expect(
      try evaluate("text.matches(pattern)", ["text": .string(text), "pattern": .string(pattern)]).boolValue
        == matches)
  }

  @Test(arguments: [
    ("[", "missing closing ]: `[`"), ("(a", "missing closing ): `(a`"), ("a)", "unexpected ): `a)`"),
    ("*", "missing argument to repetition operator: `*`"), ("a**", "invalid nested repetition operator: `*`"),
    ("a{1001}", "invalid repeat count: `{1001}`"), ("\\8", "invalid escape sequence: `\\8`"),
    ("[z-a]", "invalid character class range: `z-a`"),
    ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"),
    ("a\\", "trailing backslash at end of expression: ``"),
  ])
  func `a broken pattern is refused in the words of Go`(_ pattern: String, _ problem: String) {
    let message = failure("'a'.matches(pattern)", ["pattern": .string(pattern)])
    #expect(message == "error parsing regexp: \(problem)")
  }

  @Test func `a pattern that would make others backtrack takes linear time`() throws {
    let text = String(repeating: "a", count: 2000) + "b"
    #expect(try evaluate("text.matches('^(a+)+$')", ["text": .string(text)]).boolValue == false)
  }
}
