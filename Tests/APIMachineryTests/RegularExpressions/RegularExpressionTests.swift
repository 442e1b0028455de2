import APIMachinery
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("a", "cat", true), ("^a", "cat", false), ("t$", "cat", true), ("^$", "", true),
    ("^cat$", "cat\n", false),
    ("a|b|c", "xbx", true), ("^(a|bc)*d$", "abcabcd", true), ("^(a|bc)*d$", "abacd", false),
    ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{2}$", "aaa", false),
    ("^a{2,}$", "aaaaa", true),
    ("a{,2}", "a{,2}", true), ("^[a-c]+$", "abcabc", true), ("^[^a-c]+$", "xyz", true),
    ("^[^a-c]+$", "xaz", false),
    ("^[]a]+$", "]a", true), ("^[a-]+$", "a-", true), (#"^\d+\.\d*$"#, "12.5", true),
    (#"^[\w-]+$"#, "a_b-9", true),
    (#"\bcat\b"#, "a cat!", true), (#"\bcat\b"#, "concat", false), (#"^\S+$"#, "a b", false),
    ("^[[:alpha:]]+$", "abC", true), ("^[[:^alpha:]]+$", "123", true), (#"^\p{Lu}\pL*$"#, "Über", true),
    (#"^\p{Lu}$"#, "a", false), (#"^\PL$"#, "1", true), ("(?i)^straße$", "STRAßE", true),
    ("(?i:A)b", "ab", true),
    ("(?i:A)b", "aB", false), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?m)^b$", "a\nb\nc", true),
    (#"^\Qa.b\E$"#, "a.b", true), (#"^\Qa.b\E$"#, "axb", false), (#"^\x41\x{1F600}$"#, "A😀", true),
    ("^.$", "é", true), ("^(?P<x>a)(?:b)(?<y>c)$", "abc", true),
    ("^(a?){20}a{20}$", "aaaaaaaaaaaaaaaaaaaa", true),
    (#"^(\d+|\*)(/\d+)?(\s+(\d+|\*)(/\d+)?){4}$"#, "* * * * */5", true),
    ("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)$", "my-name", true),
    ("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)$", "my-", false),
  ])
  func `an expression matches as in Go`(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try RegularExpression(pattern).matches(text) == isMatch)
  }

  @Test(arguments: [
    ("(", "missing closing ): `(`"), ("a)", "unexpected ): `a)`"), ("[a", "missing closing ]: `[a`"),
    ("*a", "missing argument to repetition operator: `*`"),
    ("a**", "invalid nested repetition operator: `*`"),
    ("a{1001}", "invalid repeat count: `{1001}`"), ("[z-a]", "invalid character class range: `z-a`"),
    (#"\"#, "trailing backslash at end of expression: ``"), (#"\y"#, #"invalid escape sequence: `\y`"#),
    ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"), (#"\1"#, #"invalid escape sequence: `\1`"#),
    (#"\p{Nope}"#, #"invalid character class range: `\p{Nope}`"#),
  ])
  func `a text that is no expression is refused in Go's words`(pattern: String, text: String) {
    do {
      _ = try RegularExpression(pattern)
      Issue.record("\(pattern) was taken")
    } catch {
      #expect(error.description == "error parsing regexp: " + text)
    }
  }

  @Test func `matching takes no more than the text times the expression`() throws {
    // A matcher that tries one way after the other would not end.
    let expression = try RegularExpression("^(a*)*(a|aa)*b$")
    #expect(!expression.matches(String(repeating: "a", count: 2_000)))
  }
}
