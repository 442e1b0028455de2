import Testing

@testable import APIMachinery

@Suite struct PathElementTests {
  /// Texts are looked at eight bytes at once: names of fewer, of just as many and of more.
  @Test(arguments: [
    "", "a", "web-123", "web-1234", "web-12345", "a-name-of-16-byte", "a-name-of-many-more-bytes",
  ])
  func `the key of an element is the JSON of what tells it`(name: String) {
    for name in [name, name + "\"", "\\" + name, name + "\n" + name, name + "\u{E9}"] {
      let key = PathElement.key(of: ["name": .string(name)], keys: ["name"], node: nil)
      #expect(key == "k:" + JSON.object(["name": .string(name)]).description)
    }
  }
}
