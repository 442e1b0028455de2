import APIMachinery
import Testing

@Suite struct YAMLWriterTests {
  /// As kubectl 1.32 prints the same values with `-o yaml`.
  static let scalars: [(JSON, String)] = [
    (nil, "null"), (true, "true"), (5, "5"), (-5, "-5"), (1.5, "1.5"), (1234567.5, "1.2345675e+06"),
    (1e-7, "1e-07"),
    (0.00001, "1e-05"), (0.0001, "0.0001"), (.double(1e20), "1e+20"), (.double(1e19), "10000000000000000000"),
    (.double(18446744073709551616), "1.8446744073709552e+19"), (.double(1000), "1000"),
    (100000.5, "100000.5"),
    ("x", "x"), ("", "\"\""), ("null", "\"null\""), ("yes", "\"yes\""), ("n", "\"n\""), ("5", "\"5\""),
    ("1e3", "\"1e3\""),
    ("0x1g", "0x1g"), ("1e400", "1e400"), ("100m", "100m"), ("1Gi", "1Gi"), ("2001-01-01", "\"2001-01-01\""),
    ("2026-01-02T03:04:05Z", "\"2026-01-02T03:04:05Z\""), ("1:30", "\"1:30\""), ("12:30:45", "\"12:30:45\""),
    ("1:60", "1:60"), ("~", "\"~\""), ("<<", "<<"), ("a: b", "'a: b'"), ("a:b", "a:b"),
    ("a #c", "'a #c'"),
    ("#c", "'#c'"), ("- a", "'- a'"), ("-", "'-'"), ("-a", "-a"), ("*x", "'*x'"), ("&x", "'&x'"),
    ("!x", "'!x'"), ("%x", "'%x'"),
    ("@x", "'@x'"), ("`x", "'`x'"), ("{x", "'{x'"), ("x{", "x{"), ("[x]", "'[x]'"), ("'x'", "'''x'''"),
    ("\"x\"", "'\"x\"'"),
    ("it's", "it's"), ("trailing ", "'trailing '"), (" leading", "' leading'"), ("tab\tx", "\"tab\\tx\""),
    ("é", "é"),
    ("😀", "\"\\U0001F600\""), ("a\u{1}", "\"a\\x01\""), ("?", "'?'"), ("? x", "'? x'"), (",x", "',x'"),
    ("---", "'---'"),
    ("...", "'...'"), ("key:", "'key:'"), ("|", "'|'"), (">x", "'>x'"), ("10.0.0.0/16", "10.0.0.0/16"),
    ("multi\nline\n", "|\n  multi\n  line"), ("multi\nline", "|-\n  multi\n  line"), ("x\n\n", "|+\n  x\n"),
    (" lead\n x", "|2-\n   lead\n   x"), ("\nx", "|2-\n\n  x"), ("x: y\nz", "|-\n  x: y\n  z"),
    ("x \ny", "\"x \\ny\""), (.array([]), "[]"), ([:], "{}"),
  ]

  @Test(arguments: scalars)
  func `a scalar is written as kubectl writes it`(value: JSON, text: String) throws {
    let written = YAML.text(of: ["k": value])
    #expect(written == "k: \(text)\n")
    #expect(try YAML.parse(written)[0].value == ["k": value])
  }

  @Test func `collections are written in block style with sorted keys`() throws {
    let value: JSON = [
      "spec": [
        "containers": [["name": "a", "args": ["x", "y"]], ["name": "b"]], "nested": [[1, 2], [[3]]],
      ],
      "a2": 1, "a10": 2, "B": 3, "a-b": 4, "ab": 5, "1": 6, "1.5": 7, "true": 8, "a01": 9, "a 1": ["é": nil],
    ]
    let text = """
      "1": 6
      "1.5": 7
      B: 3
      a 1:
        é: null
      a-b: 4
      a01: 9
      a2: 1
      a10: 2
      ab: 5
      spec:
        containers:
        - args:
          - x
          - "y"
          name: a
        - name: b
        nested:
        - - 1
          - 2
        - - - 3
      "true": 8

      """
    #expect(YAML.text(of: value) == text)
    #expect(try YAML.parse(text)[0].value == value)
  }

  @Test func `long texts are folded at 80 columns`() throws {
    let long: JSON = [
      "m":
        "a very long line that goes beyond eighty columns because it has really many words in it and so is folded"
    ]
    let text = """
      m: a very long line that goes beyond eighty columns because it has really many words
        in it and so is folded

      """
    #expect(YAML.text(of: long) == text)
    #expect(try YAML.parse(text)[0].value == long)
  }

  @Test func `several documents have lines between them`() {
    #expect(
      YAML.text(of: [["a": 1], ["b": "x\n\n"], 5, "y\n\u{2028}"])
        == "a: 1\n---\nb: |+\n  x\n\n---\n5\n---\n|+\n  y\n\u{2028}")
  }

  @Test func `large trees are written whole`() throws {
    let value = JSON.array((0..<5000).map { ["name": .string("item-\($0)"), "index": .int(Int64($0))] })
    #expect(try YAML.parse(YAML.text(of: value))[0].value == value)
  }
}
