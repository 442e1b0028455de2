import APIMachinery
import Testing

@Suite struct JSONParserTests {
  static let trees: [(String, JSON)] = [
    ("null", JSON.null), ("true", true), (" false ", false), ("0", 0), ("-0", 0), ("-1", -1),
    ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)),
    ("1.5e3", .double(1500)),
    ("-2.5E-3", .double(-0.0025)), ("0.1", .double(0.1)), ("1e308", .double(1e308)),
    ("123456789012345678901234567890", .double(1.2345678901234568e29)),
    (#""""#, ""), (#""abc""#, "abc"), (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u20AC\ud83d\ude00""#, "é€😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ude00x""#, "\u{FFFD}x"), (#""naïve 日本語 😀""#, "naïve 日本語 😀"), (#""\u0000""#, "\0"),
    ("[]", .array([])), ("[ ]", .array([])), ("[1,[2,[]],{}]", [1, [2, []], [:]]), ("{}", [:]), ("{ }", [:]),
    ("\t{\"a\" : 1 ,\r\n\"b\":[true,null]}\n", ["a": 1, "b": [true, nil]]),
    (#"{"":1,"é":2,"\n":3}"#, ["": 1, "é": 2, "\n": 3]),
  ]

  @Test(arguments: Self.trees)
  func `a text gives its tree`(text: String, expected: JSON) throws {
    #expect(try JSON.parse(text) == expected)
  }

  @Test func `members keep their order`() throws {
    let object = try #require(JSON.parse(#"{"z":1,"a":2,"m":3,"creationTimestamp":null}"#).objectValue)
    #expect(object.keys == ["z", "a", "m", "creationTimestamp"])
  }

  @Test(arguments: [
    ("", 1, 1, "unexpected end of JSON input"),
    ("  ", 1, 3, "unexpected end of JSON input"),
    ("{", 1, 2, "unexpected end of JSON input"),
    (#"{"a":1"#, 1, 7, "unexpected end of JSON input"),
    (#""abc"#, 1, 5, "unexpected end of JSON input"),
    ("nul", 1, 4, "unexpected end of JSON input"),
    ("nulx", 1, 4, "invalid character 'x' in literal null (expecting 'l')"),
    ("x", 1, 1, "invalid character 'x' looking for beginning of value"),
    ("{\n  \"a\": 1,\n  b: 2\n}", 3, 3, "invalid character 'b' looking for beginning of object key string"),
    (#"{"a":1,}"#, 1, 8, "invalid character '}' looking for beginning of object key string"),
    (#"{"a" 1}"#, 1, 6, "invalid character '1' after object key"),
    (#"{"a":1 "b":2}"#, 1, 8, "invalid character '\"' after object key:value pair"),
    ("[1 2]", 1, 4, "invalid character '2' after array element"),
    ("[1,]", 1, 4, "invalid character ']' looking for beginning of value"),
    ("1 2", 1, 3, "invalid character '2' after top-level value"),
    ("\"a\nb\"", 1, 3, #"invalid character '\n' in string literal"#),
    (#""\x""#, 1, 3, "invalid character 'x' in string escape code"),
    (#""\u12G4""#, 1, 6, #"invalid character 'G' in \u hexadecimal character escape"#),
    ("-", 1, 2, "unexpected end of JSON input"),
    ("-x", 1, 2, "invalid character 'x' in numeric literal"),
    ("1.x", 1, 3, "invalid character 'x' after decimal point in numeric literal"),
    ("1ex", 1, 3, "invalid character 'x' in exponent of numeric literal"),
    ("01", 1, 2, "invalid character '1' after a leading zero in numeric literal"),
    ("\u{FEFF}1", 1, 1, "invalid character '\\xef' looking for beginning of value"),
  ])
  func `a broken text gives the place and Go's words`(text: String, line: Int, column: Int, message: String) {
    #expect(throws: JSONError.self) { try JSON.parse(text) }
    do throws(JSONError) { _ = try JSON.parse(text) } catch {
      #expect(error.message == message)
      #expect((error.line, error.column) == (line, column))
      #expect(error.code == .syntax)
    }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x7B, 0x22, 0xF5, 0x80, 0x80, 0x80, 0x22, 0x3A, 0x31, 0x7D],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    #expect(code(of: bytes) == .invalidUTF8)
  }

  @Test func `a number beyond a double is refused`() {
    #expect(code(of: Array("1e400".utf8)) == .numberOutOfRange)
    #expect(code(of: Array("[-1e999]".utf8)) == .numberOutOfRange)
  }

  @Test func `depth and size have limits`() throws {
    let nested = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSON.parse(nested(512)) }
    #expect(code(of: nested(513)) == .tooDeep)
    #expect(code(of: Array(String(repeating: #"{"a":"#, count: 100_000).utf8)) == .tooDeep)
    #expect(code(of: Array("[1,2,3]".utf8), limits: JSONLimits(bytes: 6)) == .tooLarge)
    #expect(code(of: [UInt8](repeating: 0x20, count: 3 << 20 + 1)) == .tooLarge)
  }

  private func code(of bytes: [UInt8], limits: JSONLimits = .request) -> JSONError.Code? {
    do throws(JSONError) {
      _ = try JSON.parse(bytes, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  // MARK: Duplicate keys

  @Test(arguments: [
    (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#, ["a"]),
    (
      #"{"spec":{"containers":[{"name":"a"},{"name":"b","image":"x","name":"c"}]}}"#,
      #"{"spec":{"containers":[{"name":"a"},{"name":"c","image":"x"}]}}"#, ["spec.containers[1].name"]
    ),
    (#"{"a":1,"a":2,"a":3}"#, #"{"a":3}"#, ["a", "a"]),
    (#"[{"\u0061":1,"a":2}]"#, #"[{"a":2}]"#, ["[0].a"]),
    (#"{"x":{"a":1,"a":2},"x":{"b":1}}"#, #"{"x":{"b":1}}"#, ["x.a", "x"]),
    (#"{"abcdefgh1":1,"abcdefgh2":2}"#, #"{"abcdefgh1":1,"abcdefgh2":2}"#, []),
  ])
  func `of duplicate keys the last counts and all are reported`(text: String, result: String, paths: [String])
    throws
  {
    var duplicates: [JSONDuplicate] = []
    let tree = try JSON.parse(Array(text.utf8), duplicates: &duplicates)
    #expect(tree.description == result)
    #expect(duplicates.map(\.path) == paths)
  }

  @Test func `a large object is searched for duplicates too`() throws {
    let members = (0..<1000).map { #""key-\#($0)":\#($0)"# }
    var duplicates: [JSONDuplicate] = []
    let unique = try JSON.parse(Array("{\(members.joined(separator: ","))}".utf8), duplicates: &duplicates)
    #expect(unique.objectValue?.count == 1000)
    #expect(duplicates.isEmpty)
    let doubled = try JSON.parse(
      Array("{\((members + members).joined(separator: ","))}".utf8), duplicates: &duplicates)
    #expect(doubled == unique)
    #expect(duplicates.count == 100)
  }

  @Test func `strings of the shared table and their neighbours are told apart`() throws {
    for text in [
      "creationTimestamp", "creationTimestamq", "dreationTimestamp", "creationTimestampcreationTimestamp",
    ] {
      #expect(try JSON.parse("{\"\(text)\":\"\(text)\"}").objectValue?.keys == [text])
      #expect(try JSON.parse("\"\(text)\"") == .string(text))
    }
  }

  @Test func `an escape or a quote is found at every place of a long string`() throws {
    for length in 0..<40 {
      let text = String(repeating: "x", count: length)
      #expect(try JSON.parse("\"\(text)\\n\(text)\"") == .string("\(text)\n\(text)"))
      #expect(try JSON.parse("\"\(text)é\(text)\"") == .string("\(text)é\(text)"))
      #expect(try JSON.parse("[\"\(text)\"]") == [.string(text)])
    }
  }

  @Test func `bytes that are not contiguous are parsed too`() throws {
    #expect(try JSON.parse(Array("[1,2]".utf8).reversed().reversed()) == [1, 2])
    #expect(try JSON.parse(Array("xx[1,2]".utf8)[2...]) == [1, 2])
  }
}
