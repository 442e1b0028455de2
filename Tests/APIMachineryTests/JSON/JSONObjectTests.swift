import APIMachinery
import Testing

@Suite struct JSONObjectTests {
  @Test func `members are found, replaced, added and removed`() {
    var object: JSONObject = ["a": 1, "bb": 2, "b": 3]
    #expect(object["bb"] == 2)
    #expect(object["c"] == nil)
    #expect(object.position(of: "b") == 2)
    object["a"] = 9
    object["c"] = nil
    object["c"] = 4
    object["bb"] = nil
    #expect(object.description == #"{"a":9,"b":3,"c":4}"#)
    #expect(object.removeValue("b") == 3)
    #expect(object.keys == ["a", "c"])
  }

  @Test(arguments: [3, 64, 65, 500])
  func `equality does not look at the order`(count: Int) {
    let members = (0..<count).map { (key: "key-\($0)", value: JSON.int(Int64($0))) }
    let forward = JSONObject(uniqueKeysWithValues: members)
    let backward = JSONObject(uniqueKeysWithValues: members.reversed())
    #expect(forward == backward)
    #expect(forward.hashValue == backward.hashValue)
    var changed = backward
    changed["key-0"] = "x"
    #expect(forward != changed)
    changed["key-0"] = nil
    changed["other"] = 0
    #expect(forward != changed)
  }

  @Test func `a value is found near a place that may be wrong`() {
    let long = "a key that does not stand in its value"
    let object: JSONObject = ["a": 1, long: 2]
    // Another text of the same bytes.
    let same = String(decoding: Array(long.utf8), as: UTF8.self)
    for position in 0...2 {
      #expect(object.value(of: "a", near: position) == 1)
      #expect(object.value(of: same, near: position) == 2)
      #expect(object.value(of: "b", near: position) == nil)
    }
  }

  @Test func `keys of equal appearance and different bytes are different`() {
    let object: JSONObject = ["\u{E9}": 1]
    #expect(object["e\u{301}"] == nil)
  }
}
