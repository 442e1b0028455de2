import Testing

@testable import ObjectStore

@Suite struct ResourceNamesTests {
  @Test func `every name has the number in whose turn it came, however many there are`() {
    var names = ResourceNames()
    for number in 0..<1000 {
      #expect(names.number(of: "kind\(number).example.org") == nil)
      names.add("kind\(number).example.org")
    }
    for number in 0..<1000 {
      // A text of its own, as a request has it.
      #expect(names.number(of: ["kind\(number)", "example", "org"].joined(separator: ".")) == number)
    }
    #expect(names.number(of: "kind") == nil && names.number(of: "") == nil)
  }
}
