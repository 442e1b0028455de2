import APIMachinery
import Testing

@Suite struct ObjectKeyTests {
  @Test func `a key is found again, wherever its texts came from`() {
    let long = String(repeating: "pod-", count: 20)
    var numbers: [ObjectKey: Int] = [:]
    for (number, name) in ["", "a", "eight888", "fifteen-bytes-x", "sixteen-bytes-xx", long].enumerated() {
      numbers[ObjectKey(namespace: "shop", name: name)] = number
      numbers[ObjectKey(name: name)] = -number
    }
    #expect(numbers.count == 12)
    let copies = ["", "a", "eight" + "888", "fifteen-bytes-" + "x", "sixteen-bytes-" + "xx"]
    for (number, name) in copies.enumerated() {
      // One that shares no memory with the first.
      let text = String(decoding: Array(name.utf8), as: UTF8.self)
      #expect(numbers[ObjectKey(namespace: "shop", name: text)] == number)
      #expect(numbers[ObjectKey(name: text)] == -number)
    }
    #expect(numbers[ObjectKey(namespace: "shop", name: String(long.dropLast()) + "-")] == 5)
    #expect(numbers[ObjectKey(namespace: "shop", name: String(long.dropLast()))] == nil)
  }

  @Test func `what is in the namespace is not in the name`() {
    #expect(ObjectKey(namespace: "a", name: "b") != ObjectKey(namespace: "b", name: "a"))
    #expect(ObjectKey(namespace: "ab", name: "c") != ObjectKey(namespace: "a", name: "bc"))
    #expect(Set([ObjectKey(namespace: "x", name: "x"), ObjectKey(namespace: "y", name: "y")]).count == 2)
  }

  /// Two spellings of one letter: Kubernetes keeps both objects.
  @Test func `names are told apart by their bytes`() {
    let (composed, apart) = (ObjectKey(name: "caf\u{e9}"), ObjectKey(name: "cafe\u{301}"))
    #expect(composed.name == apart.name && composed != apart)
    #expect(Set([composed, apart]).count == 2)
  }
}
