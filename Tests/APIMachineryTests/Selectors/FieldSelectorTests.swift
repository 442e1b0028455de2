import APIMachinery
import Testing

@Suite struct FieldSelectorTests {
  static let canonicalForms: [(String, String)] = [
    ("", ""), (",", ""), ("metadata.name=web", "metadata.name=web"), ("b==2,a!=1", "a!=1,b=2"), ("a=", "a="),
    (#"a=x\,y\=z\\"#, #"a=x\,y\=z\\"#), ("a=b!c", "a=b!c"), (" a=b", " a=b"), ("a==b", "a=b"),
    (#"a=\\,b=c"#, #"a=\\,b=c"#),
  ]

  @Test(arguments: canonicalForms)
  func `a text form is read and written`(text: String, canonical: String) throws {
    let selector = try FieldSelector(parsing: text)
    #expect(selector.description == canonical)
    #expect(try FieldSelector(parsing: canonical) == selector)
  }

  static let broken: [(String, String)] = [
    ("metadata.name", "invalid selector: 'metadata.name'; can't understand 'metadata.name'"),
    ("a=b,c", "invalid selector: 'a=b,c'; can't understand 'c'"),
    ("a=b=c", "invalid field selector: unescaped character in value: 61"),
    (#"a=b\c"#, #"invalid field selector: invalid escape sequence: \c"#),
    (#"a=b\"#, #"invalid field selector: invalid escape sequence: \"#),
  ]

  @Test(arguments: broken)
  func `a broken text is refused in Kubernetes' words`(text: String, message: String) {
    #expect(throws: SelectorError(message: message)) { try FieldSelector(parsing: text) }
  }

  @Test(arguments: [
    ("", true), ("metadata.name=web", true), ("metadata.name!=web", false), ("metadata.name=db", false),
    ("status.phase!=Failed", true), ("none=", true), ("none!=", false), ("none=x", false), ("none!=x", true),
    ("metadata.name=web,status.phase=Running", true), ("metadata.name=web,status.phase=Failed", false),
  ])
  func `fields are selected`(text: String, expected: Bool) throws {
    let fields: StringMap = ["metadata.name": "web", "status.phase": "Running"]
    #expect(try FieldSelector(parsing: text).matches { fields[$0] } == expected)
  }

  @Test func `the value that a field must have is known`() throws {
    let selector = try FieldSelector(parsing: "metadata.name=web,spec.nodeName!=a")
    #expect(selector.requiredValue(of: "metadata.name") == "web")
    #expect(selector.requiredValue(of: "spec.nodeName") == nil)
    #expect(!selector.selectsEverything && FieldSelector.everything.selectsEverything)
  }
}
