import APIMachinery
import Testing

@Suite struct YAMLReaderTests {
  /// What kubectl 1.32 makes of the same scalars, except for the two that it prints as strings.
  static let scalars: [(String, JSON)] = [
    ("yes", true), ("Yes", true), ("YES", true), ("y", true), ("Y", true), ("on", true), ("On", true),
    ("true", true),
    ("True", true), ("no", false), ("n", false), ("off", false), ("OFF", false), ("False", false),
    ("yEs", "yEs"),
    ("yess", "yess"), ("~", nil), ("null", nil), ("Null", nil), ("nULL", "nULL"), ("", nil), ("'~'", "~"),
    ("\"yes\"", "yes"), ("'5'", "5"), ("0", 0), ("5", 5), ("+5", 5), ("-5", -5), ("0777", 511),
    ("-0777", -511),
    ("0o777", 511), ("0O17", 15), ("0x1F", 31), ("0X1f", 31), ("-0x10", -16), ("0b101", 5), ("-0b11", -3),
    ("1_000", 1000),
    ("1__0", 10), ("_1", "_1"), ("09", 9), ("0888", 888), ("08.5", 8.5), ("0x", "0x"), ("0xg", "0xg"),
    ("0b", "0b"),
    ("0b2", "0b2"), ("0o8", "0o8"), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", .double(9.223372036854775808e18)), ("99999999999999999999", .double(1e20)),
    ("0xFFFFFFFFFFFFFFFFF", .double(295_147_905_179_352_825_856)), ("1.5", 1.5), ("1.50", 1.5), (".5", 0.5),
    ("+.5", 0.5),
    ("-.5", -0.5), ("5.", 5), ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000), ("1.5e-3", 0.0015),
    ("1e3.5", "1e3.5"),
    ("1e", "1e"), ("1e400", "1e400"), ("1_000.5", 1000.5), (".5_0", ".5_0"), (".", "."), ("..", ".."),
    ("+", "+"), ("-.", "-."), ("1.2.3", "1.2.3"), ("1e21", 1e21), ("2001-01-01", "2001-01-01"),
    ("2001-12-14T21:59:43Z", "2001-12-14T21:59:43Z"), ("1:30", "1:30"), ("12:30:45", "12:30:45"),
    ("100m", "100m"),
    ("1Gi", "1Gi"), ("10.0.0.0/16", "10.0.0.0/16"), ("v1", "v1"), ("<<", "<<"), ("=", "="), ("!!str 5", "5"),
    ("!!str yes", "yes"), ("!!int '5'", 5), ("!!int 0x10", 16), ("!!float 5", 5), ("!!float '1.5'", 1.5),
    ("!!bool 'yes'", true), ("!!null ''", nil), ("!!binary aGVsbG8=", "hello"), ("! 5", "5"),
    ("!custom 5", "5"),
    ("!!timestamp 2001-01-01", "2001-01-01"), ("|\n    a\n    b\n", "a\nb\n"), ("|-\n    a\n    b\n", "a\nb"),
    (">\n    a\n    b\n", "a b\n"), ("\"a\\tb\\u00e9\\x41\"", "a\tbéA"), ("'it''s'", "it's"),
    ("a b # c", "a b"),
    ("a#b", "a#b"), ("http://x:80/y", "http://x:80/y"), ("-Infinity", "-Infinity"), ("NaN", "NaN"),
  ]

  @Test(arguments: scalars)
  func `a scalar is what kubectl reads`(text: String, expected: JSON) throws {
    let documents = try YAML.parse("k: \(text)")
    #expect(documents.first?.value == ["k": expected])
    if case .int? = documents.first?.value["k"], case .double = expected { Issue.record("an integer") }
  }

  static let keys: [(String, String)] = [
    ("a", "a"), ("1", "1"), ("0x10", "16"), ("1.5", "1.5"), ("1e3", "1000"), ("1000000.5", "1.0000005e+06"),
    ("yes", "true"),
    ("off", "false"), ("'yes'", "yes"), ("2001-01-01", "2001-01-01"), ("\"\"", ""),
  ]

  @Test(arguments: keys)
  func `a key becomes a string`(text: String, key: String) throws {
    #expect(try YAML.parse("\(text): v")[0].value == [key: "v"])
  }

  @Test func `collections of both styles are read`() throws {
    let text = """
      # a comment
      apiVersion: v1
      spec:
        containers:
        - name: a
          args: [x, "y", 3]
          env: {A: b, C: }
        -
          name: b
        - - nested
          - 1
      """
    #expect(
      try YAML.parse(text)[0].value == [
        "apiVersion": "v1",
        "spec": [
          "containers": [
            ["name": "a", "args": ["x", "y", 3], "env": ["A": "b", "C": nil]], ["name": "b"], ["nested", 1],
          ]
        ],
      ])
  }

  @Test func `a stream has several documents and empty ones are left out`() throws {
    let text = "---\na: 1\n---\n# nothing\n---\n---\nb: 2\n...\n---\n~\n--- {c: 3}\n"
    let documents = try YAML.parse(text, file: "x.yaml")
    #expect(documents.map(\.value) == [["a": 1], ["b": 2], ["c": 3]])
    #expect(documents.map(\.start.line) == [2, 7, 11])
    #expect(documents.allSatisfy { $0.file == "x.yaml" })
    #expect(try YAML.parse("").isEmpty)
    #expect(try YAML.parse(UnsafeBufferPointer<UInt8>(start: nil, count: 0)).isEmpty)
    #expect(try YAML.parse("# only a comment\n---\n").isEmpty)
    #expect(try YAML.parse("%YAML 1.1\n---\na: 1").count == 1)
  }

  @Test func `a carriage return and a byte order mark do no harm`() throws {
    #expect(try YAML.parse("\u{FEFF}a: 1\r\nb: x\r\n")[0].value == ["a": 1, "b": "x"])
  }

  // MARK: Anchors and merges

  @Test func `aliases stand for their anchors`() throws {
    let text = "a: &x {k: [1, 2]}\nb: *x\nc: [*x, &y 5, *y]\n&k key: *k\n"
    #expect(
      try YAML.parse(text)[0].value == [
        "a": ["k": [1, 2]], "b": ["k": [1, 2]], "c": [["k": [1, 2]], 5, 5], "key": "key",
      ])
  }

  @Test func `an anchor can be set again`() throws {
    #expect(try YAML.parse("[&a 1, *a, &a 2, *a]")[0].value == [1, 1, 2, 2])
  }

  @Test func `merge keys fill in what the mapping does not say itself`() throws {
    let text = """
      base: &base {a: 1, b: 2}
      other: &other {b: 3, c: 4}
      one: {a: 9, <<: *base}
      two:
        <<: [*other, *base]
        c: 5
      three:
        "<<": kept
      four:
        <<: {x: 1}
      """
    let value = try YAML.parse(text)[0].value
    #expect(value["one"] == ["a": 9, "b": 2])
    #expect(value["two"] == ["c": 5, "b": 3, "a": 1])
    #expect(value["three"] == ["<<": "kept"])
    #expect(value["four"] == ["x": 1])
  }

  // MARK: Errors

  static let broken: [(String, YAMLError.Code, Int, Int, String)] = [
    ("a: b: c", .syntax, 1, 5, "mapping values are not allowed in this context"),
    (
      "a:\n\tb: c", .syntax, 2, 1,
      "found character that cannot start any token (while scanning for the next token that starts on line 2)"
    ),
    (
      "a: [1, 2", .syntax, 2, 1,
      "did not find expected ',' or ']' (while parsing a flow sequence that starts on line 1)"
    ),
    ("a: 1\n b: 2", .syntax, 2, 3, "mapping values are not allowed in this context"),
    (
      "a: \"x", .syntax, 1, 6,
      "found unexpected end of stream (while scanning a quoted scalar that starts on line 1)"
    ),
    (
      "a:\n- b\nc", .syntax, 4, 1,
      "could not find expected ':' (while scanning a simple key that starts on line 3)"
    ),
    (
      "a: %x", .syntax, 1, 4,
      "found character that cannot start any token (while scanning for the next token that starts on line 1)"
    ),
    ("x: 1\na: \u{1}", .syntax, 2, 4, "control characters are not allowed"),
    ("a: 1\nb: 2\na: 3", .duplicateKey, 3, 1, "key \"a\" already set in map"),
    ("x:\n  - {b: 1, c: 2, b: 3}", .duplicateKey, 2, 18, "key \"b\" already set in map"),
    ("1: a\n\"1\": b", .duplicateKey, 2, 1, "key \"1\" already set in map"),
    ("a: .inf", .value, 1, 4, "json: unsupported value: +Inf"),
    ("a: -.INF", .value, 1, 4, "json: unsupported value: -Inf"),
    ("a: .NaN", .value, 1, 4, "json: unsupported value: NaN"),
    ("~: a", .value, 1, 1, "unsupported map key of type !!null: ~"),
    ("? [a]\n: b", .value, 1, 3, "invalid map key: array"),
    ("a: !!int x", .value, 1, 4, "cannot decode !!str `x` as a !!int"),
    ("a: !!bool 5", .value, 1, 4, "cannot decode !!int `5` as a !!bool"),
    ("a: !!binary $$", .value, 1, 4, "!!binary value contains invalid base64 data"),
    ("a: !!binary /w==", .value, 1, 4, "!!binary value is not UTF-8 text"),
    ("<<: 5", .value, 1, 5, "map merge requires map or sequence of maps as the value"),
    ("<<: [5]", .value, 1, 5, "map merge requires map or sequence of maps as the value"),
    ("a: *none", .alias, 1, 4, "unknown anchor 'none' referenced"),
    ("a: &x [*x]", .alias, 1, 8, "anchor 'x' value contains itself"),
    ("a: &x 1\n---\nb: *x", .alias, 3, 4, "unknown anchor 'x' referenced"),
  ]

  @Test(arguments: broken)
  func `a broken text gives the place and libyaml's words`(
    text: String, code: YAMLError.Code, line: Int, column: Int, message: String
  ) {
    #expect(throws: YAMLError(code: code, message: message, file: "web.yaml", line: line, column: column)) {
      try YAML.parse(text, file: "web.yaml")
    }
  }

  @Test func `the last of the values of a key counts where that is asked for, and all places are told`()
    throws
  {
    let text = "a: 1\nx:\n- {b: 1, c: 2, b: 3}\na:\n  d: {e: 1, e: 2}\na: 4\n---\na: 5\n"
    let documents = try YAML.parse(text.utf8, duplicates: .lastCounts)
    #expect(documents.map(\.value) == [["a": 4, "x": [["b": 3, "c": 2]]], ["a": 5]])
    #expect(documents[0].duplicates.map(\.path) == ["x[0].b", "a.d.e", "a", "a"])
    #expect(documents[0].duplicates.map(\.first.line) == [3, 5, 1, 4])
    #expect(documents[0].duplicates.map(\.last.line) == [3, 5, 4, 6])
    #expect(documents[0].position(of: "a").line == 6)
    #expect(documents[1].duplicates.isEmpty)
  }

  @Test func `an error says file, line, column and what`() {
    let error = YAMLError(code: .syntax, message: "m", file: "web.yaml", line: 3, column: 5)
    #expect(error.description == "web.yaml:3:5: m")
    #expect(YAMLError(code: .syntax, message: "m", line: 3, column: 5).description == "3:5: m")
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() {
    #expect(throws: YAMLError(code: .syntax, message: "invalid leading UTF-8 octet", line: 2, column: 4)) {
      try YAML.parse(Array("a: 1\nb: ".utf8) + [0xFF])
    }
  }

  @Test func `an alias bomb is refused`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(code(of: text) == .alias)
  }

  @Test func `a bomb of depth is refused`() {
    let text = "a0: &a0 []\n" + (1...600).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(code(of: text) == .tooDeep)
    #expect(code(of: String(repeating: "[", count: 2000)) == .tooDeep)
    #expect(code(of: String(repeating: "- ", count: 2000)) == .tooDeep)
    #expect(code(of: "a: " + String(repeating: "[", count: 600)) == .tooDeep)
    #expect(code(of: String(repeating: "a", count: 4 << 20)) == .tooLarge)
  }

  private func code(of text: String) -> YAMLError.Code? {
    do throws(YAMLError) {
      _ = try YAML.parse(text)
      return nil
    } catch {
      return error.code
    }
  }

  // MARK: JSON

  @Test func `JSON texts are read as JSON`() throws {
    let documents = try YAML.parse("{\"a\": \"\\ud83d\\ude00\",\n\t\"b\": 1e3}\n{\"c\": [1]}\n")
    #expect(documents.map(\.value) == [["a": "😀", "b": 1000], ["c": [1]]])
    #expect(documents.map(\.start.line) == [1, 3])
    #expect(try YAML.parse("[1, 2]")[0].value == [1, 2])
  }

  @Test func `a flow mapping is no JSON but YAML`() throws {
    #expect(
      try YAML.parse("{a: b, c: [d]}\n---\n{e: f}").map(\.value) == [["a": "b", "c": ["d"]], ["e": "f"]])
  }

  @Test func `broken JSON gives JSON's words`() {
    #expect(
      throws: YAMLError(
        code: .syntax, message: "invalid character '}' looking for beginning of value", line: 2, column: 6)
    ) { try YAML.parse("{\n\"a\": }") }
    #expect(throws: YAMLError(code: .duplicateKey, message: "duplicate field \"a.b\"", line: 1, column: 1)) {
      try YAML.parse(#"{"a": {"b": 1, "b": 2}}"#)
    }
  }

  // MARK: Positions

  @Test(arguments: [
    ("", 1, 1), ("apiVersion", 1, 1), ("metadata.labels[a.b/c]", 4, 5), ("metadata.labels.a.b/c", 4, 5),
    ("spec.containers[1].name", 9, 5), ("spec.containers[1]", 9, 5), ("spec.containers[1].image", 9, 5),
    ("spec.containers[0].env[1].value", 8, 35), ("spec.containers[7].name", 6, 3), ("status", 1, 1),
    ("spec.copy.name", 7, 9),
  ])
  func `a field path is found in the file`(path: String, line: Int, column: Int) throws {
    let text = """
      apiVersion: v1
      metadata:
        labels:
          a.b/c: x
      spec:
        containers:
        - &c {name: a,
             env: [{name: A}, {name: B, value: x}]}
        - name: b
        copy: *c
      """
    let position = try YAML.parse(text)[0].position(of: path)
    #expect((position.line, position.column) == (line, column))
  }
}
