import APIMachinery
import Testing

@Suite struct SelectorTests {
  static let canonicalForms: [(String, String)] = [
    ("", ""), ("  ", ""), ("a=b", "a=b"), ("a == b", "a==b"), ("a!=b", "a!=b"), ("a", "a"), ("!a", "!a"),
    ("a=", "a="), ("a!=,b", "a!=,b"), ("a in (c,b,c)", "a in (b,c)"), ("a notin ( x )", "a notin (x)"),
    ("a in ()", "a in ()"), ("a in (,b)", "a in (,b)"), ("a in (b,)", "a in (,b)"),
    ("a in (b,,c)", "a in (,b,c)"),
    ("n>1", "n>1"), ("n < 2", "n<2"), ("b=1,a=2", "a=2,b=1"), ("in in (in,notin)", "in in (in,notin)"),
    ("a=in", "a=in"), ("example.com/App=x", "example.com/App=x"), ("a\t=\nb", "a=b"), ("!in", "!in"),
  ]

  @Test(arguments: canonicalForms)
  func `a text form is read and written`(text: String, canonical: String) throws {
    let selector = try Selector(parsing: text)
    #expect(selector.description == canonical)
    #expect(try Selector(parsing: canonical) == selector)
  }

  static let word =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
    + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
    + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
  static let labelValue =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
    + "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used "
    + "for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
  static let broken: [(String, String)] = [
    (",", "found ',', expected: !, identifier, or 'end of string'"),
    ("=a", "found '=', expected: !, identifier, or 'end of string'"),
    ("a,", "found '', expected: identifier after ','"),
    ("a,,b", "found ',', expected: identifier after ','"),
    ("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
    ("a=b c", "found 'c', expected: ',' or 'end of string'"),
    ("a=b=c", "found '=', expected: ',' or 'end of string'"),
    ("!a=b", "found '=', expected: ',' or 'end of string'"),
    ("!", "unable to parse requirement: found '', expected: identifier"),
    ("!!a", "unable to parse requirement: found '!', expected: identifier"),
    ("a=(b)", "unable to parse requirement: found '(', expected: identifier"),
    ("a in b", "unable to parse requirement: found 'b' expected: '('"),
    ("a in (", "unable to parse requirement: found '', expected: ',', ')' or identifier"),
    ("a in (b", "unable to parse requirement: found '', expected: ',' or ')'"),
    ("a in (b c)", "unable to parse requirement: found 'c', expected: ',' or ')'"),
    ("a in (,", "unable to parse requirement: found '', expected: ',', or identifier"),
    (
      "a>x",
      "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer"
    ),
    ("-a=b", "unable to parse requirement: <nil>: Invalid value: \"-a\": name part \(word)"),
    ("a=b!", "found '!', expected: ',' or 'end of string'"),
    ("a=-b", "unable to parse requirement: values[0][a]: Invalid value: \"-b\": \(labelValue)"),
    ("é", "unable to parse requirement: <nil>: Invalid value: \"é\": name part \(word)"),
  ]

  @Test(arguments: broken)
  func `a broken text is refused in Kubernetes' words`(text: String, message: String) {
    #expect(throws: SelectorError(message: message)) { try Selector(parsing: text) }
  }

  static let labels: StringMap = ["app": "web", "tier": "front", "n": "5", "empty": "", "x": "y"]
  static let matches: [(String, Bool)] = [
    ("", true), ("app=web", true), ("app==web", true), ("app=db", false), ("none=web", false),
    ("app!=web", false),
    ("app!=db", true), ("none!=web", true), ("app", true), ("none", false), ("!app", false), ("!none", true),
    ("app in (db,web)", true), ("app in (db)", false), ("none in (db)", false), ("app notin (db)", true),
    ("app notin (db,web)", false), ("none notin (db)", true), ("empty=", true), ("none=", false),
    ("empty", true),
    ("empty in (,a)", true), ("n>4", true), ("n>5", false), ("n<6", true), ("n<5", false), ("app>1", false),
    ("none<1", false), ("app=web,tier=front", true), ("app=web,tier=back", false),
    ("app=web,!none,x in (y)", true),
  ]

  @Test(arguments: matches)
  func `labels are selected`(text: String, expected: Bool) throws {
    let selector = try Selector(parsing: text)
    #expect(selector.matches(Self.labels) == expected)
    #expect(selector.matches { Self.labels[$0] } == expected)
  }

  @Test func `a LabelSelector object is read`() throws {
    let object: JSONObject = [
      "matchLabels": ["app": "web"],
      "matchExpressions": [
        ["key": "tier", "operator": "In", "values": ["front", "back"]],
        ["key": "n", "operator": "NotIn", "values": ["6"]], ["key": "x", "operator": "Exists"],
        ["key": "none", "operator": "DoesNotExist"],
      ],
    ]
    let selector = try Selector(labelSelector: object)
    #expect(selector.description == "app=web,n notin (6),!none,tier in (back,front),x")
    #expect(selector.matches(Self.labels))
    #expect(!selector.matches(["app": "web", "tier": "front"]))
  }

  @Test func `an absent object selects nothing and an empty one everything`() throws {
    let absent = try Selector(labelSelector: nil)
    #expect(absent == .nothing)
    #expect(!absent.matches(Self.labels) && !absent.matches { _ in "x" })
    #expect(!absent.selectsEverything)
    let empty = try Selector(labelSelector: [:])
    #expect(empty == .everything)
    #expect(empty.selectsEverything && empty.matches(Self.labels))
    #expect(absent.adding([Selector.Requirement(key: "a", operator: .exists)]) == .nothing)
  }

  static let brokenObjects: [(JSONObject, String)] = [
    (
      ["matchExpressions": [["key": "a", "operator": "Maybe"]]],
      "\"Maybe\" is not a valid label selector operator"
    ),
    (
      ["matchExpressions": [["key": "a", "operator": "In"]]],
      "values: Invalid value: []string(nil): for 'in', 'notin' operators, values set can't be empty"
    ),
    (
      ["matchExpressions": [["key": "a", "operator": "Exists", "values": ["x"]]]],
      "values: Invalid value: []string{\"x\"}: values set must be empty for exists and does not exist"
    ),
    (["matchLabels": ["a": "-b"]], "values[0][a]: Invalid value: \"-b\": \(labelValue)"),
    (
      ["matchLabels": ["-a": "-b"]],
      "[key: Invalid value: \"-a\": name part \(word), values[0][-a]: Invalid value: \"-b\": \(labelValue)]"
    ),
  ]

  @Test(arguments: brokenObjects)
  func `a broken LabelSelector object is refused`(object: JSONObject, message: String) {
    #expect(throws: SelectorError(message: message)) { try Selector(labelSelector: object) }
  }

  @Test func `a selector made of labels needs them all`() throws {
    let selector = Selector(["b": "2", "a": "1"])
    #expect(selector.description == "a=1,b=2")
    #expect(selector.matches(["a": "1", "b": "2", "c": "3"]))
    #expect(!selector.matches(["a": "1"]))
    #expect(selector.requiredValue(of: "a") == "1")
    #expect(selector.requiredValue(of: "c") == nil)
    #expect(try Selector(parsing: "a in (x)").requiredValue(of: "a") == "x")
    #expect(try Selector(parsing: "a in (x,y),a!=z").requiredValue(of: "a") == nil)
  }
}
