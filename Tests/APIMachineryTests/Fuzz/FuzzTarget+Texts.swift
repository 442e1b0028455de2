import APIMachinery

extension FuzzTarget {
  static let all = [
    json, yaml, selector, fieldSelector, quantity, time, scalars, trees, jsonPatch, mergePatch, typedPatches,
    serverSideApply, jsonPath,
  ]

  static let json = FuzzTarget(
    "JSON", share: 210,
    seeds: [
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{"app":"web"},"creationTimestamp":null},"#
        + #""spec":{"containers":[{"name":"a","image":"nginx:1.29","ports":[{"containerPort":80}]}],"priority":-1}}"#,
      "[1,-2.5,1e3,1E-7,0.1,true,false,null,\"\\u00e9\\ud83d\\ude00\\n\"]", "{}", "[]", "\"é日本😀\"",
      #"{"a":{"a":1,"a":2},"creationTimestamp":[[[[]]]]}"#, "18446744073709551616", "-9223372036854775808",
    ],
    tokens: [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "null", "true",
      "false", "0", "-",
      "1", "1.5", "e", "E+", ".", " ", "\n", "\"a\"", "\"a\":", "é", "😀", "\u{0}", "9223372036854775807",
      "1e309",
    ]
  ) { input, _ in
    var duplicates: [JSONDuplicate] = []
    let value: JSON
    do throws(JSONError) {
      value = try JSON.parse(input, duplicates: &duplicates)
    } catch {
      try require(error.line >= 1 && error.column >= 1 && error.offset <= input.count, "place \(error)")
      return
    }
    try checkText(value)
    try require(JSON.parse(value.serialized(), duplicates: &duplicates) == value, "duplicates survive")
  }

  static func checkText(_ value: JSON) throws {
    let bytes = value.serialized()
    let again = try JSON.parse(bytes)
    try require(again == value, "parse(write(x)) is \(again), not \(value)")
    // The first text may say -0, which reads as the integer 0.
    try require(JSON.parse(again.serialized()).serialized() == again.serialized(), "the text changes")
    try require(JSON.parse(value.prettyPrinted()) == value, "the pretty text differs")
    try require(JSON.parse(value.serialized(sortedKeys: true)) == value, "the sorted text differs")
  }

  static let yaml = FuzzTarget(
    "YAML", share: 140,
    seeds: [
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web, a.b/c: \"x\"}\nspec:\n  containers:\n"
        + "  - name: a\n    image: 'nginx:1.29'\n    args: [a, \"b\", 3]\n---\n# next\nx: |\n  a\n   b\n",
      "base: &b {a: 1}\none:\n  <<: *b\n  c: *b\ntwo: [*b, &x y, *x]\n",
      "- yes\n- 0777\n- 1e3\n- ~\n- !!str 5\n- >-\n  a\n  b\n",
      "a: b\n...\n---\nc: d\n", "{\"a\": [1, {\"b\": null}]}\n{\"c\": 1}", "? x\n: y\n",
      "\"a\\tb\\x41\": 'it''s'\n", "%YAML 1.1\n---\na: 1",
      "a: &a [*a]", "a: !!binary aGVsbG8=\n", "- - - a\n  - b\n-\n  k: v\n",
    ],
    tokens: [
      "a", "b", ": ", "- ", "\n", "\n  ", "\n- ", " ", "{", "}", "[", "]", ", ", "&a ", "*a", "<<: ",
      "!!str ", "!!int ", "!",
      "|\n", ">\n", "|+", "'", "\"", "#", "---\n", "...\n", "%", "? ", "~", "yes", "0x1F", "1_0", ".inf",
      "2001-01-01", "\t",
      "é", "\u{85}", "\u{2028}", "\u{FEFF}", "\r\n", "\\", "@",
    ]
  ) { input, _ in
    let documents: [YAMLDocument]
    do throws(YAMLError) { documents = try YAML.parse(input) } catch {
      return try require(error.line >= 1 && error.column >= 1, "place \(error)")
    }
    for document in documents {
      try checkYAML(document.value)
      try require(document.position(of: "").line >= 1, "place")
      if case .object(let object) = document.value {
        for key in object.keys { _ = document.position(of: key) }
      }
    }
    try require(
      YAML.parse(YAML.text(of: documents.map(\.value))).map(\.value) == documents.map(\.value),
      "documents differ")
  }

  static func checkYAML(_ value: JSON) throws {
    let text = YAML.text(of: value)
    let again = try YAML.parse(text)
    if value.isNull { return try require(again.isEmpty, "null is a document") }
    try require(again.count == 1 && again[0].value == value, "\(text.debugDescription) is not \(value)")
  }

  static let selector = FuzzTarget(
    "label selector", share: 90,
    seeds: [
      "a=b,c!=d,e in (f,g),h notin (i),j,!k", "app==web", "n>1,m<2", "example.com/App in (,x)", "a in ()",
      "x", "!x", "a=",
    ],
    tokens: [
      "a", "b", "=", "==", "!=", "!", ",", "(", ")", " in ", " notin ", ">", "<", " ", "1", "5", "-", "_",
      ".", "/", "é", "\t",
      "app", "x.y/z", "\u{0}",
    ]
  ) { input, random in
    let selector: Selector
    do throws(SelectorError) {
      selector = try Selector(parsing: String(decoding: input, as: UTF8.self))
    } catch {
      return try require(!error.message.isEmpty, "no message")
    }
    try require(Selector(parsing: selector.description) == selector, "another selector when read again")
    var labels = StringMap()
    for _ in 0..<random.below(4) {
      labels[random.pick(["a", "b", "app", "n", "x"])] = random.pick(["", "b", "5", "web"])
    }
    try require(
      selector.matches(labels) == selector.matches { labels[$0] },
      "the two ways to match differ for \(labels.json)")
  }

  static let fieldSelector = FuzzTarget(
    "field selector", share: 60,
    seeds: ["metadata.name=x,status.phase!=Running", "a==b", #"a=x\,y\=z\\"#, "a=", ""],
    tokens: ["a", "b", "=", "==", "!=", "!", ",", "\\", "\\,", "\\=", "\\\\", " ", ".", "metadata.name", "é"]
  ) { input, _ in
    let selector: FieldSelector
    do throws(SelectorError) {
      selector = try FieldSelector(parsing: String(decoding: input, as: UTF8.self))
    } catch {
      return try require(!error.message.isEmpty, "no message")
    }
    try require(FieldSelector(parsing: selector.description) == selector, "another selector when read again")
    let fields = selector.terms.filter { !$0.isNegated }
    let isConsistent = selector.matches { field in selector.requiredValue(of: field) }
    let distinct = Set(fields.map(\.field)).count == fields.count && fields.count == selector.terms.count
    try require(!distinct || isConsistent, "the required values do not match")
  }
}
