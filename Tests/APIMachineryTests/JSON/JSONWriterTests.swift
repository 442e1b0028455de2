import APIMachinery
import Testing

@Suite struct JSONWriterTests {
  static let trees: [(JSON, String)] = [
    (JSON.null, "null"), (true, "true"), (0, "0"), (-7, "-7"), (1234567890, "1234567890"),
    (.int(.max), "9223372036854775807"), (.int(.min), "-9223372036854775808"),
    ("a\"b\\c/d", #""a\"b\\c/d""#),
    ("\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}\""),
    ("<a&b>", #""<a&b>""#), ("é€😀", #""é€😀""#),
    ("a\u{2028}b\u{2029}c\u{2027}", "\"a\\u2028b\\u2029c\u{2027}\""),
    (.array([]), "[]"), ([:], "{}"), (["b": [1, "x"], "a": [:]], #"{"b":[1,"x"],"a":{}}"#),
  ]

  @Test(arguments: Self.trees)
  func `a tree is written without spaces`(tree: JSON, expected: String) {
    #expect(String(decoding: tree.serialized(), as: UTF8.self) == expected)
    #expect(tree.description == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (100, "100"), (0.1, "0.1"), (1e-6, "0.000001"),
    (0.00000123, "0.00000123"), (9.99e-7, "9.99e-7"), (1e-7, "1e-7"), (1e20, "100000000000000000000"),
    (1e21, "1e+21"), (1.5e300, "1.5e+300"), (123456789.125, "123456789.125"),
    (Double.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (9007199254740992, "9007199254740992"),
    (12345678901234567168, "12345678901234567000"), (1e-10, "1e-10"), (3.14159e-5, "0.0000314159"),
  ])
  func `doubles are written as Go writes them`(value: Double, expected: String) {
    #expect(JSON.double(value).description == expected)
  }

  @Test func `numbers that are not finite become null`() {
    #expect(JSON.array([.double(.nan), .double(.infinity)]).description == "[null,null]")
  }

  @Test func `keys can be sorted at every level`() {
    let tree: JSON = ["b": ["d": 1, "c": 2], "a": [["z": 1, "y": 2]], "B": nil]
    #expect(
      String(decoding: tree.serialized(sortedKeys: true), as: UTF8.self)
        == #"{"B":null,"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}"#)
  }

  @Test func `the pretty form is kubectl's`() {
    let tree: JSON = ["a": 1, "b": [1, ["c": "x"]], "empty": [], "none": [:]]
    #expect(
      tree.prettyPrinted() == """
        {
            "a": 1,
            "b": [
                1,
                {
                    "c": "x"
                }
            ],
            "empty": [],
            "none": {}
        }
        """)
    #expect(tree["b"]?.prettyPrinted(indent: 2) == "[\n  1,\n  {\n    \"c\": \"x\"\n  }\n]")
  }

  @Test func `an escape is found at every place of a string`() {
    for before in 0..<20 {
      for after in 0..<20 {
        let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
        #expect(JSON.string("\(head)\n\(tail)").description == "\"\(head)\\n\(tail)\"")
      }
    }
  }

  @Test func `a text longer than the first buffer is written whole`() throws {
    let long = String(repeating: "0123456789\n", count: 10_000)
    let tree = JSON.array(Array(repeating: .string(long), count: 3))
    #expect(try JSON.parse(tree.serialized()) == tree)
  }

  @Test func `writing appends`() {
    var bytes = Array("data: ".utf8)
    (["a": 1] as JSON).write(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #"data: {"a":1}"#)
  }
}
