import APIMachinery
import Testing

@Suite struct NameRulesTests {
  static let long63 = String(repeating: "a", count: 63)
  static let long64 = String(repeating: "a", count: 64)
  static let label =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
    + "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
  static let subdomain =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
    + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
    + #"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
  static let tooLong = "must be no more than 63 characters"

  @Test(arguments: [
    ("web", []), ("a-1", []), ("1a", []), (long63, []), (long64, [tooLong]), ("", [label]), ("Web", [label]),
    ("-a", [label]), ("a-", [label]), ("a_b", [label]), ("a.b", ["must not contain dots"]), ("é", [label]),
  ])
  func `a DNS label`(text: String, errors: [String]) {
    #expect(NameRules.dns1123Label(text) == errors)
  }

  @Test(arguments: [
    ("web", []), ("a.b-c.1", []), ("", [subdomain]), (".a", [subdomain]), ("a..b", [subdomain]),
    ("a.", [subdomain]),
    ("A.b", [subdomain]), ("a_b", [subdomain]), (long64, []),
    (String(repeating: "a", count: 254), ["must be no more than 253 characters"]),
  ])
  func `a DNS subdomain`(text: String, errors: [String]) {
    #expect(NameRules.dns1123Subdomain(text) == errors)
  }

  @Test(arguments: [("web", 0), ("a1-b", 0), ("1a", 1), ("", 1), ("-a", 1), ("a.b", 1), (long64, 1)])
  func `a DNS label that starts with a letter`(text: String, count: Int) {
    #expect(NameRules.dns1035Label(text).count == count)
  }

  @Test(arguments: [
    ("app", []), ("example.com/My_Name.1", []),
    ("", ["name part must be non-empty", "name part \(SelectorTests.word)"]),
    ("/a", ["prefix part must be non-empty"]),
    ("a/", ["name part must be non-empty", "name part \(SelectorTests.word)"]),
    ("A/b", ["prefix part \(subdomain)"]), ("a b", ["name part \(SelectorTests.word)"]),
    (long64, ["name part must be no more than 63 characters"]),
    (
      "a/b/c",
      [
        "a qualified name \(SelectorTests.word) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
      ]
    ),
  ])
  func `a qualified name`(text: String, errors: [String]) {
    #expect(NameRules.qualifiedName(text) == errors)
  }

  @Test(arguments: [
    ("", []), ("v1.2_x-y", []), ("-a", [SelectorTests.labelValue]), ("a b", [SelectorTests.labelValue]),
    (long64, [tooLong]),
  ])
  func `a label value`(text: String, errors: [String]) {
    #expect(NameRules.labelValue(text) == errors)
  }

  @Test(arguments: [
    ("http", []), ("a-1", []), ("123", ["must contain at least one letter (a-z)"]),
    (
      "HTTP",
      [
        "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
        "must contain at least one letter (a-z)",
      ]
    ),
    ("a--b", ["must not contain consecutive hyphens"]), ("-a", ["must not begin or end with a hyphen"]),
    ("abcdefghijklmnop", ["must be no more than 15 characters"]),
  ])
  func `the name of a port`(text: String, errors: [String]) {
    #expect(NameRules.portName(text) == errors)
  }

  @Test func `the number of a port`() {
    #expect(NameRules.portNumber(1).isEmpty && NameRules.portNumber(65535).isEmpty)
    #expect(NameRules.portNumber(0) == ["must be between 1 and 65535, inclusive"])
    #expect(!NameRules.portNumber(65536).isEmpty)
  }

  @Test(arguments: [
    ("key.name", 0), ("KEY_NAME", 0), (".hidden", 0), ("", 1), ("a/b", 1), (".", 1), ("..", 1), ("..a", 1),
    ("...", 1),
  ])
  func `a key of a ConfigMap`(text: String, count: Int) {
    #expect(NameRules.configMapKey(text).count == count)
  }

  @Test func `other names`() {
    #expect(NameRules.environmentVariableName("MY_VAR").isEmpty)
    #expect(NameRules.environmentVariableName("my var").isEmpty)
    #expect(!NameRules.environmentVariableName("a=b").isEmpty)
    #expect(!NameRules.environmentVariableName("").isEmpty)
    #expect(NameRules.pathSegment("a.b").isEmpty)
    #expect(NameRules.pathSegment("..") == ["may not be '..'"])
    #expect(NameRules.pathSegment("a/b%c") == ["may not contain '/'", "may not contain '%'"])
    #expect(NameRules.prefix("web-", NameRules.dns1123Label).isEmpty)
    #expect(!NameRules.prefix("-", NameRules.dns1123Label).isEmpty)
    #expect(!NameRules.prefix("Web-", NameRules.dns1123Label).isEmpty)
  }
}
