import APIMachinery
import Testing

@Suite struct JSONMergePatchTests {
  /// The cases of RFC 7386, appendix A: document, patch, result.
  static let applied: [(String, String, String)] = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#), (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test(arguments: applied)
  func `a patch is laid over a document`(document: String, patch: String, result: String) throws {
    let merged = try JSONMergePatch.apply(JSON.parse(patch), to: JSON.parse(document))
    #expect(merged.description == result)
  }

  @Test(arguments: [
    (#"{"a":1,"b":{"c":2,"d":3}}"#, #"{"a":1,"b":{"c":2,"d":4}}"#, #"{"b":{"d":4}}"#), ("{}", "{}", "{}"),
    (#"{"a":1,"b":2}"#, #"{"b":2,"c":[1]}"#, #"{"c":[1],"a":null}"#),
    (#"{"a":[1,2]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"{"a":{"b":1}}"#, #"{"a":5}"#, #"{"a":5}"#), (#"{"a":5}"#, #"{"a":{"b":1}}"#, #"{"a":{"b":1}}"#),
    ("1", "2", "2"),
  ])
  func `the difference of two documents is the smallest patch`(old: String, new: String, patch: String) throws
  {
    let (old, new) = (try JSON.parse(old), try JSON.parse(new))
    let difference = JSONMergePatch.difference(from: old, to: new)
    #expect(difference.description == patch)
    #expect(JSONMergePatch.apply(difference, to: old) == new)
  }
}
