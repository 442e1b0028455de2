import APIMachinery
import Testing

@Suite struct JSONPatchTests {
  /// Document, patch, result.
  static let applied: [(String, String, String)] = [
    // The examples of RFC 6902, appendix A.
    (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#, #"{"foo":"bar","baz":"qux"}"#),
    (
      #"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#,
      #"{"foo":["bar","qux","baz"]}"#
    ),
    (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
    (#"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#, #"{"foo":["bar","baz"]}"#),
    (
      #"{"baz":"qux","foo":"bar"}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
      #"{"baz":"boo","foo":"bar"}"#
    ),
    (
      #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
      #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
      #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
    ),
    (
      #"{"foo":["all","grass","cows","eat"]}"#, #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
      #"{"foo":["all","cows","eat","grass"]}"#
    ),
    (
      #"{"baz":"qux","foo":["a",2,"c"]}"#,
      #"[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]"#,
      #"{"baz":"qux","foo":["a",2,"c"]}"#
    ),
    (
      #"{"foo":"bar"}"#, #"[{"op":"add","path":"/child","value":{"grandchild":{}}}]"#,
      #"{"foo":"bar","child":{"grandchild":{}}}"#
    ),
    (
      #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux","xyz":123}]"#,
      #"{"foo":"bar","baz":"qux"}"#
    ),
    (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#, #"{"/":9,"~1":10}"#),
    (
      #"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#,
      #"{"foo":["bar",["abc","def"]]}"#
    ),
    // More.
    (#"{"a":1}"#, "[]", #"{"a":1}"#),
    (#"{"a":1}"#, #"[{"op":"replace","path":"","value":[1]}]"#, "[1]"),
    (#"{"a":1}"#, #"[{"op":"add","path":"","value":{"b":2}}]"#, #"{"b":2}"#),
    (#"{"a":1}"#, #"[{"op":"add","path":"/a","value":2}]"#, #"{"a":2}"#),
    (
      #"{"a":[]}"#, #"[{"op":"add","path":"/a/0","value":1},{"op":"add","path":"/a/1","value":2}]"#,
      #"{"a":[1,2]}"#
    ),
    (
      #"{"a":{"b":[{"c":1}]}}"#, #"[{"op":"copy","from":"/a/b/0","path":"/a/b/-"}]"#,
      #"{"a":{"b":[{"c":1},{"c":1}]}}"#
    ),
    (#"{"a":{"b":1}}"#, #"[{"op":"copy","from":"/a","path":"/a/c"}]"#, #"{"a":{"b":1,"c":{"b":1}}}"#),
    (#"{"a":1,"b":2}"#, #"[{"op":"move","from":"/a","path":"/b"}]"#, #"{"b":1}"#),
    (#"{"a":1}"#, #"[{"op":"move","from":"/a","path":"/a"}]"#, #"{"a":1}"#),
    (#"{"":1}"#, #"[{"op":"replace","path":"/","value":2}]"#, #"{"":2}"#),
    (#"{"a":1}"#, #"[{"op":"test","path":"/b"}]"#, #"{"a":1}"#),
    (
      #"{"a":{"x":1,"y":[2]}}"#, #"[{"op":"test","path":"/a","value":{"y":[2.0],"x":1}}]"#,
      #"{"a":{"x":1,"y":[2]}}"#
    ),
    (
      #"{"metadata":{"labels":{"a.b/c":"x"}}}"#, #"[{"op":"remove","path":"/metadata/labels/a.b~1c"}]"#,
      #"{"metadata":{"labels":{}}}"#
    ),
  ]

  @Test(arguments: applied)
  func `a patch is applied`(document: String, patch: String, result: String) throws {
    let operations = try JSONPatch(json: JSON.parse(patch))
    #expect(try operations.apply(to: JSON.parse(document)).description == result)
    #expect(try JSONPatch(json: operations.json) == operations)
  }

  /// Patch to `{"a":{"b":[1,2]},"s":"x"}`, code, message.
  static let refused: [(String, JSONPatchError.Code, String)] = [
    (
      #"[{"op":"add","path":"/x/y","value":1}]"#, .missing,
      #"add operation does not apply: doc is missing path: "/x/y": missing value"#
    ),
    (
      #"[{"op":"add","path":"/a/b/3","value":1}]"#, .missing,
      #"add operation does not apply: doc is missing path: "/a/b/3": missing value"#
    ),
    (
      #"[{"op":"add","path":"/a/b/01","value":1}]"#, .missing,
      #"add operation does not apply: doc is missing path: "/a/b/01": missing value"#
    ),
    (
      #"[{"op":"add","path":"/s/x","value":1}]"#, .missing,
      #"add operation does not apply: doc is missing path: "/s/x": missing value"#
    ),
    (
      #"[{"op":"remove","path":"/x"}]"#, .missing,
      #"remove operation does not apply: doc is missing path: "/x": missing value"#
    ),
    (
      #"[{"op":"remove","path":"/a/b/-"}]"#, .missing,
      #"remove operation does not apply: doc is missing path: "/a/b/-": missing value"#
    ),
    (
      #"[{"op":"remove","path":"/a/b/99999999999999999999"}]"#, .missing,
      #"remove operation does not apply: doc is missing path: "/a/b/99999999999999999999": missing value"#
    ),
    (
      #"[{"op":"replace","path":"/x","value":1}]"#, .missing,
      "replace operation does not apply: doc is missing path: /x: missing value"
    ),
    (
      #"[{"op":"test","path":"/x","value":1}]"#, .missing,
      "test operation does not apply: is missing path: /x: missing value"
    ),
    (#"[{"op":"test","path":"/s","value":"y"}]"#, .testFailed, "testing value /s failed: test failed"),
    (
      #"[{"op":"move","from":"/x","path":"/y"}]"#, .missing,
      "move operation does not apply: doc is missing from path: /x: missing value"
    ),
    (
      #"[{"op":"move","from":"/s","path":"/y/z"}]"#, .missing,
      "move operation does not apply: doc is missing destination path: /y/z: missing value"
    ),
    (
      #"[{"op":"move","from":"/a","path":"/a/b/0"}]"#, .missing,
      #"move operation does not apply: "/a/b/0" lies within "/a": missing value"#
    ),
    (
      #"[{"op":"copy","from":"/x","path":"/y"}]"#, .missing,
      "copy operation does not apply: doc is missing from path: /x: missing value"
    ),
    (#"{"op":"remove"}"#, .malformed, "json: cannot unmarshal object into Go value of type jsonpatch.Patch"),
    ("[1]", .malformed, "json: cannot unmarshal integer into Go value of type jsonpatch.Operation"),
    (#"[{"op":"frob","path":"/a"}]"#, .malformed, "Unexpected kind: frob"),
    (#"[{"op":"remove"}]"#, .malformed, #"operation, missing "path" field"#),
    (#"[{"op":"move","path":"/a"}]"#, .malformed, #"operation, missing "from" field"#),
    (#"[{"op":"add","path":"/a"}]"#, .malformed, #"add operation for "/a" is missing the "value" field"#),
    (#"[{"op":"remove","path":"a"}]"#, .malformed, #"invalid JSON pointer in "path": "a""#),
    (#"[{"op":"remove","path":"/a~2"}]"#, .malformed, #"invalid JSON pointer in "path": "/a~2""#),
    (#"[{"op":"remove","path":"/a~"}]"#, .malformed, #"invalid JSON pointer in "path": "/a~""#),
  ]

  @Test(arguments: refused)
  func `a patch that does not apply is refused`(patch: String, code: JSONPatchError.Code, message: String)
    throws
  {
    let document: JSON = ["a": ["b": [1, 2]], "s": "x"]
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(json: JSON.parse(patch)).apply(to: document)
    }
    #expect(error?.code == code)
    #expect(error?.message == message)
  }

  @Test func `a patch has at most ten thousand operations`() throws {
    let operation: JSON = ["op": "test", "path": "/a"]
    #expect(throws: Never.self) { try JSONPatch(json: .array(Array(repeating: operation, count: 10_000))) }
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(json: .array(Array(repeating: operation, count: 10_001)))
    }
    #expect(error?.message == "The allowed maximum operations in a JSON patch is 10000, got 10001")
  }

  @Test func `copies of copies are limited in size and depth`() throws {
    let pointer = JSONPointer(tokens: ["a"])
    let doubling = JSONPatch(
      (0..<100).map { .copy(from: pointer, to: JSONPointer(tokens: ["a", "\($0)"])) })
    let wide = #expect(throws: JSONPatchError.self) { try doubling.apply(to: ["a": ["x": "y"]]) }
    #expect(wide?.code == .tooLarge)
    let deepening = JSONPatch(
      (0..<20).map { round in
        .copy(from: pointer, to: JSONPointer(tokens: Array(repeating: "a", count: 1 << round + 1)))
      })
    let deep = #expect(throws: JSONPatchError.self) { try deepening.apply(to: ["a": ["a": [:]]]) }
    #expect(deep?.code == .tooLarge || deep?.code == .missing)
  }

  @Test(arguments: ["", "/", "/a/b", "/~0/~1", "/a~1b//c", "/-/0"])
  func `a pointer is read and written`(text: String) throws {
    #expect(try #require(JSONPointer(text)).description == text)
  }
}
